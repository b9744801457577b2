"""How much of its box the text of a drawn shape takes."""

from briefs.compose.exhibits.lettering import lettering
from briefs.compose.exhibits.plane import Rect
from briefs.model.exhibits import Box

TEXT_PARTS = {"diamond": (0.5, 0.5), "ellipse": (0.7, 0.7)}
"""The part of a shape's width and height in which its text is set; of others, all of it."""


def rect(box: Box) -> Rect:
    """A box's place."""
    return Rect(box.x, box.y, box.width, box.height)


def inner(box: Box) -> tuple[float, float]:
    """Points of width and height in which its text is set."""
    across, down = TEXT_PARTS.get(box.shape, (1.0, 1.0))
    return box.width * across, box.height * down


def too_wide(box: Box) -> float:
    """Points by which the longest word is too wide; negative when it fits."""
    return lettering(box).width(box.label, box.detail) - inner(box)[0]


def too_tall(box: Box) -> float:
    """Points by which the lines are too high; negative when they fit."""
    width, height = inner(box)
    return lettering(box).height(box.label, box.detail, width) - height


def fills(box: Box) -> float:
    """The part of its box that the text takes, in the direction in which it takes more."""
    (width, height), letters = inner(box), lettering(box)
    return max(letters.width(box.label, box.detail) / width, letters.height(box.label, box.detail, width) / height)
