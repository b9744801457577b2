"""Column widths of a table from its text, by font metrics: no column narrower than its longest word, none wider than it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt

from briefs.metrics import Face, text_width
from briefs.model.document import Table
from briefs.model.runs import Flow, LineBreak, Link, Run

PADDING = 11.0
"""Points that a cell's margins take from its width, with one to spare."""
_PIECES = re.compile(r"[^\s/–—-]*[/–—-]+|[^\s/–—-]+")
_TALL_ROW = 5.0
"""Lines a row on average from which a table of many columns is turned on its side."""
_MANY_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Type:
    """Font and size of the cells' text."""

    font: str
    points: float


@dataclass(frozen=True, slots=True)
class Needs:
    """What the columns of a table need, in points, padding included."""

    least: tuple[float, ...]
    """The longest word of each."""
    most: tuple[float, ...]
    """The longest line of each, unbroken."""
    usual: tuple[float, ...]
    """Root mean square of its lines: long cells weigh more."""
    rows: tuple[tuple[float, ...], ...]
    """Each cell's text on one line, without padding."""


def needs(table: Table, kind: Type) -> Needs:
    """Measure every cell of a table."""
    columns = range(len(table.columns))
    cells = [tuple(_measure(cell, kind, False) for cell in row.cells) for row in table.rows]
    head = tuple(_measure(cell, kind, True) for cell in table.header)
    least, most, usual = [], [], []
    for at in columns:
        column = [row[at] for row in cells] + ([head[at]] if head else [])
        least.append(max(word for word, _ in column) + PADDING)
        most.append(max(line for _, line in column) + PADDING)
        usual.append(sqrt(sum(line * line for _, line in column) / len(column)) + PADDING)
    rows = tuple(tuple(line for _, line in row) for row in cells)
    return Needs(tuple(least), tuple(most), tuple(usual), rows)


def too_wide(need: Needs, width: float) -> bool:
    """Whether a table of these needs reads badly in `width` points: words would break, or many columns become towers."""
    if sum(need.least) > width:
        return True
    if len(need.least) < _MANY_COLUMNS or not need.rows:
        return False
    widths = share(need, width)
    lines = sum(max(ceil(cell / (room - PADDING)) for cell, room in zip(row, widths, strict=True)) for row in need.rows)
    return lines / len(need.rows) > _TALL_ROW


def share(need: Needs, width: float) -> tuple[float, ...]:
    """Widths in points that sum to `width`; when even the longest words are too many, in proportion to them."""
    total = sum(need.least)
    if total >= width:
        return tuple(least * width / total for least in need.least)
    if sum(need.most) <= width:
        return tuple(most * width / sum(need.most) for most in need.most)
    return _fill(need, width)


def _fill(need: Needs, width: float) -> tuple[float, ...]:
    """Give what is left to columns by what they usually need, and what one has no use for to the others."""
    widths = list(need.least)
    open_columns = [at for at in range(len(widths)) if need.most[at] > widths[at]]
    while open_columns and (left := width - sum(widths)) > 0.01:
        weights = {at: max(need.usual[at] - need.least[at], 0.1 * need.most[at]) for at in open_columns}
        for at in open_columns:
            widths[at] = min(need.most[at], widths[at] + left * weights[at] / sum(weights.values()))
        open_columns = [at for at in open_columns if need.most[at] - widths[at] > 0.01]
    return tuple(widths)


def _measure(cell: Flow, kind: Type, header: bool) -> tuple[float, float]:
    """(longest word, longest line) of a cell, in points."""
    word, line, widest = 0.0, 0.0, 0.0
    for run in _runs(cell):
        if run is None:
            widest, line = max(widest, line), 0.0
            continue
        face = Face(kind.font, bold=header or run.bold, italic=run.italic)
        line += _width(run.text, face) * kind.points
        word = max(word, _longest(run.text, face) * kind.points)
    return word, max(widest, line)


def _runs(cell: Flow) -> Iterator[Run | None]:
    """Runs of a cell; None is a line break."""
    for piece in cell:
        if isinstance(piece, Run):
            yield piece
        elif isinstance(piece, Link):
            yield from piece.runs
        elif isinstance(piece, LineBreak):
            yield None


@lru_cache(maxsize=20_000)
def _width(text: str, face: Face) -> float:
    return text_width(text, face, 1.0)


@lru_cache(maxsize=20_000)
def _longest(text: str, face: Face) -> float:
    return max((_width(piece, face) for piece in _PIECES.findall(text)), default=0.0)
