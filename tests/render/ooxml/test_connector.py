"""The connector found for a line is drawn again, by DrawingML's rules, and must follow the line."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.render.ooxml.connector import Elbow, Point, elbow

SPREAD = st.floats(-300, 300).map(lambda value: round(value, 1))


def draw(found: Elbow) -> list[Point]:
    """Start, bends and end of a connector, as an Office program places them."""
    width, height, adjust = found.width, found.height, found.adjustments
    if found.preset == "straightConnector1":
        line: list[Point] = [(0, 0), (width, height)]
    elif found.preset == "bentConnector2":
        line = [(0, 0), (width, 0), (width, height)]
    elif found.preset == "bentConnector3":
        line = [(0, 0), (width * adjust[0], 0), (width * adjust[0], height), (width, height)]
    elif found.preset == "bentConnector4":
        x, y = width * adjust[0], height * adjust[1]
        line = [(0, 0), (x, 0), (x, y), (width, y), (width, height)]
    else:
        x, y, z = width * adjust[0], height * adjust[1], width * adjust[2]
        line = [(0, 0), (x, 0), (x, y), (z, y), (z, height), (width, height)]
    turn = math.radians(found.rotation)
    placed = []
    for px, py in line:
        dx, dy = px - width / 2, py - height / 2
        dx, dy = (-dx if found.flip_h else dx), (-dy if found.flip_v else dy)
        rx = dx * math.cos(turn) - dy * math.sin(turn)
        ry = dx * math.sin(turn) + dy * math.cos(turn)
        placed.append((found.x + width / 2 + rx, found.y + height / 2 + ry))
    return placed


def alternating(start: Point, moves: list[float], *, across_first: bool) -> tuple[Point, ...]:
    line = [start]
    for at, move in enumerate(moves):
        x, y = line[-1]
        line.append((x + move, y) if (at % 2 == 0) == across_first else (x, y + move))
    return tuple(line)


@given(
    st.tuples(SPREAD, SPREAD),
    st.lists(SPREAD.filter(lambda move: abs(move) > 2), min_size=2, max_size=5),
    st.booleans(),
)
def test_an_elbow_of_up_to_four_bends_is_drawn_where_it_was_routed(start: Point, moves: list[float], across: bool) -> None:
    line = alternating(start, moves, across_first=across)
    spans = [abs(line[0][axis] - line[-1][axis]) for axis in (0, 1)]
    if min(spans) < 2:
        return
    drawn = draw(elbow(line))
    assert len(drawn) == len(line)
    for one, other in zip(drawn, line, strict=True):
        assert one == pytest.approx(other, abs=0.6)


def test_a_straight_line_with_a_place_on_its_way_is_a_straight_connector() -> None:
    found = elbow(((10, 5), (20, 5), (50, 5)))
    assert (found.preset, found.x, found.width, found.height) == ("straightConnector1", 10, 40, 0)


def test_a_line_of_one_point_is_refused() -> None:
    with pytest.raises(ValueError, match="two points"):
        elbow(((1, 1),))
