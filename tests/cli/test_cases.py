"""Complaints of commands about files, folders and machines: what is done, and what the last command says, in `cases/`."""

import shlex
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.load.projects import cases

pytestmark = pytest.mark.slow
FILE = Path(__file__).parent / "cases/commands.txt"


def report(text: str, briefs: Run, folder: Path) -> str:
    """Each line is a command, or `write FILE TEXT`; the complaints of the last."""
    said = ""
    for first, *words in map(shlex.split, text.splitlines()):
        if first == "write":
            (folder / words[0]).write_text(words[1], "utf-8")
        else:
            said = briefs(*words).stderr
    return said.removesuffix("\n")


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, said, id=title) for title, text, said in cases(FILE)])
def test_a_command_answers_as_its_case_says(text: str, expected: str, briefs: Run, library: Path) -> None:
    assert report(text, briefs, library) == expected
