"""Slides of one exhibit: a chart, diagram or picture with its takeaway, or a view as table, cards or drawing."""

from dataclasses import replace

from briefs.compose.deck.desk import Desk, Sheet
from briefs.compose.deck.records import MOST_CARDS, card_sheet, cards_fit, table_sheets, targets
from briefs.compose.exhibits import (
    DRAWN,
    UndrawableError,
    chart,
    chart_facts,
    chart_faults,
    chart_results,
    diagram,
    diagram_faults,
    draw,
    faults,
)
from briefs.compose.exhibits.axis import EDGE
from briefs.compose.picture import picture_size
from briefs.compose.query import View, query
from briefs.diagnostics import error, has_errors
from briefs.metrics.charts import Area
from briefs.model.deck import Bullet, BulletsBody, ChartBody, DiagramBody, PictureBody
from briefs.model.geometry import CHART_TEXT
from briefs.model.nodes import ChartCall, DiagramCall, Figure, ViewCall
from briefs.model.runs import Flow, Run

CARD_SHAPES = ("cards", "one-page")


def chart_sheet(desk: Desk, call: ChartCall, takeaway: Flow) -> Sheet:
    """The chart, its facts among those of the slide."""
    spec = desk.selection.charts[call.chart]
    desk.inliner.uses.chart(spec.id)
    for fact in chart_facts(desk.selection, spec):
        desk.inliner.uses.fact(fact)
        desk.asides.facts[fact] = None
    for result in chart_results(desk.selection, spec):
        desk.inliner.uses.result(result)
        desk.asides.result(result)
    drawn, place = chart(desk.selection, spec, desk.inliner.words), desk.geometry.exhibit("chart", bool(takeaway))
    found = chart_faults(spec, drawn, Area(place.width, place.height, CHART_TEXT), slide=True)
    return Sheet("chart", ChartBody(drawn, takeaway), targets=(("chart", spec.id),), faults=found)


def diagram_sheet(desk: Desk, call: DiagramCall, takeaway: Flow) -> Sheet:
    """The diagram, its outermost boxes at the edges of its place."""
    spec = desk.selection.diagrams[call.diagram]
    desk.inliner.uses.diagram(spec.id)
    place = desk.geometry.exhibit("diagram", bool(takeaway)).widened(EDGE)
    drawn = diagram(spec, desk.inliner.words, place.width, place.height)
    found = diagram_faults(spec, drawn, slide=True)
    return Sheet("diagram", DiagramBody(drawn, takeaway, EDGE), targets=(("diagram", spec.id),), faults=found)


def picture_sheet(desk: Desk, figure: Figure, takeaway: Flow) -> Sheet:
    """The picture; without a takeaway its caption stands beside it."""
    data = desk.selection.media[figure.picture.source]
    width, height = picture_size(data)
    return Sheet("picture", PictureBody(data, figure.picture.alt, width, height, takeaway or desk.flow(figure.caption)))


def view_sheets(desk: Desk, call: ViewCall, takeaway: Flow, cards: bool) -> tuple[Sheet, ...]:
    """A view in its shape: drawn, as cards when six or fewer fit, else as a table on as many slides as it needs."""
    if call.shape in DRAWN:
        return _drawn_sheets(desk, call, takeaway)
    view = query(desk.selection, call)
    desk.inliner.uses.view(call.register, call.shape)
    if not view.records:
        return (Sheet("bullets", BulletsBody((Bullet(0, (Run(call.empty),)),))),) if call.empty else ()
    if (cards or call.shape in CARD_SHAPES) and len(view.records) <= MOST_CARDS:
        sheet = card_sheet(desk, view.records, view.columns)
        if cards or cards_fit(desk, sheet):
            return (sheet,)
    return table_sheets(desk, view, view.columns, full=call.shape in CARD_SHAPES, boxes=call.shape == "checklist")


def _drawn_sheets(desk: Desk, call: ViewCall, takeaway: Flow) -> tuple[Sheet, ...]:
    """One drawing; a timeline too long for one slide goes on, phase by phase."""
    try:
        whole = _drawn(desk, call, takeaway)
        parts = _parts(desk, call) if call.shape == "timeline" and has_errors(whole.faults) else (call,)
        sheets = (whole,) if len(parts) == 1 else tuple(_drawn(desk, part, takeaway) for part in parts)
    except UndrawableError as fault:
        desk.faults.append(error("B405", call.mark.origin, str(fault), "choose another shape or register"))
        return ()
    return tuple(sheet for sheet in sheets if isinstance(sheet.body, DiagramBody) and sheet.body.diagram.boxes)


def _drawn(desk: Desk, call: ViewCall, takeaway: Flow) -> Sheet:
    place = desk.geometry.exhibit("diagram", bool(takeaway))
    drawn = draw(desk.inliner, call, place.width, place.height)
    # A heat table counts records and names none: a link to it would lead nobody to what it says.
    named = () if call.shape == "heat" else query(desk.selection, call).records
    found = faults(drawn, call.mark.origin, slide=True)
    return Sheet("diagram", DiagramBody(drawn, takeaway), targets=targets(named), faults=found)


def _parts(desk: Desk, call: ViewCall) -> tuple[ViewCall, ...]:
    """The call cut in two between lanes, as evenly as they allow; as it is when it has one lane."""
    lanes = _lanes(query(desk.selection, replace(call, group=call.group or "phase")))
    if len(lanes) < 2:
        return (call,)
    counts = [count for _, count in lanes]
    cut = min(range(1, len(lanes)), key=lambda number: max(sum(counts[:number]), sum(counts[number:])))
    name = call.group or "phase"
    return tuple(
        replace(call, where=(*call.where, (name, ", ".join(lane for lane, _ in part)))) for part in (lanes[:cut], lanes[cut:])
    )


def _lanes(view: View) -> list[tuple[str, int]]:
    """Name and number of records of each lane, in order."""
    return [("".join(getattr(node, "text", "") for node in group.title), len(group.records)) for group in view.groups]
