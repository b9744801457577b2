"""A chart as drawn: every number from a fact or a model, with as many decimals as the most precise of them."""

from decimal import Decimal

from briefs.compose.exhibits.diagram import Words
from briefs.model.content import Selection
from briefs.model.exhibits import Chart, ChartSpec, Series, Value
from briefs.model.models import Computed


def chart(selection: Selection, spec: ChartSpec, words: Words) -> Chart:
    """The chart for this selection. ValueError when a value has no number, KeyError when its fact or result is not selected."""
    numbers = {value: _number(selection, value) for series in spec.series for value in series.values}
    series = tuple(
        Series(item.name, tuple(float(numbers[value]) for value in item.values), item.highlight) for item in spec.series
    )
    labels = tuple(category.label for category in spec.categories)
    return Chart(
        spec.id, spec.kind, words(spec.title), spec.alt, spec.unit, labels, series, number_format(tuple(numbers.values()))
    )


def chart_facts(selection: Selection, spec: ChartSpec) -> tuple[str, ...]:
    """The facts behind a chart, in the order of its values, each once; those behind a model's result among them."""
    facts: dict[str, None] = {}
    for value in _values(spec):
        behind = (value.target,) if value.kind == "fact" else selection.results[value.target].facts
        facts.update(dict.fromkeys(behind))
    return tuple(facts)


def chart_results(selection: Selection, spec: ChartSpec) -> tuple[Computed, ...]:
    """The results of models that a chart shows, in the order of its values."""
    return tuple(selection.results[value.target] for value in _values(spec) if value.kind == "result")


def _values(spec: ChartSpec) -> tuple[Value, ...]:
    return tuple(value for series in spec.series for value in series.values)


def number_format(numbers: tuple[Decimal, ...]) -> str:
    """`#,##0` with as many decimals as the most precise number needs."""
    places = max((max(0, -int(number.normalize().as_tuple().exponent)) for number in numbers), default=0)
    return "#,##0" + ("." + "0" * places if places else "")


def _number(selection: Selection, value: Value) -> Decimal:
    if value.kind == "result":
        return selection.results[value.target].value
    number = selection.facts[value.target].value
    if number is None:
        raise ValueError(f"{value.mark.origin}: the fact '{value.target}' has no value")
    return number
