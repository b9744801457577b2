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
    keys = [body.next_drawing() for _ in diagram.boxes]
    drawn_boxes = list(zip(diagram.boxes, keys, strict=True))
    parts = [box_xml(box, key, pen) for box, key in drawn_boxes]
    ends = {box.id: (box, key) for box, key in drawn_boxes if box.shape != "group"}
    drawn = [connector for connector in diagram.connectors if connector.points]
    for connector in drawn:
        held = (ends[connector.source], ends[connector.target])
        parts.append(connector_xml(connector, body.next_drawing(), held, pen))
    parts += [label_xml(connector, body.next_drawing(), pen) for connector in drawn]
    return "".join(parts)
