"""Writes PowerPoint's own sections: the slides of one group that follow one another are one section."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID, uuid5

from briefs.model.deck import Slide
from briefs.render.ooxml.xml import attribute

FIRST_SLIDE = 256
"""The least number that PowerPoint accepts for a slide."""
_NAMESPACE = UUID("5b0e6a0c-6f3d-5c0b-9a55-6f2d3b1f7d11")
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def section_list(product: str, slides: Sequence[Slide]) -> str:
    """The presentation's list of extensions with its sections; nothing when no slide has a group."""
    if not any(slide.group for slide in slides):
        return ""
    groups = groupby(enumerate(slides), key=lambda pair: pair[1].group)
    sections = [
        _section(product, order, name, [FIRST_SLIDE + number for number, _ in members])
        for order, (name, members) in enumerate(groups)
    ]
    inner = f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(sections)}</p14:sectionLst>'
    return f'<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">{inner}</p:ext></p:extLst>'


def _section(product: str, order: int, name: str, numbers: Sequence[int]) -> str:
    key = str(uuid5(_NAMESPACE, f"{product}/{order}/{name}")).upper()
    ids = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
    return f'<p14:section name="{attribute(name)}" id="{{{key}}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
