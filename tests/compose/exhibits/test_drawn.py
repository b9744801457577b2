"""Views that are drawn from records: everything that is asked for is there, legible and inside its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.compose.exhibits import UndrawableError, draw, faults
from briefs.compose.exhibits.timeline import Event, Lane, timeline
from briefs.compose.flow import Inliner
from briefs.compose.links import Links
from briefs.compose.notes import Asides
from briefs.compose.uses import UseLog
from briefs.model.content import Selection
from briefs.model.exhibits import Box, Diagram
from briefs.model.nodes import ViewCall
from briefs.model.records import FieldSpec, Record
from tests.compose.build import MARK, plain, record, register, selection
from tests.compose.exhibits.drawing import overlap

PHASES = ("Crawl", "Walk", "Run")
LEVELS = ("low", "medium", "high")
FIELDS = (
    FieldSpec("phase", "Phase", "plain", PHASES),
    FieldSpec("start", "Start week", "number"),
    FieldSpec("finish", "Finish week", "number"),
    FieldSpec("likelihood", "Likelihood", "plain", LEVELS),
    FieldSpec("impact", "Impact", "plain", LEVELS),
)


def item(
    name: str, phase: str = "Crawl", start: int = 0, finish: int = 4, likelihood: str = "low", impact: str = "low"
) -> Record:
    return record(
        "things",
        name.lower().replace(" ", "-"),
        name,
        phase=plain(phase, choices=PHASES),
        start=plain(str(start), float(start)),
        finish=plain(str(finish), float(finish)),
        likelihood=plain(likelihood, choices=LEVELS),
        impact=plain(impact, choices=LEVELS),
    )


def holding(*records: Record) -> Selection:
    return selection(registers=(register("things", FIELDS, *records),))


def drawing(chosen: Selection, shape: str, columns: tuple[str, ...] = (), height: float | None = 342) -> tuple[Diagram, UseLog]:
    uses = UseLog()
    inliner = Inliner(chosen, Links(), uses, Asides())
    return draw(inliner, ViewCall("things", shape, columns, (), "", "", "", MARK), 873, height), uses


def texts(drawn: Diagram) -> str:
    return "\n".join(f"{box.label}\n{box.detail}" for box in drawn.boxes)


RECORDS = (
    item("Kick off", "Crawl", 0, 2, "high", "high"),
    item("First build", "Crawl", 2, 30, "low", "high"),
    item("Exit of Crawl", "Crawl", 30, 32, "high", "high"),
    item("Wider use", "Walk", 20, 50, "medium", "low"),
)


@pytest.mark.parametrize("shape", ["timeline", "quadrant", "chevron", "steps"])
def test_every_record_is_named_inside_the_place_and_logged(shape: str) -> None:
    drawn, uses = drawing(holding(*RECORDS), shape)
    assert faults(drawn, MARK.origin) == ()
    for name in ("Kick off", "First build", "Exit of Crawl", "Wider use"):
        assert name in texts(drawn)
        assert name in drawn.alt
    assert len(uses.records) == 4
    assert uses.views == {("things", shape): None}


def test_a_timeline_has_lanes_by_phase_and_a_diamond_for_what_waits_for_all_others() -> None:
    drawn, _ = drawing(holding(*RECORDS), "timeline")
    lanes = [box for box in drawn.boxes if box.id.startswith("name-")]
    assert [box.label for box in lanes] == ["Crawl", "Walk"]
    assert [box.id for box in drawn.boxes if box.shape == "diamond"] == ["exit-of-crawl"]
    long, short = (next(box for box in drawn.boxes if box.id == name) for name in ("first-build", "kick-off"))
    assert long.width == pytest.approx(14 * short.width, rel=0.01)


def test_a_risk_map_puts_the_worst_at_the_top_right_and_marks_it() -> None:
    drawn, _ = drawing(holding(*RECORDS), "quadrant", ("likelihood", "impact"))
    worst = next(box for box in drawn.boxes if box.tone == "blocked")
    assert worst.detail.splitlines() == ["• Kick off", "• Exit of Crawl"]
    cells = [box for box in drawn.boxes if box.tone in ("blocked", "attention", "neutral")]
    assert worst.x == max(box.x for box in cells)
    assert worst.y == min(box.y for box in cells)


def test_a_heat_table_counts_by_two_enums() -> None:
    drawn, _ = drawing(holding(*RECORDS), "heat", ("phase", "impact"))
    counts = {box.id: box.label for box in drawn.boxes if box.label.isdigit() or box.label == "–"}
    assert counts["Crawl-high"] == "3"
    assert counts["Walk-low"] == "1"
    assert sum(int(count) for count in counts.values() if count.isdigit()) == 4
    assert faults(drawn, MARK.origin) == ()


def test_steps_stand_in_their_order_and_say_what_the_columns_hold() -> None:
    drawn, _ = drawing(holding(*RECORDS), "steps", ("title", "phase", "finish"))
    heads = [box for box in drawn.boxes if box.shape == "chevron"]
    assert [box.label for box in heads] == ["1. Kick off", "2. First build", "3. Exit of Crawl", "4. Wider use"]
    assert [box.x for box in heads] == sorted({box.x for box in heads})
    told = [box for box in drawn.boxes if box.id.endswith("-told")]
    assert (told[0].label, told[0].detail) == ("Finish week 2", "Crawl")
    assert "1. Kick off (Finish week 2); 2. First build" in drawn.alt


def test_steps_fill_their_place() -> None:
    drawn, _ = drawing(holding(*RECORDS), "steps", ("title", "phase"))
    assert max(box.y + box.height for box in drawn.boxes) == pytest.approx(342, abs=0.1)
    assert max(box.x + box.width for box in drawn.boxes) == pytest.approx(873, abs=0.1)
    assert {box.label_size for box in drawn.boxes} == {26.0}
    bare, _ = drawing(holding(*RECORDS), "steps")
    assert {box.shape for box in bare.boxes} == {"chevron"}
    assert min(box.y for box in bare.boxes) == pytest.approx(342 - max(box.y + box.height for box in bare.boxes), abs=0.1)


@pytest.mark.parametrize("count", [1, 5, 6, 9, 14])
@pytest.mark.parametrize("height", [342.0, None])
def test_many_steps_stand_in_rows_of_even_length_and_cover_nothing(count: int, height: float | None) -> None:
    records = [item(f"Step {n}", "Crawl", n, n + 1) for n in range(count)]
    drawn, _ = drawing(holding(*records), "steps", ("title", "phase"), height)
    assert faults(drawn, MARK.origin) == ()
    heads = [box for box in drawn.boxes if box.shape == "chevron"]
    rows = [sum(box.y == level for box in heads) for level in sorted({box.y for box in heads})]
    assert sum(rows) == count
    assert len(set(rows[:-1])) <= 1
    assert rows[-1] <= rows[0] <= 5


def test_a_view_without_records_is_an_empty_drawing() -> None:
    assert drawing(holding(), "timeline")[0].boxes == ()


def test_a_register_without_weeks_or_enums_cannot_be_drawn() -> None:
    bare = selection(registers=(register("things", (), record("things", "a", "A")),))
    for shape in ("timeline", "heat", "quadrant", "chevron"):
        with pytest.raises(UndrawableError):
            drawing(bare, shape)


def test_too_many_records_for_a_slide_are_said_to_be_too_many() -> None:
    crowd = [item(f"Milestone number {n}", "Crawl", n % 3, n % 3 + 3) for n in range(60)]
    drawn, _ = drawing(holding(*crowd), "timeline")
    assert {found.code for found in faults(drawn, MARK.origin)} == {"B501"}
    page, _ = drawing(holding(*crowd), "timeline", height=None)
    assert faults(page, MARK.origin) == ()


spans = st.tuples(st.integers(0, 40), st.integers(1, 20))


@given(st.lists(st.lists(spans, min_size=1, max_size=8), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_timeline_on_a_page_never_drops_or_covers_a_milestone(lanes: list[list[tuple[int, int]]]) -> None:
    made = [
        Lane(f"Lane {place}", "primary", tuple(Event(f"e{place}-{n}", f"Event {n}", a, a + b) for n, (a, b) in enumerate(each)))
        for place, each in enumerate(lanes)
    ]
    boxes = timeline(made, 700, None)
    solid: list[Box] = [box for box in boxes if box.shape not in ("group", "line")]
    assert {event.id for lane in made for event in lane.events} <= {box.id for box in solid}
    assert not [(a.id, b.id) for n, a in enumerate(solid) for b in solid[n + 1 :] if overlap(a, b)]


def test_lists_of_cells_begin_on_top_and_numbers_stand_in_the_middle() -> None:
    cells = [box for box in drawing(holding(*RECORDS), "quadrant")[0].boxes if "•" in box.detail]
    assert {box.anchor for box in cells} == {"top"}
    lists = [box for box in drawing(holding(*RECORDS), "chevron")[0].boxes if "•" in box.detail]
    assert len({box.y for box in lists}) == 1
    heat, _ = drawing(holding(*RECORDS), "heat")
    assert {box.anchor for box in heat.boxes if box.label.isdigit()} == {"middle"}


def test_rows_and_columns_of_a_table_are_named_alike() -> None:
    drawn, _ = drawing(holding(*RECORDS), "quadrant")
    named = [box for box in drawn.boxes if box.label.startswith(("Likelihood: ", "Impact: "))]
    assert len(named) == 6
    assert len({box.label_size for box in named}) == 1
    assert {box.detail for box in named} == {""}
