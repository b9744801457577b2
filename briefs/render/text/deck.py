"""A deck as lines of Markdown: slide after slide with what it shows and what the presenter says."""

from collections.abc import Iterable
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
    Deck,
    DiagramBody,
    PictureBody,
    SectionBody,
    Slide,
    SlideBody,
    StatementBody,
    TableBody,
)
from briefs.model.runs import Flow
from briefs.render.text.anchors import linked
from briefs.render.text.blocks import INDENT, Setting, card_lines, heading, table_lines
from briefs.render.text.escape import escape, opening
from briefs.render.text.exhibits import chart_lines, diagram_lines
from briefs.render.text.front import front_lines
from briefs.render.text.inline import line, paragraph, target

SLIDE_LEVEL = 3


def deck_lines(deck: Deck) -> list[str]:
    """Title block, then every slide under the name of its group."""
    reached = linked(deck.slides)
    text, group = front_lines(deck.meta), ""
    for number, slide in enumerate(deck.slides, 1):
        if slide.group != group:
            group = slide.group
            text.extend([heading(2, escape(group)), ""])
        text.extend(_slide(number, slide, reached))
    return text


def _slide(number: int, slide: Slide, reached: frozenset[str]) -> list[str]:
    mark = " (appendix)" if slide.appendix else ""
    title = heading(SLIDE_LEVEL, f"Slide {number}{mark}: {escape(slide.title)}", target(slide.anchor, reached))
    body = _body(slide.body, reached)
    source = [opening(escape(slide.source)), ""] if slide.source else []
    notes = [text for note in slide.notes for text in ("", f"> {escape(note)}")]
    spoken = ["> <strong>Notes</strong>", *(text if text else ">" for text in notes), ""] if notes else []
    return [title, "", *body, *([""] if body else []), *source, *spoken]


def _body(body: SlideBody, reached: frozenset[str]) -> list[str]:  # noqa: C901 - one case a body
    match body:
        case CoverBody():
            return [opening(escape(body.subtitle))] if body.subtitle else []
        case SectionBody():
            return _flows((body.summary,))
        case AgendaBody():
            return [f"-   [{escape(entry.text)}](#{entry.anchor})" for entry in body.entries]
        case BulletsBody():
            return _bullets(body.bullets)
        case ColumnsBody():
            left = [*_flows((body.left_title,)), "", *_bullets(body.left)]
            return [*left, "", *_flows((body.right_title,)), "", *_bullets(body.right)]
        case StatementBody():
            return _flows((body.big, *body.lines))
        case TableBody():
            return table_lines(body.columns, body.header, body.rows, reached)
        case ChartBody():
            return [*chart_lines(body.chart), "", *_flows((body.takeaway,))]
        case DiagramBody():
            return [*diagram_lines(body.diagram), "", *_flows((body.takeaway,))]
        case PictureBody():
            return [f"> Picture: {escape(body.alt)}", "", *_flows((body.takeaway,))]
        case CardsBody():
            setting = Setting(reached, SLIDE_LEVEL)
            return [text for card in body.cards for text in (*card_lines(card, setting), "")]
        case ClosingBody():
            return [f"-   **{escape(label)}:** {line(text)}" for label, text in body.lines]
        case _:
            assert_never(body)


def _flows(flows: Iterable[Flow]) -> list[str]:
    """Paragraphs with an empty line between any two."""
    text: list[str] = []
    for flow in flows:
        if flow:
            text.extend(["", paragraph(flow)] if text else [paragraph(flow)])
    return text


def _bullets(bullets: Iterable[Bullet]) -> list[str]:
    return [f"{INDENT * bullet.level}-   {line(bullet.content)}" for bullet in bullets]
