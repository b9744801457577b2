"""Whatever a section holds: notes and marks agree, links have their places, places are unique, no heading stands alone."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.compose import document
from briefs.model.audience import Audience
from briefs.model.document import Card, Document, Heading, Reference, TableRow
from briefs.model.nodes import (
    Block,
    Callout,
    Cell,
    Division,
    Footnote,
    Group,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Row,
    SlideBlock,
    Span,
    Styled,
    Table,
    ViewCall,
)
from briefs.model.runs import Anchor, NoteMark
from tests.compose.build import (
    ENGINEER,
    EXECUTIVE,
    MARK,
    brief,
    cite,
    entry,
    fact,
    line,
    para,
    part,
    section,
    selection,
    source,
    term,
    text,
    use,
)
from tests.compose.test_document import ASKS, TEAMS
from tests.compose.test_views import VIEWS

WORDS = st.sampled_from(["a", "b c ", " d", ". ", " "]).map(text)
REFERENCES = st.sampled_from(
    [
        use("term", "t", "term"),
        use("fact", "f", "8"),
        use("section", "s1", "S1"),
        use("section", "s9", "S9"),
        use("ask", "scale", "Ask"),
    ]
)
LEAVES: st.SearchStrategy[Inline] = st.one_of(WORDS, REFERENCES, st.sampled_from([cite("f"), cite("g")]))
NOTE = st.lists(LEAVES, min_size=1, max_size=2).map(lambda inner: Footnote((Paragraph(tuple(inner), MARK),), MARK))


def wrapped(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    children = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        children.map(lambda kids: Styled("strong", kids, MARK)), children.map(lambda kids: Span(kids, MARK, "target", "Lead"))
    )


INLINE = st.lists(st.one_of(st.recursive(LEAVES, wrapped, max_leaves=4), NOTE), max_size=5).map(tuple)
PARAGRAPH = INLINE.map(lambda children: Paragraph(children, MARK))
VIEW = st.sampled_from(["matrix", "cards", "one-page"]).map(lambda shape: ViewCall("asks", shape, (), (), "", "", "", MARK))
NOTHING = st.sampled_from(
    [ViewCall("none", "matrix", (), (), "", "", "", MARK), SlideBlock("s", (), "bullets", (para("x"),), (), MARK)]
)
TABLE = st.lists(INLINE, max_size=2).map(
    lambda cells: Table(
        ("left",), Row((Cell(line("H"), MARK),), MARK), tuple(Row((Cell(cell, MARK),), MARK) for cell in cells), MARK
    )
)


def nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        several.map(lambda kids: Group(kids, MARK)),
        several.map(lambda kids: Quote(kids, MARK)),
        several.map(lambda kids: Callout("decision", line("D"), kids, MARK)),
        several.map(lambda kids: ItemList(True, 1, (Item(kids, MARK), Item((), MARK)), MARK)),
    )


BLOCKS = st.lists(st.recursive(st.one_of(PARAGRAPH, VIEW, NOTHING, TABLE), nested, max_leaves=6), max_size=4).map(tuple)
DIVISION = st.tuples(st.integers(2, 4), BLOCKS).map(lambda pair: Division(pair[0], line("Below"), pair[1], MARK))
SECTION = st.tuples(BLOCKS, st.lists(DIVISION, max_size=2)).map(lambda pair: (*pair[0], *pair[1]))


def below(value: object) -> Iterator[object]:
    """A value and every dataclass below it, in order."""
    if isinstance(value, tuple):
        for item in value:
            yield from below(item)
    elif is_dataclass(value):
        yield value
        for item in fields(value):
            yield from below(getattr(value, item.name))


def composed(bodies: list[tuple[Block, ...]], audience: Audience) -> Document:
    sections = [section(f"s{number}", f"Section {number}", *body) for number, body in enumerate(bodies)]
    chosen = selection(
        *sections,
        audience=audience,
        terms=(term("t"),),
        sources=(source("p"), source("q")),
        facts=(fact("f", "p"), fact("g", "q")),
        registers=(ASKS, TEAMS),
        briefs=(brief(entry("s9"), identity="other", title="Other"),),
    )
    parts = (part("sources"), *(entry(item.id) for item in sections), part("terminology"), part("asks"))
    product, faults = document(chosen, brief(*parts), VIEWS)
    assert {fault.code for fault in faults} <= {"B407"}
    return product


@settings(max_examples=150, deadline=None)
@given(st.lists(SECTION, min_size=1, max_size=3), st.sampled_from([ENGINEER, EXECUTIVE]))
def test_whatever_a_section_holds_the_document_is_whole(bodies: list[tuple[Block, ...]], audience: Audience) -> None:
    made = composed(bodies, audience)
    nodes = list(below(made.blocks))
    marks = [node.number for node in nodes if isinstance(node, NoteMark)]
    assert marks == list(range(1, len(made.notes) + 1))
    assert not any(isinstance(node, NoteMark) for node in below(made.notes))
    places = [node.anchor for node in nodes if isinstance(node, (Heading, TableRow, Card, Reference)) and node.anchor]
    assert len(places) == len(set(places))
    assert {node.id for node in nodes if isinstance(node, Anchor)} <= set(places)
    following = [*made.blocks[1:], None]
    for block, after in zip(made.blocks, following, strict=True):
        if isinstance(block, Heading):
            assert after is not None
            assert not isinstance(after, Heading) or after.level > block.level
