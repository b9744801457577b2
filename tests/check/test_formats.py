"""Complaints as JSON and as GitHub's workflow commands, with file names that would break either."""

import json
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.diagnostics import Diagnostic, as_github, as_json, error, warning
from briefs.model.origin import Origin

NASTY = ["a,b.md", "a:b.md", "100%.md", "a\nb.md", "a\r\n::error::b.md", "a b.md", 'a"b.md', "%2C.md", "a\udcff.md", "日本.md"]


def command(item: Diagnostic, below: str = "") -> tuple[str, dict[str, str], str]:
    """What GitHub reads in the line: the command, its properties, its message."""
    line = as_github([item], below)
    found = re.fullmatch(r"::(error|warning) ([^:\n\r]*)::([^\n\r]*)", line)
    assert found, line
    pairs = (pair.partition("=") for pair in found[2].split(","))
    return found[1], {name: unquote(value) for name, _, value in pairs}, unquote(found[3])


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_file_name_is_one_line_and_comes_back_whole(name: str) -> None:
    item = error("B104", Origin(f"content/{name}", 3, 7), "unknown audience 'a\n%, b::c'", "did you mean 'd'?")
    readable = name.replace("\udcff", "\\udcff")
    severity, properties, message = command(item)
    assert severity == "error"
    assert properties == {"file": f"content/{readable}", "line": "3", "col": "7", "title": "B104"}
    assert message == "unknown audience 'a\n%, b::c'. did you mean 'd'?"
    (row,) = json.loads(as_json([item]).encode("utf-8"))["diagnostics"]
    assert row["file"] == f"content/{readable}"


@given(st.text(min_size=1).filter(lambda text: not text.startswith("/")), st.text())
def test_no_text_breaks_out_of_its_line(path: str, message: str) -> None:
    _, properties, said = command(warning("B301", Origin(path, 1, 1), message, "h"))
    assert (properties["file"], said) == (path, f"{message}. h")


def test_json_is_schema_one() -> None:
    items = [error("B104", Origin("content/a.md", 3, 7), "m", "h"), warning("B602", None, "n", "i")]
    assert json.loads(as_json(items)) == {
        "schema": 1,
        "errors": 1,
        "warnings": 1,
        "diagnostics": [
            {
                "severity": "error",
                "code": "B104",
                "file": "content/a.md",
                "line": 3,
                "column": 7,
                "message": "m",
                "hint": "h",
                "docs": "content/CODES.md#b104",
            },
            {
                "severity": "warning",
                "code": "B602",
                "file": None,
                "line": None,
                "column": None,
                "message": "n",
                "hint": "i",
                "docs": "content/CODES.md#b602",
            },
        ],
    }


def test_nothing_to_say_is_still_json_and_no_command() -> None:
    assert json.loads(as_json([])) == {"schema": 1, "errors": 0, "warnings": 0, "diagnostics": []}
    assert as_github([]) == ""


def test_a_project_within_a_repository_is_named_from_its_root() -> None:
    _, properties, _ = command(error("B104", Origin("content/a.md", 1, 1), "m", "h"), "projects/library")
    assert properties["file"] == "projects/library/content/a.md"


def test_what_has_no_place_has_no_file() -> None:
    assert as_github([warning("B602", None, "m", "h")]) == "::warning title=B602::m. h"
