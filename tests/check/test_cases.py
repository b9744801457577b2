"""Content that load can read and check refuses: files and what is said of them, side by side in `cases/`.

What nothing reaches is judged by `test_unused.py`: these cases are of one text each, and few of them stand in a brief.
"""

from pathlib import Path

import pytest

from briefs.check import Strictness, check
from briefs.load import load
from briefs.project import open_project
from tests.check.projects import UNUSED, write
from tests.load.projects import cases, split

FOLDER = Path(__file__).parent / "cases"
ALL = [
    pytest.param(text, expected, id=f"{path.stem}: {title}")
    for path in sorted(FOLDER.glob("*.txt"))
    if path.stem != "unused"
    for title, text, expected in cases(path)
]
NUMBERS = (104, 111, 201, 202, 203, 204, 301, 302, 303, 304, 305, 306, 307, 308, 401, 402, 403, 404, 405)
CODES = [f"B{number}" for number in NUMBERS]


def report(folder: Path, text: str, release: bool = False) -> str:
    """Every complaint of load and check, as printed."""
    corpus, found = load(open_project(write(folder, split(text + "\n"))))
    judged = check(corpus, Strictness(release, corpus.edition.date))
    return "\n".join(map(str, (*found, *(item for item in judged if item.code not in UNUSED))))


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_faulty_content_is_answered_as_its_case_says(text: str, expected: str, tmp_path: Path) -> None:
    assert report(tmp_path, text) == expected


def test_each_of_checks_codes_has_a_case() -> None:
    shown = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.txt"))
    assert [code for code in CODES if f"[{code}]" not in shown] == []


def test_content_without_a_fault_has_no_complaint(tmp_path: Path) -> None:
    assert report(tmp_path, "") == ""
