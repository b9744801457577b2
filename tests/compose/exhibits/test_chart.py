"""Charts take every number from a fact."""

from dataclasses import replace
from decimal import Decimal

import pytest

from briefs.compose.exhibits import chart, chart_facts, chart_results
from briefs.compose.exhibits.chart import number_format
from briefs.model.exhibits import Category, ChartSpec, SeriesSpec, Value
from briefs.model.models import Computed
from tests.compose.build import MARK, fact, line, selection, source
from tests.compose.exhibits.drawing import words


def spec(*targets: str, kind: str = "fact") -> ChartSpec:
    values = tuple(Value(kind, target, MARK) for target in targets)  # type: ignore[arg-type]
    categories = tuple(Category(target.upper(), MARK) for target in targets)
    return ChartSpec("c", "bar", line("Title"), "Alt", "Gbps", categories, (SeriesSpec("Now", values, True, MARK),), MARK)


def test_values_come_from_facts_and_the_unit_is_written_as_in_the_prose() -> None:
    chosen = selection(sources=(source("s"),), facts=(fact("a", "s", value="80"), fact("b", "s", value="160")))
    made = chart(chosen, spec("a", "b"), words)
    assert made.series[0].values == (80.0, 160.0)
    assert (made.unit, made.number_format, made.categories) == ("Gbps", "#,##0", ("A", "B"))


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
