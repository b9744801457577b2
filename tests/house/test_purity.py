"""Nothing but `project.py` reads the clock, the environment or the network, and nothing but the command line speaks."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.sources import Module, modules

DOOR = "project.py"
SPEAKERS = ("cli/", "cli.py", "metrics/extract.py", "brandbook.py")
"""The commands: the product's own, and the developer's two."""

CLOCKS = {
    "time",
    "random",
    "secrets",
    "socket",
    "urllib.request",
    "http.client",
    "requests",
    "getpass",
    "platform",
    "locale",
}
"""Modules whose whole use is to bring something from outside that another machine, or another day, brings otherwise."""

READS = {
    "uuid1",
    "uuid4",
    "now",
    "today",
    "utcnow",
    "environ",
    "environb",
    "getenv",
    "cwd",
    "getcwd",
    "home",
    "expanduser",
    "cpu_count",
    "sched_getaffinity",
    "gethostname",
    "getlogin",
}
"""Attributes of standard modules that read the clock, the environment or the machine."""

OUTSIDE = {"date", "datetime", "os", "Path", "path", "pathlib", "multiprocessing", "uuid"}
"""What those attributes are read from; `project.today()` is the door itself and may be used by the command line."""


def imported(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def reads(module: Module) -> Iterator[str]:
    """Places at which a module looks outside."""
    for statement, name in imported(module.tree):
        if name in CLOCKS or (name.split(".")[0] in {"os", "datetime", "uuid"} and name.split(".")[-1] in READS):
            yield f"{module.at(statement)} imports {name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and node.attr in READS and source(node.value) in OUTSIDE:
            yield f"{module.at(node)} reads {node.attr}"


def source(value: ast.expr) -> str:
    """The last name of what an attribute is taken from: `os` of os.environ, `datetime` of datetime.datetime.now."""
    return value.id if isinstance(value, ast.Name) else value.attr if isinstance(value, ast.Attribute) else ""


def speaks(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"print", "input"}:
            yield f"{module.at(node)} calls {node.func.id}"
        if isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr", "stdin"} and source(node.value) == "sys":
            yield f"{module.at(node)} uses sys.{node.attr}"


def test_only_the_door_reads_clock_environment_and_network() -> None:
    assert [place for module in modules() if module.name != DOOR for place in reads(module)] == []


def test_only_the_command_line_speaks() -> None:
    assert [place for module in modules() if not module.name.startswith(SPEAKERS) for place in speaks(module)] == []


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.environ['X']",
        "from os import getenv",
        "import time",
        "from datetime import date\ndate.today()",
        "import datetime\ndatetime.datetime.now()",
        "from pathlib import Path\nPath.home()",
        "from urllib.request import urlopen",
    ],
)
def test_the_rule_finds_what_it_is_for(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module = modules()[0]
    monkeypatch.setattr(Module, "text", code)
    assert len(list(reads(module))) >= 1
