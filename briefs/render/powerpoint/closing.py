"""Writes the closing slide: what is asked, of whom, what follows and whom to ask, as labels with what they say."""

from __future__ import annotations

from dataclasses import replace

from briefs.metrics import text_height
from briefs.model.deck import ClosingBody
from briefs.model.geometry import Frame
from briefs.model.runs import Flow, Run
from briefs.render.powerpoint.fill import placeholder
from briefs.render.powerpoint.measure import measured
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.text import INHERITED, Look, Spacing, flow, paragraph, words

_LARGER = (1.2, 1.1)
"""Times the layout's own sizes, where there is little to say."""
_CALM = 0.72
"""Of the place's height: what larger text may take."""
_MOST_AIR = 14.0
"""Points by which the gap above a label may grow."""


def closing(page: Page, body: ClosingBody) -> None:
    """Each label above what it says, as large as leaves the slide calm."""
    own = page.frame("body")
    tries = (replace(own, size=round(own.size * more), sub_size=round(own.sub_size * more)) for more in _LARGER)
    frame = next((one for one in tries if _height(one, body) <= _CALM * own.height), own)
    free = _CALM * own.height - _height(frame, body)
    before = frame.space_before + max(0.0, min(_MOST_AIR, free / max(1, len(body.lines) - 1)))
    small, large = (INHERITED, INHERITED) if frame == own else (Look(frame.size), Look(frame.sub_size))
    lines: list[str] = []
    for order, (label, content) in enumerate(body.lines):
        lines += [paragraph(words(page, label, small), Spacing(before=before if order else None))] if label else []
        lines.append(paragraph(flow(page, content, large), Spacing(1)))
    placeholder(page, "body", lines)


def _height(frame: Frame, body: ClosingBody) -> float:
    """Points of all lines, with the layout's gap above each label but the first."""
    found = frame.space_before * (len(body.lines) - 1)
    for label, content in body.lines:
        found += (_text(frame, (Run(label),), frame.size) if label else 0.0) + _text(frame, content, frame.sub_size)
    return found


def _text(frame: Frame, content: Flow, size: float) -> float:
    return text_height(measured(content, frame, size), frame.width - frame.inset_x, spacing=frame.line_spacing)
