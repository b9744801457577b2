"""Tables that fit: columns by content, rows by wrap, long tables on several slides of even height with the header on each."""

from collections.abc import Sequence
from dataclasses import dataclass

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
LARGE_ROWS = 7
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


@dataclass(frozen=True, slots=True)
class TablePage:
    body: TableBody
    first: int
    """Number of its first row, from 0."""


def paged(grid: Grid, width: float, room: float, font: str) -> tuple[TablePage, ...]:
    """The table on as few slides as its smallest text needs, in the largest text that needs no more."""
    large = _large(grid, width, room, font)
    whole = _densest(grid, width, room, font) if large is None else large
    pages, first = [], 0
    for count in balanced(whole.heights[1:], room - whole.heights[0]):
        pages.append(TablePage(_part(whole, first, first + count), first))
        first += count
    return tuple(pages)


def _large(grid: Grid, width: float, room: float, font: str) -> TableBody | None:
    """The table in large text; None when it is long, or would be crowded or too wide."""
    if len(grid.rows) > LARGE_ROWS:
        return None
    tries = (_measured(grid, width, font, size) for size in LARGE_SIZES)
    return next((one for one in tries if sum(one.heights) <= AIRY * room and sum(one.widths) <= width + 0.5), None)


def _densest(grid: Grid, width: float, room: float, font: str) -> TableBody:
    """The table in the largest text that needs no more slides than the smallest."""
    tries = [_measured(grid, width, font, size) for size in SIZES]
    counts = [len(_filled(one.heights[1:], room - one.heights[0])) for one in tries]
    wide = [sum(one.widths) > width + 0.5 for one in tries]
    chosen = next(number for number in range(len(SIZES)) if counts[number] == counts[-1] and wide[number] == wide[-1])
    return tries[chosen]


def _measured(grid: Grid, width: float, font: str, size: float) -> TableBody:
    """The table in one size, its columns shared in the way that makes it lowest."""
    count = len(grid.header) // grid.halves
    starts = [count * half for half in range(grid.halves)]
    entries = [row.cells[start : start + count] for row in grid.rows for start in starts]
    ways = widths(grid.header[:count], entries, width / grid.halves, font, size)
    return min((_set(grid, wide * grid.halves, font, size) for wide in ways), key=lambda body: sum(body.heights))


def _set(grid: Grid, wide: tuple[float, ...], font: str, size: float) -> TableBody:
    head = _row_height(grid.header, wide, font, size, bold=True)
    rows = tuple(_row_height(row.cells, wide, font, size, bold=False) for row in grid.rows)
    return TableBody(grid.columns, wide, grid.header, grid.rows, (head, *rows), size)


def _row_height(cells: Sequence[Flow], wide: Sequence[float], font: str, size: float, bold: bool) -> float:
    pairs = zip(cells, wide, strict=True)
    return max(height(cell, font, size, width - 2 * CELL_INSET_X, bold) for cell, width in pairs) + 2 * CELL_INSET_Y


def _part(whole: TableBody, first: int, end: int) -> TableBody:
    heights = (whole.heights[0], *whole.heights[first + 1 : end + 1])
    return TableBody(whole.columns, whole.widths, whole.header, whole.rows[first:end], heights, whole.size)


def _filled(heights: Sequence[float], room: float) -> list[int]:
    """Rows on each page when every page takes what it can; a row higher than the page stands alone."""
    counts: list[int] = []
    left = 0.0
    for one in heights:
        if not counts or one > left + 0.01:
            counts.append(0)
            left = room
        counts[-1] += 1
        left -= one
    return counts


def balanced(heights: Sequence[float], room: float) -> list[int]:
    """As few pages as `_filled`, of heights as even as the rows allow: the lowest limit that needs no page more."""
    least = _filled(heights, room)
    limits = sorted(
        {round(sum(heights[start:end]), 2) for start in range(len(heights)) for end in range(start + 1, len(heights) + 1)}
    )
    fitting = [limit for limit in limits if limit <= room + 0.01]
    low, high = 0, len(fitting)
    while low < high:
        middle = (low + high) // 2
        if len(_filled(heights, fitting[middle])) <= len(least):
            high = middle
        else:
            low = middle + 1
    return _filled(heights, fitting[low]) if low < len(fitting) else least
