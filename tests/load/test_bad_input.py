"""Whatever lies in content/, `briefs check` answers with complaints at their places, in two seconds, never a traceback."""

import io
import json
import os
import resource
import shutil
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.load.projects import write

Make = Callable[[Path], None]
FRONT = "---\nid: a\ntitle: A\naudience: all\nowner: O\nreviewed: 2026-11-20\n---\n\n"
SECTION, TERMS, PICTURE = "sections/a.md", "terms.yaml", "media/x.png"
BOMB = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True))


def text(name: str, body: str | bytes) -> Make:
    """A file as it is."""

    def make(content: Path) -> None:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else body.encode())

    return make


def section(body: str) -> Make:
    """A section with a body, which begins at line 9."""
    return text(SECTION, FRONT + body)


def picture(data: bytes) -> Make:
    """A section that shows a file as its picture."""

    def make(content: Path) -> None:
        section('::: figure "F"\n![What it shows](media/x.png)\n:::\n')(content)
        text(PICTURE, data)(content)

    return make


def png(width: int, height: int) -> bytes:
    """A PNG that says it is so large, with the pixels of a small one."""
    out = io.BytesIO()
    Image.new("RGB", (4, 2)).save(out, "PNG")
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return out.getvalue()[:12] + head + struct.pack(">I", zlib.crc32(head)) + out.getvalue()[33:]


def linked(name: str, target: str) -> Make:
    """A symbolic link; its target is relative to the folder that holds content/."""

    def make(content: Path) -> None:
        (content.parent / "outside").mkdir()
        (content.parent / "outside/x.md").write_text(FRONT)
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).symlink_to(content.parent / target)

    return make


def large(content: Path) -> None:
    with (content / TERMS).open("wb") as file:
        file.truncate(50_000_000)


def piped(content: Path) -> None:
    (content / "sections").mkdir()
    os.mkfifo(content / SECTION)


CASES: dict[str, tuple[Make, str, str]] = {
    "broken YAML": (text(TERMS, "audience: all\nterms: [}\n"), "B102", "terms.yaml:2:9"),
    "a tab": (text(TERMS, "audience: all\nterms:\n\t- id: x\n"), "B102", "terms.yaml:3:1"),
    "a key twice": (text(TERMS, "audience: all\naudience: us\nterms: []\n"), "B102", "terms.yaml:2:1"),
    "deep brackets": (text(TERMS, "terms: " + "[" * 100_000), "B112", "terms.yaml:1:"),
    "deep dashes": (text(TERMS, "- " * 100_000), "B112", "terms.yaml:1:41"),
    "deep brackets before a section": (text(SECTION, "---\nid: " + "[" * 100_000 + "\n---\n"), "B112", "sections/a.md:2:"),
    "deep quotes": (section("> " * 100_000 + "x\n"), "B112", "sections/a.md:9:1"),
    "deep quotes within a block's limit": (section("> " * 9_000 + "x\n"), "B112", "sections/a.md:9"),
    "deep lists": (section("- " * 9_000 + "x\n"), "B112", "sections/a.md:9"),
    "deep emphasis": (section("*a **b " * 1_400 + " b** a*" * 1_400 + "\n"), "B112", "sections/a.md:9"),
    "deep containers": (section("".join(":" * n + " steps\n" for n in range(40, 2, -1))), "B1", "sections/a.md:9"),
    "an anchor": (text(TERMS, "audience: &a all\nterms: []\n"), "B102", "terms.yaml:1:11"),
    "an alias": (text(TERMS, "audience: *a\nterms: []\n"), "B102", "terms.yaml:1:11"),
    "a bomb of aliases": (text(TERMS, BOMB), "B102", "terms.yaml:1:4"),
    "bytes that are no UTF-8": (text(SECTION, FRONT.encode() + b"caf\xe9\n"), "B101", "sections/a.md:9:4"),
    "a byte order mark": (text(TERMS, b"\xef\xbb\xbfaudience: all\nterms: []\n"), "B101", "terms.yaml:1:1"),
    "lines that end in CR LF, and a fault": (text(TERMS, "audience: all\r\nterms: []\r\nx: 1\r\n"), "B103", "terms.yaml:3:1"),
    "a control character": (section("A\x07b.\n"), "B108", "sections/a.md:9:2"),
    "a control character in YAML": (text(TERMS, "audience: all\nterms: [] # \x07\n"), "B102", "terms.yaml:2:13"),
    "fifty megabytes": (large, "B112", "terms.yaml:1:1"),
    "a link to a file elsewhere": (linked("sections/x.md", "outside/x.md"), "B101", "sections/x.md:1:1"),
    "a link to a folder elsewhere": (linked("sections", "outside"), "B101", "sections:1:1"),
    "a link to itself": (linked(TERMS, "content/terms.yaml"), "B101", "terms.yaml:1:1"),
    "a link to the folder above": (linked("sections/more", "content"), "B101", "sections/more:1:1"),
    "raw HTML": (section("A <b>bold</b> word.\n"), "B10", "sections/a.md:9:3"),
    "a block of raw HTML": (section("<div>\nx\n</div>\n"), "B10", "sections/a.md:9:1"),
    "a ragged table": (section("| A | B |\n|---|---|\n| a |\n"), "B110", "sections/a.md:11:1"),
    "a table row too long": (section("| A | B |\n|---|---|\n| a | b | c |\n"), "B110", "sections/a.md:11:1"),
    "a picture that is missing": (section('::: figure "F"\n![It](media/x.png)\n:::\n'), "B114", "sections/a.md:10:1"),
    "a picture that is text": (picture(b"<svg/>"), "B114", "sections/a.md:10:1"),
    "a picture cut short": (picture(png(4, 2)[:45]), "B114", "sections/a.md:10:1"),
    "a picture of too many pixels": (picture(png(60_000, 60_000)), "B114", "sections/a.md:10:1"),
    "a picture with less than it says": (picture(png(4_000, 4_000)), "B114", "sections/a.md:10:1"),
    "an empty picture": (picture(b""), "B114", "sections/a.md:10:1"),
    "an empty file": (text(TERMS, ""), "B102", "terms.yaml:1:1"),
    "a file of spaces": (text(TERMS, "  \n \n"), "B102", "terms.yaml:1:1"),
    "an empty section": (text(SECTION, ""), "B10", "sections/a.md:1:1"),
    "a section of spaces": (text(SECTION, "  \n \n"), "B10", "sections/a.md:1:1"),
    "a pipe": (lambda content: os.mkfifo(content / TERMS), "B101", "terms.yaml:1:1"),
    "a pipe for a section": (piped, "B101", "sections/a.md:1:1"),
    "a device": (lambda content: (content / TERMS).symlink_to("/dev/zero"), "B101", "terms.yaml:1:1"),
    "a folder named as a file": (lambda content: (content / TERMS).mkdir(), "B101", "terms.yaml:1:1"),
    "a file name of odd characters": (text("sections/a b\n[c]'é.md", FRONT + "{audience=x\n"), "B108", "sections/a b"),
    "ten thousand faults": (section("[[fact:none]]\n\n" * 4_900), "B201", "sections/a.md:9:1"),
    "ten thousand unknown keys": (
        text(TERMS, "terms: []\n" + "".join(f"k{n}: 1\n" for n in range(10_000))),
        "B103",
        "terms.yaml:2:1",
    ),
    "a definition that refers to what it defines": (
        text(TERMS, 'audience: all\nterms:\n  - {id: x, name: X, definition: "As [[term:x]]."}\n'),
        "B108",
        "terms.yaml:3:38",
    ),
}


