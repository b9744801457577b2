"""Column widths of a table from its text, by font metrics: no column below its longest word, the table as low as it can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefs.metrics import Face, text_width
from briefs.model.document import Table
from briefs.model.runs import Flow, LineBreak, Link, Run
from briefs.render.word.decimals import insets

PADDING = 11.0
"""Points that a cell's margins take from its width, with one to spare."""
_PIECES = re.compile(r"[^\s/–—-]*[/–—-]+|[^\s/–—-]+")
_SHORT = 96.0
"""Points up to which a column is kept from breaking its lines, such as dates and roles, where that costs little height."""
_LITTLE = 1.08
_STEPS = (32.0, 16.0, 8.0, 4.0)
"""Points that one column gives another, while that makes a table lower."""
_PITCH, _AROUND = 1.22, 0.65
"""A line of a cell, and the room above and below its text, in parts of the size."""

_CODE = "Courier New"
"""Other fonts for code are as wide, or less."""

Lines = tuple[float, ...]
"""The lines of a cell that its author broke, each as wide as it is without a break, in points without padding."""


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
    rows: tuple[tuple[Lines, ...], ...]
    """Each cell's text, the header's first."""
    size: float
    """Of the text."""
    insets: tuple[tuple[float, ...], ...]
    """How far each cell is set in from the right, without the header's."""


def needs(table: Table, kind: Type) -> Needs:
    """Measure every cell of a table."""
    head = (tuple(_measure(cell, kind, True) for cell in table.header),) if table.header else ()
    shifts = insets(table, kind.font, kind.points)
    rows = head + tuple(
        tuple(_shifted(_measure(cell, kind, False), shift) for cell, shift in zip(row.cells, shifted, strict=True))
        for row, shifted in zip(table.rows, shifts, strict=True)
    )
    columns = range(len(table.columns))
    least = tuple(max((row[at][0] for row in rows), default=0.0) + PADDING for at in columns)
    most = tuple(max((max(row[at][1]) for row in rows), default=0.0) + PADDING for at in columns)
    return Needs(least, most, tuple(tuple(lines for _, lines in row) for row in rows), kind.points, shifts)


def _shifted(measured: tuple[float, Lines], inset: float) -> tuple[float, Lines]:
    word, lines = measured
    return (word + inset, tuple(line + inset for line in lines)) if inset else measured


def too_wide(need: Needs, width: float) -> bool:
    """Whether words of a table of these needs break in `width` points."""
    return sum(need.least) > width


def height(need: Needs, width: float) -> float:
    """Points that a table takes in its best widths, about."""
    return height_in(need, share(need, width))


def height_in(need: Needs, widths: tuple[float, ...]) -> float:
    """Points that a table takes in given widths, about."""
    columns = zip(*need.rows, strict=True)
    talls = (_talls(need, at, cells, width) for at, (cells, width) in enumerate(zip(columns, widths, strict=True)))
    lines: float = sum(map(max, zip(*talls, strict=True)))
    return need.size * (_PITCH * lines + _AROUND * len(need.rows))


@lru_cache(maxsize=4096)
def share(need: Needs, width: float) -> tuple[float, ...]:
    """Widths in points that sum to `width`; when even the longest words are too many, in proportion to them.

    Asked for again by whoever turns, keeps or writes the table, and by other products with the same table.
    """
    total = sum(need.least)
    if total >= width:
        return tuple(least * width / total for least in need.least)
    if sum(need.most) <= width:
        return tuple(most * width / sum(need.most) for most in need.most)
    free = _lowest(need, need.least, width)
    whole = tuple(most if most <= _SHORT else least for least, most in zip(need.least, need.most, strict=True))
    if sum(whole) >= width:
        return free
    kept = _lowest(need, whole, width)
    return kept if height_in(need, kept) <= _LITTLE * height_in(need, free) else free


def _talls(need: Needs, at: int, cells: Iterable[Lines], width: float) -> list[float]:
    """Lines that each cell takes in a column of `width`: each line that breaks loses a third of a long word."""
    room = width - PADDING
    usable = max(room - (need.least[at] - PADDING) / 3, 1.0)

    def lines(line: float) -> float:
        return 1.0 if line <= room else max(line / usable + 0.3, 2.0)

    return [lines(cell[0]) if len(cell) == 1 else sum(map(lines, cell)) for cell in cells]


class _Columns:
    """The cells of a table by column, with the lines that each takes in the widths that were tried."""

    __slots__ = ("cells", "need", "tried")

    def __init__(self, need: Needs) -> None:
        self.need = need
        self.cells = tuple(zip(*need.rows, strict=True))
        self.tried: dict[tuple[int, float], list[float]] = {}

    def talls(self, at: int, width: float) -> list[float]:
        """Lines of each cell of a column; in a search few widths are new."""
        found = self.tried.get((at, width))
        if found is None:
            found = self.tried[at, width] = _talls(self.need, at, self.cells[at], width)
        return found


def _lowest(need: Needs, floor: tuple[float, ...], width: float) -> tuple[float, ...]:
    """Widths, none below its floor, at which the table is low: columns give one another room as long as that helps."""
    wish = [max(most - least, 0.0) for least, most in zip(floor, need.most, strict=True)]
    spare = (width - sum(floor)) / (sum(wish) or 1.0)
    widths = [least + spare * more for least, more in zip(floor, wish, strict=True)]
    columns = _Columns(need)
    for step in _STEPS:
        for _ in range(2 * len(widths)):
            saved, lost = _changes(columns, widths, step)
            givers = [at for at, least in enumerate(floor) if widths[at] - step >= least]
            taker = max(range(len(widths)), key=saved.__getitem__)
            giver = min((at for at in givers if at != taker), key=lost.__getitem__, default=taker)
            if giver == taker or saved[taker] <= lost[giver]:
                break
            widths[taker] += step
            widths[giver] -= step
    return tuple(widths)


def _changes(columns: _Columns, widths: list[float], step: float) -> tuple[list[float], list[float]]:
    """(lines saved by a column that gets `step` points, lines added by one that gives them), for each column."""
    saved, lost = [0.0] * len(widths), [0.0] * len(widths)
    givers = [
        (at, columns.talls(at, width - step)) for at, width in enumerate(widths) if width - step > columns.need.least[at] - 1.0
    ]
    for number, talls in enumerate(zip(*(columns.talls(at, width) for at, width in enumerate(widths)), strict=True)):
        top = max(talls)
        first = talls.index(top)
        second = max(talls[:first] + talls[first + 1 :], default=0.0)
        if second < top:
            saved[first] += top - max(second, columns.talls(first, widths[first] + step)[number])
        for at, given in givers:
            if given[number] > top:
                lost[at] += given[number] - top
    return saved, lost


def _measure(cell: Flow, kind: Type, header: bool) -> tuple[float, Lines]:
    """(longest word, lines) of a cell, in points."""
    word, lines = 0.0, [0.0]
    for run in _runs(cell):
        if run is None:
            lines.append(0.0)
            continue
        longest, whole = _sizes(run.text, _CODE if run.code else kind.font, header or run.bold, run.italic)
        lines[-1] += whole * kind.points
        word = max(word, longest)
    return word * kind.points, tuple(lines)


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
