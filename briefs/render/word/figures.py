"""Writes figures: native charts with their workbooks, diagrams, and pictures."""

from __future__ import annotations

from briefs.metrics.charts import page_area
from briefs.model.document import ChartFigure, DiagramFigure, PictureFigure
from briefs.render.chart.space import CHART_TYPE, chart_parts
from briefs.render.ooxml.package import Part
from briefs.render.ooxml.relationships import OFFICE
from briefs.render.word.body import Body, Place
from briefs.render.word.canvas import canvas_xml
from briefs.render.word.captions import write_caption
from briefs.render.word.drawing import inline, picture_graphic
from briefs.render.word.styles import Paragraphs

_EMU = 12700
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PIXEL = 0.5
"""Points that a pixel takes when there is room: pictures are made for 144 dots an inch."""
_TALLEST_PICTURE = 420.0
_MAGIC = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"))


def write_chart(body: Body, figure: ChartFigure, place: Place) -> None:
    """Write a native chart, editable with the workbook that it carries."""
    body.charts += 1
    number = body.charts
    chart, workbook = f"word/charts/chart{number}.xml", f"word/embeddings/chart{number}.xlsx"
    made = chart_parts(figure.chart, f"../embeddings/chart{number}.xlsx", page_area(figure.chart, place.width / 20))
    body.parts[chart] = Part(chart, made.chart)
    body.parts[f"word/charts/_rels/chart{number}.xml.rels"] = Part(
        f"word/charts/_rels/chart{number}.xml.rels", made.relationships
    )
    body.parts[workbook] = Part(workbook, made.workbook, compress=False)
    body.overrides.append((chart, CHART_TYPE))
    rid = body.relationships.add(OFFICE + "chart", f"charts/chart{number}.xml")
    size = (round(place.width / 20 * _EMU), round(page_area(figure.chart, place.width / 20).height * _EMU))
    graphic = f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart r:id="{rid}"/></a:graphicData></a:graphic>'
    _write_drawing(body, f"<w:r>{inline(body, graphic, size, f'Chart {number}', figure.chart.alt)}</w:r>")
    write_caption(body, figure.caption, figure.source)


def write_diagram(body: Body, figure: DiagramFigure, place: Place) -> None:
    """Write a diagram of native shapes."""
    _write_drawing(body, canvas_xml(body, figure.diagram, place.width / 20))
    write_caption(body, figure.caption)


def write_picture(body: Body, figure: PictureFigure, place: Place) -> None:
    """Write a picture, as large as its pixels and its place allow; ValueError for what is neither PNG nor JPEG."""
    ending = next((ending for magic, ending in _MAGIC if figure.data.startswith(magic)), None)
    if ending is None:
        raise ValueError(f"the picture '{figure.alt}' is neither PNG nor JPEG")
    scale = min(_PIXEL, place.width / 20 / figure.width, _TALLEST_PICTURE / figure.height)
    size = (round(figure.width * scale * _EMU), round(figure.height * scale * _EMU))
    name = f"Picture {body.next_drawing()}"
    graphic = picture_graphic(body.picture(figure.data, ending), size, name)
    _write_drawing(body, f"<w:r>{inline(body, graphic, size, name, figure.alt)}</w:r>")
    write_caption(body, figure.caption)


def _write_drawing(body: Body, run: str) -> None:
    body.open(Paragraphs.FIGURE)
    body.write(run)
    body.close()
