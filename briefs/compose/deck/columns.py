"""Widths of a table's columns: none narrower than its longest word, the rest shared out by how much each has to say."""

from collections.abc import Sequence

from briefs.compose.deck.measure import least_width, lines
from briefs.model.geometry import CELL_INSET_X
from briefs.model.runs import Flow

WIDE = 10_000.0
POWERS = (0.0, 0.62, 1.0)
"""How much a column's length counts: not at all, so that short columns keep their lines whole; little, so that a long text
does not starve the others; or in full."""


def widths(
    header: Sequence[Flow], rows: Sequence[Sequence[Flow]], total: float, font: str, size: float
) -> tuple[tuple[float, ...], ...]:
    """Points of each column, in one or more ways to share; they sum to `total`, or to more when the longest words need more."""
    columns = [[row[number] for row in rows] for number in range(len(header))]
    narrowest = [least(head, cells, font, size) for head, cells in zip(header, columns, strict=True)]
    most = [_most(head, cells, font, size) for head, cells in zip(header, columns, strict=True)]
    if sum(most) <= total:
        return (even(most, total) or tuple(width * total / sum(most) for width in most),)
    return tuple(shared([value**power for value in most], narrowest, most, total) for power in POWERS)


def even(most: Sequence[float], total: float) -> tuple[float, ...]:
    """The first column as wide as it wants and the others alike, as on a grid; nothing where that is not wide enough."""
    first, *rest = most
    spare = total - first - len(rest) * max(rest, default=0.0)
    if spare < 0 or not rest:
        return ()
    width = max(rest) + spare / len(most)
    return (total - width * len(rest), *[width] * len(rest))


def shared(weights: Sequence[float], least: Sequence[float], most: Sequence[float], total: float) -> tuple[float, ...]:
    """`total` by weight, where nobody gets less than the least, nor more than the most as long as others can use it."""
    found = list(least)
    spare = total - sum(least)
    for _ in range(len(found)):
        hungry = [number for number in range(len(found)) if found[number] < most[number] - 0.01]
        if spare <= 0.01 or not hungry:
            break
        whole = sum(weights[number] for number in hungry)
        for number in hungry:
            more = min(spare * weights[number] / whole, most[number] - found[number])
            found[number] += more
        spare = total - sum(found)
    return tuple(width + max(0.0, spare) / len(found) for width in found)


def least(head: Flow, cells: Sequence[Flow], font: str, size: float) -> float:
    """Points of the narrowest column that breaks no word of its cells."""
    words = [least_width(head, font, size, bold=True), *(least_width(cell, font, size) for cell in cells)]
    return max(words) + 2 * CELL_INSET_X + 0.5


def _most(head: Flow, cells: Sequence[Flow], font: str, size: float) -> float:
    """The width at which every cell keeps the lines that its author gave it."""
    found = [line.width for line in lines(head, font, size, WIDE, bold=True)]
    found += [line.width for cell in cells for line in lines(cell, font, size, WIDE)]
    return max(found) + 2 * CELL_INSET_X + 0.5
