"""One planted fault for each code of the proofs: where, what is put there, and what is said of it, side by side in `cases/`."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.verify import prove
from tests.load.projects import cases
from tests.verify.damage import EXPECTED, brief, deck, own_words, put

ALLOWED = "nothing new in "
"""Before the name of a file that is held against the words of the sound one."""
FILE = Path(__file__).parent / "cases/planted.txt"


def report(text: str) -> str:
    """The file, its part, a pattern and what replaces it, a line each; every complaint as printed."""
    where, pattern, written = text.split("\n")
    name, part = where.removeprefix(ALLOWED).split(": ")
    whole = brief() if name.endswith(".docx") else deck()
    expected = replace(EXPECTED, own=own_words(whole), closed=True) if where.startswith(ALLOWED) else EXPECTED
    return "\n".join(map(str, prove(name, put(part, pattern, written)(whole), expected)))


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, said, id=title) for title, text, said in cases(FILE)])
def test_a_planted_fault_is_answered_as_its_case_says(text: str, expected: str) -> None:
    assert report(text) == expected
