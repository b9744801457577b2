"""The content is as large and as shared as the doc set needs."""

import json
import os
import subprocess
import sys

import pytest

from briefs.load import load
from briefs.model.content import Corpus
from briefs.model.nodes import Mark
from briefs.model.visibility import with_readers
from briefs.model.walk import walk
from briefs.project import open_project
from briefs.resolve import resolve
from briefs.select import select
from tests.docset.conftest import ROOT


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return with_readers(load(open_project(ROOT / "content"))[0])


def records(corpus: Corpus, register: str) -> int:
    return len(corpus.registers[register].records)


LEAST = {
    "services": 28,
    "asks": 30,
    "workstreams": 10,
    "milestones": 12,
    "risks": 10,
    "assumptions": 12,
    "non-goals": 10,
    "test-cases": 65,
    "checklist": 25,
    "authorization": 15,
    "threats": 25,
    "playbooks": 20,
    "patterns": 6,
    "dr-designs": 4,
    "needs": 10,
}


def test_registers_hold_what_the_products_are_made_of(corpus: Corpus) -> None:
    assert [record.id for record in corpus.registers["workloads"].records] == [f"W{number}" for number in range(1, 11)]
    assert {name: records(corpus, name) for name, least in LEAST.items() if records(corpus, name) < least} == {}
    assert len(corpus.terms) >= 90
    teams = {target for ask in corpus.registers["asks"].records for target in getattr(ask.fields["team"], "ids", ())}
    assert len(teams) == 10
    cases = corpus.registers["test-cases"].records
    gates = [target for case in cases for target in getattr(case.fields["gate"], "ids", ())]
    assert gates.count("azcopy-gate") >= 25
    assert gates.count("sdk-gate") >= 40


def test_each_blocker_of_a_service_yields_an_item_of_the_checklist(corpus: Corpus) -> None:
    services = corpus.registers["services"].records
    assert [record.id for record in services if "blocker" in record.fields and "checklist" not in record.fields] == []


def test_every_item_of_the_backlog_is_delivered_but_for_what_it_leaves_for_later() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from briefs.cli import main; main()", "coverage", "--format", "json"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    items = json.loads(ran.stdout)["items"]
    assert len(items) == 67
    assert [item["id"] for item in items if item["status"] == "missing"] == []
    assert [item["id"] for item in items if item["status"] == "partial" and not item["later"]] == []


def test_sections_are_written_once_for_several_audiences(corpus: Corpus) -> None:
    outlined = {getattr(entry, "section", "") for brief in corpus.briefs.values() for entry in brief.outline}
    shared = [key for key, section in corpus.sections.items() if len(section.mark.readers) >= 2 and key in outlined]
    assert len(shared) >= 10


def test_shared_sections_read_differently_where_it_matters(corpus: Corpus) -> None:
    differing = [
        visit.mark
        for section in corpus.sections.values()
        if len(section.mark.readers) >= 2
        for visit in walk(section.blocks, section.mark.readers)
        if visit.mark.tag and visit.mark.readers < visit.parent
    ]
    assert len(differing) >= 20


def test_one_reference_reads_as_the_codename_for_vast_and_in_words_for_microsoft(corpus: Corpus) -> None:
    resolved = resolve(corpus)
    names = {audience: select(resolved, audience).terms["mor-proxy"].name for audience in corpus.audiences.everyone}
    assert names == {
        "vast-exec": "Tuscany",
        "vast-eng": "Tuscany",
        "microsoft-exec": "migration-on-read proxy",
        "microsoft-eng": "migration-on-read proxy",
    }


def test_every_mark_says_where_it_was_written(corpus: Corpus) -> None:
    marks: list[Mark] = [visit.mark for visit in walk(corpus.sections, frozenset())]
    assert marks
    assert all(mark.origin.path.startswith("content/") and mark.origin.line > 0 and mark.origin.column > 0 for mark in marks)
