"""Text that does not fit is an error at its slide's line, before anything is written."""

import pytest

from briefs.compose.deck.fit import fit
from briefs.diagnostics import Diagnostic
from briefs.model.deck import (
    AgendaBody,
    AgendaEntry,
    Bullet,
    BulletsBody,
    CardsBody,
    ClosingBody,
    ColumnsBody,
    LayoutId,
    Slide,
    SlideBody,
    StatementBody,
    TableBody,
)
from briefs.model.document import Card, CardField, Column, TableRow
from briefs.model.origin import Origin
from briefs.model.runs import Run
from tests.compose.build import MARK
from tests.compose.deck.board import GEOMETRY

LONG = "A sentence that goes on for rather longer than anyone in the room would care to read aloud. "


def judged(body: SlideBody, layout: LayoutId = "bullets", title: str = "A point") -> tuple[Diagnostic, ...]:
    return fit(Slide(layout, title, body, "", (), "G", "a", origin=MARK.origin), GEOMETRY)


def lines(count: int, words: str = "word") -> BulletsBody:
    return BulletsBody(tuple(Bullet(0, (Run(words),)) for _ in range(count)))


def test_what_fits_is_passed_over() -> None:
    assert judged(lines(5)) == ()


def test_a_title_may_take_two_lines_and_not_three() -> None:
    assert judged(lines(1), title="word " * 24) == ()
    (found,) = judged(lines(1), title="word " * 30)
    assert (found.code, found.severity, found.origin) == ("B501", "error", MARK.origin)
    assert "the title of the slide" in found.message
    assert "1 line, about" in found.message


def test_a_body_that_overflows_says_by_how_many_lines_and_characters() -> None:
    (found,) = judged(lines(5, LONG * 3))
    assert found.code == "B501"
    assert "the body of the slide 'A point' is too long by" in found.message
    assert "characters" in found.message


def test_a_body_that_only_just_fits_is_a_warning() -> None:
    found = judged(lines(1, "\n".join(["word"] * 15)))
    assert [(one.code, one.severity) for one in found] == [("B502", "warning")]


def table(heights: tuple[float, ...], cell: str) -> TableBody:
    rows = (TableRow(((Run("Name"),), (Run(cell),))),)
    return TableBody((Column("left"), Column("left")), (200.0, 673.6), ((Run("Box"),), (Run("Why"),)), rows, heights, 12)


def test_a_cell_higher_than_its_slide_is_named_by_column_and_row_and_found_where_it_was_written() -> None:
    written = Origin("registers/boxes.yaml", 7, 5)
    slide = Slide("table", "A point", table((25.0, 500.0), LONG * 40), "", (), "G", "a", origin=MARK.origin)
    (found,) = fit(slide, GEOMETRY, [written])
    assert (found.code, found.origin) == ("B501", written)
    assert found.message.startswith("the cell 'Why' of the row 'Name' of the slide 'A point' is too long by ")
    assert "characters" in found.message


def test_a_cell_that_nearly_fills_its_slide_is_a_warning() -> None:
    (found,) = judged(table((25.0, 310.0), "\n".join(["word"] * 20)), "table")
    assert (found.code, found.severity) == ("B502", "warning")


def test_a_table_that_is_too_wide_says_by_how_many_columns() -> None:
    words = tuple((Run("Incomprehensibilities"),) for _ in range(10))
    body = TableBody((Column("left"),) * 10, (140.0,) * 10, words, (TableRow(words),), (25.0, 25.0), 12)
    (found,) = judged(body, "table")
    assert found.message.endswith("of the slide 'A point' is too wide by 3 columns")


@pytest.mark.parametrize(
    ("layout", "body"),
    [
        ("statement", StatementBody((Run("Incomprehensibilities"),), ())),
        ("two-columns", ColumnsBody((Run("L"),), lines(5, LONG * 3).bullets, (Run("R"),), ())),
        ("asks", CardsBody((Card((Run("T"),), "", (CardField("Why", (Run(LONG * 20),)),), "a"),) * 6)),
        ("closing", ClosingBody((("Decision", (Run(LONG * 20),)),))),
        ("bullets", AgendaBody((AgendaEntry(LONG * 4, "a"),))),
        ("table", TableBody((Column("left"),), (873.6,), ((Run("H"),),), (TableRow(((Run("x"),),)),), (25.0, 400.0), 12)),
    ],
)
def test_every_kind_of_body_is_measured(layout: LayoutId, body: SlideBody) -> None:
    assert "B501" in {found.code for found in judged(body, layout)}
