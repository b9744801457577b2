"""What the documents say of the code is so."""

import re

import pytest

from briefs.cli import COMMANDS
from briefs.codes import CODES
from tests.house.sources import PACKAGE, ROOT, modules

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "content/README.md")

PATH = re.compile(r"(?<![\w/.{-])(?:briefs/)?((?:[\w-]+/)*(?:[\w-]+|\{[\w,-]+\})(?:\.py\b|/(?![\w{*])))")
"""A module or folder below the package, as `metrics/faces.py`, `metrics/` or, for several, `metrics/{faces,wrapping}.py`."""

TARGET = re.compile(r"`make(?: ([a-z-]+))?[ `]")
COMMAND = re.compile(r"(?:`|\$ |\.venv/bin/|\$\(bin\)/)briefs ([a-z]+)\b")
CODE = re.compile(r"\"(B\d{3})\"")


def named(text: str) -> set[str]:
    """Every path that a text names, with braces written out."""
    return {path for match in PATH.findall(text) for path in spelled_out(match)}


def spelled_out(path: str) -> list[str]:
    braces = re.search(r"\{([^}]+)\}", path)
    return [path.replace(braces.group(), word) for word in braces.group(1).split(",")] if braces else [path]


def told() -> list[str]:
    """What ARCHITECTURE.md must name: each module, and each package by its folder."""
    return [module.name.removesuffix("__init__.py") for module in modules() if module.name != "__init__.py"]


def test_architecture_names_every_module() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert [name for name in told() if name not in named(text)] == []


def test_architecture_names_no_module_that_is_gone() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert sorted(name for name in named(text) if name.endswith(".py") and not exists(name)) == []


def exists(name: str) -> bool:
    return (PACKAGE / name).is_file() or (ROOT / name).is_file()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_command_of_a_document_exists(document: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)) | {""}
    assert set(TARGET.findall((ROOT / document).read_text(encoding="utf-8"))) - targets == set()


@pytest.mark.parametrize("document", [*DOCUMENTS, "Makefile", ".github/workflows/regenerate.yml"])
def test_every_command_of_a_document_exists(document: str) -> None:
    assert set(COMMAND.findall((ROOT / document).read_text(encoding="utf-8"))) - set(COMMANDS) == set()


def test_commands_are_found_in_prose_scripts_and_workflows() -> None:
    text = "`briefs build`, $ briefs check, $(bin)/briefs regenerate, .venv/bin/briefs archive; the briefs that ship"
    assert set(COMMAND.findall(text)) == {"build", "check", "regenerate", "archive"}


def test_every_diagnostic_code_is_used_and_known() -> None:
    used = {code for module in modules() if module.name != "codes.py" for code in CODE.findall(module.text)}
    assert used == set(CODES)


def test_paths_are_found_in_prose_and_trees() -> None:
    text = "    metrics/      widths\nsee `briefs/metrics/{faces,wrapping}.py` and `load/`, tests/office/look.py, and/or"
    assert {"metrics/", "metrics/faces.py", "metrics/wrapping.py", "load/"} <= named(text)
    assert "and/" not in named(text)
