"""Exhibits reach the edges of their place: diagrams to the margins, panels to the foot, columns on an even grid."""

import pytest

from briefs.compose import deck
from briefs.compose.deck.columns import even, widths
from briefs.compose.exhibits.chevron import Phase, chevrons
from briefs.compose.exhibits.timeline import Event, Lane, timeline
from briefs.model.deck import DiagramBody
from briefs.model.geometry import Place
from briefs.model.nodes import DiagramCall
from briefs.model.runs import Run
from tests.compose.build import MARK, brief, entry, section, selection
from tests.compose.deck.board import GEOMETRY, slide
from tests.compose.exhibits.drawing import edge, node, spec

WIDTH, HEIGHT = 873.6, 291.6


def test_the_frames_of_a_diagram_stand_at_the_margins_of_the_slide() -> None:
    nodes = [node(f"n{column}", column, 1, "tier", f"Node {column}", "with a detail that is long") for column in range(1, 8)]
    chosen = selection(
        section("a", "First", slide("s", "Drawn", "diagram", DiagramCall("d", MARK))),
        diagrams={"d": spec(nodes, [edge("n1", "n2")], ["tier"])},
    )
    made, faults = deck(chosen, brief(entry("a")), {}, GEOMETRY)
    assert [fault for fault in faults if fault.severity == "error"] == []
    (body,) = [one.body for one in made.slides if isinstance(one.body, DiagramBody)]
    place = GEOMETRY.exhibit("diagram", takeaway=False)
    room = (place.width + 2 * body.bleed, place.height + 2 * body.bleed)
    assert body.bleed > 0
    assert (body.diagram.width, body.diagram.height) == pytest.approx(room)
    (frame,) = [box for box in body.diagram.boxes if box.shape == "group"]
    assert frame.x == pytest.approx(body.bleed, abs=0.1)
    assert frame.x + frame.width == pytest.approx(body.bleed + place.width, abs=0.1)


def test_a_place_is_widened_on_every_side() -> None:
    assert Place(43.0, 108.0, 100.0, 50.0).widened(12.0) == Place(31.0, 96.0, 124.0, 74.0)


def test_panels_below_chevrons_fill_the_place_and_their_lines_begin_level() -> None:
    phases = (Phase("Crawl", "primary", ("One gate", "Another gate", "A third")), Phase("Run", "deep", ("One gate",)))
    boxes = chevrons(phases, WIDTH, HEIGHT)
    panels = [box for box in boxes if box.shape == "group"]
    lines = [box for box in boxes if box.id.startswith("lines-")]
    assert {round(panel.y + panel.height, 1) for panel in panels} == {HEIGHT}
    assert len({box.y for box in lines}) == 1
    assert {box.detail_size for box in lines} == {24.0}
    for panel, box in zip(panels, lines, strict=True):
        assert panel.x < box.x
        assert box.y + box.height < panel.y + panel.height


def test_a_timeline_of_few_rows_takes_most_of_its_place() -> None:
    events = tuple(Event(f"e{n}", f"Event {n}", n, n + 6.0) for n in range(5))
    (frame,) = [box for box in timeline([Lane("Crawl", "primary", events)], WIDTH, 352.8) if box.shape == "group"]
    assert frame.y + frame.height >= 0.75 * 352.8


def test_short_columns_are_of_one_width_beside_the_first() -> None:
    header = [(Run(name),) for name in ("Need", "A", "B", "C")]
    rows = [[(Run("Hot data near GPUs"),), (Run("fits"),), (Run("if warm"),), (Run("out"),)]]
    ((first, *rest),) = widths(header, rows, WIDTH, "Calibri", 18.0)
    assert len({round(width, 3) for width in rest}) == 1
    assert first > rest[0]
    assert first + sum(rest) == pytest.approx(WIDTH)


def test_columns_are_not_made_even_where_one_would_break() -> None:
    assert even([100.0, 300.0, 50.0], 500.0) == ()
    assert even([100.0], 500.0) == ()
