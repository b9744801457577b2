"""Nothing outside the content folder is read, and nothing is written outside the output folder."""

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.proof.finished import parts
from tests.untrusted.strangers import (
    LADDER,
    LIBRARY,
    ROOT,
    SECRET,
    Edit,
    Hostile,
    add,
    answered,
    both,
    change,
    link,
    products,
    project,
    refusals,
)

BRIEF, NOTES = "briefs/programme.yaml", "briefs/desk-notes.yaml"
PATH = 'path: "{organisation}/Reading'


def picture(source: str) -> Hostile:
    return Hostile(add(f'::: figure "F"\n![What it shows]({source})\n:::'), "B1", LADDER)


def path(written: str) -> Hostile:
    return Hostile(change(BRIEF, PATH, f"path: '{written}/Reading"), "B", BRIEF)


REFUSED = {
    "a link to a section": Hostile(link("sections/x.md", "secret.md"), "B101", "sections/x.md:1:1"),
    "a link to YAML": Hostile(link("terms.yaml", "secret.yaml"), "B101", "terms.yaml:1:1"),
    "a link to a password file": Hostile(link("facts/x.yaml", "/etc/passwd"), "B101", "facts/x.yaml:1:1"),
    "a link to all memory": Hostile(link("facts/x.yaml", "/proc/kcore"), "B101", "facts/x.yaml:1:1"),
    "a link to a folder": Hostile(link("sections/out", "."), "B101", "sections/out:1:1"),
    "a link to a device": Hostile(link("facts/x.yaml", "/dev/zero"), "B101", "facts/x.yaml:1:1"),
    "a pipe": Hostile(lambda content: os.mkfifo(content / "facts/x.yaml"), "B101", "facts/x.yaml:1:1"),
    "a picture above": picture("../secret.png"),
    "a picture above by way of media": picture("media/../../secret.png"),
    "a picture above in escapes": picture("media/%2e%2e/%2e%2e/secret.png"),
    "a picture at an absolute path": picture("/etc/passwd"),
    "a picture of a file address": picture("file:///etc/passwd"),
    "a picture of the web": picture("https://evil.example/x.png"),
    "a picture on a share": picture(r"\\evil\share\x.png"),
    "a picture that is a link out": Hostile(
        both(link("media/y.png", "secret.png"), picture("media/y.png").edit), "B114", f"{LADDER}:60"
    ),
    "a picture below a link out": Hostile(both(link("media/d", "."), picture("media/d/secret.png").edit), "B1", "media/d"),
    "a picture that is a pipe": Hostile(
        both(lambda content: os.mkfifo(content / "media/y.png"), picture("media/y.png").edit), "B114", f"{LADDER}:60"
    ),
    "an include": Hostile(change("edition.yaml", '"3.2"', "!include /etc/passwd"), "B102", "edition.yaml:2:10"),
    "a view by a path": Hostile(change(BRIEF, "as: matrix", "as: ../../../secret"), "B103", BRIEF),
    "a section by a path": Hostile(change(BRIEF, "- section: ladder", "- section: ../../secret"), "B103", BRIEF),
    "a slide by a path": Hostile(change(BRIEF, "section: ladder", "section: ladder\n    slides: ['../x']"), "B401", BRIEF),
    "a product above": path("../../{organisation}"),
    "a product at an absolute path": path("/tmp/{organisation}"),
    "a product above, as Windows writes it": path(r"..\..\{organisation}"),
    "a product on a drive": path("c:{organisation}"),
    "a product within the manifest": path("manifest.json/{organisation}"),
    "a product of a name that no disk holds": path("x" * 300),
    "a product of a name that Windows keeps": path("con"),
    "a product with an attribute in its path": path("{organisation.__class__}"),
    "a product as wide as memory": path("{organisation:>999999999}"),
    "a product with half a placeholder": path("{{organisation}"),
    "a title above": Hostile(change(NOTES, "title: Notes", "title: ../../../Notes"), "B403", NOTES),
    "an organisation above": Hostile(
        change("audiences.yaml", "organisation: Schools", "organisation: ../S"), "B403", "audiences.yaml"
    ),
    "an audience named as a path": Hostile(change("audiences.yaml", "id: teachers", "id: ../teachers"), "B103", "audiences.yaml"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_leads_out_is_refused_at_its_place(name: str, tmp_path: Path) -> None:
    answered(REFUSED[name], tmp_path)


TEMPLATES = {
    "a Word template that is a link out": "word/brief.docx",
    "a deck template that is a link out": "powerpoint/deck.pptx",
    "a view that is a link out": "views/matrix.md.j2",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_that_leads_out_is_refused(name: str, tmp_path: Path) -> None:
    content = project(tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    where = tmp_path / "templates" / TEMPLATES[name]
    shutil.move(where, tmp_path / "outside")
    where.symlink_to(tmp_path / "outside")
    assert any("B603" in line and "leads out" in line for line in refusals(content))


def test_of_the_library_itself_nothing_is_refused(tmp_path: Path) -> None:
    made = products(project(tmp_path))
    assert len(made) >= 15
    assert not [name for file, data in made.items() for name, part in parts(file, data) if SECRET.encode() in part]


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line in a project's folder, with two gigabytes of memory and no cache of what was found before."""
    return subprocess.run(
        [sys.executable, "-P", "-c", "from briefs.cli import main; main(prog_name='briefs')", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BRIEFS_CACHE": str(folder / "cache")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)),
    )


def giant(content: Path) -> None:
    with (content / "media/giant.bin").open("wb") as file:
        file.truncate(1 << 42)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (giant, 0),
        (lambda content: os.mkfifo(content / "media/z"), 0),
        (link("media/x.bin", "secret.md"), 0),
        (link("media/y.bin", "/dev/zero"), 1),
    ],
    ids=["a file of four terabytes", "a pipe", "a link to a file outside", "a link to a device"],
)
def test_what_no_product_shows_is_not_even_opened(edit: Edit, code: int, tmp_path: Path) -> None:
    edit(project(tmp_path))
    done = run(tmp_path, "build", "--quiet", "--format", "md")
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr


@pytest.mark.slow
def test_modules_beside_the_content_are_not_imported(tmp_path: Path) -> None:
    content = project(tmp_path)
    for folder in (content, tmp_path):
        for name in ("yaml", "docx", "sitecustomize", "jinja2"):
            (folder / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    assert run(tmp_path, "build", "--quiet", "--format", "md").returncode == 0
    assert not (tmp_path / "ran").exists()


@pytest.mark.slow
def test_an_output_folder_from_a_stranger_reaches_nothing_outside_itself(tmp_path: Path) -> None:
    """A manifest that calls a stranger's file the build's own, and links in the places of the build's own folders."""
    project(tmp_path)
    victim = tmp_path / "victim.txt"
    victim.write_text(SECRET)
    (tmp_path / "build").mkdir()
    row = {"path": "../victim.txt", "product": "p", "brief": "b", "audience": "a", "format": "md", "bytes": len(SECRET)}
    row |= {"sha256": hashlib.sha256(SECRET.encode()).hexdigest(), "pages": None, "slides": None, "words": 1}
    row |= {"sections": [], "facts": [], "terms": [], "id": "x"}
    manifest = {"schema": 1, "edition": {"date": "2026-01-01", "version": "1"}, "files": [row]}
    (tmp_path / "build/manifest.json").write_text(json.dumps(manifest))
    (tmp_path / ".build.lock").symlink_to(victim)
    assert run(tmp_path, "build", "--quiet", "--format", "md").returncode == 0
    assert victim.read_text() == SECRET
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/file").write_text(SECRET)
    (tmp_path / ".build.new").symlink_to(tmp_path / "precious")
    done = run(tmp_path, "build", "--quiet", "--format", "md", "--as-of", "2026-09-09")
    assert (done.returncode, "Traceback" in done.stderr) == (4, False)
    assert (tmp_path / "precious/file").read_text() == SECRET
    assert LIBRARY.is_dir()
