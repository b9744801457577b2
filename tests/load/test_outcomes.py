"""A service's result is derived: the worst of the latest results of its items, not run when there are none."""

from pathlib import Path

import pytest

from briefs.model.content import Corpus
from briefs.model.records import PlainField
from tests.load.projects import read

SERVICE = (
    "team: t, what: W., category: C, integration: none, protocol: P., network: N., "
    "blocker: B., enablement: E., phase: Now, lead: Us"
)
FILES: dict[str, str | bytes] = {
    "vocabulary.yaml": "choices: {phases: [Now], leads: [Us], integrations: [none]}\n",
    "registers/services.yaml": f"""\
register: services
audience: all
records:
  - {{id: disk, title: Disk, owner: Sales lead, {SERVICE}}}
  - {{id: tape, title: Tape, owner: Sales lead, {SERVICE}}}
""",
    "registers/checklist.yaml": """\
register: checklist
audience: all
records:
  - {id: spins, title: It spins, owner: Sales lead, service: disk, what: W., pass: P.}
  - {id: stops, title: It stops, owner: Sales lead, service: disk, what: W., pass: P.}
""",
}


def outcome(corpus: Corpus, register: str, record: str) -> str:
    """The derived result of one record, as it prints."""
    records = {item.id: item for item in corpus.registers[register].records}
    field = records[record].fields["result"]
    assert isinstance(field, PlainField)
    return field.text


def with_results(folder: Path, *rows: tuple[str, str, str]) -> Corpus:
    """The project with results of (item, status, date), in this order."""
    lines = [f'  - {{item: {item}, status: {status}, date: "{day}", by: Sales lead}}' for item, status, day in rows]
    results = "\n".join(["register: results", "audience: all", "records:", *lines]) + "\n"
    corpus, found = read(folder, {**FILES, "registers/results.yaml": results})
    assert not found
    return corpus


def test_without_any_result_a_service_has_not_run(tmp_path: Path) -> None:
    corpus, found = read(tmp_path, FILES)
    assert not found
    assert outcome(corpus, "services", "disk") == outcome(corpus, "checklist", "spins") == "not run"


@pytest.mark.parametrize(
    ("one", "other", "worst"),
    [
        ("pass", "pass", "pass"),
        ("pass", "not-run", "not run"),
        ("not-run", "blocked", "blocked"),
        ("blocked", "fail", "fail"),
        ("fail", "pass", "fail"),
    ],
)
def test_a_service_shows_the_worst_of_its_items(one: str, other: str, worst: str, tmp_path: Path) -> None:
    corpus = with_results(tmp_path, ("spins", one, "2026-11-20"), ("stops", other, "2026-11-20"))
    assert outcome(corpus, "services", "disk") == worst


def test_an_item_that_was_never_run_holds_its_service_back(tmp_path: Path) -> None:
    corpus = with_results(tmp_path, ("spins", "pass", "2026-11-20"))
    assert outcome(corpus, "services", "disk") == "not run"


def test_a_later_day_outdoes_an_earlier_one_wherever_it_stands(tmp_path: Path) -> None:
    corpus = with_results(tmp_path, ("spins", "pass", "2026-11-21"), ("spins", "fail", "2026-11-20"))
    assert outcome(corpus, "checklist", "spins") == "pass"


def test_of_two_results_of_one_day_the_later_entry_counts(tmp_path: Path) -> None:
    corpus = with_results(tmp_path, ("spins", "pass", "2026-11-20"), ("spins", "fail", "2026-11-20"))
    assert outcome(corpus, "checklist", "spins") == "fail"


def test_a_service_without_items_is_not_touched_by_the_results_of_others(tmp_path: Path) -> None:
    corpus = with_results(tmp_path, ("spins", "fail", "2026-11-20"), ("stops", "pass", "2026-11-20"))
    assert outcome(corpus, "services", "tape") == "not run"


def test_a_date_is_read_as_a_day_and_printed_in_words(tmp_path: Path) -> None:
    day = with_results(tmp_path, ("spins", "pass", "2026-11-23")).registers["results"].records[0].fields["date"]
    assert isinstance(day, PlainField)
    assert (day.key, day.text) == ("2026-11-23", "23 November 2026")
