"""A table of verdicts: what each record says of each of a few others, in a word and a colour."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefs.compose.exhibits.lettering import Lettering
from briefs.compose.exhibits.matrix import GAP, HEAD, Board, Matrix, shared_widths
from briefs.model.exhibits import Box
from briefs.model.tones import Tone

SCALE: tuple[Tone, ...] = ("blocked", "attention", "neutral", "ready")
"""Tones of the verdicts, from the worst to the best."""
PAGE_ROW, MOST_ROW = 24.0, 60.0
NOTHING = "–"


def scale(verdicts: Sequence[str]) -> Mapping[str, Tone]:
    """The tone of each verdict of a list that runs from the worst to the best. ValueError for more than there are tones."""
    return dict(zip(verdicts, (*SCALE[: len(verdicts) - 1], SCALE[-1]), strict=True))


def verdicts(
    matrix: Matrix, tones: Mapping[str, Tone], width: float, height: float | None, letters: Lettering
) -> tuple[Box, ...]:
    """All boxes within `width` by `height` points; without a height, rows of a page, as high as their text."""
    count, widths = len(matrix.down), shared_widths([1.0] * len(matrix.across), width, matrix.side)
    matrix = replace(matrix, head=max(HEAD, 2 + max(letters.height(name, "", widths[0]) for name in matrix.across)))
    text = max(
        *(letters.height(name, "", widths[0]) for name in tones), *(letters.height(n, "", matrix.side) for n in matrix.down)
    )
    high = min((height - matrix.head - GAP * count) / count, MOST_ROW) if height else max(PAGE_ROW, text)
    board = Board(matrix, matrix.down, widths, (high,) * count, letters)
    boxes = board.names()
    for row, down in enumerate(matrix.down):
        for column, across in enumerate(matrix.across):
            said = matrix.at(across, down)
            tone: Tone = tones[said[0]] if said else "plain"
            boxes.append(board.cell((column, row), (", ".join(said) or NOTHING, ""), tone, letters.label, "center"))
    return tuple(boxes)
