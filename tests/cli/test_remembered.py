"""A check of what has been checked before says the same at once, and never when anything that it reads has changed."""

from pathlib import Path

import pytest

from tests.cli.running import Run

pytestmark = pytest.mark.slow


def kept(library: Path) -> Path:
    (path,) = (library.parent / "cache").glob("check-*.json")
    return path


def spoiled(library: Path) -> None:
    section = library / "content/sections/reading/board-only.md"
    section.write_text(section.read_text() + "\n[[fact:no.such-fact]]\n")


def test_the_second_check_says_what_the_first_said(briefs: Run, library: Path) -> None:
    spoiled(library)
    first, second = briefs("check"), briefs("check")
    assert "unknown fact 'no.such-fact'" in first.stderr
    assert (second.returncode, second.stdout, second.stderr) == (first.returncode, first.stdout, first.stderr)
    assert briefs("check", "--format", "json").stdout.startswith("{")


def test_the_second_check_is_answered_from_what_the_first_left(briefs: Run, library: Path) -> None:
    assert briefs("check").returncode == 0
    path = kept(library)
    digest = path.read_text().partition(",")[0]
    path.write_text(digest + ', "found": [["warning", "B413", "planted", "", null]]}')
    assert "warning[B413]: planted" in briefs("check").stderr


def test_a_changed_byte_is_checked_again(briefs: Run, library: Path) -> None:
    assert briefs("check").returncode == 0
    spoiled(library)
    assert briefs("check").returncode == 1


def test_another_day_is_checked_again(briefs: Run, library: Path) -> None:
    assert briefs("check", "--release").returncode == 0
    assert briefs("check", "--release", "--as-of", "2031-01-01").returncode == 1


def test_what_is_kept_and_cannot_be_read_is_no_answer(briefs: Run, library: Path) -> None:
    spoiled(library)
    assert briefs("check").returncode == 1
    for broken in ("", "[]", '{"found": [["fatal"]]}', "\udcff"):
        kept(library).write_text(broken, errors="surrogateescape")
        assert briefs("check").returncode == 1


def test_a_cache_that_cannot_be_written_changes_nothing(briefs: Run, library: Path) -> None:
    (library.parent / "cache").write_text("a file where the folder should be")
    assert briefs("check").returncode == 0
