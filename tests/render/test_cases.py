"""A designer's edits of a template that break its contract: part, pattern, replacement, and what is said, in `cases/`."""

from pathlib import Path

import pytest

from briefs.load.brand import parse_brand
from briefs.project import open_project
from briefs.render.powerpoint import template as decks
from briefs.render.word import template as documents
from tests.load.projects import cases
from tests.verify.damage import put

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).parent / "cases/templates.txt"


def report(text: str) -> str:
    """Every complaint about the edited template, as printed."""
    where, pattern, written = text.split("\n")
    name, part = where.split(": ")
    project = open_project(ROOT / "content")
    brand = parse_brand(project.template("brand.yaml").decode())
    package = put(part, pattern, written)(project.template(name))
    check = documents.check if name.endswith(".docx") else decks.check
    return "\n".join(map(str, check(package, brand)))


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, said, id=title) for title, text, said in cases(FILE)])
def test_an_edit_of_a_template_is_answered_as_its_case_says(text: str, expected: str) -> None:
    assert report(text) == expected
