"""Draws a diagram as a picture, for programs that cannot show a canvas of native shapes: SVG, then PNG with our own fonts."""

from __future__ import annotations

from functools import lru_cache

import resvg_py

from briefs.metrics import Face, Medium, Run, line_height, wrap
from briefs.model.exhibits import BOX_INSET_X, BOX_INSET_Y, Box, Connector, Diagram
from briefs.project import engine_templates
from briefs.render.ooxml.xml import attribute, text
from briefs.render.word.palette import Look, look_of, scheme_name
from briefs.render.word.shapes import LETTERING, Pen, label_size

_FAMILY = "Carlito"
_ASCENT = 0.77
"""Part of a line above the baseline."""
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_TEXT_PARTS = {"diamond": 0.5, "ellipse": 0.7}
"""The part of a shape's width in which Word sets its text; of others, all of it."""
_ZOOM = 2
_FONTS = ("Carlito-Regular.ttf", "Carlito-Bold.ttf")


@lru_cache(maxsize=64)
def diagram_png(diagram: Diagram, colours: tuple[tuple[str, str], ...]) -> bytes:
    """A PNG of twice the diagram's points; `colours` are pairs of theme slot and six hexadecimal digits."""
    fonts = [str(engine_templates() / "fonts" / name) for name in _FONTS]
    svg = diagram_svg(diagram, Pen(1.0, dict(colours)))
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, font_files=fonts, skip_system_fonts=True, zoom=_ZOOM))


def diagram_svg(diagram: Diagram, pen: Pen) -> str:
    """The diagram as SVG, without metadata."""
    boxes = "".join(_box(box, pen) for box in diagram.boxes)
    lines = "".join(_connector(connector, pen) for connector in diagram.connectors if connector.points)
    labels = "".join(_label(connector, pen) for connector in diagram.connectors)
    slate, white = pen.colours["accent5"], pen.colours["lt1"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{diagram.width:g}" height="{diagram.height:g}" '
        f'viewBox="0 0 {diagram.width:g} {diagram.height:g}"><defs><marker id="end" viewBox="0 0 10 10" refX="9" refY="5" '
        f'markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0 10 5 0 10z" fill="#{slate}"/></marker></defs>'
        f'<rect width="100%" height="100%" fill="#{white}"/>{boxes}{lines}{labels}</svg>'
    )


def _box(box: Box, pen: Pen) -> str:
    look = look_of(box)
    fill = f"#{pen.colours[scheme_name(look.fill)]}" if look.fill else "none"
    line = f"#{pen.colours[scheme_name(look.line)]}" if look.line else "none"
    return f'<path d="{_outline(box)}" fill="{fill}" stroke="{line}" stroke-width="0.75"/>{_words(box, look, pen)}'


def _outline(box: Box) -> str:
    x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
    match box.shape:
        case "line":
            return f"M{x:g} {y:g}L{right:g} {bottom:g}"
        case "diamond":
            return f"M{middle_x:g} {y:g}L{right:g} {middle_y:g}L{middle_x:g} {bottom:g}L{x:g} {middle_y:g}z"
        case "chevron":
            neck = right - min(box.width, box.height) / 2
            return f"M{x:g} {y:g}L{neck:g} {y:g}L{right:g} {middle_y:g}L{neck:g} {bottom:g}L{x:g} {bottom:g}z"
        case "ellipse":
            arc = f"{box.width / 2:g} {box.height / 2:g} 0 1 1"
            return f"M{x:g} {middle_y:g}A{arc} {right:g} {middle_y:g}A{arc} {x:g} {middle_y:g}z"
        case "rectangle" | "rounded" | "group":
            return f"M{x:g} {y:g}H{right:g}V{bottom:g}H{x:g}z"


def _words(box: Box, look: Look, pen: Pen) -> str:
    lines = [(line, look.label, box.label_size, True) for line in _broken(box, box.label, box.label_size, bold=True)]
    lines += [(line, look.detail, box.detail_size, False) for line in _broken(box, box.detail, box.detail_size, bold=False)]
    pitch = [line_height(Face(LETTERING, bold=bold), size, Medium.PAGE) for _, _, size, bold in lines]
    top = box.y + BOX_INSET_Y if box.shape == "group" or box.anchor == "top" else box.y + (box.height - sum(pitch)) / 2
    side = "left" if box.shape == "group" and box.align == "center" else box.align
    x = {"left": box.x + BOX_INSET_X, "right": box.x + box.width - BOX_INSET_X}.get(side, box.x + box.width / 2)
    out = []
    for (line, slot, size, bold), height in zip(lines, pitch, strict=True):
        out.append(_line(line, (x, top + height * _ASCENT), size, pen.colours[scheme_name(slot)], bold=bold, side=side))
        top += height
    return "".join(out)


def _broken(box: Box, words: str, size: float, *, bold: bool) -> list[str]:
    """The lines into which Word breaks a text of the box."""
    width = box.width * _TEXT_PARTS.get(box.shape, 1.0) - 2 * BOX_INSET_X
    return [line.text for line in wrap([Run(words, Face(LETTERING, bold=bold), size)], width, Medium.PAGE)] if words else []


def _line(line: str, at: tuple[float, float], size: float, colour: str, *, bold: bool = False, side: str = "center") -> str:
    return (
        f'<text x="{at[0]:.2f}" y="{at[1]:.2f}" font-family="{_FAMILY}" font-size="{size:g}" '
        f'font-weight="{"bold" if bold else "normal"}" text-anchor="{_ANCHORS[side]}" fill="#{colour}">'
        f"{text(line)}</text>"
    )


def _connector(connector: Connector, pen: Pen) -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in connector.points)
    slate = pen.colours["accent5"]
    dash = ' stroke-dasharray="6 4"' if connector.dashed else ""
    return (
        f'<polyline points="{attribute(points)}" fill="none" stroke="#{slate}" stroke-width="1.5"{dash} marker-end="url(#end)"/>'
    )


def _label(connector: Connector, pen: Pen) -> str:
    if not connector.label or connector.label_at is None:
        return ""
    x, y = connector.label_at
    width, height = label_size(connector)
    white = pen.colours["lt1"]
    ground = f'<rect x="{x - width / 2:.2f}" y="{y - height / 2:.2f}" width="{width:.2f}" height="{height:.2f}" fill="#{white}"/>'
    return ground + _line(connector.label, (x, y + connector.label_size * 0.3), connector.label_size, pen.colours["dk1"])
