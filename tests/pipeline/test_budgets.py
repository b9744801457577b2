"""Budgets and fit of products that are composed: content and what is said of it, side by side in `cases/`."""

from pathlib import Path

import pytest

from briefs.pipeline import compose_all
from briefs.project import open_project
from tests.check.projects import UNUSED, write
from tests.load.projects import cases, split

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
ALL = [pytest.param(text, said, id=title) for file in FILES for title, text, said in cases(file)]


def report(folder: Path, text: str) -> str:
    found = compose_all(open_project(write(folder, split(text + "\n")))).found
    return "\n".join(str(item) for item in found if item.code not in UNUSED)


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_what_is_too_long_is_answered_as_its_case_says(text: str, expected: str, tmp_path: Path) -> None:
    assert report(tmp_path, text) == expected