def _limit() -> None:
    # A reader that takes everything into memory fails here, not the machine.
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_answered_at_its_place_in_two_seconds(name: str, tmp_path: Path) -> None:
    make, code, place = CASES[name]
    content = write(tmp_path, {})
    make(content)
    command = [str(Path(sys.executable).with_name("briefs")), "check", "--format", "json", "--content", str(content)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, preexec_fn=_limit)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr[-2000:]
    found = json.loads(done.stdout)
    rows = found if isinstance(found, list) else found["diagnostics"]
    said = [(row["code"], f"{row['file'].partition('content/')[2]}:{row['line']}:{row['column']}") for row in rows]
    assert any(a.startswith(code) and b.startswith(place) for a, b in said), said[:5]
    # The processor's own time, which a busy machine does not lengthen.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2


HUMBLE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all") if os.geteuid() == 0 else ()
"""Takes from root what lets it read everything, so that permissions count."""


def _reads_everything() -> bool:
    """Whether root's rights cannot be taken away here."""
    return bool(HUMBLE) and (not shutil.which(HUMBLE[0]) or subprocess.run([*HUMBLE, "true"], check=False).returncode != 0)


@pytest.mark.skipif(_reads_everything(), reason="root reads everything")
@pytest.mark.parametrize(
    ("name", "mode", "places"),
    [
        ("facts", 0o000, ["facts"]),
        ("facts", 0o444, ["facts/a.yaml"]),
        ("sections", 0o444, ["sections/area"]),
        ("edition.yaml", 0o000, ["edition.yaml"]),
    ],
)
def test_what_permissions_hide_is_told_once_at_its_place(name: str, mode: int, places: list[str], tmp_path: Path) -> None:
    content = write(tmp_path, {"facts/a.yaml": "audience: all\nfacts: []\n", "sections/area/a.md": FRONT})
    (content / name).chmod(mode)
    command = [*HUMBLE, str(Path(sys.executable).with_name("briefs")), "check", "--format", "json", "--content", str(content)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    (content / name).chmod(0o755)
    rows = json.loads(done.stdout)["diagnostics"]
    assert [(row["code"], row["file"], row["hint"]) for row in rows if row["severity"] == "error"] == [
        ("B101", f"content/{place}", "check its name and its permissions") for place in places
    ]
    assert done.returncode == 1
