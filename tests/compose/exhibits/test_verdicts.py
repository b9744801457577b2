"""Heat tables over records that a field names, and verdicts on them: every record counted, every verdict told."""

import pytest

from briefs.compose.exhibits import UndrawableError, draw, faults
from briefs.compose.exhibits.drawn import without_kind
from briefs.compose.flow import Inliner
from briefs.compose.links import Links
from briefs.compose.notes import Asides
from briefs.compose.uses import UseLog
from briefs.model.content import Selection
from briefs.model.exhibits import Diagram
from briefs.model.nodes import ViewCall
from briefs.model.records import FieldSpec, RefsField
from tests.compose.build import MARK, plain, record, register, selection

PHASES = ("Crawl", "Walk", "Run")
FIELDS = (
    FieldSpec("phase", "Phase", "plain", PHASES),
    FieldSpec("out", "Rules out", "refs", kind="variant"),
    FieldSpec("weak", "Weakens", "refs", kind="variant"),
    FieldSpec("fits", "Speaks for", "refs", kind="variant"),
    FieldSpec("services", "Services", "refs", kind="service"),
)
VARIANTS = register("variants", (), *(record("variants", name, f"Variant {name.upper()}") for name in ("a", "b", "c")))


def refs(*ids: str, kind: str = "variant") -> RefsField:
    return RefsField(kind, ids, MARK)


def holding() -> Selection:
    near = record("needs", "near", "Near the GPUs", phase=plain("Crawl", choices=PHASES), weak=refs("b"), fits=refs("a"))
    soon = record("needs", "soon", "Soon", phase=plain("Crawl", choices=PHASES), out=refs("b"), fits=refs("a"))
    home = record("needs", "home", "Stays at home", phase=plain("Run", choices=PHASES), out=refs("b", "a"), fits=refs("c"))
    return selection(registers=(register("needs", FIELDS, near, soon, home), VARIANTS))


def drawing(shape: str, columns: tuple[str, ...], height: float | None = 342) -> Diagram:
    inliner = Inliner(holding(), Links(), UseLog(), Asides())
    return draw(inliner, ViewCall("needs", shape, columns, (), "", "", "", MARK), 873, height)


def test_a_heat_table_counts_by_the_records_that_a_field_names_and_calls_them_by_their_titles() -> None:
    drawn = drawing("heat", ("phase", "out"))
    counts = {box.id: box.label for box in drawn.boxes}
    assert (counts["Crawl-Variant B"], counts["Run-Variant B"], counts["Run-Variant A"]) == ("1", "1", "1")
    assert counts["row-Variant A"] == "Variant A"
    assert "row-Variant C" not in counts
    assert faults(drawn, MARK.origin) == ()


@pytest.mark.parametrize("height", [342.0, None])
def test_verdicts_say_what_each_record_says_of_each_other_in_a_word_and_a_tone(height: float | None) -> None:
    drawn = drawing("verdicts", ("out", "weak", "fits"), height)
    cells = {box.id: (box.label, box.tone) for box in drawn.boxes}
    assert cells["B-Near the GPUs"] == ("Weakens", "attention")
    assert cells["B-Soon"] == ("Rules out", "blocked")
    assert cells["C-Stays at home"] == ("Speaks for", "ready")
    assert cells["C-Soon"] == ("–", "plain")
    assert "Soon: A, speaks for; B, rules out." in drawn.alt
    assert faults(drawn, MARK.origin) == ()


def test_the_name_of_the_kind_is_left_out_only_where_every_title_begins_with_it() -> None:
    assert without_kind(("Variant A (own site)", "Variant B"), "variant") == ("A (own site)", "B")
    assert without_kind(("Variant A", "Own site"), "variant") == ("Variant A", "Own site")


@pytest.mark.parametrize("columns", [(), ("out",), ("out", "services"), ("out", "out", "weak", "fits", "fits")])
def test_verdicts_need_a_few_fields_that_name_records_of_one_register(columns: tuple[str, ...]) -> None:
    with pytest.raises(UndrawableError):
        drawing("verdicts", columns)
