"""A solved elbow, drawn by DrawingML's own rules, is the route it was solved from."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefs.render.powerpoint.connectors import Elbow, Point, solve

PRESETS = {
    "straightConnector1": lambda w, h, a: [(0, 0), (w, h)],
    "bentConnector2": lambda w, h, a: [(0, 0), (w, 0), (w, h)],
    "bentConnector3": lambda w, h, a: [(0, 0), (w * a[0], 0), (w * a[0], h), (w, h)],
    "bentConnector4": lambda w, h, a: [(0, 0), (w * a[0], 0), (w * a[0], h * a[1]), (w, h * a[1]), (w, h)],
    "bentConnector5": lambda w, h, a: [
        (0, 0), (w * a[0], 0), (w * a[0], h * a[1]), (w * a[2], h * a[1]), (w * a[2], h), (w, h)
    ],
}  # fmt: skip
"""The presets' paths, as ECMA-376 defines them."""


def drawn(elbow: Elbow) -> list[Point]:
    """The line on the slide: flipped in its box, then turned clockwise about the middle."""
    width, height = elbow.place.width, elbow.place.height
    middle = elbow.place.x + width / 2, elbow.place.y + height / 2
    angle = math.radians(elbow.turn)
    points = []
    for x, y in PRESETS[elbow.preset](width, height, [value / 100000 for value in elbow.adjusts]):
        dx = (x - width / 2) * (-1 if elbow.flip_x else 1)
        dy = (y - height / 2) * (-1 if elbow.flip_y else 1)
        turned = dx * math.cos(angle) - dy * math.sin(angle), dx * math.sin(angle) + dy * math.cos(angle)
        points.append((middle[0] + turned[0], middle[1] + turned[1]))
    return points


@st.composite
def routes(draw: st.DrawFn) -> list[Point]:
    """Orthogonal routes of up to four bends on whole points."""
    across = draw(st.booleans())
    point = draw(st.integers(0, 900)), draw(st.integers(0, 500))
    route: list[Point] = [point]
    for _ in range(draw(st.integers(1, 5))):
        step = draw(st.integers(8, 300)) * draw(st.sampled_from((-1, 1)))
        point = (point[0] + step, point[1]) if across else (point[0], point[1] + step)
        route.append(point)
        across = not across
    return route


@given(routes())
def test_every_route_of_up_to_four_bends_is_drawn_exactly(route: list[Point]) -> None:
    assume(route[0] != route[-1])
    found = drawn(solve(route))
    assert len(found) == len(route)
    for (x, y), (a, b) in zip(found, route, strict=True):
        assert abs(x - a) < 1.0
        assert abs(y - b) < 1.0


def test_points_on_a_straight_piece_are_no_bends() -> None:
    assert solve([(0, 0), (50, 0), (50, 0), (100, 0)]).preset == "straightConnector1"
    assert solve([(0, 0), (50, 0), (100, 0), (100, 40)]).preset == "bentConnector2"


def test_a_route_that_ends_level_with_its_start_still_goes_round() -> None:
    elbow = solve([(100, 10), (150, 10), (150, 90), (100, 90)])
    assert elbow.preset == "bentConnector3"
    assert max(x for x, _ in drawn(elbow)) == pytest.approx(150, abs=1)


def test_a_slanted_piece_or_five_bends_are_refused() -> None:
    with pytest.raises(ValueError, match="no native connector"):
        solve([(0, 0), (50, 20), (100, 0)])
    with pytest.raises(ValueError, match="no native connector"):
        solve([(0, 0), (9, 0), (9, 9), (18, 9), (18, 18), (27, 18), (27, 27)])
    with pytest.raises(ValueError, match="two ends"):
        solve([(0, 0), (0, 0)])
