"""Authored diagrams: placed on their grid, routed round every box, said to be wrong where they are."""

import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from briefs.compose.exhibits import diagram, diagram_faults, faults
from briefs.compose.exhibits.lettering import lettering
from briefs.model.exhibits import Box, Diagram, DiagramSpec
from tests.compose.build import MARK
from tests.compose.exhibits.drawing import cuts, edge, label_box, node, on_border, overlap, site, spec, specs, title_box, words

WIDTH, HEIGHT = 873.0, 342.0


def draw(made: DiagramSpec, width: float = WIDTH, height: float | None = HEIGHT, page: bool = False) -> Diagram:
    return diagram(made, words, width, height, page)


def box(column: int, row: int) -> Box:
    return Box(f"{column}-{row}", "rounded", column * 100.0, row * 60.0, 80.0, 40.0, "A", "", "neutral", 12, 11)


@pytest.mark.slow
@given(specs())
@settings(max_examples=60, deadline=None)
def test_no_boxes_overlap_and_no_connector_crosses_a_box(made: DiagramSpec) -> None:
    drawn = draw(made)
    boxes = [box for box in drawn.boxes if box.shape != "group"]
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    for connector in drawn.connectors:
        assert connector.points, "every edge has a way"
        for start, end in pairwise(connector.points):
            assert start[0] == pytest.approx(end[0]) or start[1] == pytest.approx(end[1])
            assert not [box for box in boxes if cuts(box, start, end)]


@pytest.mark.slow
@given(specs())
@settings(max_examples=40, deadline=None)
def test_connectors_are_glued_to_sites_and_bend_no_more_than_powerpoint_can(made: DiagramSpec) -> None:
    drawn = draw(made)
    boxes = {box.id: box for box in drawn.boxes}
    for connector in drawn.connectors:
        assert connector.points[0] == pytest.approx(site(boxes[connector.source], connector.source_site), abs=0.02)
        assert connector.points[-1] == pytest.approx(site(boxes[connector.target], connector.target_site), abs=0.02)
        assert len(connector.points) <= 6


@pytest.mark.slow
@given(specs())
@settings(max_examples=40, deadline=None)
def test_labels_stand_free_of_boxes_and_inside_the_place(made: DiagramSpec) -> None:
    drawn = draw(made)
    boxes = [box for box in drawn.boxes if box.shape != "group"]
    for connector in drawn.connectors:
        if connector.label_at is not None:
            x, y = connector.label_at
            assert not [box for box in boxes if cuts(box, (x - 10, y), (x + 10, y))]
            assert 0 <= x <= drawn.width
            assert 0 <= y <= drawn.height


@pytest.mark.slow
@given(specs())
@settings(max_examples=60, deadline=None)
def test_labels_lie_over_no_frame_s_line_nor_its_title(made: DiagramSpec) -> None:
    for drawn in (draw(made), draw(made, 468, None, page=True)):
        frames = [box for box in drawn.boxes if box.shape == "group"]
        labels = [label_box(connector) for connector in drawn.connectors if connector.label_at is not None]
        assert not [label.label for label in labels for frame in frames if on_border(frame, label)]
        assert not [label.label for label in labels for frame in frames if overlap(title_box(frame), label)]


TIERS = (
    [
        *(
            node(name, column, 1, "Governance tier", detail="of the cloud")
            for column, name in enumerate(("policy", "id", "keys"), 1)
        ),
        node("vms", 1, 2, "Performance tier"),
        node("cluster", 2, 2, "Performance tier"),
    ],
    [
        edge("policy", "cluster", "sign-in"),
        edge("id", "cluster", "keys"),
        edge("keys", "cluster", "catalog"),
        edge("vms", "cluster"),
    ],
    ["Governance tier", "Performance tier"],
)


@pytest.mark.parametrize(("width", "height", "page"), [(WIDTH, HEIGHT, False), (468, None, True)])
def test_labels_between_two_tiers_stand_between_their_frames_each_on_a_line_of_its_own(
    width: float, height: float | None, page: bool
) -> None:
    drawn = draw(spec(*TIERS), width, height, page)
    above, below = (box for box in drawn.boxes if box.shape == "group")
    for connector in drawn.connectors[:3]:
        label = label_box(connector)
        assert above.y + above.height <= label.y
        assert label.y + label.height <= below.y
        others = [other for other in drawn.connectors if other is not connector]
        assert not [other for other in others for piece in pairwise(other.points) if cuts(label, *piece)]


