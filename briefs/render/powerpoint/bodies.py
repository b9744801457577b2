"""Chooses, for each kind of slide body, how it is written; the type checker names a kind that is missing here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from briefs.model.deck import (
    AgendaBody,
    Bullet,
    BulletsBody,
    CardsBody,
    ChartBody,
    ClosingBody,
    ColumnsBody,
    CoverBody,
    DiagramBody,
    PictureBody,
    SectionBody,
    SlideBody,
    StatementBody,
    TableBody,
)
from briefs.model.document import Meta
from briefs.model.geometry import Frame
from briefs.render.powerpoint.cards import agenda, cards
from briefs.render.powerpoint.closing import closing
from briefs.render.powerpoint.diagram import diagram
from briefs.render.powerpoint.exhibits import chart, picture, takeaway
from briefs.render.powerpoint.fill import edition_line, placeholder
from briefs.render.powerpoint.leads import draw_rows, lead_rows
from briefs.render.powerpoint.measure import grown, shared_air
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.statement import statement
from briefs.render.powerpoint.table import table
from briefs.render.powerpoint.text import INHERITED, Look, Spacing, flow, paragraph, words

_LARGER = (22.0, 20.0)
"""Points of first-level text where there is little of it."""


def write_body(page: Page, body: SlideBody, meta: Meta) -> None:  # noqa: C901 - one case for each kind
    """Write everything of a slide but its title, source line and footers."""
    match body:
        case CoverBody():
            _cover(page, body, meta)
        case SectionBody():
            if body.summary:
                placeholder(page, "body", [paragraph(flow(page, body.summary))])
        case AgendaBody():
            agenda(page, body)
        case BulletsBody():
            _points(page, body.bullets)
        case ColumnsBody():
            _columns(page, body)
        case StatementBody():
            statement(page, body)
        case TableBody():
            table(page, body, page.exhibit_place(takeaway=False))
        case ChartBody():
            chart(page, body)
        case DiagramBody():
            diagram(page, body.diagram, page.exhibit_place(bool(body.takeaway)).widened(body.bleed))
            takeaway(page, body.takeaway)
        case PictureBody():
            picture(page, body)
        case CardsBody():
            cards(page, body)
        case ClosingBody():
            closing(page, body)
        case _ as never:
            assert_never(never)


def _cover(page: Page, body: CoverBody, meta: Meta) -> None:
    placeholder(page, "subtitle", [paragraph(words(page, body.subtitle))])
    lines = (f"For {meta.audience_name} · {meta.marking}", f"{edition_line(meta)} · whom to ask: {meta.contact}")
    placeholder(page, "details", [paragraph(words(page, line)) for line in lines])


def _points(page: Page, bullets: Sequence[Bullet]) -> None:
    """As rows when every point begins with bold words and there is room, else as a list that shares its air."""
    rows = lead_rows(bullets)
    if not rows or not draw_rows(page, rows):
        frame = grown(page.frame("body"), bullets, _LARGER)
        placeholder(page, "body", _bullets(page, "body", frame, bullets, shared_air(frame, bullets)))


def _bullets(page: Page, role: str, frame: Frame, bullets: Sequence[Bullet], air: float) -> list[str]:
    """The list in the sizes of the frame, which may be larger than the layout's."""
    base = frame.space_before + air
    looks = (Look(frame.size), Look(frame.sub_size)) if frame != page.frame(role) else (INHERITED, INHERITED)
    return [
        paragraph(
            flow(page, bullet.content, looks[bullet.level]),
            Spacing(bullet.level, base if air and order and not bullet.level else None),
        )
        for order, bullet in enumerate(bullets)
    ]


def _columns(page: Page, body: ColumnsBody) -> None:
    """Both columns are as large and breathe alike, so that their lines stay level."""
    sides = (("left", body.left_title, body.left), ("right", body.right_title, body.right))
    size = min(grown(page.frame(side), lines, _LARGER).size for side, _, lines in sides)
    frames = [grown(page.frame(side), lines, (size,)) for side, _, lines in sides]
    air = min(shared_air(frame, lines) for frame, (_, _, lines) in zip(frames, sides, strict=True))
    for frame, (side, heading, lines) in zip(frames, sides, strict=True):
        if heading:
            placeholder(page, f"{side}-title", [paragraph(flow(page, heading))])
        placeholder(page, side, _bullets(page, side, frame, lines, air))
