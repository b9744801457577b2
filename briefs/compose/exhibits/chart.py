"""A chart as drawn: every number from a fact or a model, with as many decimals as the most precise of them."""

from collections.abc import Mapping
from decimal import Decimal

from briefs.compose.exhibits.diagram import Words
from briefs.model.content import Selection
from briefs.model.exhibits import Chart, ChartSpec, Series, Value
from briefs.model.models import Computed


def chart(selection: Selection, spec: ChartSpec, words: Words) -> Chart:
    """The chart for this selection. ValueError when a value has no number, KeyError when its fact or result is not selected.

    Bars are sorted, the longest on top; all other kinds keep their author's order, which is that of time or of steps.
    """
    numbers = {value: _number(selection, value) for series in spec.series for value in series.values}
    order = _order(spec, numbers)
    series = tuple(
        Series(item.name, tuple(float(numbers[item.values[at]]) for at in order), item.highlight) for item in spec.series
    )
    labels = tuple(spec.categories[at].label for at in order)
    form = number_format(tuple(numbers.values()))
    axis = _axis(selection, spec)
    apart = tuple(place for place, at in enumerate(order) if spec.categories[at].highlight)
    return Chart(spec.id, spec.kind, words(spec.title), spec.alt, spec.unit, labels, series, form, axis, apart)


def _order(spec: ChartSpec, numbers: Mapping[Value, Decimal]) -> list[int]:
    places = list(range(len(spec.categories)))
    if spec.kind != "bar" or not spec.series:
        return places
    leading = next((series for series in spec.series if series.highlight), spec.series[0])
    return sorted(places, key=lambda at: -numbers[leading.values[at]])


def _axis(selection: Selection, spec: ChartSpec) -> str:
    """What the only series measures, and the unit as a word where its sign is none."""
    unit = spec.unit
    if not unit.replace("/", "").replace(" ", "").isalnum() and unit in selection.units:
        unit = selection.units[unit].name
    name = spec.series[0].name if len(spec.series) == 1 else ""
    said = unit == "1" or unit.casefold() in name.casefold().split()
    return ", ".join(part for part in (name, "" if said else unit) if part)


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
