"""A term's first use in the prose of a product is defined, in the way that its brief asks for, and nowhere else."""

from dataclasses import replace

import pytest

from briefs.compose import deck, document
from briefs.compose.flow import within
from briefs.model.content import Selection
from briefs.model.document import Document, Paragraph
from briefs.model.nodes import Cell, Division, Item, ItemList, Row, Table
from briefs.model.runs import plain
from tests.compose.build import MARK, brief, entry, line, para, section, selection, term, use
from tests.compose.deck.board import GEOMETRY, slide

HOP = use("term", "hop", "hop")
WRITTEN = section(
    "s",
    "S",
    Division(
        2,
        line("A ", HOP),
        (Table(("left",), Row((Cell(line("T"), MARK),), MARK), (Row((Cell(line(HOP), MARK),), MARK),), MARK),),
        MARK,
    ),
    para("One ", HOP, " and another ", HOP, "."),
    para("A third ", HOP, "."),
    slide("said", "A slide says what it says", "bullets", ItemList(False, 1, (Item((para("One ", HOP, "."),), MARK),), MARK)),
)
CHOSEN: Selection = selection(WRITTEN, terms=(replace(term("hop"), definition="A step on the way."),))


def made(definitions: str) -> Document:
    spec = replace(brief(entry("s")), definitions=definitions)
    return document(CHOSEN, spec, {})[0]


def paragraphs(product: Document) -> list[str]:
    return [plain(block.content) for block in product.blocks if isinstance(block, Paragraph)]


def test_nothing_is_defined_unless_the_brief_asks_for_it() -> None:
    assert paragraphs(made("none"))[-2:] == ["One hop and another hop.", "A third hop."]
    assert made("none").notes == ()


def test_the_first_use_in_the_prose_is_defined_in_brackets_and_no_other() -> None:
    assert paragraphs(made("text"))[-2:] == ["One hop (a step on the way) and another hop.", "A third hop."]


def test_as_a_footnote_the_text_keeps_its_words() -> None:
    product = made("footnote")
    assert [plain(note) for note in product.notes] == ["Hop: A step on the way."]
    assert "One hop and another hop." in paragraphs(product)[-2].replace("[1]", "")


@pytest.mark.parametrize("definitions", ["text", "footnote"])
def test_a_slide_has_the_definition_in_its_notes(definitions: str) -> None:
    spec = replace(brief(entry("s")), definitions=definitions, formats=("pptx",))
    notes = [note for sheet in deck(CHOSEN, spec, {}, GEOMETRY)[0].slides for note in sheet.notes]
    assert notes.count("Hop: A step on the way.") == 1


@pytest.mark.parametrize(
    ("definition", "bracketed"),
    [("A step.", "a step"), ("An ID.", "an ID"), ("Azure's store.", "Azure's store"), ("GPUs that wait.", "GPUs that wait")],
)
def test_a_definition_fits_into_a_sentence(definition: str, bracketed: str) -> None:
    assert within(definition) == bracketed
