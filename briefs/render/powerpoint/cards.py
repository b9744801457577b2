"""Draws records as cards and an agenda as tiles, on the grid that compose has measured with."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.metrics import text_height
from briefs.model.deck import AgendaBody, AgendaEntry, CardsBody
from briefs.model.document import Card, CardField
from briefs.model.geometry import (
    AGENDA_INSET,
    AGENDA_SIZE,
    CARD_INSET,
    CARD_KICKER_SIZE,
    CARD_SPACE,
    CARD_TITLE_MORE,
    Place,
    agenda_places,
    card_places,
)
from briefs.model.runs import Anchor, Run, plain
from briefs.render.powerpoint.measure import measured
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.shapes import EDGE, Inside, Outline, decoration, shape
from briefs.render.powerpoint.text import Look, Spacing, flow, paragraph, words
from briefs.render.powerpoint.tones import colour_of

_MOST_AIR = 14.0
"""Points that a field may stand further from the one above it, where cards have room."""


def cards(page: Page, body: CardsBody) -> None:
    """One to six cards; ValueError for more."""
    places = card_places(page.frame("cards"), len(body.cards))
    sizes = _Sizes(body.size + CARD_TITLE_MORE, body.size)
    air = min(_air(page, card, place, sizes) for card, place in zip(body.cards, places, strict=True))
    for card, place in zip(body.cards, places, strict=True):
        page.shapes.append(_card(page, card, place, sizes, CARD_SPACE + air))
        edge = Outline(fill=colour_of(card.tone).edge)
        page.shapes.append(decoration(page, "Card edge", Place(place.x, place.y, place.width, EDGE), edge))


def agenda(page: Page, body: AgendaBody) -> None:
    """Numbered tiles, each of which jumps to its slide."""
    places = agenda_places(page.frame("body"), len(body.entries))
    for number, (entry, place) in enumerate(zip(body.entries, places, strict=True), 1):
        page.shapes.append(_tile(page, entry, place))
        mark = Place(place.x, place.y, AGENDA_INSET - 12.0, place.height)
        text = paragraph(words(page, str(number), Look(AGENDA_SIZE, True, "bg1")), Spacing(align="ctr"))
        click = page.click(Anchor(entry.anchor))
        page.shapes.append(shape(page, f"Number {number}", mark, Outline(fill="accent1"), Inside(), [text], click))


@dataclass(frozen=True, slots=True)
class _Sizes:
    title: float
    text: float


def _air(page: Page, card: Card, place: Place, sizes: _Sizes) -> float:
    """What a card's fields can share of the room that its text leaves."""
    frame, width = page.frame("cards"), place.width - 2 * CARD_INSET
    titled = (Run(plain(card.title), bold=True),)
    need = text_height(measured(titled, frame, sizes.title), width) + (1.2 * CARD_KICKER_SIZE if card.kicker else 0.0)
    for one in card.fields:
        content = (Run(f"{one.label}: ", bold=True), *one.content) if one.label else one.content
        need += CARD_SPACE + text_height(measured(content, frame, sizes.text), width)
    free = 0.94 * (place.height - 2 * CARD_INSET) - need
    return max(0.0, min(_MOST_AIR, free / max(1, len(card.fields))))


def _card(page: Page, card: Card, place: Place, sizes: _Sizes, before: float) -> str:
    lines: list[str] = []
    if card.kicker:
        look = Look(CARD_KICKER_SIZE, True, colour_of(card.tone).edge)
        lines.append(paragraph(words(page, card.kicker, look)))
    lines.append(paragraph(flow(page, card.title, Look(sizes.title, True, "tx1"))))
    for one in card.fields:
        lines.append(paragraph(_field(page, one, sizes.text), Spacing(before=before)))
    inside = Inside(CARD_INSET, CARD_INSET, CARD_INSET, CARD_INSET, "t")
    return shape(page, f"Card {plain(card.title)}", place, Outline(fill="bg2"), inside, lines)


def _field(page: Page, field: CardField, size: float) -> str:
    """A field behind its label; without one its bold words are the point, and the others stand back."""
    ink = Look(size, slot="tx1")
    if field.label:
        return words(page, f"{field.label}: ", Look(size, True, "accent5")) + flow(page, field.content, ink)
    back = Look(size, slot="accent5")
    return "".join(flow(page, (piece,), ink if isinstance(piece, Run) and piece.bold else back) for piece in field.content)


def _tile(page: Page, entry: AgendaEntry, place: Place) -> str:
    text = paragraph(words(page, entry.text, Look(AGENDA_SIZE, slot="tx1")))
    inside = Inside(AGENDA_INSET, 0.0, 10.0, 0.0)
    click = page.click(Anchor(entry.anchor))
    return shape(page, f"Go to {entry.text}", place, Outline(fill="bg2"), inside, [text], click)
