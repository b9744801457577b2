"""What is left of a line when spans of it are hidden: no doubled space, none before a full stop, no empty paragraph."""

from dataclasses import replace

import pytest

from briefs.model import nodes as n
from briefs.model.audience import Tag
from briefs.model.content import Section
from briefs.model.origin import Origin
from briefs.model.visibility import with_readers
from briefs.resolve import resolve
from briefs.select import select
from tests.select.trees import DAY, Grown, grow

PLACE = Origin("content/sections/x.md", 1, 1)
MARK = n.Mark(PLACE)


def hidden(*children: n.Inline | str) -> n.Span:
    return n.Span(line(*children), n.Mark(PLACE, Tag(("red",), PLACE)))


def line(*children: n.Inline | str) -> tuple[n.Inline, ...]:
    return tuple(n.Text(child, MARK) if isinstance(child, str) else child for child in children)


def read(*blocks: n.Block, audience: str = "blue-chief") -> tuple[n.Block, ...]:
    grown: Grown = grow(0, 0)
    section = Section("s", line("Title"), (), "", DAY, False, blocks, MARK)
    return select(resolve(replace(grown.corpus, sections={"s": section}, briefs={})), audience).sections["s"].blocks


def words(block: n.Block) -> list[str]:
    assert isinstance(block, n.Paragraph)
    return [child.text if isinstance(child, n.Text) else type(child).__name__ for child in block.children]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (("a ", hidden("x"), " b"), ["a b"]),
        (("a", hidden(" x"), ", b"), ["a, b"]),
        (("a ", hidden("x"), ", b"), ["a, b"]),
        (("a ", hidden("x"), "."), ["a."]),
        ((hidden("x"), " b"), ["b"]),
        (("a ", hidden("x")), ["a"]),
        (("a (", hidden("x"), " b)"), ["a (b)"]),
        (("a ", hidden("x"), " ", hidden("y"), " b"), ["a b"]),
        (("at .NET ", hidden("x"), " b"), ["at .NET b"]),
        (("a", n.Break(MARK), hidden("x")), ["a"]),
        ((hidden("x"), n.Break(MARK), "b"), ["b"]),
        (("a ", n.Code("c  d", MARK), hidden("x"), " b"), ["a ", "Code", " b"]),
    ],
)
def test_spaces_round_a_hidden_span_are_mended(written: tuple[n.Inline | str, ...], left: list[str]) -> None:
    (paragraph,) = read(n.Paragraph(line(*written), MARK))
    assert words(paragraph) == left


@pytest.mark.parametrize(
    "block",
    [
        n.Paragraph(line(hidden("x")), MARK),
        n.Paragraph(line(" ", hidden("x"), " ", hidden("y")), MARK),
        n.Paragraph(line(n.Styled("strong", line(" ", hidden("x"), " "), MARK)), MARK),
        n.Paragraph(line(hidden("x"), n.Break(MARK), hidden("y")), MARK),
        n.Quote((n.Paragraph(line(hidden("x")), MARK),), MARK),
        n.ItemList(False, 1, (n.Item((n.Paragraph(line(hidden("x")), MARK),), MARK),), MARK),
        n.Division(2, line("Heading"), (n.Paragraph(line(hidden("x")), MARK),), MARK),
        n.Callout("note", line("Title"), (n.Paragraph(line(hidden("x")), MARK),), MARK),
        n.Table(
            ("left",),
            n.Row((n.Cell(line("Head"), MARK),), MARK),
            (n.Row((n.Cell(line("x"), MARK),), n.Mark(PLACE, Tag(("red",), PLACE))),),
            MARK,
        ),
        n.SlideBlock("s", line("Title"), "bullets", (n.Paragraph(line(hidden("x")), MARK),), (), MARK),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_has_nothing_left_disappears(block: n.Block) -> None:
    assert read(block) == ()
    assert len(read(block, audience="red-chief")) == 1


@pytest.mark.parametrize("layout", ["statement", "section", "asks"])
def test_a_slide_that_is_only_a_sentence_stays(layout: str) -> None:
    assert len(read(n.SlideBlock("s", line("A sentence"), layout, (), (), MARK))) == 1


def test_a_hidden_cell_keeps_its_column() -> None:
    cells = (n.Cell(line("x"), n.Mark(PLACE, Tag(("red",), PLACE))), n.Cell(line("shown"), MARK))
    (table,) = read(
        n.Table(("left", "left"), n.Row((n.Cell(line("A"), MARK), n.Cell(line("B"), MARK)), MARK), (n.Row(cells, MARK),), MARK)
    )
    assert isinstance(table, n.Table)
    assert [len(cell.children) for cell in table.rows[0].cells] == [0, 1]


def test_an_audience_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        select(resolve(grow(0, 0).corpus), "red")


def test_before_resolve_nobody_sees_anything() -> None:
    assert n.Mark(PLACE).readers == frozenset()
    corpus = grow(0, 0).corpus
    assert with_readers(with_readers(corpus)) == with_readers(corpus)
