"""A risk map: every record by name, the highest likelihood on top, the corner where both are highest marked."""

from collections.abc import Sequence

from briefs.compose.exhibits.lettering import Lettering
from briefs.compose.exhibits.matrix import GAP, HEAD, Board, Matrix, shared_widths
from briefs.model.exhibits import Box
from briefs.model.tones import Tone

NAMES, PAGE_NAMES = (14.0, 13.0, 12.0, 11.0), (10.0, 9.0)
"""Points of the names, the largest first."""
EMPTY = 0.45
"""Width of a column without records, as a part of the others'."""
LEAST_ROW, AIR = 30.0, 4.0


def quadrant(matrix: Matrix, width: float, height: float | None, page: bool = False) -> tuple[Box, ...]:
    """All boxes within `width` by `height` points; without a height, as high as the names need."""
    rows = tuple(reversed(matrix.down))
    wide = shared_widths([1.0 if any(matrix.at(column, row) for row in rows) else EMPTY for column in matrix.across], width)
    room = height - HEAD - GAP * len(rows) if height else float("inf")
    sizes = [Lettering(10.0 if page else 12.0, size) for size in (PAGE_NAMES if page else NAMES)]
    letters = _letters(sizes, matrix, rows, wide, room)
    needs = _needs(letters, matrix, rows, wide)
    spare = max(0.0, room - sum(needs)) / len(needs) if height else 0.0
    board = Board(matrix, rows, wide, tuple(need + spare for need in needs), letters)
    boxes = board.names()
    for number, row in enumerate(rows):
        for place, column in enumerate(matrix.across):
            text = "", _listed(matrix.at(column, row))
            boxes.append(board.cell((place, number), text, _tone(matrix, place, number), letters.label, "left"))
    return tuple(boxes)


def _tone(matrix: Matrix, place: int, number: int) -> Tone:
    """By the steps from the worst corner."""
    steps = (len(matrix.across) - 1 - place) + number
    return "blocked" if steps == 0 else "attention" if steps == 1 else "neutral"


def _listed(names: Sequence[str]) -> str:
    return "\n".join(f"• {name}" for name in names)


def _letters(sizes: Sequence[Lettering], matrix: Matrix, rows: Sequence[str], wide: Sequence[float], room: float) -> Lettering:
    """The largest but for the least that fits with every name on one line, else the largest that fits, else the least."""
    fitting = [size for size in sizes if sum(_needs(size, matrix, rows, wide)) <= room]
    return next((size for size in fitting[:-1] if _whole(size, matrix, wide)), (fitting or [sizes[-1]])[0])


def _whole(letters: Lettering, matrix: Matrix, wide: Sequence[float]) -> bool:
    """Whether no name breaks."""
    widths = dict(zip(matrix.across, wide, strict=True))
    return all(letters.detail_line(f"• {name}") <= widths[cell[0]] for cell, names in matrix.cells.items() for name in names)


def _needs(letters: Lettering, matrix: Matrix, rows: Sequence[str], wide: Sequence[float]) -> list[float]:
    """What the fullest cell of each row needs."""
    columns = list(zip(matrix.across, wide, strict=True))
    texts = [[(_listed(matrix.at(column, row)), width) for column, width in columns] for row in rows]
    return [max(LEAST_ROW, *(letters.height("", text, width) for text, width in row)) + AIR for row in texts]
