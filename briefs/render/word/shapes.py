"""Writes the shapes of a diagram as native ones: boxes with text, and connectors glued to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefs.metrics import Face, text_width
from briefs.model.exhibits import BOX_INSET_X, BOX_INSET_Y, Box, Connector
from briefs.render.ooxml.connector import geometry, glue, solve
from briefs.render.ooxml.xml import attribute, text
from briefs.render.word.palette import Look, look_of, scheme_name, theme_name

LETTERING = "Calibri"
"""The font by whose widths diagrams are laid out."""
_EMU = 12700
_GEOMETRY = {
    "rectangle": "rect", "rounded": "roundRect", "chevron": "homePlate", "diamond": "diamond",
    "ellipse": "ellipse", "group": "rect", "line": "line",
}  # fmt: skip
_CORNER = '<a:gd name="adj" fmla="val 9000"/>'


@dataclass(frozen=True, slots=True)
class Pen:
    """How large a diagram is drawn, and in which colours."""

    scale: float
    """Below one when the diagram is wider than its place."""
    colours: Mapping[str, str]
    """Slot of the theme -> six hexadecimal digits."""

    def emu(self, points: float) -> int:
        """Points of the diagram as the units of a drawing."""
        return round(points * self.scale * _EMU)

    def half_points(self, points: float) -> int:
        """A size of text, in half points."""
        return max(1, round(points * self.scale * 2))


def box_xml(box: Box, key: int, pen: Pen) -> str:
    """One `wps:wsp`; `key` is its shape id."""
    look = look_of(box)
    if box.shape == "line":
        return _line(box, key, pen)
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name="{attribute(_name(box, key))}"/><wps:cNvSpPr/><wps:spPr>{_place(box, pen)}'
        f'<a:prstGeom prst="{_GEOMETRY[box.shape]}"><a:avLst>{_CORNER if box.shape == "rounded" else ""}</a:avLst></a:prstGeom>'
        f"{_fill(look.fill)}{_outline(look.line)}</wps:spPr>{_text(box, look, pen)}{_body(box, pen)}</wps:wsp>"
    )


def connector_xml(connector: Connector, key: int, ends: tuple[tuple[Box, int], tuple[Box, int]], pen: Pen) -> str:
    """One glued connector; `ends` are its boxes, each with its shape id."""
    (source, source_key), (target, target_key) = ends
    held = glue((source, source_key, connector.source_site), (target, target_key, connector.target_site))
    dash = '<a:prstDash val="dash"/>' if connector.dashed else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name="Connector {key}"/><wps:cNvCnPr>{held}</wps:cNvCnPr>'
        f'<wps:spPr>{geometry(solve(connector.points), pen.emu)}<a:ln w="19050">'
        f'<a:solidFill><a:schemeClr val="accent5"/></a:solidFill>{dash}<a:miter lim="800000"/><a:tailEnd type="triangle"/></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def label_size(connector: Connector) -> tuple[float, float]:
    """Width and height of a connector's label with the white around it, in points."""
    return text_width(connector.label, Face(LETTERING), connector.label_size) + 6, connector.label_size * 1.22 + 2


def label_xml(connector: Connector, key: int, pen: Pen) -> str:
    """The label of a connector on a white ground. Empty without a label."""
    if not connector.label or connector.label_at is None:
        return ""
    x, y = connector.label_at
    width, height = label_size(connector)
    at = f'<a:off x="{pen.emu(x - width / 2)}" y="{pen.emu(y - height / 2)}"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name="{attribute(connector.label)}"/><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm>{at}<a:ext cx="{pen.emu(width)}" cy="{pen.emu(height)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>"
        f"{_paragraph(connector.label, 'tx1', connector.label_size, pen)}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp>'
    )


def _name(box: Box, key: int) -> str:
    """What the box says, never its id: an id may hold a word that this audience must not read."""
    return " ".join((box.label or box.detail).split()) or f"Shape {key}"


def _place(box: Box, pen: Pen) -> str:
    return (
        f'<a:xfrm><a:off x="{pen.emu(box.x)}" y="{pen.emu(box.y)}"/>'
        f'<a:ext cx="{pen.emu(box.width)}" cy="{pen.emu(box.height)}"/></a:xfrm>'
    )


def _line(box: Box, key: int, pen: Pen) -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name="Line {key}"/><wps:cNvCnPr/><wps:spPr>{_place(box, pen)}'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{_outline("accent5")}</wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _fill(slot: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>' if slot else "<a:noFill/>"


def _outline(slot: str) -> str:
    return f'<a:ln w="9525">{_fill(slot)}</a:ln>' if slot else "<a:ln><a:noFill/></a:ln>"


def _text(box: Box, look: Look, pen: Pen) -> str:
    if not box.label and not box.detail:
        return ""
    side = "left" if box.shape == "group" and box.align == "center" else box.align
    label = [_paragraph(line, look.label, box.label_size, pen, bold=True, side=side) for line in box.label.split("\n")]
    detail = [_paragraph(line, look.detail, box.detail_size, pen, side=side) for line in box.detail.split("\n")]
    lines = [*(label if box.label else ()), *(detail if box.detail else ())]
    return f"<wps:txbx><w:txbxContent>{''.join(lines)}</w:txbxContent></wps:txbx>"


def _body(box: Box, pen: Pen) -> str:
    x, y = pen.emu(BOX_INSET_X), pen.emu(BOX_INSET_Y)
    anchor = "t" if box.shape == "group" or box.anchor == "top" else "ctr"
    return f'<wps:bodyPr wrap="square" lIns="{x}" tIns="{y}" rIns="{x}" bIns="{y}" anchor="{anchor}"><a:noAutofit/></wps:bodyPr>'


def _paragraph(line: str, slot: str, size: float, pen: Pen, *, bold: bool = False, side: str = "center") -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    half = pen.half_points(size)
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="{side}"/></w:pPr><w:r><w:rPr>{weight}'
        f'<w:color w:val="{pen.colours[scheme_name(slot)]}" w:themeColor="{theme_name(slot)}"/>'
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr><w:t xml:space="preserve">{text(line)}</w:t></w:r></w:p>'
    )
