"""Budgets: what a product may weigh, and what is said of one that weighs more."""

from dataclasses import replace
from datetime import date

import pytest

from briefs.check.budgets import budgets
from briefs.check.readability import grade, jargon, syllables
from briefs.model.content import Brief, Budgets, PartEntry, Section, SectionEntry
from briefs.model.deck import BulletsBody, Deck, Slide
from briefs.model.document import Callout, Document, Heading, ListBlock, Paragraph, Table, TableRow, Uses
from briefs.model.nodes import Block, Division, Inline, Item, ItemList, Mark, SlideBlock, Styled, Text
from briefs.model.nodes import Paragraph as Written
from briefs.model.origin import Origin
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
        "content/briefs/x.yaml:1:1: error[B406]: x@sales has 1,234 words, 1,227 more than its budget of 7\n"
        "    hint: heaviest are 'Long' (7), 'Short' (3)"
    ]


def test_a_budget_is_complained_of_at_the_line_that_sets_it() -> None:
    limits = Budgets(words=7, places={"words": Origin("content/briefs/x.yaml", 12, 19)})
    (found,) = complaints(limits, document(para("one"), words=8))
    assert found.startswith("content/briefs/x.yaml:12:19: error[B406]: x@sales has 8 words, 1 more than its budget of 7")


def test_slides_and_appendix_are_counted_apart() -> None:
    deck = Deck(META, (slide(), slide(), slide(appendix=True), slide(appendix=True), slide(appendix=True)), 0)
    first, second = complaints(Budgets(slides=1, appendix_slides=2), deck)
    assert "x@sales has 2 slides up to the closing one, 1 more than its budget of 1" in first
    assert "x@sales has 3 slides in the appendix, 1 more than its budget of 2" in second


def test_hard_prose_passes_its_grade() -> None:
    hard = "Interoperability considerations necessitate comprehensive organizational reconfiguration of responsibilities."
    (found,) = complaints(Budgets(grade=10), document(para(hard)))
    assert "reading grade" in found
    assert complaints(Budgets(grade=10), document(para("The cat sat on the mat. It was fat."))) == []


def test_jargon_counts_the_terms_that_the_product_uses() -> None:
    words = document(para("The hop is a Hop, and steps are not."), terms=("hop",))
    (found,) = complaints(Budgets(jargon_per_100_words=10), words)
    assert "22.2 terms of art in 100 words, 12.2 more than its budget of 10" in found


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


def mark(line: int, column: int = 1) -> Mark:
    return Mark(Origin("content/sections/s.md", line, column))


def written(line: int, *parts: str | Inline) -> Written:
    return Written(tuple(Text(part, mark(line)) if isinstance(part, str) else part for part in parts), mark(line))


def complaints_of(limits: Budgets, *blocks: Block, title: str = "S", deck: bool = False, heading: str = "") -> list[str]:
    """What is said of a brief of one section and one part."""
    section = Section("s", (Text(title, mark(2, 8)),), (), "Sales lead", date(2026, 11, 20), False, blocks, mark(1))
    entries = (SectionEntry("s", ("shown",), mark(1)), PartEntry("asks", heading, Mark(Origin("content/briefs/x.yaml", 9, 5))))
    selection = replace(SELECTION, sections={"s": section})
    product = Deck(META, (slide(),), 0) if deck else document()
    return [str(item) for item in budgets(replace(BRIEF, outline=entries, budgets=limits), product, selection)]


def test_a_long_sentence_is_complained_of_where_it_begins() -> None:
    text = "Short here.\nShort there. A sentence that has\nall of eight words."
    assert complaints_of(Budgets(sentence_words=7), written(10, text)) == [
        "content/sections/s.md:11:14: error[B420]: a sentence of 8 words, 1 more than 'x' takes: 'A sentence that has all of …'\n"
        "    hint: make two of it"
    ]
    assert complaints_of(Budgets(sentence_words=8), written(10, text)) == []


def test_a_sentence_goes_on_through_what_is_stressed_and_through_items_of_lists_it_does_not() -> None:
    stressed = Styled("strong", (Text("three four", mark(4, 9)),), mark(4, 9))
    (found,) = complaints_of(Budgets(sentence_words=5), written(4, "One two ", stressed, " five six."))
    assert found.startswith("content/sections/s.md:4:1: error[B420]: a sentence of 6 words")
    items = tuple(Item((written(line, "One two three"),), mark(line)) for line in (5, 6))
    assert complaints_of(Budgets(sentence_words=3), ItemList(False, 1, items, mark(5))) == []
    assert len(complaints_of(Budgets(sentence_words=2), ItemList(False, 1, items, mark(5)))) == 2


def test_numbers_and_dashes_make_no_sentences_or_words() -> None:
    assert complaints_of(Budgets(sentence_words=5), written(3, "At 4.5 GB – or more.")) == []


def test_titles_are_those_of_headings_and_of_the_outline() -> None:
    inner = Division(2, (Text("Four words of heading", mark(7, 4)),), (written(8, "Text."),), mark(7))
    found = complaints_of(Budgets(title_words=3), inner, title="Four words of title", heading="Four words of asks")
    assert [item.partition(": ")[0] for item in found] == [
        "content/sections/s.md:2:8",
        "content/sections/s.md:7:4",
        "content/briefs/x.yaml:9:5",
    ]
    assert "error[B421]: a title of 4 words, 1 more than 'x' takes: 'Four words of title'" in found[0]


def test_a_deck_is_judged_by_its_own_slides_and_a_document_by_none() -> None:
    slides = [
        SlideBlock(
            name, (Text("Four words of title", mark(line)),), "bullets", (written(line + 1, "Two words."),), (), mark(line)
        )
        for name, line in (("shown", 20), ("other", 30))
    ]
    inner = Division(2, (Text("Two words", mark(7)),), (*slides, written(8, "Just three words.")), mark(7))
    limits = Budgets(title_words=1, sentence_words=1)
    places = [item.partition(": ")[0] for item in complaints_of(limits, inner, deck=True)]
    assert places == ["content/sections/s.md:21:1", "content/sections/s.md:20:1"]
    places = [item.partition(": ")[0] for item in complaints_of(limits, inner)]
    assert places == ["content/sections/s.md:8:1", "content/sections/s.md:7:1"]


def test_each_limit_names_the_sections_that_weigh_most() -> None:
    hard = "Interoperability considerations necessitate comprehensive reconfiguration of the hop."
    blocks = [Heading(1, "", (Run("Easy"),), "a"), para("The cat sat."), Heading(1, "", (Run("Hard"),), "b"), para(hard)]
    (found,) = complaints(Budgets(grade=6), document(*blocks))
    assert "heaviest are 'Hard' (" in found
    (found,) = complaints(Budgets(jargon_per_100_words=1), document(*blocks, terms=("hop",)))
    assert "heaviest are 'Hard' (1)" in found
    (found,) = complaints(Budgets(slides=1), Deck(META, (slide(), slide()), 0))
    assert "heaviest are 'Main' (2)" in found


def test_words_of_lists_and_callouts_weigh_and_tables_of_views_do_not() -> None:
    table = Table((), (), (TableRow(((Run("a b c d e f g"),),)),), None)
    lists = ListBlock(False, 1, ((para("one two"),), (para("three"),)))
    blocks = [Heading(1, "", (Run("S"),), "a"), lists, Callout("note", (Run("T"),), (para("four"),)), replace(table, role="view")]
    (found,) = complaints(Budgets(words=1), document(*blocks, words=6))
    assert "heaviest are 'S' (6)" in found
