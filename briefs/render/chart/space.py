"""Writes a native chart: the `c:chartSpace` part, valid by the schema, and the workbook behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefs.metrics.charts import Area, Plan
from briefs.model.exhibits import Chart
from briefs.render.chart.plot import Plot, plot
from briefs.render.chart.series import Wording, series_xml, solid, text_properties, themed
from briefs.render.chart.workbook import chart_workbook
from briefs.render.ooxml.relationships import OFFICE, Relationships
from briefs.render.ooxml.xml import HEAD, attribute, text

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_LINE = '<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln></c:spPr>'


@dataclass(frozen=True, slots=True)
class ChartParts:
    """The three parts of one chart; the caller gives them names and content types."""

    chart: bytes
    relationships: bytes
    """The chart part's `.rels`, leading to the workbook."""
    workbook: bytes


def chart_parts(chart: Chart, workbook_target: str, area: Area) -> ChartParts:
    """Return the parts of a chart in its place.

    `workbook_target` is relative to the chart part: `../embeddings/chart1.xlsx`. The title is left to the slide or the
    caption. Raises ValueError for a chart without values or with series of unequal length.
    """
    plotted = plot(chart, area)
    relationships = Relationships()
    rid = relationships.add(OFFICE + "package", workbook_target)
    space = _space(chart, plotted, area, rid)
    book = chart_workbook(plotted, chart.categories, number_form(chart))
    return ChartParts(space.encode("utf-8"), relationships.xml(), book)


def number_form(chart: Chart) -> str:
    """The Office number format of the chart's values; percent are written with their sign, never by an axis alone."""
    return f'{chart.number_format}"%"' if chart.unit == "%" else chart.number_format


def _space(chart: Chart, plotted: Plot, area: Area, rid: str) -> str:
    legend = _legend(area) if plotted.plan.naming == "legend" else ""
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_DRAWING}chart" xmlns:a="{_DRAWING}main" xmlns:r="{OFFICE[:-1]}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        f"{_head(chart, plotted, area)}<c:plotArea>"
        f"{_layout(plotted.plan, area)}{_group(chart, plotted, area)}{_category_axis(plotted, area.text)}"
        f"{_value_axis(chart, plotted, area)}"
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>{legend}<c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_properties(area.text, themed("tx1"))}<c:externalData r:id="{rid}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _legend(area: Area) -> str:
    """One line below the chart's head."""
    pitch = 1.2 * area.text / area.height
    return (
        f'<c:legend><c:legendPos val="t"/>{_manual("", 0.0, 1.3 * pitch, 1.0, 1.2 * pitch)}<c:overlay val="0"/>'
        f"{text_properties(area.text, themed('tx1'))}</c:legend>"
    )


def _layout(made: Plan, area: Area) -> str:
    """The plot where the texts around it leave room; programs make too little by themselves, each another."""
    width, height = area.width - made.left - made.right, area.height - made.top - made.bottom
    return _manual(
        '<c:layoutTarget val="inner"/>', made.left / area.width, made.top / area.height, width / area.width, height / area.height
    )


def _manual(target: str, x: float, y: float, *size: float) -> str:
    extent = "".join(f'<c:{tag} val="{value:.5f}"/>' for tag, value in zip("wh", size, strict=False))
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>{extent}</c:manualLayout></c:layout>'
    )


def _group(chart: Chart, plotted: Plot, area: Area) -> str:
    drawn = series_xml(plotted, Wording(chart.categories, number_form(chart), area))
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    if plotted.shape == "line":
        return f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>{axes}</c:lineChart>'
    direction = "bar" if plotted.shape == "bar" else "col"
    grouping, overlap = ("stacked", 100) if plotted.stacked else ("clustered", 0)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{drawn}'
        f'<c:gapWidth val="60"/><c:overlap val="{overlap}"/>{axes}</c:barChart>'
    )


def _category_axis(plotted: Plot, size: float) -> str:
    """A bar chart's first category stands at the top, as it is read, hence the turned axis."""
    order, place = ("maxMin", "l") if plotted.shape == "bar" else ("minMax", "b")
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{_LINE}'
        f'{text_properties(size, themed("tx1"), upright=True)}<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: Chart, plotted: Plot, area: Area) -> str:
    """Only a line's axis shows numbers and gridlines; bars carry theirs, and the axis says what they measure."""
    line = plotted.shape == "line"
    place = "b" if plotted.shape == "bar" else "l"
    base = '<c:min val="0"/>' if all(value >= 0 for one in plotted.series for value in one.values if value) else ""
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{base}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/>{f"<c:majorGridlines>{_LINE}</c:majorGridlines>" if line else ""}'
        f'<c:numFmt formatCode="{attribute(_axis_form(chart))}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{"nextTo" if line else "none"}"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(area.text, themed('accent5'))}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{"max" if plotted.shape == "bar" else "autoZero"}"/>'
        f'<c:crossBetween val="between"/></c:valAx>'
    )


def _axis_form(chart: Chart) -> str:
    """An axis counts in whole numbers wherever it has room for some."""
    highest = max(abs(value) for series in chart.series for value in series.values)
    return number_form(chart) if highest < 10 else number_form(replace(chart, number_format="#,##0"))


def _head(chart: Chart, plotted: Plot, area: Area) -> str:
    """The line above the plot: series in their colours where they have no room on it, then what the value axis measures.

    It is the chart's title, which stands level; a program would turn an axis's own title, or break it.
    """
    named = plotted.series if plotted.plan.naming == "head" else ()
    runs = [_run(f"■ {one.name}   ", area.text, solid(one.colour), bold=True) for one in named if one.colour]
    if chart.axis:
        runs.append(_run(chart.axis, area.text, themed("accent5"), bold=False))
    if not runs:
        return '<c:autoTitleDeleted val="1"/>'
    return (
        '<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr algn="l"><a:defRPr/></a:pPr>'
        f'{"".join(runs)}</a:p></c:rich></c:tx>{_manual("", 0.0, 0.0)}<c:overlay val="1"/></c:title>'
        '<c:autoTitleDeleted val="0"/>'
    )


def _run(words: str, size: float, fill: str, *, bold: bool) -> str:
    return (
        f'<a:r><a:rPr lang="en-US" sz="{round(size * 100)}" b="{int(bold)}">{fill}<a:latin typeface="+mn-lt"/></a:rPr>'
        f"<a:t>{text(words)}</a:t></a:r>"
    )
