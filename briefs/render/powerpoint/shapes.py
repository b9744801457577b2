"""Writes native shapes with text of their own: the boxes of diagrams, cards and agenda entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.model.geometry import Place
from briefs.render.ooxml import xml
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.units import emu, transform

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Tells a screen reader to pass a shape by."""
EDGE = 4.0
"""Points of the coloured edge of a panel or card."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Geometry and colours of a shape."""

    preset: str = "rect"
    adjust: int | None = None
    """The first adjust value, in 100,000ths."""
    fill: str | None = None
    """A theme colour, or none."""
    line: str | None = None
    weight: float = 0.75
    """Points."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Where text stands within a shape."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    anchor: str = "ctr"
    wrap: bool = True


def shape(
    page: Page, name: str, place: Place, outline: Outline, inside: Inside, paragraphs: Sequence[str], click: str = ""
) -> str:
    """A shape that holds text; `click` is a link of the whole shape."""
    return shape_with_id(page.next_id(), name, place, outline, inside, paragraphs, click)


def shape_with_id(
    key: int, name: str, place: Place, outline: Outline, inside: Inside, paragraphs: Sequence[str], click: str = ""
) -> str:
    """The same under a number that the caller needs to know, as connectors do."""
    edges = f'lIns="{emu(inside.left)}" tIns="{emu(inside.top)}" rIns="{emu(inside.right)}" bIns="{emu(inside.bottom)}"'
    wrap = "square" if inside.wrap else "none"
    body = f'<a:bodyPr wrap="{wrap}" {edges} rtlCol="0" anchor="{inside.anchor}"><a:noAutofit/></a:bodyPr>'
    properties = f'<p:cNvPr id="{key}" name="{xml.attribute(name)}">{click}</p:cNvPr>'
    return (
        f"<p:sp><p:nvSpPr>{properties}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_look(place, outline)}</p:spPr>"
        f"<p:txBody>{body}<a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def decoration(page: Page, name: str, place: Place, outline: Outline) -> str:
    """A shape without text or meaning, such as a card's edge."""
    properties = f'<p:cNvPr id="{page.next_id()}" name="{xml.attribute(name)}">{_DECORATIVE}</p:cNvPr>'
    return f"<p:sp><p:nvSpPr>{properties}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_look(place, outline)}</p:spPr></p:sp>"


def solid(slot: str | None) -> str:
    """A fill in a theme colour, or none."""
    return f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>' if slot else "<a:noFill/>"


def _look(place: Place, outline: Outline) -> str:
    guide = "" if outline.adjust is None else f'<a:gd name="adj" fmla="val {outline.adjust}"/>'
    geometry = f'<a:prstGeom prst="{outline.preset}"><a:avLst>{guide}</a:avLst></a:prstGeom>'
    line = f'<a:ln w="{emu(outline.weight)}">{solid(outline.line)}</a:ln>' if outline.line else "<a:ln><a:noFill/></a:ln>"
    return f"{transform(place)}{geometry}{solid(outline.fill)}{line}"
