"""Column widths of a table from its text, by font metrics: no column narrower than its longest word, none wider than it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, sqrt

from briefs.metrics import Face, text_width
from briefs.model.document import Table
from briefs.model.runs import Flow, LineBreak, Link, Run

PADDING = 11.0
"""Points that a cell's margins take from its width, with one to spare."""
_PIECES = re.compile(r"[^\s/–—-]*[/–—-]+|[^\s/–—-]+")
_SHORT, _SHORT_SHARE = 96.0, 0.7
"""Points up to which a column is kept from breaking its lines, such as dates and roles, and the part of the table's width
that such columns may take with the longest words of the others."""
_TALL_ROW = 4.0
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
    """Whether words of a table of these needs break in `width` points."""
    return sum(need.least) > width


def too_tall(need: Needs, width: float) -> bool:
    """Whether a table of many columns becomes a row of towers in `width` points."""
    if len(need.least) < _MANY_COLUMNS or not need.rows:
        return False
    widths = share(need, width)
    return sum(_lines(row, widths, need.least) for row in need.rows) / len(need.rows) > _TALL_ROW


def _lines(row: tuple[float, ...], widths: tuple[float, ...], least: tuple[float, ...]) -> int:
    """Height of a row in lines, about: each line of a cell that breaks loses a third of a long word."""
    heights = []
    for cell, width, word in zip(row, widths, least, strict=True):
        room = width - PADDING
        heights.append(1 if cell <= room else ceil(cell / (room - (word - PADDING) / 3)))
    return max(heights)


def share(need: Needs, width: float) -> tuple[float, ...]:
    """Widths in points that sum to `width`; when even the longest words are too many, in proportion to them."""
    total = sum(need.least)
    if total >= width:
        return tuple(least * width / total for least in need.least)
    if sum(need.most) <= width:
        return tuple(most * width / sum(need.most) for most in need.most)
    return _fill(need, width)


def _fill(need: Needs, width: float) -> tuple[float, ...]:
    """Widths at which usual cells of all columns are equally many lines high, as many as just use the width up."""
    unbroken = tuple(most if most <= _SHORT else least for least, most in zip(need.least, need.most, strict=True))
    if sum(unbroken) <= _SHORT_SHARE * width:
        need = replace(need, least=unbroken)
    few, many = 1.0, 100.0
    for _ in range(24):
        lines = (few + many) / 2
        if sum(_at(need, lines)) > width:
            few = lines
        else:
            many = lines
    widths = _at(need, many)
    return tuple(one * width / sum(widths) for one in widths)


def _at(need: Needs, lines: float) -> list[float]:
    """Widths at which usual cells are `lines` high: half a long word of each line is lost where it breaks."""
    return [
        min(most, max(least, PADDING + (usual - PADDING) / lines + (least - PADDING) / 2))
        for least, most, usual in zip(need.least, need.most, need.usual, strict=True)
    ]


def _measure(cell: Flow, kind: Type, header: bool) -> tuple[float, float]:
    """(longest word, longest line) of a cell, in points."""
    word, line, widest = 0.0, 0.0, 0.0
    for run in _runs(cell):
        if run is None:
            widest, line = max(widest, line), 0.0
            continue
        longest, whole = _sizes(run.text, kind.font, header or run.bold, run.italic)
        line += whole
        word = max(word, longest)
    return word * kind.points, max(widest, line) * kind.points


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
def _sizes(text: str, font: str, bold: bool, italic: bool) -> tuple[float, float]:
    """(longest word, whole text) on one line, as parts of the size."""
    face = Face(font, bold=bold, italic=italic)
    words = [_word(piece, face) for piece in _PIECES.findall(text)]
    return max(words, default=0.0), text_width(text, face, 1.0)


@lru_cache(maxsize=20_000)
def _word(word: str, face: Face) -> float:
    return text_width(word, face, 1.0)
