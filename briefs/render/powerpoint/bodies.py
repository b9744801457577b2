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
from briefs.render.powerpoint.cards import agenda, cards
from briefs.render.powerpoint.diagram import diagram
from briefs.render.powerpoint.exhibits import chart, picture, takeaway
from briefs.render.powerpoint.fill import edition_line, placeholder
from briefs.render.powerpoint.leads import draw_rows, lead_rows
from briefs.render.powerpoint.measure import shared_air
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.table import table
from briefs.render.powerpoint.text import Spacing, flow, paragraph, words


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
            placeholder(page, "big", [paragraph(flow(page, body.big))])
            placeholder(page, "body", _statement_lines(page, body))
        case TableBody():
            table(page, body, page.exhibit_place(takeaway=False))
        case ChartBody():
            chart(page, body)
        case DiagramBody():
            diagram(page, body.diagram, page.exhibit_place(bool(body.takeaway)))
            takeaway(page, body.takeaway)
        case PictureBody():
            picture(page, body)
        case CardsBody():
            cards(page, body)
        case ClosingBody():
            _closing(page, body)
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
        placeholder(page, "body", _bullets(page, "body", bullets, shared_air(page.frame("body"), bullets)))


def _bullets(page: Page, role: str, bullets: Sequence[Bullet], air: float) -> list[str]:
    base = page.frame(role).space_before + air
    return [
        paragraph(flow(page, bullet.content), Spacing(bullet.level, base if air and order and not bullet.level else None))
        for order, bullet in enumerate(bullets)
    ]


def _columns(page: Page, body: ColumnsBody) -> None:
    """Both columns breathe alike, so that their first lines stay level."""
    air = min(shared_air(page.frame(side), lines) for side, lines in (("left", body.left), ("right", body.right)))
    for side, heading, lines in (("left", body.left_title, body.left), ("right", body.right_title, body.right)):
        if heading:
            placeholder(page, f"{side}-title", [paragraph(flow(page, heading))])
        placeholder(page, side, _bullets(page, side, lines, air))


def _statement_lines(page: Page, body: StatementBody) -> list[str]:
    lines = [Bullet(0, line) for line in body.lines]
    air = shared_air(page.frame("body"), lines)
    return _bullets(page, "body", lines, min(air, 10.0))


def _closing(page: Page, body: ClosingBody) -> None:
    lines: list[str] = []
    for label, content in body.lines:
        lines += [paragraph(words(page, label))] if label else []
        lines.append(paragraph(flow(page, content), Spacing(1)))
    placeholder(page, "body", lines)
