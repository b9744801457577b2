"""Decides how a chart is plotted: which series are drawn, in which colours, and where names and values stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefs.metrics.charts import Area, Plan, ends_apart, least_labelled, plan
from briefs.model.exhibits import Chart, Series

Slot = Literal["accent1", "accent2", "accent3", "accent4", "accent5", "tx2"]
"""A theme colour, by its slot in the template."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A theme colour, darker or lighter when several series are context; it stands out from white by 3 at least."""

    slot: Slot
    darker: int = 0
    """Percent of its light that is kept; 0 leaves it as it is."""
    lighter: int = 0
    """Percent of its light that is kept, white in place of the rest; 0 leaves it as it is."""

    @property
    def text(self) -> Literal["lt1", "tx1"]:
        """The theme colour of text on it, of a contrast of at least 4.5."""
        return "tx1" if self.lighter else "lt1"


_PRIMARY, _SLATE = Colour("accent1"), Colour("accent5")
QUIET = _SLATE
_PLAIN = (_PRIMARY, Colour("accent2"), _SLATE, Colour("accent3"), Colour("tx2"), Colour("accent4"))
_CONTEXT = (_SLATE, Colour("accent5", darker=45), Colour("accent5", lighter=75))


@dataclass(frozen=True, slots=True)
class Plotted:
    """One drawn series; `colour` is None for the unseen base of a waterfall."""

    name: str
    """Empty for a series without a name of its own."""
    values: tuple[float | None, ...]
    colour: Colour | None
    named_at: int | None
    """Index of the point whose label carries the series' name."""
    sign: str = ""
    """Stands before each value as printed: a fall of a waterfall is drawn as a height, which has none."""
    quiet: tuple[int, ...] = ()
    """Places of the bars that are context beside those that stand out; drawn in slate."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart ready to be written."""

    shape: Literal["bar", "column", "line"]
    stacked: bool
    series: tuple[Plotted, ...]
    plan: Plan
    least: float
    """A stack's part below it is too low for a text in it."""
    crossed: bool
    """Whether lines end so near to one another that the labels of their ends go above and below."""


def plot(chart: Chart, area: Area) -> Plot:
    """What is drawn of a chart of at least one series and one category in its place; raises ValueError otherwise."""
    if not chart.series or not chart.categories:
        raise ValueError(f"chart '{chart.id}' has nothing to plot")
    if any(len(series.values) != len(chart.categories) for series in chart.series):
        raise ValueError(f"chart '{chart.id}' has a series with too many or too few values")
    made, least = plan(chart, area), least_labelled(chart, area)
    crossed = chart.kind == "line" and not ends_apart(chart, area)
    match chart.kind:
        case "waterfall" if _stays_on_one_side(chart.series[0].values):
            return Plot("column", True, _waterfall(chart.series[0]), made, least, crossed)
        case "column" | "waterfall":
            return Plot("column", False, _drawn(chart, made), made, least, crossed)
        case "stacked":
            return Plot("column", True, _drawn(chart, made), made, least, crossed)
        case "bar" | "line":
            return Plot(chart.kind, False, _drawn(chart, made), made, least, crossed)


def _drawn(chart: Chart, made: Plan) -> tuple[Plotted, ...]:
    """Each series; on the plot, a line is named at its last point, bars and columns at their first."""
    at = None if made.naming != "plot" else len(chart.categories) - 1 if chart.kind == "line" else 0
    quiet = tuple(place for place in range(len(chart.categories)) if place not in chart.highlighted) if chart.highlighted else ()
    return tuple(
        Plotted(series.name, series.values, colour, at, quiet=quiet)
        for series, colour in zip(chart.series, _colours(chart.series), strict=True)
    )


def _colours(series: tuple[Series, ...]) -> list[Colour]:
    """The highlighted series in primary, all others in shades of slate; without one, a colour each."""
    if not any(one.highlight for one in series):
        return [_PLAIN[index % len(_PLAIN)] for index in range(len(series))]
    context = iter(_CONTEXT * len(series))
    return [_PRIMARY if one.highlight else next(context) for one in series]


@dataclass(frozen=True, slots=True)
class _Step:
    low: float
    high: float
    kind: Literal["rise", "fall", "total"]


def _steps(values: tuple[float, ...]) -> list[_Step]:
    """The floating columns of a waterfall: the first value and each that equals the sum so far stand on zero."""
    steps: list[_Step] = []
    level = 0.0
    for index, value in enumerate(values):
        total = index == 0 or abs(value - level) <= 1e-9 * max(1.0, abs(value))
        start = 0.0 if total else level
        level = value if total else level + value
        kind: Literal["rise", "fall", "total"] = "total" if total else "fall" if level < start else "rise"
        steps.append(_Step(min(start, level), max(start, level), kind))
    return steps


def _stays_on_one_side(values: tuple[float, ...]) -> bool:
    """Stacked columns cannot float across zero; such a waterfall is drawn as plain columns."""
    return all(step.low >= 0 for step in _steps(values))


def _waterfall(series: Series) -> tuple[Plotted, ...]:
    steps = _steps(series.values)

    def heights(kind: str) -> tuple[float | None, ...]:
        return tuple(step.high - step.low if step.kind == kind else None for step in steps)

    base = tuple(None if step.kind == "total" else step.low for step in steps)
    return (
        Plotted("", base, None, None),
        Plotted("", heights("fall"), Colour("accent2"), None, "−"),
        Plotted("", heights("rise"), _SLATE, None, "+"),
        Plotted(series.name, heights("total"), _PRIMARY, None),
    )
