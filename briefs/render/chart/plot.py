"""Decides how a chart is plotted: which series are drawn, in which colours, and where names and values stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefs.model.exhibits import Chart, Series

Slot = Literal["accent1", "accent2", "accent3", "accent4", "accent5", "tx2"]
"""A theme colour, by its slot in the template."""

_PLAIN: tuple[Slot, ...] = ("accent1", "accent2", "accent5", "accent3", "tx2", "accent4")
_CONTEXT: tuple[Slot, ...] = ("accent5", "accent2", "accent3", "tx2", "accent4")
_DIRECT_SERIES, _DIRECT_CATEGORIES = 3, 4
"""Up to how many series, and upright groups, names stand on the plot itself instead of in a legend."""


@dataclass(frozen=True, slots=True)
class Plotted:
    """One drawn series; `colour` is None for the unseen base of a waterfall."""

    name: str
    """Empty for a series without a name of its own."""
    values: tuple[float | None, ...]
    colour: Slot | None
    named_at: int | None
    """Index of the point whose label carries the series' name."""
    sign: str = ""
    """Stands before each value as printed: a fall of a waterfall is drawn as a height, which has none."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart ready to be written."""

    shape: Literal["bar", "column", "line"]
    stacked: bool
    series: tuple[Plotted, ...]
    legend: bool


def plot(chart: Chart) -> Plot:
    """Return what is drawn for a chart of at least one series and one category; raises ValueError otherwise."""
    if not chart.series or not chart.categories:
        raise ValueError(f"chart '{chart.id}' has nothing to plot")
    if any(len(series.values) != len(chart.categories) for series in chart.series):
        raise ValueError(f"chart '{chart.id}' has a series with too many or too few values")
    match chart.kind:
        case "waterfall" if _stays_on_one_side(chart.series[0].values):
            return Plot("column", True, _waterfall(chart.series[0]), False)
        case "bar":
            return _series_plot(chart, "bar", False, 0)
        case "column" | "waterfall":
            return _series_plot(chart, "column", False, 0)
        case "stacked":
            return _series_plot(chart, "column", True, 0)
        case "line":
            return _series_plot(chart, "line", False, len(chart.categories) - 1)


def _series_plot(chart: Chart, shape: Literal["bar", "column", "line"], stacked: bool, at: int) -> Plot:
    several = len(chart.series) > 1
    roomy = shape != "column" or len(chart.categories) <= _DIRECT_CATEGORIES
    direct = several and roomy and len(chart.series) <= _DIRECT_SERIES
    drawn = tuple(
        Plotted(series.name, series.values, colour, at if direct else None)
        for series, colour in zip(chart.series, _colours(chart.series), strict=True)
    )
    return Plot(shape, stacked, drawn, several and not direct)


def _colours(series: tuple[Series, ...]) -> list[Slot]:
    if not any(one.highlight for one in series):
        return [_PLAIN[index % len(_PLAIN)] for index in range(len(series))]
    context = iter(_CONTEXT * len(series))
    return ["accent1" if one.highlight else next(context) for one in series]


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
        Plotted("", heights("fall"), "accent2", None, "−"),
        Plotted("", heights("rise"), "accent5", None, "+"),
        Plotted(series.name, heights("total"), "accent1", None),
    )
