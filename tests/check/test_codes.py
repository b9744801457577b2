"""Every diagnostic code is used, and shown by a test."""

import re
from pathlib import Path

import pytest

from briefs.codes import CODES
from briefs.diagnostics import error

ROOT = Path(__file__).parents[2]


def codes_in(folder: str, *suffixes: str) -> set[str]:
    files = [path for path in (ROOT / folder).rglob("*") if path.suffix in suffixes]
    files = [path for path in files if path.name not in ("codes.py", "test_codes.py")]
    return {code for path in files for code in re.findall(r"\bB[1-9]\d\d\b", path.read_text("utf-8"))}


def test_a_code_that_does_not_exist_cannot_be_used() -> None:
    with pytest.raises(ValueError, match="B000"):
        error("B000", None, "x", "y")


def test_every_code_is_used_by_the_engine() -> None:
    assert sorted(CODES.keys() - codes_in("briefs", ".py")) == []


def test_every_code_is_shown_by_a_test() -> None:
    assert sorted(CODES.keys() - codes_in("tests", ".py", ".txt")) == []
