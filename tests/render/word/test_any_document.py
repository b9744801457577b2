"""Properties that hold for every document, however its blocks are put together."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model.document import (
    Callout,
    Caption,
    Card,
    CardField,
    Cards,
    ChartFigure,
    Code,
    Column,
    DiagramFigure,
    DocBlock,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Reference,
    References,
    Table,
    TableRow,
)  # fmt: skip
from briefs.model.runs import Flow, LineBreak, Link, NoteMark, Run, Url
from briefs.render.word import render
from tests.render.word import sample
from tests.render.word.read import Brief, text_of

WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=40)
FLAGS = st.booleans()
RUNS = st.builds(Run, WORDS, FLAGS, FLAGS, FLAGS, FLAGS)
LINKS = st.builds(Link, st.tuples(RUNS), st.builds(Url, st.just("https://example.com/?a=1&b=2")))
FLOWS: st.SearchStrategy[Flow] = st.lists(
    st.one_of(RUNS, LINKS, st.just(LineBreak()), st.builds(NoteMark, st.integers(1, 3))), max_size=5
).map(tuple)
CAPTIONS = st.builds(Caption, st.just("Table"), st.integers(1, 99), FLOWS)
TONES = st.sampled_from(["neutral", "teal", "amber", "blocked"])
CARD_FIELDS = st.lists(st.builds(CardField, WORDS, FLOWS), max_size=9).map(tuple)
CARDS = st.lists(st.builds(Card, FLOWS, WORDS, CARD_FIELDS, st.just(""), TONES), min_size=1, max_size=2).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 9))
    row = st.lists(FLOWS, min_size=columns, max_size=columns).map(tuple)
    aligned = st.lists(st.builds(Column, st.sampled_from(["left", "center", "right"])), min_size=columns, max_size=columns)
    rows = draw(st.lists(row, max_size=7))
    role = draw(st.sampled_from(["content", "view"]))
    return Table(tuple(draw(aligned)), draw(row), tuple(map(TableRow, rows)), draw(st.none() | CAPTIONS), role)  # type: ignore[arg-type]


PLAIN: st.SearchStrategy[DocBlock] = st.one_of(
    st.builds(Paragraph, FLOWS, st.sampled_from(["body", "lead", "small", "quote", "muted"])),
    st.builds(Code, WORDS, st.just("")),
    st.builds(Heading, st.integers(1, 4), st.sampled_from(["", "1", "1.1", "7"]), FLOWS, st.just("")),
    tables(),
    st.builds(Cards, CARDS),
    st.builds(References, st.lists(st.builds(Reference, st.sampled_from(["", "7"]), FLOWS), max_size=9).map(tuple)),
    st.just(ChartFigure(sample.chart(), Caption("Figure", 1, ()), "Source: a role.")),
    st.just(DiagramFigure(sample.diagram(), Caption("Figure", 2, ()))),
)


def nested(inner: st.SearchStrategy[DocBlock]) -> st.SearchStrategy[DocBlock]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    items = st.lists(blocks, max_size=3).map(tuple)
    kinds = st.sampled_from(["decision", "warning", "example", "note"])
    return st.builds(ListBlock, FLAGS, st.integers(1, 5), items, FLAGS) | st.builds(Callout, kinds, FLOWS, blocks)  # type: ignore[arg-type]


BLOCKS = st.lists(st.recursive(PLAIN, nested, max_leaves=6), max_size=5).map(tuple)
NOTES: tuple[Flow, ...] = ((Run("one"),), (Run("two"),), (Run("three"),))


def made(blocks: tuple[DocBlock, ...], *, executive: bool) -> Brief:
    meta = replace(sample.meta("executive" if executive else "engineer"), subtitle="")
    return Brief(render(Document(meta, blocks, NOTES, 0), sample.template()))


@settings(max_examples=60)
@given(BLOCKS, FLAGS)
def test_every_part_is_whole_whatever_the_blocks(blocks: tuple[DocBlock, ...], executive: bool) -> None:
    brief = made(blocks, executive=executive)
    for name in brief.names:
        if name.endswith((".xml", ".rels")):
            brief.tree(name)
    assert {str(cell[-1].tag).rpartition("}")[2] for cell in brief.find("//w:tc")} <= {"p"}
    kinds = brief.values("//w:fldChar/@w:fldCharType")
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    ids = brief.values("//w:bookmarkStart/@w:id")
    assert len(ids) == len(set(ids))
    assert sorted(ids) == sorted(brief.values("//w:bookmarkEnd/@w:id"))
    drawings = brief.values("//@id[parent::wp:docPr or parent::wps:cNvPr]")
    assert len(drawings) == len(set(drawings))


@settings(max_examples=60)
@given(BLOCKS)
def test_rows_fill_their_grid_whatever_the_blocks(blocks: tuple[DocBlock, ...]) -> None:
    for table in made(blocks, executive=True).find("//w:tbl"):
        columns = [int(str(column.get(column.keys()[0]))) for column in table.iterfind("{*}tblGrid/{*}gridCol")]
        for row in table.iterfind("{*}tr"):
            spans = [cell.find("{*}tcPr/{*}gridSpan") for cell in row.iterfind("{*}tc")]
            assert sum(1 if span is None else int(span.values()[0]) for span in spans) == len(columns)
        assert min(columns) > 0


@settings(max_examples=60)
@given(BLOCKS)
def test_no_printed_word_is_lost_whatever_the_blocks(blocks: tuple[DocBlock, ...]) -> None:
    brief = made(blocks, executive=True)
    shown = "".join(text_of(node) for node in brief.find("/w:document/w:body//w:p[not(ancestor::w:txbxContent)]"))
    wanted = re.findall(r"Run\(text='(\w+)'", repr(blocks))
    assert [word for word in wanted if word not in shown] == []
