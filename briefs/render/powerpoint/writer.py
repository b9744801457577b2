"""Turns a composed deck into the bytes of a `.pptx`: slides as text, the template's parts as they were packed once."""

from __future__ import annotations

from briefs.model.deck import CardsBody, Deck, Slide, TableBody
from briefs.render.ooxml.package import Part, StaticPart, write_package
from briefs.render.ooxml.relationships import OFFICE, Relationships, content_types
from briefs.render.ooxml.xml import HEAD
from briefs.render.powerpoint import properties
from briefs.render.powerpoint.page import Ledger
from briefs.render.powerpoint.sections import FIRST_SLIDE, section_list
from briefs.render.powerpoint.slide import slide_parts
from briefs.render.powerpoint.template import Template


def render(deck: Deck, template: Template) -> bytes:
    """The finished file: the same bytes for the same deck and template.

    ValueError, naming the slide, for what no deck can show; compose has reported such things to the author before.
    """
    ledger = Ledger(template, deck.meta.language, anchors(deck))
    slides: list[Part] = []
    for number, slide in enumerate(deck.slides, 1):
        slides += slide_parts(ledger, slide, number, deck.meta)
    types = [*template.types, *properties.TYPES, *ledger.types]
    parts: list[Part | StaticPart] = [
        content_types(template.defaults, types),
        *properties.property_parts(deck),
        *_presentation(deck, template),
        *template.static,
        *slides,
        *ledger.parts,
    ]
    return write_package(parts)


def anchors(deck: Deck) -> dict[str, int]:
    """Where links lead: slide numbers by the anchors of slides, and of cards and table rows, where they are first shown.

    ValueError when two slides have one anchor.
    """
    found: dict[str, int] = {}
    for number, slide in enumerate(deck.slides, 1):
        if slide.anchor and found.setdefault(slide.anchor, number) != number:
            raise ValueError(f"slides {found[slide.anchor]} and {number} are both called '{slide.anchor}'")
    for number, slide in enumerate(deck.slides, 1):
        for anchor in _inner_anchors(slide):
            found.setdefault(anchor, number)
    return found


def _inner_anchors(slide: Slide) -> list[str]:
    match slide.body:
        case CardsBody():
            return [card.anchor for card in slide.body.cards if card.anchor]
        case TableBody():
            return [row.anchor for row in slide.body.rows if row.anchor]
        case _:
            return []


def _presentation(deck: Deck, template: Template) -> list[Part]:
    relations = Relationships("rIdSlide")
    ids = [
        f'<p:sldId id="{FIRST_SLIDE + number}" r:id="{relations.add(OFFICE + "slide", f"slides/slide{number + 1}.xml")}"/>'
        for number in range(len(deck.slides))
    ]
    slides = f"<p:sldIdLst>{''.join(ids)}</p:sldIdLst>"
    sections = section_list(deck.meta.product, deck.slides)
    written = f"{HEAD}{template.head}{slides}{template.tail}{sections}</p:presentation>"
    links = relations.xml(template.relations)
    return [Part("ppt/presentation.xml", written.encode()), Part("ppt/_rels/presentation.xml.rels", links)]
