"""The package stays small, named and told."""

import ast
import statistics
from pathlib import Path

from tests.house.sources import PACKAGE, ROOT, modules

NAMELESS = {"util", "utils", "helper", "helpers", "common", "misc", "shared", "constants"}
"""Names that say nothing of what a module is for."""


def test_no_file_is_above_four_hundred_lines() -> None:
    files = [
        *PACKAGE.rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        *(file for file in (ROOT / ".ci").iterdir() if file.is_file()),
    ]
    lengths = {file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_the_median_module_is_near_a_hundred_lines() -> None:
    assert statistics.median(len(module.text.splitlines()) for module in modules()) <= 130


def test_no_function_is_longer_than_forty_lines() -> None:
    long = [
        f"{module.at(node)} {node.name}: {length} lines"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef) and (length := (node.end_lineno or 0) - node.lineno + 1) > 40
    ]
    assert long == []


def test_every_module_opens_with_a_sentence() -> None:
    opening = {module.name: (ast.get_docstring(module.tree) or "").split("\n")[0] for module in modules()}
    assert [name for name, line in opening.items() if not line.endswith((".", ":", "?"))] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {module.name: {*Path(module.name).with_suffix("").parts} for module in modules()}
    assert [name for name, words in parts.items() if words & NAMELESS] == []


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {module.path.parent for module in modules()}
    assert [str(folder.relative_to(ROOT)) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []
