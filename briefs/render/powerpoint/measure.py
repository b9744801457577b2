"""Finds how much air a slide's paragraphs can share, so that a short list fills its place instead of clinging to the title."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.metrics import Face, text_height
from briefs.metrics import Run as Measured
from briefs.model.deck import Bullet
from briefs.model.geometry import Frame
from briefs.model.runs import Flow, LineBreak, Link, NoteMark, Run

_FILLED = 0.9
"""Of a frame's height: beyond, text looks crowded even when it fits."""
_MOST = 28.0
"""Points that one gap may grow."""


def shared_air(frame: Frame, bullets: Sequence[Bullet]) -> float:
    """Points to add above each first-level paragraph but the first."""
    gaps = sum(bullet.level == 0 for bullet in bullets[1:])
    if not gaps:
        return 0.0
    free = _FILLED * (frame.height - frame.inset_y) - bullets_height(frame, bullets)
    return max(0.0, min(_MOST, free / gaps))


def bullets_height(frame: Frame, bullets: Sequence[Bullet]) -> float:
    """Points that bullets take in a frame, at the layout's own spacing."""
    heights = [_height(frame, bullet) for bullet in bullets]
    return sum(heights) + frame.space_before * (len(bullets) - 1)


def _height(frame: Frame, bullet: Bullet) -> float:
    size, indent = (frame.size, frame.indent) if bullet.level == 0 else (frame.sub_size, frame.sub_indent)
    width = frame.width - frame.inset_x - indent
    return text_height(measured(bullet.content, frame, size), width, spacing=frame.line_spacing)


def measured(content: Flow, frame: Frame, size: float) -> list[Measured]:
    """A flow as runs with face and size; an empty one still takes a line."""
    runs: list[Measured] = []
    for piece in content:
        match piece:
            case Run():
                runs.append(_measured(piece, frame, size))
            case Link():
                runs += [_measured(run, frame, size) for run in piece.runs]
            case LineBreak():
                runs.append(_measured(Run("\n"), frame, size))
            case NoteMark():
                pass
    return runs or [_measured(Run(""), frame, size)]


def _measured(run: Run, frame: Frame, size: float) -> Measured:
    family = "Courier New" if run.code else frame.font
    return Measured(run.text, Face(family, frame.bold or run.bold, run.italic), size)
