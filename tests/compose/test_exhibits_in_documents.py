"""Charts, diagrams and pictures in a document: numbered, captioned, with their sources, gone when nothing is left of them."""

from io import BytesIO

from PIL import Image

from briefs.compose import document
from briefs.model.content import Brief, Selection
from briefs.model.document import ChartFigure, DiagramFigure, Document, PictureFigure
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, EdgeSpec, NodeSpec, SeriesSpec, Value
from briefs.model.nodes import ChartCall, DiagramCall, Figure, Picture
from briefs.model.runs import plain
from tests.compose.build import MARK, brief, entry, fact, line, section, selection, source, term, use
from tests.compose.test_views import VIEWS

SERIES = SeriesSpec("Idle", (Value("fact", "f", MARK),), True, MARK)
CHART = ChartSpec(
    "cost",
    "bar",
    line("What ", use("term", "gpu", "GPU"), "s cost"),
    "One bar.",
    "USD",
    (Category("Now", MARK),),
    (SERIES,),
    MARK,
)
NODES = (NodeSpec("a", line("Entra"), (), "", (1, 1), "", MARK), NodeSpec("b", line("VAST"), (), "", (2, 1), "", MARK))
DIAGRAM = DiagramSpec(
    "tiers", line("Two tiers"), "Two boxes.", (), NODES, (EdgeSpec("a", "b", line("tokens"), "flow", MARK),), MARK
)


def picture() -> bytes:
    data = BytesIO()
    Image.new("RGB", (30, 20)).save(data, "PNG")
    return data.getvalue()


def chosen(**more: object) -> Selection:
    figure = Figure(line("A rack"), Picture("media/x.png", "Racks", MARK), MARK)
    body = section("a", "First", DiagramCall("tiers", MARK), figure, ChartCall("cost", MARK))
    return selection(
        body,
        terms=(term("gpu", "GPU"),),
        sources=(source("p"),),
        facts=(fact("f", "p"),),
        **{"media": {"media/x.png": picture()}, **more},  # type: ignore[arg-type]
    )


def composed(of: Selection, made: Brief) -> Document:
    product, faults = document(of, made, VIEWS)
    assert faults == ()
    return product


def test_figures_are_numbered_in_their_order_and_name_their_sources() -> None:
    made = composed(chosen(charts={"cost": CHART}, diagrams={"tiers": DIAGRAM}), brief(entry("a")))
    _, diagram, shown, chart = made.blocks
    assert isinstance(diagram, DiagramFigure)
    assert isinstance(shown, PictureFigure)
    assert isinstance(chart, ChartFigure)
    captions = [(item.caption.label, item.caption.number, plain(item.caption.content)) for item in (diagram, shown, chart)]
    assert captions == [("Figure", 1, "Two tiers"), ("Figure", 2, "A rack"), ("Figure", 3, "What GPUs cost")]
    assert (shown.width, shown.height, shown.alt) == (30, 20, "Racks")
    assert chart.source == "Source: Page p, Publisher"
    assert chart.chart.series[0].values == (8.0,)
    assert {box.label for box in diagram.diagram.boxes} == {"Entra", "VAST"}


def test_what_an_exhibit_shows_counts_as_used() -> None:
    made = composed(chosen(charts={"cost": CHART}, diagrams={"tiers": DIAGRAM}), brief(entry("a")))
    assert (made.uses.charts, made.uses.diagrams, made.uses.facts, made.uses.terms) == (("cost",), ("tiers",), ("f",), ("gpu",))


def test_an_exhibit_that_this_audience_may_not_see_is_not_there() -> None:
    made = composed(chosen(charts={}, diagrams={}), brief(entry("a")))
    assert [type(block).__name__ for block in made.blocks] == ["Heading", "PictureFigure"]
    assert made.uses.facts == ()
