"""What nothing reaches is warned of where it is written, and only where nothing was left out for a fault."""

from pathlib import Path

import pytest

from briefs.check import Strictness, check
from briefs.load import load
from briefs.project import open_project
from tests.check.projects import BASE, write
from tests.load.projects import cases, split

FILE = Path(__file__).parent / "cases/unused.txt"
LEAN = {
    "audiences.yaml": BASE["audiences.yaml"].replace(", desk]", "]"),
    "terms.yaml": "\n".join(line for line in BASE["terms.yaml"].split("\n") if "id: ours" not in line),
}
"""The base without the group and the term that nothing in it uses."""


def report(folder: Path, text: str) -> str:
    corpus, found = load(open_project(write(folder, {**LEAN, **split(text + "\n")})))
    return "\n".join(map(str, (*found, *check(corpus, Strictness(False, corpus.edition.date)))))


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, said, id=title) for title, text, said in cases(FILE)])
def test_what_nothing_reaches_is_warned_of_as_its_case_says(text: str, expected: str, tmp_path: Path) -> None:
    assert report(tmp_path, text) == expected


def test_content_of_which_all_is_used_has_no_complaint(tmp_path: Path) -> None:
    assert report(tmp_path, "") == ""
