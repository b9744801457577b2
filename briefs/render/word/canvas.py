"""Writes a diagram as a drawing canvas of native shapes, with a picture for programs that cannot show one."""

from __future__ import annotations

from briefs.model.exhibits import Diagram
from briefs.render.word.body import Body
from briefs.render.word.drawing import inline, picture_graphic
from briefs.render.word.fallback import diagram_png
from briefs.render.word.shapes import Pen, box_xml, connector_xml, label_xml

_CANVAS = "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"
_EMU = 12700


def canvas_xml(body: Body, diagram: Diagram, width: float) -> str:
    """A run that holds the diagram, at most `width` points wide."""
    pen = Pen(min(1.0, width / diagram.width), dict(body.template.colours))
    size = (pen.emu(diagram.width), pen.emu(diagram.height))
    name = f"Diagram {body.next_drawing()}"
    canvas = (
        f'<a:graphic><a:graphicData uri="{_CANVAS}"><wpc:wpc><wpc:bg/><wpc:whole/>{_shapes(body, diagram, pen)}</wpc:wpc>'
        "</a:graphicData></a:graphic>"
    )
    picture = body.picture(diagram_png(diagram, body.template.colours), "png")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpc">{inline(body, canvas, size, name, diagram.alt)}</mc:Choice>'
        f"<mc:Fallback>{inline(body, picture_graphic(picture, size, name), size, name, diagram.alt)}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def _shapes(body: Body, diagram: Diagram, pen: Pen) -> str:
    keys = {box.id: body.next_drawing() for box in diagram.boxes}
    parts = [box_xml(box, keys[box.id], pen) for box in diagram.boxes]
    drawn = [connector for connector in diagram.connectors if connector.points]
    for connector in drawn:
        ends = (keys[connector.source], keys[connector.target])
        parts.append(connector_xml(connector, body.next_drawing(), ends, pen))
    parts += [label_xml(connector, body.next_drawing(), pen) for connector in drawn]
    return "".join(parts)
