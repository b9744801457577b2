"""A finished file that fails a proof is published to nobody: here a template brings a name that some readers may not see."""

import shutil
import zipfile
from pathlib import Path

import pytest

from briefs.project import engine_templates
from tests.cli.running import Run, touched

pytestmark = pytest.mark.slow


def spoil(library: Path) -> None:
    """Give the library templates of its own, of which Word's names a theme as no partner may read it."""
    shutil.copytree(engine_templates(), library / "templates")
    path = library / "templates/word/brief.docx"
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "word/theme/theme1.xml"
    start = parts[name].index(b'name="') + len(b'name="')
    parts[name] = parts[name][:start] + b"Project Heron " + parts[name][start:]
    with zipfile.ZipFile(path, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)


def test_a_name_that_a_template_brings_stops_the_build(briefs: Run, library: Path) -> None:
    assert briefs("build", "--quiet").returncode == 0
    before = touched(library / "build")
    spoil(library)
    for command in ("build", "regenerate"):
        done = briefs(command)
        assert (done.returncode, done.stdout) == (3, "")
        assert "error[B902]: 'Schools/Reading Programme for teachers.docx'" in done.stderr
        assert "City Library" not in done.stderr
        assert done.stderr.splitlines()[-1] == "a finished file failed its proofs; nothing was replaced"
    assert touched(library / "build") == before


def test_what_no_proof_reads_is_said(briefs: Run, library: Path) -> None:
    assert briefs("build", "--quiet").returncode == 0
    done = briefs("verify", "build")
    pixels = 0
    for file in (library / "build").rglob("*.docx"):
        with zipfile.ZipFile(file) as package:
            pixels += sum(name.endswith(".png") for name in package.namelist())
    assert pixels > 0
    assert f"{pixels} pictures are pixels, which no proof reads: a person has to look" in done.stdout.splitlines()
