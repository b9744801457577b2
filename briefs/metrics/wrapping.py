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


class Paragraph:
    """Runs as one text, with the place and height of each character."""

    __slots__ = ("edges", "heights", "text")

    def __init__(self, runs: Sequence[Run], medium: Medium) -> None:
        if not runs:
            raise ValueError("a paragraph needs a run, if an empty one, for its size")
        self.text = "".join(run.text for run in runs)
        widths = (advance * run.points for run in runs for advance in advances(run.text, run.face))
        self.edges = list(accumulate(widths, initial=0.0))
        pitches = [(run.text or " " * (not self.text), line_height(run.face, run.points, medium)) for run in runs]
        self.heights = [height for text, height in pitches for _ in text]

    def width(self, start: int, end: int) -> float:
        """Points from one character to another."""
        return self.edges[end] - self.edges[start]

    def line(self, start: int, end: int) -> Line:
        """The line of these characters; an empty one is as high as the text around it."""
        height = max(self.heights[start:end] or self.heights[start : start + 1] or self.heights[-1:])
        return Line(self.text[start:end], self.width(start, end), height)


def wrap(runs: Sequence[Run], width: float, medium: Medium = Medium.SLIDE) -> tuple[Line, ...]:
    """The lines that `runs` take in a box of `width` points.

    A word longer than the box is broken inside, as Office does; only a single character can be wider than the box.
    Raises `ValueError` without a run.
    """
    paragraph = Paragraph(runs, medium)
    return tuple(paragraph.line(start, end) for start, end in spans(paragraph, width + ROUNDING))


def text_height(runs: Sequence[Run], width: float, medium: Medium = Medium.SLIDE, spacing: float = 1.0) -> float:
    """Points that `runs` take from top to bottom in a box of `width` points, at a line spacing of `spacing` lines."""
    return sum(line.height for line in wrap(runs, width, medium)) * spacing


def longest_word_width(runs: Sequence[Run]) -> float:
    """Points of the widest piece that a line cannot break, such as the least width of a table's column."""
    paragraph = Paragraph(runs, Medium.SLIDE)
    return max((paragraph.width(*piece.span()) for piece in pieces(paragraph.text) if piece.lastgroup == "word"), default=0.0)


def pieces(text: str) -> Iterator[re.Match[str]]:
    """Words, spaces and line breaks of `text`, in order and without gaps."""
    return PIECE.finditer(text)


def spans(paragraph: Paragraph, width: float) -> Iterator[tuple[int, int]]:
    """Start and end of each line. Spaces that begin a paragraph count; those at a break hang over the edge and do not."""
    start = end = 0
    for piece in pieces(paragraph.text):
        if piece.lastgroup == "newline":
            yield start, end
            start = end = piece.end()
        elif piece.lastgroup == "space":
            end = piece.end() if end == start else end
        else:
            if end > start and paragraph.width(start, piece.end()) > width:
                yield start, end
                start = piece.start()
            for cut in cuts(paragraph, start, piece, width):
                yield start, cut
                start = cut
            end = piece.end()
    yield start, end


def cuts(paragraph: Paragraph, start: int, word: re.Match[str], width: float) -> Iterator[int]:
    """Where a word is cut that is too long for the line that begins at `start`."""
    for place in range(word.start(), word.end()):
        if place > start and paragraph.width(start, place + 1) > width:
            yield place
            start = place
