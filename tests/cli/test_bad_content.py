"""An author's mistakes are answered all at once, each with file, line, column and what to do, and nothing is written."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run, touched

pytestmark = pytest.mark.slow

SECTION = """\
---
id: slips
title: Slips
audience: [all]
owner: Head of the desk
reviewed: 2026-08-25
---
A [span]{audience=techers} with [[term:reading-lader]], [[fact:ladder.chidren]] and [that section](section:lader).

Project Heron is ours, and 4,711 readers are nobody's.

::: callout note "Never closed"
Text.
"""
NO_AUDIENCE = """\
---
id: nobody
title: Nobody's
owner: Head of the desk
reviewed: 2026-08-25
---
Text.
"""
BROKEN = """\
register: risks
audience: all
records:
  - {id: a, title: A
"""
BRIEF = """\
brief: slips
title: Slips
subtitle: S
owner: Head of the desk
audience: [council]
formats: [docx]
outline:
  - section: slipps
  - asks: true
"""
EXPECTED = [
    ("content/briefs/slips.yaml", 7, 1, "B402"),
    ("content/briefs/slips.yaml", 7, 1, "B402"),
    ("content/briefs/slips.yaml", 7, 1, "B402"),
    ("content/briefs/slips.yaml", 7, 1, "B402"),
    ("content/briefs/slips.yaml", 8, 5, "B401"),
    ("content/registers/broken.yaml", 5, 1, "B102"),
    ("content/sections/nobody.md", 2, 1, "B106"),
    ("content/sections/slips.md", 8, 9, "B104"),
    ("content/sections/slips.md", 8, 33, "B201"),
    ("content/sections/slips.md", 8, 57, "B201"),
    ("content/sections/slips.md", 8, 85, "B201"),
    ("content/sections/slips.md", 10, 1, "B301"),
    ("content/sections/slips.md", 10, 28, "B306"),
    ("content/sections/slips.md", 12, 1, "B107"),
]


@pytest.fixture
def spoilt(library: Path) -> Path:
    """The library's content with one of each mistake."""
    for name, text in (
        ("sections/slips.md", SECTION),
        ("sections/nobody.md", NO_AUDIENCE),
        ("registers/broken.yaml", BROKEN),
        ("briefs/slips.yaml", BRIEF),
    ):
        (library / "content" / name).write_text(text)
    return library


def test_every_mistake_is_told_at_once_with_its_place_and_a_hint(briefs: Run, spoilt: Path) -> None:
    done = briefs("check", "--format", "json")
    rows = json.loads(done.stdout)["diagnostics"]
    assert (done.returncode, done.stderr) == (1, f"{len(EXPECTED)} errors, 0 warnings\n")
    assert [list(row) for row in rows] == [["severity", "code", "file", "line", "column", "message", "hint", "docs"]] * len(rows)
    assert [(row["file"], row["line"], row["column"], row["code"]) for row in rows] == EXPECTED
    assert [row for row in rows if not row["hint"] or row["severity"] != "error"] == []


def test_the_three_forms_tell_the_same_places(briefs: Run, spoilt: Path) -> None:
    text, github = briefs("check"), briefs("check", "--format", "github")
    assert (text.returncode, github.returncode) == (1, 1)
    assert text.stderr.splitlines()[-1] == f"{len(EXPECTED)} errors, 0 warnings"
    assert re.findall(r"^(\S+):(\d+):(\d+): error\[(B\d+)\]: ", text.stderr, re.M) == [
        (path, str(line), str(column), code) for path, line, column, code in EXPECTED
    ]
    assert re.findall(r"^::error file=(\S+?),line=(\d+),col=(\d+),title=(B\d+)::", github.stdout, re.M) == [
        (path, str(line), str(column), code) for path, line, column, code in EXPECTED
    ]
    assert text.stderr.count("    hint: ") == len(EXPECTED)


@pytest.mark.parametrize("command", ["build", "regenerate"])
def test_nothing_is_written_from_content_with_a_mistake(briefs: Run, library: Path, command: str) -> None:
    assert briefs("build", "--quiet").returncode == 0
    before = touched(library / "build")
    (library / "content/sections/slips.md").write_text(SECTION)
    done = briefs(command)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert touched(library / "build") == before
    assert sorted(path.name for path in library.iterdir()) == [".build.lock", "build", "content"]


@pytest.mark.parametrize("name", ["audiences.yaml", "edition.yaml"])
def test_a_project_without_its_roots_is_told_so(briefs: Run, library: Path, name: str) -> None:
    (library / "content" / name).unlink()
    done = briefs("build")
    assert done.returncode == 1
    assert f"content/{name}:1:1: error[B101]: content/ has no {name}" in done.stderr


def test_an_empty_folder_is_no_project_but_no_crash(briefs: Run, library: Path) -> None:
    shutil.rmtree(library / "content")
    (library / "content").mkdir()
    done = briefs("check")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "error[B101]" in done.stderr


def test_a_disk_that_cannot_be_written_is_the_machines_fault(briefs: Run, library: Path) -> None:
    (library / "build").write_text("a file where the folder should be")
    done = briefs("build")
    assert done.returncode == 4
    assert "error[B701]" in done.stderr
    assert (library / "build").read_text() == "a file where the folder should be"


def test_a_template_that_is_missing_is_told(briefs: Run, library: Path) -> None:
    (library / "templates").mkdir()
    done = briefs("build")
    assert done.returncode in (1, 4)
    assert "Traceback" not in done.stderr
    assert not (library / "build").exists()
