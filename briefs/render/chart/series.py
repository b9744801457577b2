"""Writes the series of a chart: colours by theme slot, labels on the plot, values cached beside their references."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.render.chart.plot import Plot, Plotted
from briefs.render.chart.workbook import SHEET, column_letter, number
from briefs.render.ooxml.xml import attribute, text

_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="{name}"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a chart says: its categories, how its numbers read, and how large, in points."""

    categories: tuple[str, ...]
    number_format: str
    size: float


def text_properties(size: float, slot: str, *, bold: bool = False, upright: bool = False) -> str:
    """A `c:txPr` in the theme's body font; `size` in points, `slot` a theme colour."""
    turn = ' rot="0" vert="horz"' if upright else ""
    return (
        f'<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )


def series_xml(plotted: Plot, wording: Wording) -> str:
    """All `c:ser` elements."""
    return "".join(_one(plotted, series, index, wording) for index, series in enumerate(plotted.series))


def _one(plotted: Plot, series: Plotted, index: int, wording: Wording) -> str:
    column, last = column_letter(index + 1), len(wording.categories) + 1
    parts = [f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>']
    if series.name:
        parts.append(f"<c:tx>{_strings(f'{SHEET}!${column}$1', (series.name,))}</c:tx>")
    parts.append(_line_look(series) if plotted.shape == "line" else _fill_look(series))
    if series.colour is not None:
        parts.append(_labels(plotted, series, wording))
    parts.append(f"<c:cat>{_strings(f'{SHEET}!$A$2:$A${last}', wording.categories)}</c:cat>")
    values = _numbers(f"{SHEET}!${column}$2:${column}${last}", series.values, wording.number_format)
    parts.append(f"<c:val>{values}</c:val>")
    parts.append('<c:smooth val="0"/></c:ser>' if plotted.shape == "line" else "</c:ser>")
    return "".join(parts)


def _fill_look(series: Plotted) -> str:
    fill = "<a:noFill/>" if series.colour is None else f'<a:solidFill><a:schemeClr val="{series.colour}"/></a:solidFill>'
    return f'<c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>'


def _line_look(series: Plotted) -> str:
    width = 34925 if series.colour == "accent1" else 22225
    fill = f'<a:solidFill><a:schemeClr val="{series.colour}"/></a:solidFill>'
    return (
        f'<c:spPr><a:ln w="{width}" cap="rnd">{fill}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="circle"/>'
        f'<c:size val="6"/><c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>'
    )


def _labels(plotted: Plot, series: Plotted, wording: Wording) -> str:
    """Values on every bar; on a line only at its end, where the name stands, too."""
    slot = "lt1" if plotted.stacked else "tx1" if plotted.shape != "line" else str(series.colour)
    place = "ctr" if plotted.stacked else "r" if plotted.shape == "line" else "outEnd"
    form = f'"{series.sign}"{wording.number_format}' if series.sign else wording.number_format
    look = (
        f'<c:numFmt formatCode="{attribute(form)}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{text_properties(wording.size, slot, bold=series.colour == "accent1")}<c:dLblPos val="{place}"/>'
    )
    end = len(series.values) - 1 if plotted.shape == "line" else None
    special = series.named_at if series.named_at is not None else end
    single = ""
    if special is not None:
        gap = "\n" if plotted.shape == "column" and not plotted.stacked else "  "
        shown = _SHOWN.format(value=1, name=int(series.named_at is not None))
        single = f'<c:dLbl><c:idx val="{special}"/>{look}{shown}<c:separator>{gap}</c:separator></c:dLbl>'
    return f"<c:dLbls>{single}{look}{_SHOWN.format(value=int(plotted.shape != 'line'), name=0)}</c:dLbls>"


def _strings(reference: str, values: tuple[str, ...]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{text(value)}</c:v></c:pt>' for at, value in enumerate(values))
    return f'<c:strRef><c:f>{reference}</c:f><c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache></c:strRef>'


def _numbers(reference: str, values: tuple[float | None, ...], form: str) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>' for at, value in enumerate(values) if value is not None
    )
    return (
        f"<c:numRef><c:f>{reference}</c:f><c:numCache><c:formatCode>{text(form)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )
