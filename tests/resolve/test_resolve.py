"""Resolve: drafts go, facts get the text that prints, terms the name that each audience reads."""

from dataclasses import replace
from decimal import Decimal

import pytest

from briefs.model.content import Corpus
from briefs.model.facts import Named
from briefs.model.records import RefsField
from briefs.resolve import printed, resolve
from tests.select.trees import EVERYONE, grow


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return grow(7, 2).corpus


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("8", "GB", "8\u00a0GB"),
        ("4000", "MiB", "4,000\u00a0MiB"),
        ("71", "%", "71%"),
        ("3", "x", "3x"),
        ("1240", "1", "1,240"),
        ("0.50", "GB/s", "0.50\u00a0GB/s"),
        ("1E+3", "", "1,000"),
    ],
)
def test_a_value_prints_with_its_unit(value: str, unit: str, text: str) -> None:
    assert printed(Decimal(value), unit) == text


def test_drafts_are_gone_and_nothing_names_them(corpus: Corpus) -> None:
    draft = next(item for item in corpus.registers["asks"].records if item.status == "draft")
    first = corpus.registers["asks"].records[0]
    naming = replace(first, fields={**first.fields, "needs": RefsField("ask", (draft.id, first.id), first.mark)})
    register = replace(corpus.registers["asks"], records=(naming, draft))
    resolved = resolve(replace(corpus, registers={"asks": register}))
    assert draft.id not in repr(resolved.registers)
    assert [section.draft for section in resolved.sections.values()] == [False, False]
    assert [brief.draft for brief in resolved.briefs.values()] == [False]


def test_each_reader_of_a_term_and_nobody_else_has_its_name(corpus: Corpus) -> None:
    resolved = resolve(corpus)
    for term in resolved.terms.values():
        for audience in EVERYONE:
            assert ((audience, term.id) in resolved.names) == (audience in term.mark.readers)


def test_a_name_that_is_not_settled_stops_the_build(corpus: Corpus) -> None:
    key, term = next(iter(corpus.terms.items()))
    everyone = replace(term, mark=replace(term.mark, tag=None))
    for names in ((Named("red", "a"), Named("blue", "b"), Named("chief", "c")), (Named("red", "a"),)):
        with pytest.raises(ValueError, match=r"\d names for"):
            resolve(replace(corpus, terms={key: replace(everyone, names=names)}))


def test_facts_without_a_value_have_no_text(corpus: Corpus) -> None:
    key, fact = next(iter(corpus.facts.items()))
    resolved = resolve(replace(corpus, facts={key: replace(fact, value=None, unit="")}))
    assert resolved.values == {}
    assert resolve(corpus).values[key] == "8"
