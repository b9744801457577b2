"""Writes what surrounds any drawing in a line of text: its size, its name and its alternative text."""

from __future__ import annotations

from briefs.render.ooxml.xml import attribute
from briefs.render.word.body import Body

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def inline(body: Body, graphic: str, size: tuple[int, int], name: str, alt: str) -> str:
    """A `w:drawing` in the line; `size` in the units of drawings."""
    width, height = size
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{body.next_drawing()}" name="{attribute(name)}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr/>'
        f"{graphic}</wp:inline></w:drawing>"
    )


def picture_graphic(rid: str, size: tuple[int, int], name: str) -> str:
    """An `a:graphic` that shows the picture of a relationship."""
    width, height = size
    return (
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{attribute(name)}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
