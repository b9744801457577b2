"""Where the plot of a chart stands between its texts: compose judges by it, and the renderers write it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor, log10
from typing import Literal

from briefs.metrics.faces import Face, line_height, text_width
from briefs.metrics.wrapping import Run, longest_word_width, wrap
from briefs.model.exhibits import Chart, Series

FAMILY = "Calibri"
"""Charts are set in the body font of both templates."""
PAD = 6.0
"""Points between a text of the chart and what stands next to it."""
GAP = 0.6
"""The space between two groups of bars, as a part of a bar."""
MOST_DIRECT = 3
"""Series that are named on the plot or above it; more need a legend."""
WIDEST_NAMES = 0.4
"""The part of a bar chart's width that the names of its bars may take."""
MOST_LINES = 3
"""Lines of a category's name below a column."""
PAGE_TEXT = 10.0
"""Points of every text in a chart of a page."""
_UPRIGHT_HEIGHT, _ROW_HEIGHT, _LEAST_HEIGHT, _MOST_HEIGHT = 225.0, 26.0, 110.0, 330.0


@dataclass(frozen=True, slots=True)
class Area:
    """The place of a chart and the size of every text in it, in points."""

    width: float
    height: float
    text: float


Naming = Literal["none", "plot", "head", "legend"]
"""Where series are named: not at all, at a bar or line end, in their colours above the plot, in a legend."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Points between the edges of the chart and its plot, and where its series are named."""

    left: float
    top: float
    right: float
    bottom: float
    naming: Naming


@dataclass(frozen=True, slots=True)
class Crowd:
    """A text of a chart with the room that it needs and has, in points or lines."""

    text: str
    need: float
    have: float
    kind: Literal["axis", "name", "value", "series"]
    word: str = ""
    """The part of the text that is measured, when it is one word."""
    measured: bool = False
    """Whether the room was made for this text, which fills it by intent."""


def page_area(chart: Chart, width: float) -> Area:
    """The place of a chart on a page: bars grow with their number, upright charts keep one height."""
    if chart.kind != "bar":
        return Area(width, _UPRIGHT_HEIGHT, PAGE_TEXT)
    bars = len(chart.categories) * (1 + 0.6 * (len(chart.series) - 1))
    return Area(width, min(_MOST_HEIGHT, max(_LEAST_HEIGHT, 46 + bars * _ROW_HEIGHT)), PAGE_TEXT)


def printed(chart: Chart, value: float) -> str:
    """A value as its label prints it."""
    whole, _, decimals = chart.number_format.partition(".")
    return f"{value:{',' if ',' in whole else ''}.{decimals.count('0')}f}{'%' if chart.unit == '%' else ''}"


def plan(chart: Chart, area: Area) -> Plan:
    """The margins that the chart's texts need; what no margin could hold, `crowded` tells."""
    naming = _naming(chart, area)
    pitch = line_height(Face(FAMILY), area.text)
    top = (1.5 * pitch if chart.axis or naming in ("head", "legend") else PAD) + (1.2 * pitch if naming == "legend" else 0)
    if chart.kind == "bar":
        names = min(max(_width(name, area) for name in chart.categories), WIDEST_NAMES * area.width)
        return Plan(names + 2 * PAD, top, max(_labels(chart, area, naming)) + 2 * PAD, PAD, naming)
    left, right = (_numbers(chart, area), _ends(chart, area, naming)) if chart.kind == "line" else (PAD, PAD)
    slot = (area.width - left - right) / len(chart.categories)
    lines = max(len(_name_lines(name, area, slot)) for name in chart.categories)
    above = pitch * (2 if naming == "plot" and chart.kind == "column" else 1) if chart.kind != "stacked" else 0
    return Plan(left, top + above, right, lines * pitch + 2 * PAD, naming)


def crowded(chart: Chart, area: Area) -> tuple[Crowd, ...]:
    """Every text of the chart with its need and its room, whether it fits or not."""
    made = plan(chart, area)
    slot = (area.width - made.left - made.right) / len(chart.categories)
    head = () if not chart.axis else (Crowd(chart.axis, _head(chart, area, made.naming), area.width, "axis"),)
    if chart.kind == "bar":
        return (*head, *_beside(chart, area, made))
    return (*head, *_below(chart, area, slot), *_on_columns(chart, area, slot))


def overflowing(chart: Chart, area: Area) -> tuple[Crowd, ...]:
    """The texts that their room cannot hold."""
    return tuple(one for one in crowded(chart, area) if one.need > one.have + 0.5)


def fitting(chart: Chart, area: Area) -> int:
    """How many of its categories, from the first on, the chart could show without a text too many; 0 when not even one."""
    for count in range(len(chart.categories), 0, -1):
        some = tuple(replace(series, values=series.values[:count]) for series in chart.series)
        if not overflowing(replace(chart, categories=chart.categories[:count], series=some), area):
            return count
    return 0


def ends_apart(chart: Chart, area: Area) -> bool:
    """Whether the ends of lines are so far from one another that their labels do not touch."""
    values = [value for series in chart.series for value in series.values]
    span = _round_up(max(values)) - min(0.0, *values)
    ends = sorted(series.values[-1] for series in chart.series)
    least = 1.2 * area.text / (area.height * 0.7) * span
    return all(other - one >= least for one, other in pairwise(ends))


