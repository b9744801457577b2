"""Any diagram, composed and written: in both formats each native connector is the routed line, glued, and cuts no box."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from briefs.compose.exhibits import diagram
from briefs.model.deck import DiagramBody
from briefs.model.document import Caption, DiagramFigure
from briefs.model.exhibits import Connector, Diagram, DiagramSpec
from briefs.render.powerpoint import render
from tests.compose.exhibits.drawing import specs, words
from tests.render.ooxml.drawing import A, Point, box_of, line_of, site_of
from tests.render.powerpoint import reading, samples
from tests.render.word.read import NAMES, brief
from tests.render.word.sample import flow

CLOSE = 0.08
"""Points: 0.05 of a box that is kept open, and what rounding to whole units adds."""


@pytest.mark.slow
@given(specs())
@settings(max_examples=30, deadline=None)
def test_on_a_slide_each_connector_is_its_route_and_cuts_no_box(made: DiagramSpec) -> None:
    drawn = diagram(made, words, 870.0, 340.0)
    data = render(samples.one(samples.slide("diagram", "t", DiagramBody(drawn, ()), "d")), samples.template())
    (tree,) = reading.trees(data)
    group = reading.find(tree, "//p:grpSp/p:grpSpPr/a:xfrm/a:off")[0]
    origin = int(group.get("x")) / 12700, int(group.get("y")) / 12700
    shapes = {node.get("id"): node.getparent().getparent() for node in reading.find(tree, "//p:grpSp/p:sp//p:cNvPr")}
    held = reading.find(tree, "//p:cxnSp[.//a:stCxn]")
    prove(drawn, origin, {key: shape.find(f"{reading.P}spPr") for key, shape in shapes.items()}, held)


@pytest.mark.slow
@given(specs())
@settings(max_examples=30, deadline=None)
def test_on_a_page_each_connector_is_its_route_and_cuts_no_box(made: DiagramSpec) -> None:
    drawn = diagram(made, words, 468.0, None, page=True)
    made_brief = brief(DiagramFigure(drawn, Caption("Figure", 1, flow("A figure"))))
    every: Any = made_brief.find("//mc:Choice//wps:wsp")
    key = f"{{{NAMES['wps']}}}cNvPr"
    shapes = {node.find(key).get("id"): node.find(f"{{{NAMES['wps']}}}spPr") for node in every}
    prove(drawn, (0.0, 0.0), shapes, [node for node in every if node.find(f".//{A}stCxn") is not None])


def prove(drawn: Diagram, origin: Point, shapes: dict[str, Any], held: list[Any]) -> None:
    boxes = [box_of(shape) for shape in shapes.values() if shape.find(f"{A}prstGeom").get("prst") == "roundRect"]
    assert len(boxes) == len([box for box in drawn.boxes if box.shape == "rounded"])
    assert len(held) == len(drawn.connectors)
    for connector, node in zip(drawn.connectors, held, strict=True):
        properties = next(child for child in node if str(child.tag).endswith("}spPr"))
        line = line_of(properties)
        follows(line, connector, origin)
        for tag, point in (("stCxn", line[0]), ("endCxn", line[-1])):
            (end,) = node.iter(f"{A}{tag}")
            assert point == pytest.approx(site_of(shapes[end.get("id")], int(end.get("idx"))), abs=CLOSE)
        assert not [box for box in boxes for start, end in pairwise(line) if enters(box, start, end)]


def follows(line: list[Point], connector: Connector, origin: Point) -> None:
    route = [(origin[0] + x, origin[1] + y) for x, y in connector.points]
    assert len(line) == len(route)
    assert [value for point in line for value in point] == pytest.approx([v for point in route for v in point], abs=CLOSE)


def enters(box: tuple[float, float, float, float], start: Point, end: Point) -> bool:
    """Whether a level or upright piece has a point inside the box; a connector that touches its own ends does not."""
    x, y, width, height = box
    low_x, high_x = sorted((start[0], end[0]))
    low_y, high_y = sorted((start[1], end[1]))
    return low_x < x + width - 0.2 and high_x > x + 0.2 and low_y < y + height - 0.2 and high_y > y + 0.2
