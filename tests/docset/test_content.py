"""The content is as large and as shared as the doc set needs."""

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


def test_registers_hold_what_the_products_are_made_of(corpus: Corpus) -> None:
    assert [record.id for record in corpus.registers["workloads"].records] == [f"W{number}" for number in range(1, 11)]
    assert len(corpus.terms) >= 40
    assert records(corpus, "services") >= 28
    assert records(corpus, "asks") >= 20
    teams = {target for ask in corpus.registers["asks"].records for target in getattr(ask.fields["team"], "ids", ())}
    assert len(teams) >= 8
    assert all(records(corpus, name) for name in ("assumptions", "non-goals", "milestones", "risks"))


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
