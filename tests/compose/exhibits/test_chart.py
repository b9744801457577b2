"""Charts take every number from a fact."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from briefs.compose.exhibits import chart, chart_facts, chart_faults, chart_results
from briefs.compose.exhibits.chart import number_format
from briefs.metrics.charts import Area, crowded
from briefs.model.exhibits import Category, Chart, ChartKind, ChartSpec, SeriesSpec, Value
from briefs.model.facts import Unit
from briefs.model.models import Computed
from briefs.model.nodes import Mark
from briefs.model.origin import Origin
from tests.compose.build import MARK, fact, line, selection, source
from tests.compose.exhibits.drawing import words

VALUES = (("a", "8"), ("b", "8"), ("c", "9"), ("d", "1"))


def spec(*targets: str, kind: str = "fact") -> ChartSpec:
    values = tuple(Value(kind, target, MARK) for target in targets)  # type: ignore[arg-type]
    categories = tuple(Category(target.upper(), MARK) for target in targets)
    return ChartSpec("c", "bar", line("Title"), "Alt", "Gbps", categories, (SeriesSpec("Now", values, True, MARK),), MARK)


def test_values_come_from_facts_and_the_unit_is_written_as_in_the_prose() -> None:
    chosen = selection(sources=(source("s"),), facts=(fact("a", "s", value="80"), fact("b", "s", value="160")))
    made = chart(chosen, spec("a", "b"), words)
    assert made.series[0].values == (160.0, 80.0)
    assert (made.unit, made.number_format, made.categories) == ("Gbps", "#,##0", ("B", "A"))


def test_bars_are_sorted_and_columns_keep_their_order() -> None:
    chosen = selection(sources=(source("s"),), facts=tuple(fact(name, "s", value=value) for name, value in VALUES))
    bars, columns = (chart(chosen, replace(spec("a", "b", "c", "d"), kind=kind), words) for kind in ("bar", "column"))
    assert (bars.categories, bars.series[0].values) == (("C", "A", "B", "D"), (9.0, 8.0, 8.0, 1.0))
    assert (columns.categories, columns.series[0].values) == (("A", "B", "C", "D"), (8.0, 8.0, 9.0, 1.0))


def test_a_bar_that_stands_out_does_so_where_it_is_sorted_to() -> None:
    chosen = selection(sources=(source("s"),), facts=tuple(fact(name, "s", value=value) for name, value in VALUES))
    asked = spec("a", "b", "c", "d")
    asked = replace(asked, categories=tuple(replace(item, highlight=item.label in "CD") for item in asked.categories))
    made = chart(chosen, asked, words)
    assert [made.categories[at] for at in made.highlighted] == ["C", "D"]
    assert chart(chosen, spec("a", "b", "c", "d"), words).highlighted == ()


def test_the_axis_says_what_is_measured_and_its_unit_in_words() -> None:
    chosen = selection(sources=(source("s"),), facts=(fact("a", "s"),))
    units = {name: Unit(name, words_, "1", MARK) for name, words_ in (("%", "percent"), ("USD/(GPU*h)", "dollars a GPU hour"))}
    chosen = replace(chosen, units=units)
    said = {unit: chart(chosen, replace(spec("a"), unit=unit), words).axis for unit in ("Gbps", "%", "1", "GB/s", "USD/(GPU*h)")}
    assert said == {
        "Gbps": "Now, Gbps", "%": "Now, percent", "1": "Now", "GB/s": "Now, GB/s", "USD/(GPU*h)": "Now, dollars a GPU hour",
    }  # fmt: skip
    several = replace(spec("a"), unit="%", series=spec("a").series * 2)
    assert chart(chosen, several, words).axis == "percent"
    named = replace(spec("a"), unit="hours", series=(replace(spec("a").series[0], name="Hours to catch up"),))
    assert chart(chosen, named, words).axis == "Hours to catch up"


@pytest.mark.parametrize(("kind", "names", "said"), [
    ("column", ("A", "Incomprehensibilities"), "'Incomprehensibilities' in the chart 'Title' is too long by about 9 characters"),
    ("bar", ("A", "Incomprehensibilities"), "'Incomprehensibilities' in the chart 'Title' is too long by about 10 characters"),
    ("column", ("A", "one two three four"), None),
])  # fmt: skip
def test_a_label_that_its_chart_cannot_hold_is_an_error_that_says_how_much_is_too_much(
    kind: ChartKind, names: tuple[str, ...], said: str | None
) -> None:
    chosen = selection(sources=(source("s"),), facts=tuple(fact(name, "s", value=value) for name, value in VALUES))
    made = replace(chart(chosen, replace(spec("a", "b"), kind=kind), words), categories=names)
    found = chart_faults(spec("a", "b"), made, Area(170.0, 200.0, 14.0))
    assert [item.code for item in found] == ["B501"] * len(found)
    assert [item.message for item in found] == ([said] if said else [])


def many(count: int, kind: ChartKind = "column") -> tuple[ChartSpec, Chart]:
    facts = tuple(fact(f"f{n}", "s", value=str(90000 + n)) for n in range(count))
    asked = replace(spec(*(f"f{n}" for n in range(count))), kind=kind)
    asked = replace(asked, categories=tuple(Category(f"F{n}", Mark(Origin("c.yaml", 10 + n, 1))) for n in range(count)))
    return asked, chart(selection(sources=(source("s"),), facts=facts), asked, words)


@pytest.mark.parametrize("kind", ["column", "bar", "line", "stacked"])
def test_a_chart_of_too_many_categories_says_how_many_are_too_many(kind: ChartKind) -> None:
    asked, drawn = many(60, kind)
    area = Area(400.0, 300.0, 14.0)
    (found,) = chart_faults(asked, drawn, area)
    over = int(re.findall(r"has 60 categories, (\d+) too many for its place", found.message)[0])
    fits = many(60 - over, kind)
    assert chart_faults(*fits, area) == ()
    assert chart_faults(*many(61 - over, kind), area) != ()
    assert found.origin == (asked.mark.origin if kind == "bar" else asked.categories[60 - over].mark.origin)


def test_a_name_that_nearly_fills_its_room_is_a_warning_on_a_slide_and_nothing_on_a_page() -> None:
    asked, drawn = many(2)
    drawn = replace(drawn, categories=("Short", "Longerword"))
    room = max(one.need for one in crowded(drawn, Area(400.0, 300.0, 14.0)) if one.text == "Longerword" and one.kind == "name")
    area = Area(2 * (room / 0.97 + 6.0) + 12.0, 300.0, 14.0)
    assert chart_faults(asked, drawn, area) == ()
    found = [item for item in chart_faults(asked, drawn, area, slide=True) if "'Longerword'" in item.message]
    assert [(item.code, item.severity) for item in found] == [("B502", "warning")]
    assert "'Longerword' in the chart 'Title' fills 97% of its room" in found[0].message


def test_a_number_shows_as_many_decimals_as_the_most_precise_needs() -> None:
    assert number_format((Decimal("8"), Decimal("190.70"), Decimal("2.25"))) == "#,##0.00"
    assert number_format((Decimal("50000"),)) == "#,##0"


def test_the_facts_behind_a_chart_are_named_once_each() -> None:
    assert chart_facts(selection(), spec("a", "b", "a")) == ("a", "b")


def computed(*facts: str) -> Computed:
    return Computed("m.x@base", "m", Decimal("12.5"), "Gbps", "result", "Owner", "Computed by the model “M”", facts, MARK)


def test_a_result_of_a_model_is_drawn_and_the_facts_behind_it_are_named() -> None:
    chosen = replace(selection(sources=(source("s"),), facts=(fact("a", "s", value="80"),)), results={"m.x": computed("a")})
    made = chart(chosen, spec("m.x", kind="result"), words)
    assert (made.series[0].values, made.number_format) == ((12.5,), "#,##0.0")
    assert chart_facts(chosen, spec("m.x", kind="result")) == ("a",)
    assert chart_results(chosen, spec("m.x", kind="result")) == (computed("a"),)


def test_a_fact_without_a_value_and_a_result_without_a_model_are_refused() -> None:
    chosen = selection(sources=(source("s"),), facts=(replace(fact("a", "s"), value=None),))
    with pytest.raises(ValueError, match="has no value"):
        chart(chosen, spec("a"), words)
    with pytest.raises(KeyError, match=r"m\.x"):
        chart(chosen, spec("m.x", kind="result"), words)
