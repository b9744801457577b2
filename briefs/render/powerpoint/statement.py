"""Writes one number or phrase as large as its panel bears, and beside it what gives it a meaning."""

from __future__ import annotations

from briefs.metrics import longest_word_width, text_height
from briefs.model.deck import Bullet, StatementBody
from briefs.model.geometry import Frame
from briefs.model.runs import Flow
from briefs.render.powerpoint.fill import placeholder
from briefs.render.powerpoint.measure import bullets_height, measured, shared_air
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.text import INHERITED, Look, Spacing, flow, paragraph

_SIZES = (138.0, 120.0, 104.0, 96.0, 88.0, 80.0, 72.0, 66.0, 60.0)
_HIGH = 0.7
"""Of the panel's height: what its text may take."""
_FULL = 0.8
"""Of the height beside it: what its context may take when the first line is large."""
_FIRST = 24.0
"""Points of the first line, which goes on where the number ends."""
_MOST_AIR = 14.0


def statement(page: Page, body: StatementBody) -> None:
    """The panel and its context, both in the middle of their height."""
    size = big_size(page.frame("big"), body.big)
    placeholder(page, "big", [paragraph(flow(page, body.big, Look(size) if size else INHERITED))])
    if body.lines:
        placeholder(page, "body", _lines(page, body))


def big_size(frame: Frame, content: Flow) -> float | None:
    """Points at which no word breaks and the panel keeps room above and below; None for the layout's own size."""
    width, height = frame.width - frame.inset_x, _HIGH * (frame.height - frame.inset_y)
    for size in _SIZES:
        runs = measured(content, frame, size)
        if longest_word_width(runs) <= width and text_height(runs, width, spacing=frame.line_spacing) <= height:
            return size
    return None


def _lines(page: Page, body: StatementBody) -> list[str]:
    frame, (first, *rest) = page.frame("body"), body.lines
    bullets = [Bullet(0, line) for line in rest]
    large = text_height(measured(first, frame, _FIRST), frame.width - frame.inset_x)
    fits = large + frame.space_before * len(rest) + bullets_height(frame, bullets) <= _FULL * frame.height
    before = frame.space_before + min(shared_air(frame, [Bullet(0, first), *bullets]), _MOST_AIR)
    head = paragraph(flow(page, first, Look(_FIRST) if fits else INHERITED))
    return [head, *(paragraph(flow(page, line), Spacing(before=before)) for line in rest)]
