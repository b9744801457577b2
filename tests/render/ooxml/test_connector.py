"""A solved elbow, written as XML and drawn by DrawingML's own rules, is the route that it was solved from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefs.model.exhibits import Box
from briefs.render.ooxml.connector import Point, geometry, glue, solve
from tests.render.ooxml.drawing import EMU, SITES, line_of

CLOSE = 0.06
"""Points: half of the box that is kept open for routes that end level with their start, and a whole unit more."""


def written(route: list[Point]) -> list[Point]:
    inner = geometry(solve(route), lambda points: round(points * EMU))
    return line_of(etree.fromstring(f'<spPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{inner}</spPr>'))


@st.composite
def routes(draw: st.DrawFn) -> list[Point]:
    """Orthogonal routes of up to four bends, on hundredths of points as compose rounds them."""
    across = draw(st.booleans())
    point = draw(st.integers(0, 90000)) / 100, draw(st.integers(0, 50000)) / 100
    route: list[Point] = [point]
    for _ in range(draw(st.integers(1, 5))):
        step = draw(st.one_of(st.integers(100, 30000), st.sampled_from((100, 1200, 2400)))) / 100
        step *= draw(st.sampled_from((-1, 1)))
        point = (round(point[0] + step, 2), point[1]) if across else (point[0], round(point[1] + step, 2))
        route.append(point)
        across = not across
    return route


@given(routes().filter(lambda route: route[0] != route[-1]))
def test_every_route_of_up_to_four_bends_is_drawn_exactly(route: list[Point]) -> None:
    found = written(route)
    assert len(found) == len(route)
    for one, other in zip(found, route, strict=True):
        assert one == pytest.approx(other, abs=CLOSE)


def test_points_on_a_straight_piece_are_no_bends() -> None:
    assert solve([(0, 0), (50, 0), (50, 0), (100, 0)]).preset == "straightConnector1"
    assert solve([(0, 0), (50, 0), (100, 0), (100, 40)]).preset == "bentConnector2"


def test_a_route_that_ends_level_with_its_start_still_goes_round() -> None:
    route: list[Point] = [(100, 10), (150, 10), (150, 90), (100, 90)]
    assert solve(route).preset == "bentConnector3"
    assert written(route) == [pytest.approx(point, abs=CLOSE) for point in route]


def test_what_no_preset_draws_is_refused() -> None:
    with pytest.raises(ValueError, match="no native connector"):
        solve([(0, 0), (50, 20), (100, 0)])
    with pytest.raises(ValueError, match="no native connector"):
        solve([(0, 0), (9, 0), (9, 9), (18, 9), (18, 18), (27, 18), (27, 27)])
    with pytest.raises(ValueError, match="two ends"):
        solve([(0, 0), (0, 0)])


def box(shape: str) -> Box:
    return Box("b", shape, 0, 0, 80, 40, "A box", "", "neutral", 12, 11)  # type: ignore[arg-type]


@pytest.mark.parametrize(("shape", "preset"), [("rounded", "roundRect"), ("ellipse", "ellipse"), ("diamond", "diamond")])
def test_a_connector_is_glued_to_the_middle_of_the_side(shape: str, preset: str) -> None:
    middles = [(0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5)]
    for side, middle in enumerate(middles):
        held = glue((box(shape), 7, side), (box("rectangle"), 8, 3))
        nodes = list(etree.fromstring(f'<x xmlns:a="urn:a">{held}</x>'))
        assert [node.get("id") for node in nodes] == ["7", "8"]
        assert SITES[preset][int(nodes[0].get("idx", ""))] == middle


def test_a_connector_is_not_glued_where_no_site_is() -> None:
    with pytest.raises(ValueError, match="cannot be glued to the chevron 'A box'"):
        glue((box("chevron"), 7, 0), (box("rounded"), 8, 0))
