"""Writes a diagram as native shapes in one group, with connectors glued to their shapes."""

from __future__ import annotations

import re

from briefs.metrics import Face, text_width
from briefs.model.exhibits import BOX_INSET_X, BOX_INSET_Y, Box, Connector, Diagram
from briefs.model.geometry import Place
from briefs.render.ooxml import xml
from briefs.render.ooxml.connector import geometry, glue, solve
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.shapes import Inside, Outline, shape, shape_with_id, solid
from briefs.render.powerpoint.text import Look, Spacing, paragraph, words
from briefs.render.powerpoint.tones import colour_of
from briefs.render.powerpoint.units import emu, transform

_PRESETS = {
    "rectangle": "rect",
    "rounded": "roundRect",
    "chevron": "homePlate",
    "diamond": "diamond",
    "ellipse": "ellipse",
    "group": "rect",
}
_CORNER = 5.0
"""Points of a rounded box's corner."""
_WEIGHT = 1.5
_LABEL_PAD = 3.0


def diagram(page: Page, drawn: Diagram, place: Place) -> None:
    """Draw a diagram in the middle of its place; ValueError when it is larger than that."""
    if drawn.width > place.width + 0.5 or drawn.height > place.height + 0.5:
        size, room = f"{drawn.width:g} x {drawn.height:g}", f"{place.width:g} x {place.height:g}"
        raise ValueError(f"diagram '{drawn.id}' is {size} points, and slide {page.number} has {room}")
    left = place.x + (place.width - drawn.width) / 2
    top = place.y + (place.height - drawn.height) / 2
    key = page.next_id()
    keys = [page.next_id() for _ in drawn.boxes]
    inner = [_box(page, box, own, (left, top)) for box, own in zip(drawn.boxes, keys, strict=True)]
    boxes = {box.id: box for box in drawn.boxes if box.shape != "group"}
    ids = {box.id: own for box, own in zip(drawn.boxes, keys, strict=True) if box.shape != "group"}
    inner += [_connector(page, one, boxes, ids, (left, top)) for one in drawn.connectors]
    inner += [_label(page, one, one.label_at, (left, top)) for one in drawn.connectors if one.label and one.label_at]
    page.shapes.append(_group(key, drawn, Place(left, top, drawn.width, drawn.height), "".join(inner)))


def _group(key: int, drawn: Diagram, place: Place, inner: str) -> str:
    """The description stands at the first shape, too: it is where LibreOffice looks for a group's when it prints a PDF."""
    name, alt = xml.attribute(drawn.title or "Diagram"), xml.attribute(drawn.alt)
    x, y, width, height = emu(place.x), emu(place.y), emu(place.width), emu(place.height)
    extent = f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
    child = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/>'
    inner = re.sub(r'<p:cNvPr id="\d+" name="[^"]*"', lambda found: f'{found.group()} descr="{alt}"', inner, count=1)
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{key}" name="{name}" descr="{alt}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{extent}{child}</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def _box(page: Page, box: Box, key: int, origin: tuple[float, float]) -> str:
    place = Place(origin[0] + box.x, origin[1] + box.y, box.width, box.height)
    name = box.label.replace("\n", " ") or box.shape
    if box.shape == "line":
        return _line(key, name, place, colour_of(box.tone).edge)
    if box.shape == "group":
        inside = Inside(BOX_INSET_X, BOX_INSET_Y, BOX_INSET_X, BOX_INSET_Y, "t")
        look = Look(box.label_size, True, "tx1" if box.tone == "neutral" else colour_of(box.tone).edge)
        label = paragraph(words(page, box.label, look), Spacing(align="r" if box.align == "right" else "l"))
        return shape_with_id(key, f"Group {name}", place, Outline(fill="bg2", line="accent6"), inside, [label])
    return shape_with_id(key, name, place, _outline(box), _inside(box), _lettering(page, box))


def _outline(box: Box) -> Outline:
    colour = colour_of(box.tone)
    small = min(box.width, box.height)
    adjust = None
    if box.shape == "rounded":
        adjust = round(100000 * min(0.5, _CORNER / small))
    elif box.shape == "chevron":
        adjust = round(100000 * min(0.5, 12.0 / small))
    line = "accent6" if box.shape == "rectangle" and colour.line else colour.line
    return Outline(_PRESETS[box.shape], adjust, colour.fill, line, 1.0)


def _inside(box: Box) -> Inside:
    anchor = "t" if box.anchor == "top" else "ctr"
    return Inside(BOX_INSET_X, BOX_INSET_Y, BOX_INSET_X, BOX_INSET_Y, anchor)


def _lettering(page: Page, box: Box) -> list[str]:
    colour = colour_of(box.tone)
    spacing = Spacing(align="l" if box.align == "left" else "ctr")
    lines = []
    if box.label:
        lines.append(paragraph(words(page, box.label, Look(box.label_size, True, colour.label)), spacing))
    if box.detail:
        lines.append(paragraph(words(page, box.detail, Look(box.detail_size, False, colour.detail)), spacing))
    return lines or [paragraph("", spacing)]


def _line(key: int, name: str, place: Place, slot: str) -> str:
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{key}" name="{xml.attribute(name)}"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
        f'<p:spPr>{transform(place)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="{emu(_WEIGHT)}">{solid(slot)}</a:ln></p:spPr></p:cxnSp>'
    )


def _connector(page: Page, one: Connector, boxes: dict[str, Box], ids: dict[str, int], origin: tuple[float, float]) -> str:
    elbow = solve([(origin[0] + x, origin[1] + y) for x, y in one.points])
    held = glue(
        (boxes[one.source], ids[one.source], one.source_site),
        (boxes[one.target], ids[one.target], one.target_site),
    )
    name = xml.attribute(f"{boxes[one.source].label} to {boxes[one.target].label}".replace("\n", " "))
    dash = '<a:prstDash val="dash"/>' if one.dashed else ""
    line = f'<a:ln w="{emu(_WEIGHT)}">{solid("accent5")}{dash}<a:round/><a:tailEnd type="triangle" w="med" len="med"/></a:ln>'
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{page.next_id()}" name="{name}"/><p:cNvCxnSpPr>{held}</p:cNvCxnSpPr>'
        f"<p:nvPr/></p:nvCxnSpPr><p:spPr>{geometry(elbow, emu)}{line}</p:spPr></p:cxnSp>"
    )


def _label(page: Page, one: Connector, at: tuple[float, float], origin: tuple[float, float]) -> str:
    lines = one.label.split("\n")
    width = max(text_width(line, Face("Calibri"), one.label_size) for line in lines) + 2 * _LABEL_PAD
    height = 1.2 * one.label_size * len(lines)
    place = Place(origin[0] + at[0] - width / 2, origin[1] + at[1] - height / 2, width, height)
    text = paragraph(words(page, one.label, Look(one.label_size, False, "accent5")), Spacing(align="ctr"))
    return shape(page, f"Label {one.label}".replace("\n", " "), place, Outline(fill="bg1"), Inside(wrap=False), [text])
