"""Records in a grid of two enums: a risk map that names them, a heat table that counts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefs.compose.exhibits.lettering import LEAST, Lettering
from briefs.model.exhibits import Box, Tone

NAMES, PAGE_NAMES = (14.0, 13.0, 12.0, 11.0), (10.0, 9.0)
"""Points of the names in a risk map, the largest first."""
SIDE = 96.0
"""Points of the names of the rows, at the left."""
HEAD = 26.0
"""Points of the names of the columns."""
GAP = 6.0


@dataclass(frozen=True, slots=True)
class Matrix:
    across: tuple[str, ...]
    down: tuple[str, ...]
    across_name: str
    down_name: str
    cells: Mapping[tuple[str, str], tuple[str, ...]]
    """(value across, value down) -> what stands there."""


def quadrant(matrix: Matrix, width: float, height: float | None, page: bool = False) -> tuple[Box, ...]:
    """Every record by name, the highest value of `down` on top, the corner of both highest values marked."""
    rows = tuple(reversed(matrix.down))
    wide = _cell_width(matrix, width)
    cells = {(column, row): matrix.cells.get((column, row), ()) for column in matrix.across for row in rows}
    room = (height or 1e9) - HEAD - GAP * len(rows)
    sizes = [Lettering(10.0 if page else 12.0, size) for size in (PAGE_NAMES if page else NAMES)]
    letters = _chosen(sizes, cells, rows, wide, room)
    needs = _row_needs(letters, cells, rows, wide)
    heights = _stretched(needs, room, stretch=height is not None)
    boxes = _names(matrix, rows, heights, wide, letters)
    for number, row in enumerate(rows):
        for place, column in enumerate(matrix.across):
            worst = (len(matrix.across) - 1 - place) + number
            tone: Tone = "blocked" if worst == 0 else "attention" if worst == 1 else "neutral"
            boxes.append(
                _cell(matrix, column, row, place, number, wide, heights, "", _listed(cells[column, row]), tone, letters, "left")
            )
    return tuple(boxes)


Cells = Mapping[tuple[str, str], tuple[str, ...]]


def _listed(names: Sequence[str]) -> str:
    return "\n".join(f"• {name}" for name in names)


def _chosen(sizes: Sequence[Lettering], cells: Cells, rows: Sequence[str], wide: float, room: float) -> Lettering:
    """The largest that fits with every name on one line, else the largest that fits, else the smallest."""
    fitting = [size for size in sizes if sum(_row_needs(size, cells, rows, wide)) <= room]
    lines = [f"• {name}" for names in cells.values() for name in names]
    whole = (size for size in fitting if all(size.detail_line(line) <= wide for line in lines))
    return next(whole, (fitting or [sizes[-1]])[0])


def _row_needs(letters: Lettering, cells: Cells, rows: Sequence[str], wide: float) -> list[float]:
    """What the fullest cell of each row needs."""
    return [max(30.0, *(letters.height("", _listed(cells[key]), wide) for key in cells if key[1] == row)) + 4 for row in rows]


def heat(matrix: Matrix, width: float, height: float | None, letters: Lettering = LEAST) -> tuple[Box, ...]:
    """How many records stand in each cell; the fuller, the darker."""
    wide = _cell_width(matrix, width)
    high = (height - HEAD - GAP * len(matrix.down)) / len(matrix.down) if height else 34.0
    heights = [min(high, 100.0)] * len(matrix.down)
    most = max((len(names) for names in matrix.cells.values()), default=0)
    boxes = _names(matrix, matrix.down, heights, wide, letters)
    for number, row in enumerate(matrix.down):
        for place, column in enumerate(matrix.across):
            count = len(matrix.cells.get((column, row), ()))
            large = Lettering(max(letters.label, 16.0), letters.detail) if high >= 32 else letters
            label = f"{count}" if count else "–"
            boxes.append(_cell(matrix, column, row, place, number, wide, heights, label, "", _heat(count, most), large, "center"))
    return tuple(boxes)


def _heat(count: int, most: int) -> Tone:
    if count == 0:
        return "neutral"
    return "run" if count >= 0.67 * most else "crawl" if count >= 0.34 * most else "neutral"


def _cell_width(matrix: Matrix, width: float) -> float:
    return (width - SIDE - GAP * len(matrix.across)) / len(matrix.across)


def _stretched(needs: Sequence[float], room: float, stretch: bool) -> list[float]:
    """What each row needs, and its share of what is left."""
    spare = max(0.0, room - sum(needs)) if stretch else 0.0
    return [need + spare / len(needs) for need in needs]


def _names(matrix: Matrix, rows: Sequence[str], heights: Sequence[float], wide: float, letters: Lettering) -> list[Box]:
    """The values along the top and the left, each with the name of its enum."""
    size = letters.label, letters.detail
    boxes = []
    for place, column in enumerate(matrix.across):
        x = SIDE + GAP + place * (wide + GAP)
        label = f"{matrix.across_name}: {column}"
        boxes.append(Box(f"column-{column}", "rectangle", _r(x), 0.0, _r(wide), HEAD - 2, label, "", "plain", *size))
    top = HEAD
    for row, high in zip(rows, heights, strict=True):
        box = Box(f"row-{row}", "rectangle", 0.0, _r(top), SIDE, _r(high), matrix.down_name, row, "plain", *size)
        boxes.append(box)
        top += high + GAP
    return boxes


def _cell(
    matrix: Matrix,
    column: str,
    row: str,
    place: int,
    number: int,
    wide: float,
    heights: Sequence[float],
    label: str,
    detail: str,
    tone: Tone,
    letters: Lettering,
    align: Literal["center", "left"],
) -> Box:
    x, y = SIDE + GAP + place * (wide + GAP), HEAD + sum(heights[:number]) + GAP * number
    size = letters.label, letters.detail
    return Box(f"{column}-{row}", "rectangle", _r(x), _r(y), _r(wide), _r(heights[number]), label, detail, tone, *size, align)


def _r(value: float) -> float:
    return round(value, 2)
