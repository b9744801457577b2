"""Tests that need a program which is not here are skipped aloud, or fail in CI; properties never fail for a busy machine."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.office import programs

# A shared machine stalls at times, and CI has to say the same of the same commit each time.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("house"), derandomize=True, database=None)
# `pytest --hypothesis-profile thorough` for a long look at everything that reads what authors type.
settings.register_profile("thorough", settings.get_profile("house"), max_examples=27_500)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--trees", type=int, default=2000, help="random content trees that the proofs carry to finished files")
    parser.addoption("--accept", action="store_true", help="write new goldens instead of comparing; look at the change first")


def pytest_runtest_setup(item: pytest.Item) -> None:
    programs.require({marker.name for marker in item.iter_markers()})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    absent = programs.missing(set(programs.NEEDS))
    if absent:
        terminalreporter.write_line(f"NOT PROVEN HERE: {', '.join(absent)} not installed", red=True, bold=True)
