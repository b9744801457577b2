"""Every code has a case with input and answer, and its place on the page that authors read."""

import re

import pytest

from briefs.codes import CODES
from tests.house.codes_page import PAGE, page


def test_the_page_of_codes_says_what_the_cases_show(request: pytest.FixtureRequest) -> None:
    made = page()
    if request.config.getoption("--accept"):
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made


def test_every_code_has_its_place_on_the_page_with_an_example_and_what_to_do() -> None:
    written = PAGE.read_text("utf-8")
    entries = dict(zip(*[iter(re.split(r'### <a id="(b\d+)">', written)[1:])] * 2, strict=True))
    assert entries.keys() == {code.lower() for code in CODES}
    assert len(entries) >= 40
    lacking = [code for code, entry in entries.items() if f"[{code.upper()}]: " not in entry or "is answered by" not in entry]
    assert lacking == []
