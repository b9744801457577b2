"""A brief as a deck for one audience: composed until its links lead where its slides are, then measured against the template."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefs.compose.deck.agenda import agenda
from briefs.compose.deck.desk import Desk
from briefs.compose.deck.fit import fit
from briefs.compose.deck.outline import OPENING, appendix, content, cover
from briefs.compose.deck.words import words
from briefs.compose.elsewhere import elsewhere
from briefs.compose.flow import Inliner
from briefs.compose.links import Links, Target
from briefs.compose.meta import meta
from briefs.compose.notes import Asides
from briefs.compose.uses import UseLog
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Brief, Definitions, Selection
from briefs.model.deck import Deck, Slide
from briefs.model.document import Uses
from briefs.model.geometry import Geometry
from briefs.model.origin import Origin

MOST_PASSES = 4
"""Links lengthen text only by the names of other products, so the second pass is nearly always the last."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One pass over a product."""

    slides: tuple[Slide, ...]
    anchors: Mapping[Target, str]
    uses: Uses
    faults: tuple[Diagnostic, ...]
    origins: Mapping[str, tuple[Origin | None, ...]]


def deck(selection: Selection, brief: Brief, views: Mapping[str, str], geometry: Geometry) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """The deck and what is wrong with it: B501 and B502 where text does not fit, B407 when there is nothing to show.

    `views` is shape -> template text, as documents take it: slides lay records out by themselves. The deck's id is not yet set.
    """
    brief = brief.on("decks")
    other = elsewhere(selection, brief, deck=True)
    draft = _draft(selection, brief, geometry, Links({}, other))
    for _ in range(MOST_PASSES):
        known = draft.anchors
        draft = _draft(selection, brief, geometry, Links(known, other))
        if draft.anchors == known:
            break
    made = Deck(meta(selection, brief, draft.uses), draft.slides, sum(words(slide) for slide in draft.slides), draft.uses)
    fits = tuple(found for slide in draft.slides for found in fit(slide, geometry, draft.origins.get(slide.anchor, ())))
    return made, (*_nothing(selection, brief, draft), *draft.faults, *fits)


def _draft(selection: Selection, brief: Brief, geometry: Geometry, links: Links) -> Draft:
    asides = Asides()
    definitions: Definitions = "none" if brief.definitions == "none" else "footnote"
    desk = Desk(Inliner(selection, links, UseLog(), asides, definitions), asides, geometry)
    opening = cover(desk, brief)
    body = content(desk, brief)
    tiles = agenda(desk, body, OPENING)
    back = appendix(desk, brief)
    return Draft((*opening, *tiles, *body, *back), desk.anchors, desk.inliner.uses.frozen(), tuple(desk.faults), desk.origins)


def _nothing(selection: Selection, brief: Brief, draft: Draft) -> tuple[Diagnostic, ...]:
    """A product whose slides are all hidden from its reader is a mistake of its outline."""
    if any(not slide.appendix and slide.group != OPENING for slide in draft.slides):
        return ()
    message = f"the deck '{brief.id}' has nothing to show for '{selection.audience.id}'"
    return (error("B407", brief.place("outline"), message, "name a section with slides that this audience may read"),)
