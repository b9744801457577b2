"""Tests that need a program which is not here are skipped aloud, or fail in CI."""

import pytest

from tests.office import programs


def pytest_runtest_setup(item: pytest.Item) -> None:
    programs.require({marker.name for marker in item.iter_markers()})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    absent = programs.missing(set(programs.NEEDS))
    if absent:
        terminalreporter.write_line(f"NOT PROVEN HERE: {', '.join(absent)} not installed", red=True, bold=True)
