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


@dataclass(frozen=True, slots=True)
class Geometry:
    width: float
    height: float
    frames: Mapping[tuple[str, str], Frame]
    """(layout id, placeholder role) -> frame. Roles: title, body, left, right, left-title, right-title, exhibit, takeaway,
    source, cards."""

    def frame(self, layout: str, role: str) -> Frame:
        """The frame of a role; KeyError names both when the template lacks it."""
        return self.frames[layout, role]
