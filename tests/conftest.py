"""Tests that need a program which is not here are skipped aloud, or fail in CI; properties never fail for a busy machine."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.office import programs
from tests.proof.budget import Spent, processor_time, spent

# A shared machine stalls at times, and CI has to say the same of the same commit each time.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("house"), derandomize=True, database=None)
# `pytest --hypothesis-profile thorough` for a long look at everything that reads what authors type.
settings.register_profile("thorough", settings.get_profile("house"), max_examples=27_500)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--trees", type=int, default=2000, help="random content trees that the proofs carry to finished files")
    parser.addoption("--places", type=int, default=20, help="places of the real content changed one by one; 0 for all of them")
    parser.addoption("--accept", action="store_true", help="write new goldens instead of comparing; look at the change first")


def pytest_runtest_setup(item: pytest.Item) -> None:
    programs.require({marker.name for marker in item.iter_markers()})


class Meter:
    """Notes on each report how much processor time its phase used; the notes travel with it to the process that prints."""

    def __init__(self) -> None:
        self.before = processor_time()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self) -> Iterator[None]:
        report = yield
        now = processor_time()
        report.processor, self.before = now - self.before, now
        return report


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Meter())


def proofs(terminalreporter: pytest.TerminalReporter) -> Spent:
    return spent(item for items in terminalreporter.stats.values() for item in items)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and proofs(reporter).over and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    took = proofs(terminalreporter)
    if took.tests:
        terminalreporter.write_line(str(took), red=took.over, bold=took.over)
    absent = programs.missing(set(programs.NEEDS))
    if absent:
        terminalreporter.write_line(f"NOT PROVEN HERE: {', '.join(absent)} not installed", red=True, bold=True)
