"""Nothing that is shipped is unfinished."""

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|TBD|TBC)\b|\b(?i:lorem ipsum)\b")
"""Marks of a gap. A decision that is open is written as one: who decides, and by when."""

FORBIDS = re.compile(r"\bspelling: ")
"""An entry of the terms that keeps such a mark out of the products has to name it."""

TEXT = {".py", ".md", ".yaml", ".yml", ".j2", ".toml", ".json", ".css", ".html", ".txt"}
SHIPPED = ("briefs", "content", "templates", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")


def shipped() -> list[Path]:
    roots = [ROOT / name for name in SHIPPED]
    files = [file for root in roots for file in ([root] if root.is_file() else root.rglob("*"))]
    return sorted(file for file in files if file.suffix in TEXT and "__pycache__" not in file.parts)


def test_nothing_shipped_is_marked_as_unfinished() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in shipped()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line) and not FORBIDS.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("line", ["# TODO: more", "Owner: TBD", "Lorem ipsum dolor"])
def test_an_unfinished_line_is_seen(line: str) -> None:
    assert UNFINISHED.search(line)
