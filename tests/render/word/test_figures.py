"""Charts, diagrams and pictures: native, editable, captioned, and told in words."""

import io
import re
import zipfile
from dataclasses import replace

import pytest

from briefs.model.document import Caption, ChartFigure, DiagramFigure, PictureFigure
from briefs.render.word.fallback import diagram_png, diagram_svg
from briefs.render.word.shapes import Pen
from tests.render.word import sample
from tests.render.word.read import NAMES, brief, text_of
from tests.render.word.sample import flow

CAPTION = Caption("Figure", 1, flow("A figure"))
PEN = Pen(1.0, dict(sample.template().colours))


def test_a_chart_is_native_with_its_workbook_and_its_source_below() -> None:
    made = brief(ChartFigure(sample.chart(), CAPTION, "Source: a role."))
    relations = {node.get("Target") for node in made.tree("word/charts/_rels/chart1.xml.rels")}
    assert relations == {"../embeddings/chart1.xlsx"}
    with zipfile.ZipFile(io.BytesIO(made.parts["word/embeddings/chart1.xlsx"])) as book:
        assert "xl/worksheets/sheet1.xml" in book.namelist()
    assert made.values("//wp:docPr/@descr") == ["Two bars; idle GPUs fall from 120 to 30."]
    assert made.styled("Caption") == ["Figure 1. A figure"]
    assert made.styled("SourceNote") == ["Source: a role."]


def test_a_diagram_is_a_canvas_of_shapes_whose_connectors_are_glued_to_them() -> None:
    made = brief(DiagramFigure(sample.diagram(), CAPTION))
    assert made.values("//mc:Choice/@Requires") == ["wpc"]
    shapes = {node.get("id"): node.get("name") for node in made.find("//wps:wsp/wps:cNvPr")}
    ends = [(shapes[a], shapes[b]) for a, b in zip(made.values("//a:stCxn/@id"), made.values("//a:endCxn/@id"), strict=True)]
    assert ends == [("Entra ID", "VAST cluster"), ("VAST cluster", "GPU nodes"), ("GPU nodes", "Entra ID")]
    labels = [text_of(node) for node in made.find("//wps:wsp[wps:cNvSpPr/@txBox]//w:p")]
    assert labels == ["tokens", "reads", "audit"]
    assert len(made.find("//mc:Fallback//w:drawing")) == 1
    assert set(made.values("//wp:docPr/@descr")) == {"Entra ID above a VAST cluster that feeds GPU nodes."}


def test_ids_of_boxes_are_not_in_the_file() -> None:
    silent = replace(sample.diagram().boxes[1], label="", detail="", id="a-secret-id")
    drawn = replace(sample.diagram(), boxes=(silent,), connectors=())
    made = brief(DiagramFigure(drawn, CAPTION))
    assert b"a-secret-id" not in made.parts["word/document.xml"]
    assert made.values("//wps:cNvPr/@name")[0].startswith("Shape ")


def test_shape_ids_are_unique_over_all_drawings_of_a_brief() -> None:
    made = brief(DiagramFigure(sample.diagram(), CAPTION), DiagramFigure(sample.diagram(), CAPTION))
    ids = made.values("//wps:cNvPr/@id | //wp:docPr/@id")
    assert len(ids) == len(set(ids))


def test_a_diagram_wider_than_the_page_is_scaled_and_one_too_small_to_read_is_turned() -> None:
    wide = replace(sample.diagram(), width=520.0)
    assert brief(DiagramFigure(wide, CAPTION)).values("//mc:Choice//wp:extent/@cx") == [str(468 * 12700)]
    wider = replace(sample.diagram(), width=640.0)
    made = brief(DiagramFigure(wider, CAPTION))
    assert made.values("//w:pgSz/@w:orient") == ["landscape"]
    assert made.values("//mc:Choice//wp:extent/@cx") == [str(640 * 12700)]


def test_the_fallback_picture_is_the_same_bytes_each_time_and_says_nothing_of_its_maker() -> None:
    colours = sample.template().colours
    made = diagram_png(sample.diagram(), colours)
    diagram_png.cache_clear()
    assert made == diagram_png(sample.diagram(), colours)
    assert made.startswith(b"\x89PNG")
    assert b"tEXt" not in made
    assert b"iTXt" not in made


def test_the_picture_of_a_diagram_shows_every_label() -> None:
    svg = diagram_svg(sample.diagram(), PEN)
    for label in ("Entra ID", "VAST cluster", "GPU nodes", "Performance tier", "tokens", "reads", "audit"):
        assert f">{label}</text>" in svg


def test_the_picture_of_a_diagram_breaks_its_texts_into_the_lines_of_the_shapes() -> None:
    drawn = sample.diagram()
    boxes = tuple(replace(box, width=70.0) if box.id == "vast" else box for box in drawn.boxes)
    svg = diagram_svg(replace(drawn, boxes=boxes), PEN)
    assert [line for line in ("VAST cluster", "one line of", "detail") if f">{line}</text>" not in svg] == []


def test_the_title_of_a_frame_stands_at_its_right_end_in_shapes_and_picture() -> None:
    drawn = sample.diagram()
    boxes = tuple(replace(box, align="right") if box.shape == "group" else box for box in drawn.boxes)
    at_right = replace(drawn, boxes=boxes)
    assert re.search(r'<text x="455.00"[^>]*text-anchor="end"[^>]*>Performance tier<', diagram_svg(at_right, PEN))
    sides = brief(DiagramFigure(at_right, CAPTION)).values(
        "//mc:Choice//wps:wsp//w:p[.//w:t='Performance tier']/w:pPr/w:jc/@w:val"
    )
    assert sides == ["right"]


def test_the_picture_of_a_diagram_has_its_boxes_where_the_shapes_are() -> None:
    svg = diagram_svg(sample.diagram(), PEN)
    drawn = [tuple(map(float, found)) for found in re.findall(r'<path d="M(\S+) (\S+)H(\S+)V(\S+)H', svg)]
    made = brief(DiagramFigure(sample.diagram(), CAPTION))
    shapes = []
    for frame in made.find("//wps:wsp[wps:cNvSpPr][not(wps:cNvSpPr/@txBox)]/wps:spPr/a:xfrm"):
        found = frame.xpath("a:off/@x | a:off/@y | a:ext/@cx | a:ext/@cy", namespaces=NAMES)
        x, y, width, height = (int(value) / 12700 for value in found)
        shapes.append((x, y, x + width, y + height))
    assert drawn == [pytest.approx(shape, abs=0.01) for shape in shapes]


def test_a_picture_fits_its_place_and_is_kept_once() -> None:
    figure = PictureFigure(sample.png(2000, 500), "A field.", 2000, 500, CAPTION)
    made = brief(figure, figure)
    assert len([name for name in made.names if name.startswith("word/media/")]) == 1
    assert made.values("//wp:extent/@cx") == [str(468 * 12700)] * 2
    assert made.values("//wp:docPr/@descr") == ["A field."] * 2


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="neither PNG nor JPEG"):
        brief(PictureFigure(b"GIF89a", "x", 1, 1, CAPTION))
