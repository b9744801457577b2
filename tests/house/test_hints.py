"""Every complaint that a case shows says what to do, in words of no one project."""

import ast
import re
from collections.abc import Iterator

from tests.house.codes_page import TESTS
from tests.house.sources import modules

SAID = re.compile(r"^(?:\S.*: )?(?:error|warning)\[B\d{3}\]: ")


def _said() -> Iterator[tuple[str, str, str]]:
    """Place of each complaint in the case files, its line, and the line that follows it."""
    for path in sorted(TESTS.glob("*/cases/*.txt")):
        lines = path.read_text("utf-8").split("\n")
        for number, (line, after) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
            if SAID.match(line):
                yield f"{path.relative_to(TESTS)}:{number}", line, after


def test_every_complaint_of_a_case_says_what_to_do() -> None:
    said = list(_said())
    assert len(said) > 200
    assert [f"{place} {line}" for place, line, after in said if not re.match(r"    hint: \S", after)] == []


OWN = re.compile(r"(?i)\b(?:vast|microsoft|azure)\b")
"""Names of the project whose content lies beside the engine: no message of the engine's may take its example from there."""
NAMESPACE = "http://schemas.microsoft.com/"
"""Of the file formats."""
OFFICE = "verify/wording.py"
"""Knows the words by which a file names the program that it is for."""


def test_no_text_of_the_engine_names_this_project_or_its_readers() -> None:
    found = [
        f"{module.at(node)} {text[:60]!r}"
        for module in modules()
        for node, text in _texts(module.tree)
        if module.name != OFFICE and OWN.search(text.replace(NAMESPACE, ""))
    ]
    assert found == []


def _texts(tree: ast.Module) -> Iterator[tuple[ast.Constant, str]]:
    """Every text of a module that is no docstring: those tell developers what a value looks like."""
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node, node.value
