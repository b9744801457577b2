"""Writes panels: callouts with a coloured edge, and cards that show a record in full."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from briefs.metrics import Face, text_width
from briefs.model.document import Callout, Card, CardField, Cards
from briefs.model.runs import LineBreak, plain
from briefs.render.word.body import Body, Place
from briefs.render.word.inline import words, write_flow
from briefs.render.word.lists import WriteBlocks
from briefs.render.word.styles import Characters, Paragraphs, Tables, of_callout, of_tone
from briefs.render.word.tables import KEEP, grid, open_cell, open_row, table_properties
from briefs.render.word.widths import PADDING

_SIDES = 360
"""Left and right margin of a panel's cell, together, in twentieths of a point."""
_FEWEST = 2
"""Fields from which a card has two columns."""
_SHORT = 2
"""Lines of a column up to which a field is short."""
_LOST = 12.0
"""Points of a line that stay empty where it breaks, about."""
_BELOW = 2
"""Lines that fields share at most: more would be harder to read than a column."""
_ROW = 0.6
"""Lines that a row takes around its text."""

Fields = tuple[CardField, ...]


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
    """Write each card as a table that stays on one page: its title and who it is for, its fields in two columns."""
    for card in cards.cards:
        _write_card(body, card, place)
        _space(body)


def _write_card(body: Body, card: Card, place: Place) -> None:
    columns = _columns(body, card, place.width)
    fields, short = _parted(body, card.fields, place.width)
    rows = [row for row in (_halves(body, fields, place.width), (short,) if short else ()) if row]
    body.write(
        "<w:tbl>",
        table_properties(body, Tables.CARD, place.width, indent=place.indent, title=plain(card.title), header=True),
        grid(columns),
        open_row(header=True),
    )
    _write_title(body, card, columns)
    for at, row in enumerate(rows):
        body.write(open_row())
        spans = (1, len(columns) - 1) if len(row) > 1 else (len(columns),)
        widths = (columns[0], place.width - columns[0]) if len(row) > 1 else (place.width,)
        for width, span, cell in zip(widths, spans, row, strict=True):
            body.write(open_cell(width, span))
            _write_fields(body, cell, run_in=at > 0 or not fields, keep=KEEP if at < len(rows) - 1 else "")
            body.write("</w:tc>")
        body.write("</w:tr>")
    body.write("</w:tbl>")


def _columns(body: Body, card: Card, width: int) -> tuple[int, ...]:
    """Where the halves of a card part and, right of that, where its title ends: at most half of it says who the card is for."""
    half = width // 2
    if not card.kicker:
        return half, width - half
    need = text_width(card.kicker, Face(body.template.body_font, bold=True), body.template.card_size) + 2 * PADDING
    side = min(round(need * 20), half - 20)
    return half, width - half - side, side


def _write_title(body: Body, card: Card, columns: tuple[int, ...]) -> None:
    start, end = body.bookmark(card.anchor)
    titled = columns[:2]
    body.write(open_cell(sum(titled), span=len(titled)))
    body.open(Paragraphs.CARD_TITLE)
    body.write(start)
    write_flow(body, card.title)
    body.write(end, "</w:p></w:tc>")
    if card.kicker:
        body.write(open_cell(columns[2]))
        body.open(Paragraphs.CARD_KICKER)
        body.write(words(card.kicker, body.character(of_tone(card.tone))), "</w:p></w:tc>")
    body.write("</w:tr>")


def _parted(body: Body, fields: Fields, width: int) -> tuple[Fields, Fields]:
    """Fields for the columns, and short ones after them that share a line below, where that makes the card lower."""
    best, lowest = len(fields), float(_high(body, fields, width))
    for first in range(len(fields) - 2, -1, -1):
        if _lines(body, fields[first], width / 40) > _SHORT:
            break
        below = ceil(sum(_long(body, field) + _LOST for field in fields[first:]) / (width / 20 - PADDING))
        high = _high(body, fields[:first], width) + below + _ROW
        if below <= _BELOW and high < lowest:
            best, lowest = first, high
    return fields[:best], fields[best:]


def _high(body: Body, fields: Fields, width: int) -> int:
    """Lines of the higher column."""
    return max((sum(_lines(body, field, width / 40) for field in half) for half in _halves(body, fields, width)), default=0)


def _halves(body: Body, fields: Fields, width: int) -> tuple[Fields, ...]:
    """The fields in two columns, in their order, parted where the higher of the two is lowest; one field stands alone."""
    if len(fields) < _FEWEST:
        return (fields,) if fields else ()
    lines = [_lines(body, field, width / 40) for field in fields]
    at = min(range(1, len(fields)), key=lambda at: max(sum(lines[:at]), sum(lines[at:])))
    return fields[:at], fields[at:]


def _lines(body: Body, field: CardField, width: float) -> int:
    """Lines of a field in `width` points, about: where a line breaks, some of it stays empty."""
    breaks = sum(piece == LineBreak() for piece in field.content)
    room = width - PADDING
    long = _long(body, field)
    return breaks + (1 if long <= room else ceil(long / (room - _LOST)))


def _long(body: Body, field: CardField) -> float:
    """Points of a field on one line."""
    return text_width(f"{field.label}: {plain(field.content)}", Face(body.template.body_font), body.template.card_size)


def _write_fields(body: Body, fields: Fields, *, run_in: bool, keep: str) -> None:
    """Each field as a paragraph, or all of them in one."""
    for at, field in enumerate(fields):
        if at == 0 or not run_in:
            body.open(Paragraphs.CARD_TEXT, keep)
        else:
            body.write(words(" · "))
        if field.label:
            body.write(words(f"{field.label}: ", f"{body.character(Characters.SLATE)}<w:b/><w:bCs/>"))
        write_flow(body, field.content)
        if at == len(fields) - 1 or not run_in:
            body.close()


def _space(body: Body) -> None:
    body.open(Paragraphs.SPACER)
    body.close()
