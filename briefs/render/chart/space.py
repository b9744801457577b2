"""Writes a native chart: the `c:chartSpace` part, valid by the schema, and the workbook behind it."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.model.exhibits import Chart
from briefs.render.chart.plot import Plot, plot
from briefs.render.chart.series import Wording, series_xml, text_properties
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


def chart_parts(chart: Chart, workbook_target: str, size: float) -> ChartParts:
    """Return the parts of a chart whose texts are `size` points.

    `workbook_target` is relative to the chart part: `../embeddings/chart1.xlsx`. The title is left to the slide or the
    caption. Raises ValueError for a chart without values or with series of unequal length.
    """
    plotted = plot(chart)
    relationships = Relationships()
    rid = relationships.add(OFFICE + "package", workbook_target)
    space = _space(chart, plotted, size, rid)
    book = chart_workbook(plotted, chart.categories, chart.number_format)
    return ChartParts(space.encode("utf-8"), relationships.xml(), book)


def _space(chart: Chart, plotted: Plot, size: float, rid: str) -> str:
    legend = (
        f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{text_properties(size, "tx1")}</c:legend>' if plotted.legend else ""
    )
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_DRAWING}chart" xmlns:a="{_DRAWING}main" xmlns:r="{OFFICE[:-1]}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_layout(plotted)}{_group(chart, plotted, size)}{_category_axis(plotted, size)}{_value_axis(chart, plotted, size)}"
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>{legend}<c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_properties(size, "tx1")}<c:externalData r:id="{rid}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _layout(plotted: Plot) -> str:
    """Line ends carry names, which no Office program makes room for by itself."""
    if plotted.shape != "line" or plotted.legend:
        return "<c:layout/>"
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0.1"/><c:y val="0.05"/><c:w val="0.66"/><c:h val="0.78"/></c:manualLayout></c:layout>'
    )


def _group(chart: Chart, plotted: Plot, size: float) -> str:
    drawn = series_xml(plotted, Wording(chart.categories, chart.number_format, size))
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
        f'{text_properties(size, "tx1", upright=True)}<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(chart: Chart, plotted: Plot, size: float) -> str:
    """Only a line's axis shows numbers and gridlines; bars carry theirs, and the axis says the unit alone."""
    line = plotted.shape == "line"
    place = "b" if plotted.shape == "bar" else "l"
    base = '<c:min val="0"/>' if all(value >= 0 for one in plotted.series for value in one.values if value) else ""
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{base}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{place}"/>{f"<c:majorGridlines>{_LINE}</c:majorGridlines>" if line else ""}'
        f"{_unit(chart.unit, size, turned=plotted.shape != 'bar')}"
        f'<c:numFmt formatCode="{attribute(chart.number_format)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{"nextTo" if line else "none"}"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{text_properties(size, 'accent5')}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{"max" if plotted.shape == "bar" else "autoZero"}"/>'
        f'<c:crossBetween val="between"/></c:valAx>'
    )


def _unit(unit: str, size: float, *, turned: bool) -> str:
    if not unit:
        return ""
    turn = ' rot="-5400000" vert="horz"' if turned else ""
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr>"
        f'<a:r><a:rPr lang="en-US" sz="{round(size * 100)}" b="0"><a:solidFill><a:schemeClr val="accent5"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/></a:rPr><a:t>{text(unit)}</a:t></a:r></a:p></c:rich></c:tx>'
        '<c:overlay val="0"/></c:title>'
    )
