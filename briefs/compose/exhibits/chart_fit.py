"""Whether the texts of a chart have room, and if not, which to shorten or how many categories to leave out."""

from collections.abc import Iterator, Mapping
from math import ceil

from briefs.diagnostics import Diagnostic, error, warning
from briefs.metrics.charts import Area, Crowd, crowded, fitting, overflowing
from briefs.model.exhibits import Chart, ChartSpec
from briefs.model.origin import Origin

TIGHT = 0.93
"""Of its room: what a text on a slide may take without a warning."""


def chart_faults(spec: ChartSpec, drawn: Chart, area: Area, slide: bool = False) -> tuple[Diagnostic, ...]:
    """What the place cannot hold (B501), at the category or series at fault, and on a slide what only just fits (B502)."""
    if not drawn.series or not drawn.categories:
        return ()
    over = overflowing(drawn, area)
    if _too_many(drawn, over) and (count := fitting(drawn, area)):
        return (_crowd(spec, drawn, count),)
    origins = _origins(spec)
    found = (_fault(drawn, one, origins.get(one.text, spec.mark.origin)) for one in over)
    return tuple(dict.fromkeys((*found, *(_tight(spec, drawn, area, origins) if slide and not over else ()))))


def _too_many(drawn: Chart, over: tuple[Crowd, ...]) -> bool:
    """Whether the number of categories is to blame: nobody can shorten a value, and a name is too long only beside others."""
    names = {one.text for one in over if one.kind == "name"}
    return any(one.kind == "value" for one in over) or len(names) > max(2, len(drawn.categories) / 2)


def _crowd(spec: ChartSpec, drawn: Chart, count: int) -> Diagnostic:
    """All the categories that are too many, at the first of them; bars are sorted, so there it is any."""
    over, all_ = len(drawn.categories) - count, len(drawn.categories)
    origin = spec.mark.origin if drawn.kind == "bar" else spec.categories[count].mark.origin
    message = f"the chart '{drawn.title}' has {all_} categories, {over} too many for its place"
    return error("B501", origin, message, f"show {count} categories or fewer, or make two charts")


def _origins(spec: ChartSpec) -> Mapping[str, Origin]:
    """Where the names of series and categories stand."""
    named = {series.name: series.mark.origin for series in spec.series}
    return named | {category.label: category.mark.origin for category in spec.categories}


def _fault(drawn: Chart, one: Crowd, origin: Origin) -> Diagnostic:
    over = max(1, ceil(len(one.word or one.text) * (1 - one.have / one.need)))
    size = f"{over} {'character' if over == 1 else 'characters'}"
    what = f"the word '{one.word}' of '{one.text}'" if one.word else f"'{one.text}'"
    message = f"{what} in the chart '{drawn.title}' is too long by about {size}"
    return error("B501", origin, message, "shorten it, or show fewer categories or series")


def _tight(spec: ChartSpec, drawn: Chart, area: Area, origins: Mapping[str, Origin]) -> Iterator[Diagnostic]:
    """Each text that nearly fills its room, once: at its fullest."""
    fullest: dict[str, float] = {}
    for one in crowded(drawn, area):
        if not one.measured and one.need > TIGHT * one.have:
            fullest[one.text] = max(fullest.get(one.text, 0.0), one.need / one.have)
    for text, part in fullest.items():
        message = f"'{text}' in the chart '{drawn.title}' fills {part:.0%} of its room"
        yield warning("B502", origins.get(text, spec.mark.origin), message, "shorten it a little, or show fewer categories")
