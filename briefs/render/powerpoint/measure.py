"""Finds how large a slide's text can be and how much air it can share, so that a short one fills its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from briefs.metrics import Face, text_height, wrap
from briefs.metrics import Run as Measured
from briefs.model.deck import Bullet
from briefs.model.geometry import Frame
from briefs.model.runs import Flow, LineBreak, Link, NoteMark, Run

_FILLED = 0.9
"""Of a frame's height: beyond, text looks crowded even when it fits."""
_CALM = 0.7
"""Of a frame's height: up to here, text may be larger than its layout has it."""
_EVEN = 0.6
"""Of the longest line: a last line that is longer needs no help."""
_MOST = 28.0
"""Points that one gap may grow."""


def grown(frame: Frame, bullets: Sequence[Bullet], sizes: Sequence[float]) -> Frame:
    """The frame in the first of these sizes, largest first, in which its text leaves enough of it free; else as it is."""
    tries = (replace(frame, size=size, sub_size=frame.sub_size * size / frame.size) for size in sizes if size > frame.size)
    calm = _CALM * (frame.height - frame.inset_y)
    return next((one for one in tries if bullets_height(one, bullets) <= calm), frame)


def slack(frame: Frame, text: str) -> float:
    """Points by which a title's box can be narrower without another line, so that its last is not a single word."""
    runs, width = measured((Run(text),), frame, frame.size), frame.width - frame.inset_x
    found = wrap(runs, width)
    if len(found) < 2 or found[-1].width > _EVEN * max(line.width for line in found):
        return 0.0
    steps = (width * (1 - part / 40) for part in range(1, 20))
    narrow = list(takewhile(lambda one: len(wrap(runs, one)) == len(found), steps))
    return width - narrow[-1] if narrow else 0.0


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
    return sum(heights) + frame.space_before * max(0, len(bullets) - 1)


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
