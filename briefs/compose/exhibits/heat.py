"""A heat table: how many records stand in each cell of two enums; the fuller, the darker."""

from briefs.compose.exhibits.lettering import Lettering
from briefs.compose.exhibits.matrix import GAP, HEAD, Board, Matrix, shared_widths
from briefs.model.exhibits import Box
from briefs.model.tones import Tone

PAGE_ROW, MOST_ROW = 34.0, 100.0
NUMBERS = ((56.0, 28.0), (44.0, 22.0), (24.0, 16.0))
"""Points of a row at least, and of the numbers in it, which a whole room reads; in lower rows they are as large as names."""


def heat(matrix: Matrix, width: float, height: float | None, letters: Lettering) -> tuple[Box, ...]:
    """All boxes within `width` by `height` points; without a height, rows of a page."""
    count = len(matrix.down)
    high = min((height - HEAD - GAP * count) / count, MOST_ROW) if height else PAGE_ROW
    board = Board(matrix, matrix.down, shared_widths([1.0] * len(matrix.across), width, matrix.side), (high,) * count, letters)
    most = max((len(names) for names in matrix.cells.values()), default=0)
    size = next((size for least, size in NUMBERS if high >= least), letters.label)
    boxes = board.names()
    for row, down in enumerate(matrix.down):
        for column, across in enumerate(matrix.across):
            found = len(matrix.at(across, down))
            boxes.append(board.cell((column, row), (f"{found}" if found else "–", ""), _tone(found, most), size, "center"))
    return tuple(boxes)


def _tone(count: int, most: int) -> Tone:
    if count == 0:
        return "neutral"
    return "deep" if count >= 0.67 * most else "primary" if count >= 0.34 * most else "neutral"
