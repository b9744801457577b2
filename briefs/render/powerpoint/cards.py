"""Draws records as cards and an agenda as tiles, on the grid that compose has measured with."""

from __future__ import annotations

from briefs.model.deck import AgendaBody, AgendaEntry, CardsBody
from briefs.model.document import Card
from briefs.model.geometry import (
    AGENDA_INSET,
    AGENDA_SIZE,
    CARD_INSET,
    CARD_KICKER_SIZE,
    CARD_SPACE,
    CARD_TITLE_SIZE,
    Place,
    agenda_places,
    card_places,
    card_text_size,
)
from briefs.model.runs import Anchor, plain
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.shapes import Inside, Outline, decoration, shape
from briefs.render.powerpoint.text import Look, Spacing, flow, paragraph, words
from briefs.render.powerpoint.tones import colour_of

_EDGE = 4.0
"""Points of the coloured edge above a card and left of an agenda's entry."""


def cards(page: Page, body: CardsBody) -> None:
    """One to six cards; ValueError for more."""
    size = card_text_size(len(body.cards))
    for card, place in zip(body.cards, card_places(page.frame("cards"), len(body.cards)), strict=True):
        page.shapes.append(_card(page, card, place, size))
        edge = Outline(fill=colour_of(card.tone).edge)
        page.shapes.append(decoration(page, "Card edge", Place(place.x, place.y, place.width, _EDGE), edge))


def agenda(page: Page, body: AgendaBody) -> None:
    """Numbered tiles, each of which jumps to its slide."""
    places = agenda_places(page.frame("body"), len(body.entries))
    for number, (entry, place) in enumerate(zip(body.entries, places, strict=True), 1):
        page.shapes.append(_tile(page, entry, place))
        mark = Place(place.x, place.y, AGENDA_INSET - 12.0, place.height)
        text = paragraph(words(page, str(number), Look(AGENDA_SIZE, True, "bg1")), Spacing(align="ctr"))
        click = page.click(Anchor(entry.anchor))
        page.shapes.append(shape(page, f"Number {number}", mark, Outline(fill="accent1"), Inside(), [text], click))


def _card(page: Page, card: Card, place: Place, size: float) -> str:
    lines: list[str] = []
    if card.kicker:
        look = Look(CARD_KICKER_SIZE, True, colour_of(card.tone).edge)
        lines.append(paragraph(words(page, card.kicker, look)))
    lines.append(paragraph(flow(page, card.title, Look(CARD_TITLE_SIZE, True, "tx1"))))
    for one in card.fields:
        label = words(page, f"{one.label}: ", Look(size, True, "accent5"))
        text = flow(page, one.content, Look(size, slot="tx1"))
        lines.append(paragraph(label + text, Spacing(before=CARD_SPACE)))
    inside = Inside(CARD_INSET, CARD_INSET, CARD_INSET, CARD_INSET, "t")
    return shape(page, f"Card {plain(card.title)}", place, Outline(fill="bg2"), inside, lines)


def _tile(page: Page, entry: AgendaEntry, place: Place) -> str:
    text = paragraph(words(page, entry.text, Look(AGENDA_SIZE, slot="tx1")))
    inside = Inside(AGENDA_INSET, 0.0, 10.0, 0.0)
    click = page.click(Anchor(entry.anchor))
    return shape(page, f"Go to {entry.text}", place, Outline(fill="bg2"), inside, [text], click)
