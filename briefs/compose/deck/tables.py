"""Tables that fit: columns by content, rows by wrap, long tables on several slides of even height with the header on each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefs.compose.deck.columns import widths
from briefs.compose.deck.measure import height
from briefs.model.deck import TableBody
from briefs.model.document import Column, TableRow
from briefs.model.geometry import CELL_INSET_X, CELL_INSET_Y
from briefs.model.runs import Flow

SIZES = (14.0, 13.0, 12.0)
"""Points of the cells' text, the largest first; never less."""
LARGE_SIZES = (18.0, 16.0)
"""Of a short table, which is read from the back of a room, where it leaves air between its rows."""
LARGE_ROWS = 10
EVEN = 0.5
"""Points to which the heights of pages are made even."""
AIRY = 0.9
"""Of its place: as high as a table in large text may be before it grows its rows."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before it is measured."""

    columns: tuple[Column, ...]
    header: tuple[Flow, ...]
    rows: tuple[TableRow, ...]
    halves: int = 1
    """2 when a row holds two entries side by side: both halves then have the same columns."""
    headings: frozenset[int] = frozenset()
    """Numbers of the rows that are headings of those below; one stays with the next row, and is repeated where its rows go on."""
    inset: float = CELL_INSET_Y
    """Points above and below the text of each cell."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Rows that stay on one page."""

    height: float
    again: float = 0.0
    """Of the heading to repeat above it when it begins a page."""
    rows: int = 1


@dataclass(frozen=True, slots=True)
class TablePage:
    body: TableBody
    first: int
    """Number of its first row, from 0."""
    count: int
    """Rows of the table on this page, without a heading that is repeated."""


def paged(grid: Grid, width: float, room: float, font: str) -> tuple[TablePage, ...]:
    """The table on as few slides as its smallest text needs, in the largest text that needs no more."""
    large = _large(grid, width, room, font)
    whole = _densest(grid, width, room, font) if large is None else large
    pages, first = [], 0
    for rows in balanced(_units(whole), room - whole.heights[0]):
        pages.append(TablePage(_part(whole, first, first + rows), first, rows))
        first += rows
    return tuple(pages)


def _units(whole: TableBody) -> list[Unit]:
    """A heading with the row below it, any other row alone, with the heading that it would need again."""
    units: list[Unit] = []
    again = 0.0
    for number, high in enumerate(whole.heights[1:]):
        if number in whole.headings:
            again = high
            units.append(Unit(high))
        elif number - 1 in whole.headings:
            units.append(Unit(units.pop().height + high, rows=2))
        else:
            units.append(Unit(high, again))
    return units


def _large(grid: Grid, width: float, room: float, font: str) -> TableBody | None:
    """The table in large text; None when it is long or dense, or would be crowded or too wide."""
    if len(grid.rows) > LARGE_ROWS or grid.inset < CELL_INSET_Y:
        return None
    tries = (_measured(grid, width, font, size) for size in LARGE_SIZES)
    return next((one for one in tries if sum(one.heights) <= AIRY * room and sum(one.widths) <= width + 0.5), None)


def _densest(grid: Grid, width: float, room: float, font: str) -> TableBody:
    """The table in the largest text that needs no more slides than the smallest."""
    tries = [_measured(grid, width, font, size) for size in SIZES]
    counts = [len(_filled(_units(one), room - one.heights[0])) for one in tries]
    wide = [sum(one.widths) > width + 0.5 for one in tries]
    chosen = next(number for number in range(len(SIZES)) if counts[number] == counts[-1] and wide[number] == wide[-1])
    return tries[chosen]


def _measured(grid: Grid, width: float, font: str, size: float) -> TableBody:
    """The table in one size, its columns shared in the way that makes it lowest."""
    count = len(grid.header) // grid.halves
    starts = [count * half for half in range(grid.halves)]
    rows = [row for number, row in enumerate(grid.rows) if number not in grid.headings]
    entries = [row.cells[start : start + count] for row in rows for start in starts]
    ways = widths(grid.header[:count], entries, width / grid.halves, font, size)
    return min((_set(grid, wide * grid.halves, font, size) for wide in ways), key=lambda body: sum(body.heights))


def _set(grid: Grid, wide: tuple[float, ...], font: str, size: float) -> TableBody:
    head = _row_height(grid.header, wide, font, size, bold=True)
    rows = (
        _row_height(row.cells[:1], (sum(wide),), font, size, bold=True)
        if number in grid.headings
        else _row_height(row.cells, wide, font, size, bold=False)
        for number, row in enumerate(grid.rows)
    )
    heights = tuple(high + 2 * grid.inset for high in (head, *rows))
    return TableBody(grid.columns, wide, grid.header, grid.rows, heights, size, grid.headings, grid.inset)


def _row_height(cells: Sequence[Flow], wide: Sequence[float], font: str, size: float, bold: bool) -> float:
    pairs = zip(cells, wide, strict=True)
    return max(height(cell, font, size, width - 2 * CELL_INSET_X, bold) for cell, width in pairs)


def _part(whole: TableBody, first: int, end: int) -> TableBody:
    """The rows from `first` to before `end`, below the heading that they stand under."""
    numbers = [*_under(whole, first), *range(first, end)]
    return replace(
        whole,
        rows=tuple(whole.rows[number] for number in numbers),
        heights=(whole.heights[0], *(whole.heights[number + 1] for number in numbers)),
        headings=frozenset(place for place, number in enumerate(numbers) if number in whole.headings),
    )


def _under(whole: TableBody, first: int) -> list[int]:
    """The heading of a row that does not begin its group."""
    above = [number for number in whole.headings if number <= first]
    return [max(above)] if above and max(above) < first else []


def _filled(units: Sequence[Unit], room: float) -> list[int]:
    """Rows on each page when every page takes what it can; a row higher than the page stands alone."""
    counts: list[int] = []
    left = 0.0
    for unit in units:
        if not counts or unit.height > left + 0.01:
            counts.append(0)
            left = room - unit.again
        counts[-1] += unit.rows
        left -= unit.height
    return counts


def balanced(units: Sequence[Unit], room: float) -> list[int]:
    """Rows on each of as few pages as `_filled` needs, of heights as even as the rows allow."""
    least = _filled(units, room)
    low, high = 0.0, room
    while high - low > EVEN:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(units, middle)) <= len(least) else (middle, high)
    return _filled(units, high)