def test_the_title_of_a_frame_goes_to_the_side_on_which_no_connector_comes_through() -> None:
    nodes = [node("a", 1, 1, "top"), node("b", 1, 2, "A frame with a long name"), node("c", 4, 2, "A frame with a long name")]
    drawn = draw(spec(nodes, [edge("a", "b")], ["top", "A frame with a long name"]), 468, None, page=True)
    frame = next(box for box in drawn.boxes if box.id.startswith("A frame"))
    assert frame.align == "right"
    assert not [piece for piece in pairwise(drawn.connectors[0].points) if cuts(title_box(frame), *piece)]


def test_a_connector_goes_round_a_title_that_has_no_free_side() -> None:
    nodes = [node("a", 2, 1, label="First cluster"), node("b", 2, 3, "Second zone", "Second cluster"), node("c", 1, 2)]
    drawn = draw(spec(nodes, [edge("a", "b", "replication")], ["Second zone"]), 468, None, page=True)
    (frame,) = (box for box in drawn.boxes if box.shape == "group")
    assert not [piece for piece in pairwise(drawn.connectors[0].points) if cuts(title_box(frame), *piece)]


def test_connectors_of_two_styles_never_share_a_line() -> None:
    nodes = [node("a", 1, 1), node("b", 1, 3), node("c", 3, 2)]
    back = replace(edge("b", "c"), style="return")
    one, other = draw(spec(nodes, [edge("a", "c"), back])).connectors
    assert one.dashed != other.dashed
    assert one.target_site != other.target_site