def least_labelled(chart: Chart, area: Area) -> float:
    """The value below which a part of a stack is too low for a text in it."""
    made = plan(chart, area)
    stacks = [sum(abs(series.values[at]) for series in chart.series) for at in range(len(chart.categories))]
    highest = max(chart.series[0].values) if chart.kind == "waterfall" else max(stacks)
    return 1.25 * line_height(Face(FAMILY), area.text) / max(1.0, area.height - made.top - made.bottom) * highest


def _beside(chart: Chart, area: Area, made: Plan) -> Iterator[Crowd]:
    """Names left of bars, whose lines share the height of a group; values right of them."""
    pitch = line_height(Face(FAMILY), area.text)
    group = (area.height - made.top - made.bottom) / len(chart.categories)
    room = made.left - 2 * PAD
    for name in chart.categories:
        yield Crowd(name, longest_word_width([_run(name, area)]), room, "name", _longest(name, area), measured=True)
        yield Crowd(name, len(wrap([_run(name, area)], room + 0.1)) * pitch, group, "name")
    for value in (value for series in chart.series for value in series.values):
        yield Crowd(printed(chart, value), pitch, group / (len(chart.series) + GAP), "value")
    for label in _labels(chart, area, made.naming):
        yield Crowd(chart.series[0].name, label, area.width * 0.5, "series")


def _below(chart: Chart, area: Area, slot: float) -> Iterator[Crowd]:
    """Names below columns and points."""
    for name in chart.categories:
        yield Crowd(name, longest_word_width([_run(name, area)]), slot - PAD, "name", _longest(name, area))
        yield Crowd(name, len(_name_lines(name, area, slot)), MOST_LINES, "name", measured=True)


def _on_columns(chart: Chart, area: Area, slot: float) -> Iterator[Crowd]:
    """Values on columns: beside one another's in a group, within the column when stacked."""
    if chart.kind == "line":
        return
    room = slot / (1 + GAP) if chart.kind in ("stacked", "waterfall") else slot / len(chart.series)
    for value in (value for series in chart.series for value in series.values):
        label = f"+{printed(chart, value)}" if chart.kind == "waterfall" else printed(chart, value)
        yield Crowd(label, _width(label, area, bold=True), room, "value")


def _naming(chart: Chart, area: Area) -> Naming:
    if len(chart.series) < 2 or chart.kind == "waterfall":
        return "none"
    if len(chart.series) > MOST_DIRECT:
        return "legend"
    return "plot" if _named_on_plot(chart, area) else "head"


def _named_on_plot(chart: Chart, area: Area) -> bool:
    """Whether names have room where they stand: right of the first bars, above the first columns, at the ends of lines."""
    names = max(_width(series.name, area, bold=True) for series in chart.series)
    match chart.kind:
        case "bar":
            return names <= area.width / 4
        case "column":
            return names <= area.width / len(chart.categories) / (len(chart.series) + GAP)
        case "line":
            return names <= area.width / 3 and ends_apart(chart, area)
        case "stacked" | "waterfall":
            return False


def _labels(chart: Chart, area: Area, naming: Naming) -> Iterator[float]:
    """Widths of the labels right of bars; those of the first bars name their series."""
    for series in chart.series:
        for number, value in enumerate(series.values):
            named = f"  {series.name}" if naming == "plot" and number == 0 else ""
            yield _width(printed(chart, value) + named, area, bold=True) + PAD


def _ends(chart: Chart, area: Area, naming: Naming) -> float:
    """Points right of a line chart's plot, into which the labels of its last points reach."""
    widest = max(_width(_end(chart, series, naming), area, bold=True) for series in chart.series) + 2 * PAD
    half_slot = (area.width - widest) / len(chart.categories) / 2
    return max(PAD, widest - half_slot)


def _end(chart: Chart, series: Series, naming: Naming) -> str:
    return printed(chart, series.values[-1]) + (f"  {series.name}" if naming == "plot" else "")


def _numbers(chart: Chart, area: Area) -> float:
    """Points left of a line chart's plot, for the numbers of its axis."""
    highest = _round_up(max(value for series in chart.series for value in series.values))
    return max(_width(printed(chart, value), area) for value in (0.0, highest)) + 2 * PAD


def _round_up(value: float) -> float:
    """About where an Office program ends an axis: the next of 1, 2 or 5 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in (1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * power >= value)


def _head(chart: Chart, area: Area, naming: Naming) -> float:
    """Width of the line above the plot: the names of series in their colours, then what the axis measures."""
    names = "".join(f"■ {series.name}   " for series in chart.series) if naming == "head" else ""
    return _width(names, area, bold=True) + _width(chart.axis, area)


def _name_lines(name: str, area: Area, slot: float) -> tuple[str, ...]:
    return tuple(line.text for line in wrap([_run(name, area)], max(1.0, slot - PAD)))


def _longest(name: str, area: Area) -> str:
    """The widest word of a name of several."""
    words = name.split()
    return max(words, key=lambda word: _width(word, area)) if len(words) > 1 else ""


def _run(text: str, area: Area) -> Run:
    return Run(text, Face(FAMILY), area.text)


def _width(text: str, area: Area, *, bold: bool = False) -> float:
    return text_width(text, Face(FAMILY, bold=bold), area.text)
