"""Whether a table fits its slide: its columns side by side, and each cell below the header, on a slide of its own if need be."""

from collections.abc import Iterator, Sequence

from briefs.compose.deck.columns import least
from briefs.compose.deck.measure import lines
from briefs.compose.deck.need import TIGHT, Need
from briefs.model.deck import TableBody
from briefs.model.geometry import CELL_INSET_X, Geometry
from briefs.model.origin import Origin
from briefs.model.runs import plain

MOST_HEADS = 4
"""Columns that name a table in a message."""
MOST_SHOWN = 40
"""Characters of a cell that names its row in a message."""


def table_needs(body: TableBody, geometry: Geometry, origins: Sequence[Origin | None]) -> Iterator[Need]:
    """What the table's columns and the cells of its highest rows need; `origins`: where each row was written, if known."""
    place, font = geometry.exhibit("table", takeaway=False), geometry.frame("table", "exhibit").font
    yield _columns(body, place.width, font)
    cells = tuple(_cells(body, place.height, font, origins))
    yield from cells
    if not any(cell.need > cell.have for cell in cells):
        yield Need("the table", sum(body.heights), place.height, tuple(plain(row.cells[0]) for row in body.rows), warns=False)


def _columns(body: TableBody, width: float, font: str) -> Need:
    """The columns at their narrowest, each as wide as its longest word."""
    heads = tuple(plain(head) for head in body.header)
    rows = [row for number, row in enumerate(body.rows) if number not in body.headings]
    need = sum(
        least(head, [row.cells[number] for row in rows], font, body.size) for number, head in enumerate(body.header)
    )  # fmt: skip
    shown = heads if len(heads) <= MOST_HEADS else heads[:MOST_HEADS]
    rest = f" and {len(heads) - len(shown)} more columns" if len(heads) > len(shown) else ""
    return Need(f"the table of {', '.join(map(_short, shown))}{rest}", need, width + 0.5, heads, unit="column")


def _cells(body: TableBody, height: float, font: str, origins: Sequence[Origin | None]) -> Iterator[Need]:
    """The cells that would fill a slide alone, or nearly so."""
    heading = max((body.heights[number + 1] for number in body.headings), default=0.0)
    room = height - body.heights[0] - heading - 2 * body.inset
    for number, row in enumerate(body.rows):
        if number in body.headings or body.heights[number + 1] - 2 * body.inset <= TIGHT * room:
            continue
        for head, cell, width in zip(body.header, row.cells, body.widths, strict=True):
            found = lines(cell, font, body.size, width - 2 * CELL_INSET_X)
            need = sum(line.height for line in found)
            if need > TIGHT * room:
                what = f"the cell {_short(plain(head))} of the row {_short(plain(row.cells[0]))}"
                origin = origins[number] if number < len(origins) else None
                yield Need(what, need, room, tuple(line.text for line in found), origin=origin)


def _short(text: str) -> str:
    return f"'{text}'" if len(text) <= MOST_SHOWN else f"'{text[:MOST_SHOWN].rstrip()}…'"
