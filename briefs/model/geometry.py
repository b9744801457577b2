"""The boxes of the template's layouts, read from the template once, so that compose can measure before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """A text frame or an exhibit's place, in points from the slide's top left corner."""

    x: float
    y: float
    width: float
    height: float
    font: str
    size: float
    """Of first-level text, points."""
    bold: bool
    inset_x: float
    """Left and right together."""
    inset_y: float
    """Top and bottom together."""
    space_before: float
    """Points before each paragraph but the first."""
    line_spacing: float
    """1.0 for single."""
    sub_size: float
    """Of second-level text, points."""
    indent: float
    """Left margin of first-level text, points."""
    sub_indent: float


ROLES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "subtitle", "details"),
    "section": ("title", "body"),
    "statement": ("title", "big", "body", "source"),
    "bullets": ("title", "body", "source"),
    "two-columns": ("title", "left-title", "left", "right-title", "right", "source"),
    "chart": ("title", "exhibit", "takeaway", "source"),
    "table": ("title", "exhibit", "source"),
    "diagram": ("title", "exhibit", "takeaway", "source"),
    "picture": ("title", "exhibit", "takeaway", "source"),
    "asks": ("title", "cards", "source"),
    "closing": ("title", "body"),
}
"""What a template's layouts must hold. A closing line is its label on the first level and its text on the second; without a
takeaway the exhibit has the takeaway's place too (`Geometry.exhibit`); an agenda is tiles on the bullets layout's body."""


@dataclass(frozen=True, slots=True)
class Geometry:
    width: float
    height: float
    frames: Mapping[tuple[str, str], Frame]
    """(layout id, placeholder role) -> frame; `ROLES` names the roles of each layout."""

    def frame(self, layout: str, role: str) -> Frame:
        """The frame of a role; KeyError names both when the template lacks it."""
        return self.frames[layout, role]

    def exhibit(self, layout: str, takeaway: bool) -> "Place":
        """Where an exhibit goes: its own frame, or with the takeaway's when the slide has none."""
        own = self.frames[layout, "exhibit"]
        if takeaway or (layout, "takeaway") not in self.frames:
            return Place(own.x, own.y, own.width, own.height)
        other = self.frames[layout, "takeaway"]
        right, bottom = max(own.x + own.width, other.x + other.width), max(own.y + own.height, other.y + other.height)
        left, top = min(own.x, other.x), min(own.y, other.y)
        return Place(left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on the slide, in points."""

    x: float
    y: float
    width: float
    height: float

    def widened(self, by: float) -> "Place":
        """The same with so many points more on every side."""
        return Place(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


GRID_GAP = 14.4
"""Points between cards, and between the columns of an agenda."""
CARD_INSET = 12.0
"""Points between a card's edge and its text, on all four sides."""
CARD_SPACE = 5.0
"""Points before each field of a card; none before its title."""
CARD_SIZES = (18.0, 16.0, 14.0, 13.0, 12.0)
"""Points of a card's fields, the largest first: as large as all cards of a slide can bear."""
CARD_KICKER_SIZE = 12.0
CARD_TITLE_MORE = 4.0
"""Points by which a card's title is larger than its fields."""
CELL_INSET_X = 7.2
"""Points between a table cell's edge and its text, left and right each."""
CELL_INSET_Y, DENSE_INSET_Y = 4.0, 2.0
"""The same, above and below each; less in the appendix, which is looked up and not presented."""
CHART_TEXT = 14.0
"""Points of every text in a chart."""
AGENDA_SIZE = 18.0
AGENDA_INSET = 46.0
"""Points left of an agenda entry's text, where its number stands; 10 at the right."""


def card_places(area: Frame, count: int) -> tuple[Place, ...]:
    """The grid of 1 to 6 cards: a row of up to three, two by two, three by two. Raises ValueError outside 1 to 6.

    A card is paragraphs at single spacing: kicker (bold, if any), title (bold), then `label: text` for each field, or text alone
    where a field has no label.
    """
    if not 1 <= count <= 6:
        raise ValueError(f"{count} cards on one slide: 1 to 6 fit")
    return _grid(area, count, across=2 if count == 4 else min(count, 3), tallest=area.height)


def agenda_places(area: Frame, count: int) -> tuple[Place, ...]:
    """The tiles of 1 to 18 agenda entries, one to three columns, read downwards. Raises ValueError outside 1 to 18."""
    if not 1 <= count <= 18:
        raise ValueError(f"{count} entries in one agenda: 1 to 18 fit")
    across = 1 if count <= 5 else 2 if count <= 12 else 3
    down = -(-count // across)
    tiles = _grid(area, down * across, across, tallest=72.0)
    return tuple(tiles[row * across + column] for column in range(across) for row in range(down))[:count]


def _grid(area: Frame, count: int, across: int, tallest: float) -> tuple[Place, ...]:
    down = -(-count // across)
    width = (area.width - (across - 1) * GRID_GAP) / across
    height = min(tallest, (area.height - (down - 1) * GRID_GAP) / down)
    return tuple(
        Place(area.x + column * (width + GRID_GAP), area.y + row * (height + GRID_GAP), width, height)
        for row in range(down)
        for column in range(across)
    )[:count]
