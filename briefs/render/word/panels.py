"""Writes panels: callouts with a coloured edge, and cards that show a record in full."""

from __future__ import annotations

from dataclasses import replace

from briefs.metrics import Face, text_width
from briefs.model.document import Callout, Card, CardField, Cards
from briefs.model.runs import LineBreak, plain
from briefs.render.word.body import Body, Place
from briefs.render.word.inline import words, write_flow
from briefs.render.word.lists import WriteBlocks
from briefs.render.word.styles import Paragraphs, Tables, of_callout, of_tone
from briefs.render.word.tables import KEEP, grid, open_cell, open_row, table_properties
from briefs.render.word.widths import PADDING

_SIDES = 360
"""Left and right margin of a panel's cell, together, in twentieths of a point."""
_KEPT_WHOLE = 6
"""Up to how many rows a card stays on one page; a longer one keeps its first and last rows together."""


def write_callout(body: Body, callout: Callout, place: Place, write_blocks: WriteBlocks) -> None:
    """Write a panel: its kind and title as a header row, so that a reader by ear hears what it is, then its blocks."""
    style, title_style, kind = of_callout(callout)
    title = plain(callout.title)
    body.write(
        "<w:tbl>",
        table_properties(body, style, place.width, indent=place.indent, title=f"{kind}: {title}" if title else kind, header=True),
        grid((place.width,)),
        open_row(header=True),
        open_cell(place.width),
    )
    body.open(title_style)
    body.write(words(f"{kind}: " if title else kind))
    write_flow(body, callout.title)
    body.write("</w:p></w:tc></w:tr>", open_row(), open_cell(place.width))
    write_blocks(body, callout.blocks, replace(place, width=place.width - _SIDES, indent=0, paragraph=Paragraphs.CALLOUT_TEXT))
    if not body.out[-1].endswith("</w:p>"):
        _space(body)
    body.write("</w:tc></w:tr></w:tbl>")
    _space(body)


def write_cards(body: Body, cards: Cards, place: Place) -> None:
    """Write each card as a table of labels and texts; one that goes on over a page repeats its title there."""
    for card in cards.cards:
        _write_card(body, card, place)
        _space(body)


def _write_card(body: Body, card: Card, place: Place) -> None:
    widths = _columns(place.width)
    start, end = body.bookmark(card.anchor)
    body.write(
        "<w:tbl>",
        table_properties(body, Tables.CARD, place.width, indent=place.indent, title=plain(card.title), header=True),
        grid(widths),
        open_row(header=True),
        open_cell(place.width, span=len(widths)),
    )
    if card.kicker:
        body.open(Paragraphs.CARD_KICKER)
        body.write(words(card.kicker, body.character(of_tone(card.tone))), "</w:p>")
    body.open(Paragraphs.CARD_TITLE)
    body.write(start)
    write_flow(body, card.title)
    body.write(end, "</w:p></w:tc></w:tr>")
    rows = _rows(body, card.fields, widths)
    for at, fields in enumerate(rows):
        alone = 1 < at < len(rows) - 2 and len(rows) > _KEPT_WHOLE
        _write_fields(body, fields, widths, keep="" if alone or at == len(rows) - 1 else KEEP)
    body.write("</w:tbl>")


def _columns(width: int) -> tuple[int, ...]:
    """Label, text, label, text."""
    label, second = width * 19 // 100, width * 14 // 100
    half = (width - label - second) // 2
    return label, half, second, width - label - half - second


def _rows(body: Body, fields: tuple[CardField, ...], widths: tuple[int, ...]) -> list[tuple[CardField, ...]]:
    """Fields in rows: two that follow one another and are short enough share one."""
    rows: list[tuple[CardField, ...]] = []
    for field in fields:
        last = rows[-1] if rows else ()
        if len(last) == 1 and _is_short(body, last[0], widths[:2]) and _is_short(body, field, widths[2:]):
            rows[-1] = (last[0], field)
        else:
            rows.append((field,))
    return rows


def _is_short(body: Body, field: CardField, widths: tuple[int, ...]) -> bool:
    label, text = (width / 20 - PADDING for width in widths)
    face, bold = Face(body.template.body_font), Face(body.template.body_font, bold=True)
    size = body.template.card_size
    return (
        LineBreak() not in field.content
        and text_width(field.label, bold, size) <= label
        and text_width(plain(field.content), face, size) <= text
    )


def _write_fields(body: Body, fields: tuple[CardField, ...], widths: tuple[int, ...], *, keep: str) -> None:
    body.write(open_row())
    for at, field in enumerate(fields):
        span = 1 if len(fields) > 1 else len(widths) - 1
        body.write(open_cell(widths[2 * at]))
        body.open(Paragraphs.CARD_LABEL, keep)
        body.write(words(field.label), "</w:p></w:tc>", open_cell(sum(widths[2 * at + 1 : 2 * at + 1 + span]), span))
        body.open(Paragraphs.CARD_TEXT, keep)
        write_flow(body, field.content)
        body.write("</w:p></w:tc>")
    body.write("</w:tr>")


def _space(body: Body) -> None:
    body.open(Paragraphs.SPACER)
    body.close()
