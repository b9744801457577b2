"""`briefs result record`: appended, validated, under a lock; what was there before stays byte for byte."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.running import Run, shown_words

SERVICES = """register: services
audience: [librarians]
records:
  - id: doors
    title: Doors
    owner: Head of buildings
    status: open
    team: primary-schools
    category: Buildings
    what: They open.
    integration: key
    protocol: None
    network: None
    blocker: A key is missing.
    enablement: A key is made.
    phase: This year
    lead: Library
    checklist: [doors-open, doors-k9]
"""
CHECKLIST = """register: checklist
audience: [librarians]
records:
  - {id: doors-open, title: Doors open, owner: Head, status: open, service: doors, what: They open., pass: They opened.}
  - {id: doors-k9, title: Dogs stay out, owner: Head, status: open, service: doors, what: They stay., pass: They stayed.}
"""


@pytest.fixture
def item(library: Path) -> str:
    """An item of a checklist, made here: the library has none."""
    registers = library / "content/registers"
    (registers / "services.yaml").write_text(SERVICES, "utf-8")
    (registers / "checklist.yaml").write_text(CHECKLIST, "utf-8")
    words = library / "content/vocabulary.yaml"
    words.write_text(words.read_text("utf-8").replace("choices:", "choices:\n  integrations: [key]"), "utf-8")
    return "doors-open"


def test_a_result_is_appended_and_nothing_else_changes(briefs: Run, library: Path, item: str) -> None:
    run = ("result", "record", item, "--date", "2026-11-20", "--by", "Head of buildings")
    first = briefs(*run, "--status", "fail", "--evidence", "Log of the first run")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == f"recorded {item}: fail on 2026-11-20 in content/registers/results.yaml:5\n"
    register = library / "content/registers/results.yaml"
    register.write_text(register.read_text("utf-8").replace("  - item", "  # the first\n  - item"), "utf-8")
    before = register.read_text("utf-8")
    assert briefs(*run, "--status", "pass", "--evidence", 'Run "two": better').returncode == 0
    after = register.read_text("utf-8")
    assert after.startswith(before)
    added = [
        "item: doors-open",
        "status: pass",
        'date: "2026-11-20"',
        'evidence: "Run \\"two\\": better"',
        'by: "Head of buildings"',
    ]
    assert [line.strip(" -") for line in after[len(before) :].splitlines()] == added
    assert briefs("check").returncode == 0


def test_the_id_of_an_item_and_the_place_of_its_evidence_may_hold_numbers(briefs: Run, item: str) -> None:
    words = ("--status", "pass", "--date", "2026-11-20", "--by", "Head", "--evidence")
    assert briefs("result", "record", "doors-k9", *words, "runs/42/fio-7.json").returncode == 0
    assert briefs("result", "record", item, *words, "release 5.4.1, run-1 of 20 runs").returncode == 0
    made = briefs("check")
    assert (made.returncode, made.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("door-open", "--status", "pass", "--evidence", "x"), "unknown item 'door-open' of the checklist"),
        (("doors-open", "--status", "pass"), "'pass' needs its evidence"),
        (
            ("doors-open", "--status", "pass", "--evidence", "x", "--date", "2999-01-01"),
            "a result of 2999-01-01 is in the future",
        ),
        (("doors-open", "--status", "pass", "--evidence", "x", "--by", " "), "a result needs the role that answers for it"),
        (("doors-open", "--status", "pass", "--evidence", "x", "--by", " "), 'hint: as in --by "Head"'),
        (("doors-open", "--status", "pass", "--evidence", "See [[fact:nowhere"), "error"),
    ],
)
def test_what_cannot_be_recorded_is_refused_and_nothing_is_written(
    briefs: Run, library: Path, item: str, words: tuple[str, ...], says: str
) -> None:
    made = briefs("result", "record", "--date", "2026-11-20", "--by", "Head", *words)
    assert made.returncode == 1
    assert says in made.stderr
    assert not (library / "content/registers/results.yaml").exists()
    assert item == "doors-open"


def test_an_unknown_status_is_a_usage_error_that_names_the_known_ones(briefs: Run, item: str) -> None:
    made = briefs("result", "record", item, "--status", "good", "--date", "2026-11-20", "--by", "Head")
    assert made.returncode == 2
    assert "fail" in shown_words(made.stderr)
    assert "not-run" in shown_words(made.stderr)


def test_of_many_at_once_none_is_lost(briefs: Run, library: Path, item: str) -> None:
    def run(number: int) -> int:
        words = ("--status", "pass", "--date", "2026-11-20", "--evidence", f"run {number}", "--by", "Head")
        return briefs("result", "record", item, *words).returncode

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(run, range(6))) == {0}
    written = (library / "content/registers/results.yaml").read_text("utf-8")
    assert sorted(re.findall(r"run (\d)", written)) == list("012345")
