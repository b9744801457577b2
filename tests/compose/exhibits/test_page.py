"""Authored diagrams on a page: as high as their text needs, and whole all the same."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from briefs.compose.exhibits import diagram, diagram_faults
from briefs.compose.exhibits.lettering import lettering
from briefs.compose.exhibits.timeline import Event, Lane, timeline
from briefs.model.exhibits import Diagram, DiagramSpec
from tests.compose.exhibits.drawing import cuts, edge, node, overlap, spec, specs, words

WIDTH, HALF = 468.0, 324.0


def draw(made: DiagramSpec) -> Diagram:
    return diagram(made, words, WIDTH, None, page=True)


def architecture() -> DiagramSpec:
    """Thirteen nodes in two tiers, three rows, as content has them."""
    above = [node(f"a{at}", at + 1, 1, "high", "Key Vault", "customer keys") for at in range(5)]
    below = [node(f"b{at}", at % 4 + 1, 2 + at // 4, "low", "Private Link Service", "private way in") for at in range(8)]
    edges = [edge("a1", "b1", "sign-in"), edge("b0", "b1", "reads"), edge("b5", "b2")]
    return spec([*above, *below], edges, ["high", "low"])


@pytest.mark.slow
@given(specs())
@settings(max_examples=60, deadline=None)
def test_no_boxes_overlap_and_no_connector_crosses_a_box_where_rows_are_close(made: DiagramSpec) -> None:
    drawn = draw(made)
    boxes = [box for box in drawn.boxes if box.shape != "group"]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    for connector in drawn.connectors:
        assert connector.points, "every edge has a way"
        assert not [box for box in boxes if any(cuts(box, *piece) for piece in pairwise(connector.points))]


def test_boxes_are_hardly_higher_than_their_text() -> None:
    drawn = draw(architecture())
    assert diagram_faults(architecture(), drawn) == ()
    boxes = [box for box in drawn.boxes if box.shape != "group"]
    text = max(lettering(box).height(box.label, box.detail, box.width) for box in boxes)
    assert {round(box.height - text, 1) for box in boxes} == {12.0}


def test_two_tiers_of_three_rows_take_less_than_half_a_page() -> None:
    drawn = draw(architecture())
    assert drawn.height < HALF
    left, right = min(box.x for box in drawn.boxes), max(box.x + box.width for box in drawn.boxes)
    assert right - left > 0.9 * WIDTH


def test_lettering_is_smaller_rather_than_the_drawing_higher_than_half_a_page() -> None:
    few = draw(spec([node(f"n{at}", 1, at + 1, label="A name", detail="some words") for at in range(3)]))
    many = draw(spec([node(f"n{at}", 1, at + 1, label="A name", detail="some words") for at in range(6)]))
    assert (few.boxes[0].label_size, many.boxes[0].label_size) == (12, 10)


def test_a_timeline_of_many_milestones_has_the_smaller_of_its_names() -> None:
    def plan(count: int) -> set[float]:
        events = tuple(Event(f"e{at}", f"Milestone {at}", at * 1.0, at + 40.0) for at in range(count))
        boxes = timeline([Lane("Crawl", "neutral", events)], WIDTH, None, page=True)
        return {box.detail_size for box in boxes if box.detail.startswith("Milestone")}

    assert (plan(6), plan(24)) == ({10.0}, {9.0})
