"""The agenda: a tile for each group of slides, which jumps to its first; only where there is enough to find one's way in."""

from collections.abc import Sequence

from briefs.compose.deck.desk import Desk, Head, Sheet
from briefs.model.deck import AgendaBody, AgendaEntry, Slide

FROM = 5
"""Groups from which on a deck has an agenda."""
SHORT = 12
"""Slides up to which a deck has none: it is over before anybody has lost the way."""
MOST_TILES = 18


def agenda(desk: Desk, slides: Sequence[Slide], group: str) -> tuple[Slide, ...]:
    """Nothing for a short deck or one of up to four groups, else one slide, or several of even length when tiles run out."""
    entries = tuple(AgendaEntry(slide.group, slide.anchor) for slide in _firsts(slides))
    if len(entries) < FROM or len(slides) < SHORT:
        return ()
    pages = -(-len(entries) // MOST_TILES)
    size = -(-len(entries) // pages)
    parts = [entries[start : start + size] for start in range(0, len(entries), size)]
    return desk.slides(Head("Agenda", group, None), [Sheet("bullets", AgendaBody(part)) for part in parts])


def _firsts(slides: Sequence[Slide]) -> list[Slide]:
    """The first slide of every group but the closing, which nobody looks for."""
    firsts: dict[str, Slide] = {}
    for slide in slides:
        if slide.layout != "closing":
            firsts.setdefault(slide.group, slide)
    return list(firsts.values())
