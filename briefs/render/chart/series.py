"""Writes the series of a chart: colours by theme slot, labels on the plot, values cached beside their references."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.metrics.charts import Area
from briefs.render.chart.plot import QUIET, Colour, Plot, Plotted
from briefs.render.chart.workbook import SHEET, column_letter, number
from briefs.render.ooxml.xml import attribute, text

_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="{name}"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a chart says: its categories, how its numbers read, and the place in which it stands."""

    categories: tuple[str, ...]
    number_format: str
    area: Area

    @property
    def size(self) -> float:
        """Points of every text."""
        return self.area.text


def text_properties(size: float, fill: str, *, bold: bool = False, upright: bool = False) -> str:
    """A `c:txPr` in the theme's body font; `size` in points, `fill` as of `solid` or `themed`."""
    turn = ' rot="0" vert="horz"' if upright else ""
    return (
        f'<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="{int(bold)}">'
        f'{fill}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )


def themed(slot: str) -> str:
    """A fill in one of the theme's own colours."""
    return f'<a:solidFill><a:schemeClr val="{slot}"/></a:solidFill>'


def solid(colour: Colour) -> str:
    """A fill in a colour of the theme or a darker or lighter shade of it."""
    shade = f'<a:lumMod val="{(colour.darker or colour.lighter) * 1000}"/>' if colour.darker or colour.lighter else ""
    shade += f'<a:lumOff val="{(100 - colour.lighter) * 1000}"/>' if colour.lighter else ""
    return f'<a:solidFill><a:schemeClr val="{colour.slot}">{shade}</a:schemeClr></a:solidFill>'


def series_xml(plotted: Plot, wording: Wording) -> str:
    """All `c:ser` elements."""
    return "".join(_one(plotted, series, index, wording) for index, series in enumerate(plotted.series))


def _one(plotted: Plot, series: Plotted, index: int, wording: Wording) -> str:
    column, last = column_letter(index + 1), len(wording.categories) + 1
    parts = [f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>']
    if series.name:
        parts.append(f"<c:tx>{_strings(f'{SHEET}!${column}$1', (series.name,))}</c:tx>")
    parts.append(_line_look(series) if plotted.shape == "line" else _fill_look(series, parted=plotted.stacked))
    if series.colour is not None:
        parts.append(_labels(plotted, series, series.colour, wording))
    parts.append(f"<c:cat>{_strings(f'{SHEET}!$A$2:$A${last}', wording.categories)}</c:cat>")
    values = _numbers(f"{SHEET}!${column}$2:${column}${last}", series.values, wording.number_format)
    parts.append(f"<c:val>{values}</c:val>")
    parts.append('<c:smooth val="0"/></c:ser>' if plotted.shape == "line" else "</c:ser>")
    return "".join(parts)


def _fill_look(series: Plotted, *, parted: bool) -> str:
    """The parts of a stack are parted by white, so that two of one colour are told apart."""
    if series.colour is None:
        return '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>'
    line = f'<a:ln w="12700">{themed("lt1")}</a:ln>' if parted else "<a:ln><a:noFill/></a:ln>"
    quiet = f"<c:spPr>{solid(QUIET)}{line}</c:spPr>"
    points = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{quiet}</c:dPt>' for at in series.quiet
    )
    return f'<c:spPr>{solid(series.colour)}{line}</c:spPr><c:invertIfNegative val="0"/>{points}'


def _line_look(series: Plotted) -> str:
    colour = series.colour or Colour("accent1")
    width, fill = 34925 if colour == Colour("accent1") else 22225, solid(colour)
    return (
        f'<c:spPr><a:ln w="{width}" cap="rnd">{fill}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="circle"/>'
        f'<c:size val="6"/><c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>'
    )


def _labels(plotted: Plot, series: Plotted, colour: Colour, wording: Wording) -> str:
    """Values on every bar; on a line only at its end, where the name may stand, too."""
    end = len(series.values) - 1 if plotted.shape == "line" else None
    special = series.named_at if series.named_at is not None else end
    single = ""
    if special is not None:
        gap = "\n" if plotted.shape == "column" else "  "
        shown = _SHOWN.format(value=1, name=int(series.named_at is not None))
        look = _label_look(plotted, series, colour, wording)
        single = f'<c:dLbl><c:idx val="{special}"/>{look}{shown}<c:separator>{gap}</c:separator></c:dLbl>'
    small = "".join(_on_small(plotted, series, at, colour, wording) for at in _small(plotted, series))
    look = _label_look(plotted, series, colour, wording)
    return f"<c:dLbls>{single}{small}{look}{_SHOWN.format(value=int(plotted.shape != 'line'), name=0)}</c:dLbls>"


def _label_look(plotted: Plot, series: Plotted, colour: Colour, wording: Wording, *, on_white: bool = False) -> str:
    fill = solid(colour) if plotted.shape == "line" else themed(colour.text if plotted.stacked and not on_white else "tx1")
    form = f'"{series.sign}"{wording.number_format}' if series.sign else wording.number_format
    bold = colour == Colour("accent1")
    return (
        f'<c:numFmt formatCode="{attribute(form)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_properties(wording.size, fill, bold=bold)}<c:dLblPos val="{_place(plotted, series)}"/>'
    )


def _place(plotted: Plot, series: Plotted) -> str:
    """Above a bar, in the middle of a part, right of a line's end; where ends are near, the highest goes above, others below."""
    if plotted.stacked:
        return "ctr"
    if plotted.shape != "line":
        return "outEnd"
    ends = [one.values[-1] or 0.0 for one in plotted.series]
    return "r" if not plotted.crossed else "t" if (series.values[-1] or 0.0) == max(ends) else "b"


def _small(plotted: Plot, series: Plotted) -> list[int]:
    """Points of a stack that are too low for a text in them."""
    low = [at for at, value in enumerate(series.values) if value is not None and abs(value) < plotted.least]
    return low if plotted.stacked else []


def _on_small(plotted: Plot, series: Plotted, at: int, colour: Colour, wording: Wording) -> str:
    """A low step of a waterfall is labelled above itself, in ink; a low part of a stack is not labelled."""
    if not series.sign:
        return f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
    look = _label_look(plotted, series, colour, wording, on_white=True)
    up = -wording.size / wording.area.height
    moved = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{up:.5f}"/></c:manualLayout></c:layout>'
    return f'<c:dLbl><c:idx val="{at}"/>{moved}{look}{_SHOWN.format(value=1, name=0)}</c:dLbl>'


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
