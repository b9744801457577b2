"""Where an offset of a text was written: markdown-it knows lines, so columns are worked out from the source lines."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefs.model.origin import Origin

At = Callable[[int], Origin]
"""Offset in a text, from 0 -> the place in the author's file."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one text, and where its first character stands in the file."""

    path: str
    lines: tuple[str, ...]
    line: int
    column: int
    """Of the first character of every line: more than 1 when the text is indented in a YAML file."""

    def origin(self, index: int, column: int = 0) -> Origin:
        """The place of a column, from 0, of the line with this index."""
        return Origin(self.path, self.line + index, self.column + column)

    def start(self, index: int) -> Origin:
        """The place of a line's first character that is not a space."""
        text = self.lines[index] if index < len(self.lines) else ""
        return self.origin(index, len(text) - len(text.lstrip()))

    def at(self, index: int, content: str) -> At:
        """Places in `content`, which a parser took from the lines from `index` on, without their indentation."""
        pieces = content.split("\n")
        if len(pieces) == 1:
            column = _column(self.lines[index], content)
            return lambda offset: self.origin(index, column + offset)
        starts, columns, position = [], [], 0
        for number, piece in enumerate(pieces):
            starts.append(position)
            columns.append(_column(self.lines[index + number], piece))
            position += len(piece) + 1

        def place(offset: int) -> Origin:
            row = max(bisect_right(starts, offset) - 1, 0)
            return self.origin(index + row, columns[row] + offset - starts[row])

        return place


def _column(line: str, piece: str) -> int:
    """Where `piece` begins in `line`: most often it is the line's end, else (a closed heading) somewhere within."""
    tail = piece.rstrip()
    guess = len(line.rstrip()) - len(tail)
    if guess >= 0 and line.startswith(tail, guess):
        return guess
    return max(line.find(tail), 0)


def offsets(columns: Sequence[int], at: At) -> At:
    """Places in a text whose characters stand at `columns` of another one."""
    last = len(columns) - 1
    return lambda offset: at(columns[offset] if offset <= last else columns[last] + offset - last) if columns else at(offset)
