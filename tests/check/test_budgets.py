"""Budgets: what a product may weigh, and what is said of one that weighs more."""

from dataclasses import replace

import pytest

from briefs.check.budgets import budgets
from briefs.check.readability import grade, jargon, syllables
from briefs.model.content import Brief, Budgets
from briefs.model.deck import BulletsBody, Deck, Slide
from briefs.model.document import Callout, Document, Heading, ListBlock, Paragraph, Table, TableRow, Uses
from briefs.model.runs import Run
from tests.check.products import BRIEF, META, SELECTION, slide


def document(*blocks: object, words: int = 0, terms: tuple[str, ...] = ()) -> Document:
    return Document(META, blocks, (), words, Uses(terms=terms))  # type: ignore[arg-type]


def para(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def complaints(limits: Budgets, product: Document | Deck) -> list[str]:
    brief: Brief = replace(BRIEF, budgets=limits)
    return [str(item) for item in budgets(brief, product, SELECTION)]


def test_a_product_within_its_budgets_is_not_complained_of() -> None:
    limits = Budgets(words=4, slides=1, appendix_slides=1, grade=20, jargon_per_100_words=100)
    assert complaints(limits, document(para("Four words are here."), words=4)) == []
    assert complaints(limits, Deck(META, (slide(), slide(appendix=True)), 0)) == []


def test_a_brief_without_budgets_may_weigh_anything() -> None:
    assert complaints(Budgets(), document(para("word " * 5000), words=5000)) == []


def test_too_many_words_name_the_headings_that_weigh_most() -> None:
    blocks = [Heading(1, "", (Run("Short"),), "a"), para("one two"), Heading(1, "", (Run("Long"),), "b"), para("a b c d e f")]
    assert complaints(Budgets(words=7), document(*blocks, words=1234)) == [
        "content/briefs/x.yaml:1:1: error[B406]: x@sales has 1,234 words, its budget is 7\n"
        "    hint: heaviest are 'Long' (6), 'Short' (2)"
    ]


def test_slides_and_appendix_are_counted_apart() -> None:
    deck = Deck(META, (slide(), slide(), slide(appendix=True), slide(appendix=True), slide(appendix=True)), 0)
    first, second = complaints(Budgets(slides=1, appendix_slides=2), deck)
    assert "x@sales has 2 slides up to the closing one, its budget is 1" in first
    assert "x@sales has 3 slides in the appendix, its budget is 2" in second


def test_hard_prose_passes_its_grade() -> None:
    hard = "Interoperability considerations necessitate comprehensive organizational reconfiguration of responsibilities."
    (found,) = complaints(Budgets(grade=10), document(para(hard)))
    assert "reading grade" in found
    assert complaints(Budgets(grade=10), document(para("The cat sat on the mat. It was fat."))) == []


def test_jargon_counts_the_terms_that_the_product_uses() -> None:
    words = document(para("The hop is a Hop, and hops are not."), terms=("hop",))
    (found,) = complaints(Budgets(jargon_per_100_words=10), words)
    assert "22.2 terms of art in 100 words, its budget is 10" in found


def test_prose_leaves_out_headings_tables_and_small_print() -> None:
    hard = "Interoperability considerations necessitate comprehensive reconfiguration."
    table = Table((), (), (TableRow(((Run(hard),),)),), None)
    small = Paragraph((Run(hard),), "small")
    easy = [ListBlock(False, 1, ((para("The cat sat."),),)), Callout("note", (), (para("It was fat."),))]
    assert complaints(Budgets(grade=6), document(Heading(1, "", (Run(hard),), "a"), table, small, *easy)) == []
    assert complaints(Budgets(grade=6), document(Callout("note", (), (para(hard),)))) != []


SYLLABLES = [("cat", 1), ("the", 1), ("table", 2), ("storage", 2), ("area", 2), ("used", 1), ("x", 1)]


@pytest.mark.parametrize(("word", "count"), SYLLABLES)
def test_syllables_are_groups_of_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_kincaids() -> None:
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade([]) == 0
    assert grade(["1, 2, 3."]) == 0


def test_jargon_of_nothing_is_nothing() -> None:
    assert jargon([], ["hop"]) == 0
    assert jargon(["a b"], ["", "hop"]) == 0


def test_a_bullet_is_a_slide_too() -> None:
    assert isinstance(slide(), Slide)
    assert isinstance(slide().body, BulletsBody)