def test_smaller_lettering_leaves_air_in_the_boxes_of_a_slide() -> None:
    nodes = [node(f"n{n}", n % 4 + 1, n // 4 + 1, label="Private Link Service", detail="private way in") for n in range(12)]
    drawn = draw(spec(nodes), 700, 288)
    box = drawn.boxes[0]
    assert lettering(box).height(box.label, box.detail, box.width) <= 0.93 * box.height + 0.01


def test_a_straight_neighbour_is_reached_straight() -> None:
    drawn = draw(spec([node("a", 1, 1), node("b", 2, 1)], [edge("a", "b", "read")]))
    (connector,) = drawn.connectors
    assert (connector.source_site, connector.target_site, len(connector.points)) == (3, 1, 2)
    assert connector.label_at is not None


def test_all_boxes_are_of_one_size_and_scale_up_to_fill_the_place() -> None:
    few = draw(spec([node("a", 1, 1, detail="short"), node("bb", 2, 1)]))
    many = draw(
        spec([node(f"storage component number {n}", n % 7 + 1, n // 7 + 1, detail="with some more detail") for n in range(14)])
    )
    for drawn in (few, many):
        assert len({(box.width, box.height) for box in drawn.boxes}) == 1
        assert diagram_faults(spec([]), drawn) == ()
    assert few.boxes[0].label_size == 20
    assert 12 <= many.boxes[0].label_size < 20


def test_a_hidden_column_leaves_no_gap() -> None:
    whole = draw(spec([node("a", 1, 1), node("c", 3, 1)]))
    closed = draw(spec([node("a", 1, 1), node("c", 2, 1)]))
    assert [(box.x, box.y) for box in whole.boxes] == [(box.x, box.y) for box in closed.boxes]


def test_an_edge_of_which_an_end_is_hidden_is_not_drawn() -> None:
    assert draw(spec([node("a", 1, 1)], [edge("a", "gone")])).connectors == ()


def test_tiers_are_framed_over_the_same_length_with_their_boxes_inside() -> None:
    nodes = [node("a", 1, 1, "top"), node("b", 3, 1, "top"), node("c", 2, 2, "below")]
    drawn = draw(spec(nodes, [edge("a", "c")], ["top", "below"]))
    top, below = (box for box in drawn.boxes if box.shape == "group")
    assert (top.x, top.width) == (below.x, below.width)
    assert top.y + top.height <= below.y
    assert diagram_faults(spec(nodes), drawn) == ()


def test_a_page_has_smaller_lettering_and_its_own_height() -> None:
    drawn = draw(spec([node(f"component {n}", n + 1, 1, detail="in the middle") for n in range(5)]), 468, None, page=True)
    assert diagram_faults(spec([]), drawn) == ()
    assert drawn.boxes[0].label_size >= 10
    assert 0 < drawn.height < 200


def test_text_that_does_not_fit_its_box_is_an_error_that_names_it() -> None:
    made = spec([node(f"n{n}", n + 1, 1, label="Incomprehensibilities") for n in range(8)])
    found = diagram_faults(made, draw(made))
    assert {item.code for item in found} == {"B501"}
    said = "the word 'Incomprehensibilities' in the box 'Incomprehensibilities' of the exhibit 'Title' is too long by about "
    assert [item.message.startswith(said) for item in found] == [True] * 8
    assert found[0].origin == made.nodes[0].mark.origin


def test_the_characters_that_are_said_to_be_too_many_are_enough_to_cut() -> None:
    long = "Incomprehensibilities"
    made = spec([node(f"n{n}", n + 1, 1, label=long) for n in range(8)])
    over = int(re.findall(r"about (\d+) character", diagram_faults(made, draw(made))[0].message)[0])
    cut = spec([node(f"n{n}", n + 1, 1, label=long[:-over]) for n in range(8)])
    assert diagram_faults(cut, draw(cut)) == ()
    barely = spec([node(f"n{n}", n + 1, 1, label=long[: -over + 2]) for n in range(8)])
    assert diagram_faults(barely, draw(barely)) != ()


def test_columns_and_rows_beyond_the_place_are_counted() -> None:
    drawn = Diagram("d", "Title", "Alt", 250.0, 90.0, tuple(box(column, row) for column in range(4) for row in range(2)), ())
    assert [item.message for item in faults(drawn, MARK.origin)] == [
        "the exhibit 'Title' has 2 columns too many for its place",
        "the exhibit 'Title' has 1 row too many for its place",
    ]


def test_a_label_without_room_says_how_many_characters_are_too_many() -> None:
    made = spec([node("a", 1, 1), node("b", 1, 2)], [edge("a", "b", "as long as it is wide " * 6)])
    (found,) = diagram_faults(made, draw(made, 300))
    over = int(re.findall(r"too long by about (\d+) characters", found.message)[0])
    cut = spec([node("a", 1, 1), node("b", 1, 2)], [edge("a", "b", ("as long as it is wide " * 6)[:-over])])
    assert diagram_faults(cut, draw(cut, 300)) == ()


def test_text_that_nearly_fills_its_box_is_a_warning_on_a_slide_and_nothing_on_a_page() -> None:
    full = replace(box(0, 0), label="one two", detail="three four", height=32.4)
    drawn = Diagram("d", "Title", "Alt", 250.0, 90.0, (full,), ())
    assert faults(drawn, MARK.origin) == ()
    (found,) = faults(drawn, MARK.origin, slide=True)
    assert (found.code, found.severity) == ("B502", "warning")
    assert re.fullmatch(r"the text of the box 'one two' of the exhibit 'Title' fills 9\d% of its box", found.message)


def test_two_nodes_of_one_cell_are_an_error() -> None:
    made = spec([node("a", 1, 1), node("b", 1, 1)])
    assert [item.code for item in diagram_faults(made, draw(made))] == ["B408"]


def test_a_frame_that_cuts_through_a_stranger_is_an_error() -> None:
    made = spec([node("a", 1, 1, "g"), node("b", 2, 1), node("c", 3, 1, "g")], groups=["g"])
    drawn = draw(made)
    assert diagram_faults(made, drawn) == ()  # the frame goes round the stranger, which then reads as a member
    split = spec([node("a", 1, 1, "g"), node("b", 2, 2, "g"), node("c", 2, 1, "h"), node("d", 1, 2, "h")], groups=["g", "h"])
    assert "B408" in {item.code for item in diagram_faults(split, draw(split))}


def test_more_than_fourteen_nodes_are_an_error() -> None:
    made = spec([node(f"n{n}", n % 5 + 1, n // 5 + 1) for n in range(15)])
    assert "15 nodes" in diagram_faults(made, draw(made))[0].message


def test_a_diagram_without_nodes_is_empty() -> None:
    assert draw(spec([])).boxes == ()


def test_a_connector_bends_no_more_than_its_sides_ask_for_since_libreoffice_would_draw_another_way() -> None:
    states = {"stub": (1, 1), "queued": (2, 1), "hydrating": (3, 1), "resident": (3, 2), "pinned": (2, 2)}
    pairs = (("stub", "queued"), ("queued", "hydrating"), ("hydrating", "resident"), ("resident", "pinned"), ("resident", "stub"))
    made = spec([node(name, *at) for name, at in states.items()], [edge(*pair) for pair in pairs])
    back = next(one for one in draw(made).connectors if (one.source, one.target) == ("resident", "stub"))
    assert (back.source_site, back.target_site, len(back.points)) == (2, 2, 4)


@pytest.mark.slow
@given(specs())
@settings(max_examples=30, deadline=None)
def test_two_nodes_alone_are_never_joined_by_more_bends_than_two(made: DiagramSpec) -> None:
    one, other, *_ = made.nodes
    alone = spec([one, other], [edge(one.id, other.id, "read")], [group.id for group in made.groups])
    (connector,) = draw(alone).connectors
    assert len(connector.points) <= 4
