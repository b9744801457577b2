"""Writes panels: callouts with a coloured edge, and cards that show a record in full."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Callout, Card, Cards, Code, Heading, ListBlock, Paragraph
from briefs.model.runs import plain
from briefs.render.word.body import Body, Place
from briefs.render.word.inline import words, write_flow
from briefs.render.word.lists import WriteBlocks
from briefs.render.word.styles import Paragraphs, Tables, of_callout, of_tone
from briefs.render.word.tables import KEEP, grid, open_cell, open_row, table_properties

_SIDES = 360
"""Left and right margin of a panel's cell, together, in twentieths of a point."""
_LABELS = 0.2
"""Part of a card's width that its labels take."""


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
    if not callout.blocks or not isinstance(callout.blocks[-1], Paragraph | ListBlock | Code | Heading):
        _space(body)
    body.write("</w:tc></w:tr></w:tbl>")
    _space(body)


def write_cards(body: Body, cards: Cards, place: Place) -> None:
    """Write each card as a table of label and text that stays on one page."""
    for card in cards.cards:
        _write_card(body, card, place)
        _space(body)


def _write_card(body: Body, card: Card, place: Place) -> None:
    label = int(place.width * _LABELS)
    start, end = body.bookmark(card.anchor)
    body.write(
        "<w:tbl>",
        table_properties(body, Tables.CARD, place.width, indent=place.indent, title=plain(card.title), header=True),
        grid((label, place.width - label)),
        open_row(header=True),
        open_cell(place.width, span=2),
    )
    if card.kicker:
        body.open(Paragraphs.CARD_KICKER)
        body.write(words(card.kicker, body.character(of_tone(card.tone))), "</w:p>")
    body.open(Paragraphs.CARD_TITLE)
    body.write(start)
    write_flow(body, card.title)
    body.write(end, "</w:p></w:tc></w:tr>")
    last = len(card.fields) - 1
    for at, field in enumerate(card.fields):
        keep = KEEP if at < last else ""
        body.write(open_row(), open_cell(label))
        body.open(Paragraphs.CARD_LABEL, keep)
        body.write(words(field.label), "</w:p></w:tc>", open_cell(place.width - label))
        body.open(Paragraphs.CARD_TEXT, keep)
        write_flow(body, field.content)
        body.write("</w:p></w:tc></w:tr>")
    body.write("</w:tbl>")


def _space(body: Body) -> None:
    body.open(Paragraphs.SPACER)
    body.close()
