"""Tables on slides: no row is lost, none runs over, columns hold their longest word."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.compose.deck.measure import least_width, lines
from briefs.compose.deck.tables import AIRY, LARGE_SIZES, SIZES, Grid, Unit, balanced, paged
from briefs.model.document import Column, TableRow
from briefs.model.geometry import CELL_INSET_X
from briefs.model.runs import Run, plain

WIDTH, ROOM = 873.6, 342.0


def grid(rows: list[list[str]], halves: int = 1) -> Grid:
    count = len(rows[0])
    header = tuple((Run(f"Column {number}"),) for number in range(count))
    body = tuple(TableRow(tuple((Run(cell),) for cell in row)) for row in rows)
    return Grid((Column("left"),) * count, header, body, halves)


words = st.lists(st.sampled_from(["a", "storage", "Private Link Service", "endpoint-based", "of"]), max_size=25).map(" ".join)


@given(
    st.integers(1, 5).flatmap(lambda count: st.lists(st.lists(words, min_size=count, max_size=count), min_size=1, max_size=60))
)
@settings(max_examples=80, deadline=None)
def test_pages_hold_every_row_once_in_order_and_stay_inside_the_place(rows: list[list[str]]) -> None:
    made = grid(rows)
    pages = paged(made, WIDTH, ROOM, "Calibri")
    assert tuple(row for page in pages for row in page.body.rows) == made.rows
    assert [page.first for page in pages] == [sum(len(page.body.rows) for page in pages[:n]) for n in range(len(pages))]
    for page in pages:
        assert sum(page.body.heights) <= ROOM + 0.1
        assert sum(page.body.widths) == pytest.approx(WIDTH)
        assert page.body.header == made.header
        assert len(page.body.heights) == len(page.body.rows) + 1
        assert page.body.size in (*LARGE_SIZES, *SIZES)


@given(st.lists(st.lists(words, min_size=3, max_size=3), min_size=1, max_size=20))
@settings(max_examples=50, deadline=None)
def test_no_column_is_narrower_than_its_longest_word(rows: list[list[str]]) -> None:
    for page in paged(grid(rows), WIDTH, ROOM, "Calibri"):
        for row in page.body.rows:
            for cell, width in zip(row.cells, page.body.widths, strict=True):
                assert least_width(cell, "Calibri", page.body.size) + 2 * CELL_INSET_X <= width + 0.01


@given(st.lists(st.floats(10, 90), min_size=1, max_size=50), st.floats(100, 400))
@settings(max_examples=200, deadline=None)
def test_pages_are_as_few_as_can_be_and_even(heights: list[float], room: float) -> None:
    counts = balanced([Unit(height) for height in heights], room)
    assert sum(counts) == len(heights)
    starts = [sum(counts[:number]) for number in range(len(counts) + 1)]
    sizes = [sum(heights[a:b]) for a, b in pairwise(starts)]
    assert all(size <= room + 0.02 for size in sizes)
    greedy, left = 0, -1.0
    for one in heights:
        if one > left:
            greedy, left = greedy + 1, room
        left -= one
    assert len(counts) <= greedy


def test_a_table_that_fits_on_one_slide_is_set_as_large_as_it_can() -> None:
    sizes = [paged(grid([["a", "b"]] * count), WIDTH, ROOM, "Calibri")[0].body.size for count in (5, 9, 10, 11, 14)]
    assert sizes == [18, 18, 16, 14, 12]


def test_a_short_table_in_large_text_leaves_air() -> None:
    rows = [["A longer cell that takes two lines or more of its column", "and another of the same length beside it"] * 2] * 6
    (page,) = paged(grid(rows), WIDTH, ROOM, "Calibri")
    assert page.body.size == 16
    assert sum(page.body.heights) <= AIRY * ROOM


def test_a_short_column_keeps_its_lines_whole_beside_a_long_one() -> None:
    rows = [["A name of four words", "what it says in so many words " * 6, "VAST cloud engineering lead"]] * 4
    (page,) = paged(grid(rows), WIDTH, ROOM, "Calibri")
    for number in (0, 2):
        assert len(lines(page.body.rows[0].cells[number], "Calibri", page.body.size, page.body.widths[number] - 14.4)) == 1


def test_both_halves_of_a_table_have_the_same_columns() -> None:
    (page,) = paged(grid([["a", "something much longer to say " * 4, "b", "short"]], halves=2), WIDTH, ROOM, "Calibri")
    assert page.body.widths[:2] == page.body.widths[2:]
    assert sum(page.body.widths) == pytest.approx(WIDTH)


def test_a_heading_stays_with_its_first_row_and_is_repeated_where_its_rows_go_on() -> None:
    rows = [["First"], *[[f"row {n}"] for n in range(20)], ["Second"], *[[f"row {n}"] for n in range(20, 40)]]
    made = replace(grid([[name, "x" if name.startswith("row") else ""] for (name,) in rows]), headings=frozenset({0, 21}))
    pages = paged(made, WIDTH, ROOM, "Calibri")
    names = [[plain(row.cells[0]) for row in page.body.rows] for page in pages]
    assert all(held[0] in ("First", "Second") for held in names)
    assert all(
        sorted(page.body.headings) == [n for n, name in enumerate(held) if name in ("First", "Second")]
        for page, held in zip(pages, names, strict=True)
    )
    assert not any(held[-1] in ("First", "Second") for held in names)
    assert [name for held in names for name in held if name.startswith("row")] == [f"row {n}" for n in range(40)]
    assert sum(page.count for page in pages) == len(rows)
    assert [page.first for page in pages] == [sum(page.count for page in pages[:n]) for n in range(len(pages))]
    assert all(sum(page.body.heights) <= ROOM + 0.1 for page in pages)


def test_a_heading_asks_nothing_of_its_column() -> None:
    made = grid([["a", "b"], ["c", "d"]])
    longer = replace(
        made, rows=(TableRow(((Run("A heading that is longer than any cell " * 2),), ())), *made.rows), headings=frozenset({0})
    )
    assert paged(longer, WIDTH, ROOM, "Calibri")[0].body.widths == paged(made, WIDTH, ROOM, "Calibri")[0].body.widths
