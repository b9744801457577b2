"""Breaking text into lines as Office does: greedily, after spaces, hyphens, dashes and slashes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefs.metrics.faces import Face, Medium, advances, line_height

FIXED = "\\u00a0\\u2007\\u202f"
"""Spaces at which a line does not break."""

PIECE = re.compile(
    rf"""(?P<newline> [\n\v] )
    | (?P<space> (?: (?![\n\v{FIXED}]) \s )+ )
    | (?P<word> [-–—/]* (?: [^\s\-–—/] | [{FIXED}] )+ [-–—/]* | [-–—/]+ )""",
    re.VERBOSE,
)
"""What a line is made of. A word here ends where a line may break, so `read/write` is two."""

ROUNDING = 1e-6
"""Points by which a line may seem too long, so that a text fits in exactly its own width."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face and size, in points; a newline or a vertical tab in it breaks the line."""

    text: str
    face: Face
    points: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will be set: its text without the spaces at which it was broken, width and height in points."""

    text: str
    width: float
    height: float


Piece = tuple[str, int, int]
"""What it is (newline, space or word), and where it starts and ends."""


class Paragraph:
    """Runs as one text, with the place of each character; made once, it is set in any width."""

    __slots__ = ("edges", "heights", "pieces", "text")

    def __init__(self, runs: Sequence[Run], medium: Medium) -> None:
        if not runs:
            raise ValueError("a paragraph needs a run, if an empty one, for its size")
        self.text = "".join(run.text for run in runs)
        widths = [advance * run.points for run in runs for advance in advances(run.text, run.face)]
        self.edges = list(accumulate(widths, initial=0.0))
        pitches = [(run.text or " " * (not self.text), line_height(run.face, run.points, medium)) for run in runs]
        highest = {height for text, height in pitches if text}
        self.heights = tuple(highest) if len(highest) == 1 else tuple(height for text, height in pitches for _ in text)
        self.pieces: tuple[Piece, ...] = tuple((piece.lastgroup or "", *piece.span()) for piece in PIECE.finditer(self.text))

    def width(self, start: int, end: int) -> float:
        """Points from one character to another."""
        return self.edges[end] - self.edges[start]

    def line(self, start: int, end: int) -> Line:
        """The line of these characters; an empty one is as high as the text around it."""
        heights = self.heights
        height = heights[0] if len(heights) == 1 else max(heights[start:end] or heights[start : start + 1] or heights[-1:])
        return Line(self.text[start:end], self.width(start, end), height)

    def set(self, width: float) -> tuple[Line, ...]:
        """The lines in a box of `width` points."""
        return tuple([self.line(start, end) for start, end in spans(self, width + ROUNDING)])

    def longest_word(self) -> float:
        """Points of the widest piece that a line cannot break."""
        return max((self.width(start, end) for kind, start, end in self.pieces if kind == "word"), default=0.0)


def wrap(runs: Sequence[Run], width: float, medium: Medium = Medium.SLIDE) -> tuple[Line, ...]:
    """The lines that `runs` take in a box of `width` points.

    A word longer than the box is broken inside, as Office does; only a single character can be wider than the box.
    Raises `ValueError` without a run.
    """
    return Paragraph(runs, medium).set(width)


def text_height(runs: Sequence[Run], width: float, medium: Medium = Medium.SLIDE, spacing: float = 1.0) -> float:
    """Points that `runs` take from top to bottom in a box of `width` points, at a line spacing of `spacing` lines."""
    return sum(line.height for line in wrap(runs, width, medium)) * spacing


def longest_word_width(runs: Sequence[Run]) -> float:
    """Points of the widest piece that a line cannot break, such as the least width of a table's column."""
    return Paragraph(runs, Medium.SLIDE).longest_word()


def spans(paragraph: Paragraph, width: float) -> Iterator[tuple[int, int]]:
    """Start and end of each line. Spaces that begin a paragraph count; those at a break hang over the edge and do not."""
    edges = paragraph.edges
    start = end = 0
    for kind, first, last in paragraph.pieces:
        if kind == "newline":
            yield start, end
            start = end = last
        elif kind == "space":
            end = last if end == start else end
        else:
            if end > start and edges[last] - edges[start] > width:
                yield start, end
                start = first
            if edges[last] - edges[start] > width:
                for cut in cuts(paragraph, start, first, last, width):
                    yield start, cut
                    start = cut
            end = last
    yield start, end


def cuts(paragraph: Paragraph, start: int, first: int, last: int, width: float) -> Iterator[int]:
    """Where a word is cut that is too long for the line that begins at `start`."""
    for place in range(first, last):
        if place > start and paragraph.width(start, place + 1) > width:
            yield place
            start = place
