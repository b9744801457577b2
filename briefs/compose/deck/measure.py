"""Lines that printed flow takes in a frame of a slide."""

from functools import lru_cache

from briefs.metrics import Face, Line, Medium, Paragraph, Run
from briefs.model import runs as printed
from briefs.model.runs import Flow

CODE_FONT = "Courier New"


def measured(flow: Flow, font: str, size: float, bold: bool = False) -> list[Run]:
    """The runs of a flow for the metrics; an empty flow still takes a line."""
    found: list[Run] = []
    for piece in flow:
        match piece:
            case printed.Run():
                found.append(_run(piece, font, size, bold))
            case printed.Link():
                found.extend(_run(run, font, size, bold) for run in piece.runs)
            case printed.LineBreak():
                found.append(Run("\n", Face(font, bold), size))
            case printed.NoteMark():
                raise ValueError("a slide has no footnotes")
    return found or [Run("", Face(font, bold), size)]


def _run(run: printed.Run, font: str, size: float, bold: bool) -> Run:
    return Run(run.text, Face(CODE_FONT if run.code else font, bold or run.bold, run.italic), size)


@lru_cache(maxsize=8192)
def _paragraph(flow: Flow, font: str, size: float, bold: bool) -> Paragraph:
    return Paragraph(measured(flow, font, size, bold), Medium.SLIDE)


@lru_cache(maxsize=8192)
def lines(flow: Flow, font: str, size: float, width: float, bold: bool = False) -> tuple[Line, ...]:
    """The lines of a flow in `width` points; a deck is composed twice and shares cells with others, so each is wrapped once."""
    return _paragraph(flow, font, size, bold).set(width)


@lru_cache(maxsize=8192)
def height(flow: Flow, font: str, size: float, width: float, bold: bool = False) -> float:
    """Points from top to bottom, at single spacing."""
    return sum(line.height for line in lines(flow, font, size, width, bold))


@lru_cache(maxsize=8192)
def least_width(flow: Flow, font: str, size: float, bold: bool = False) -> float:
    """Points of the longest word."""
    return _paragraph(flow, font, size, bold).longest_word()
