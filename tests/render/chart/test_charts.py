"""Charts of every kind: what is plotted, the XML by its schema's order, and the workbook behind it."""

import io
import zipfile
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.metrics.charts import Area, plan
from briefs.model.exhibits import Chart, ChartKind, Series
from briefs.render.chart.plot import plot
from briefs.render.chart.space import ChartParts, chart_parts
from briefs.render.chart.workbook import column_letter

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
CHART = Chart(
    "cost", "column", "Idle costs more", "Two columns.", "USD & more", ("Today", "Tuned <4>"),
    (Series("Idle GPUs", (120.5, 30.0), True), Series("Storage", (20.0, 25.0), False)), "#,##0", "USD & more",
)  # fmt: skip
AREA = Area(420.0, 225.0, 10.0)


def parts(chart: Chart) -> ChartParts:
    return chart_parts(chart, "../embeddings/chart1.xlsx", AREA)


def root(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(parts(chart).chart)


def colours(chart: Chart) -> list[str | None]:
    return [series.colour and series.colour.slot for series in plot(chart, AREA).series]


@pytest.mark.parametrize("kind", KINDS)
def test_axes_refer_to_each_other_by_ids_below_two_to_the_31(kind: ChartKind) -> None:
    tree = root(replace(CHART, kind=kind))
    ids = {int(str(node.get("val"))) for node in tree.iter(C + "axId")}
    assert ids == {int(str(node.get("val"))) for node in tree.iter(C + "crossAx")}
    assert len(ids) == 2
    assert max(ids) < 2**31


@pytest.mark.parametrize("kind", KINDS)
def test_cached_values_and_workbook_hold_the_same_numbers_and_names(kind: ChartKind) -> None:
    made = parts(replace(CHART, kind=kind))
    cached = [node.text for node in ElementTree.fromstring(made.chart).iterfind(f".//{C}numCache/{C}pt/{C}v")]
    with zipfile.ZipFile(io.BytesIO(made.workbook)) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert sorted(cell.text or "" for cell in sheet.iter(S + "v")) == sorted(text or "" for text in cached)
    words = {cell.text for cell in sheet.iter(S + "t")}
    assert {"Today", "Tuned <4>", "Idle GPUs"} <= words


def test_what_the_axis_measures_stands_level_above_the_plot_and_the_title_is_left_to_the_caption() -> None:
    title = root(CHART).find(f"./{C}chart/{C}title")
    assert title is not None
    assert "".join(title.itertext()) == "USD & more"
    assert "Idle costs more" not in parts(CHART).chart.decode()


def test_percent_are_said_by_every_label_and_number() -> None:
    made = parts(replace(CHART, unit="%", axis="Share, percent"))
    forms = {node.get("formatCode") for node in ElementTree.fromstring(made.chart).iter(C + "numFmt")} - {"General"}
    assert forms == {'#,##0"%"'}
    with zipfile.ZipFile(io.BytesIO(made.workbook)) as book:
        assert b'formatCode="#,##0&quot;%&quot;"' in book.read("xl/styles.xml")


@pytest.mark.parametrize("kind", KINDS)
def test_only_lines_have_an_axis_with_numbers_and_gridlines(kind: ChartKind) -> None:
    axis = root(replace(CHART, kind=kind)).find(f".//{C}valAx")
    assert axis is not None
    (labels,) = axis.iter(C + "tickLblPos")
    assert (labels.get("val"), axis.find(C + "majorGridlines") is not None) == (
        ("nextTo", True) if kind == "line" else ("none", False)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_plot_stands_where_its_texts_leave_room(kind: ChartKind) -> None:
    made = plan(replace(CHART, kind=kind), AREA)
    box = root(replace(CHART, kind=kind)).find(f"./{C}chart/{C}plotArea/{C}layout/{C}manualLayout")
    assert box is not None
    x, y, width, height = (float(str(box.find(C + tag).get("val"))) for tag in "xywh")  # type: ignore[union-attr]
    assert (x * AREA.width, y * AREA.height) == pytest.approx((made.left, made.top), abs=0.1)
    assert ((1 - x - width) * AREA.width, (1 - y - height) * AREA.height) == pytest.approx((made.right, made.bottom), abs=0.1)


def test_the_highlighted_series_is_primary_and_its_context_slate() -> None:
    assert colours(CHART) == ["accent1", "accent5"]
    three = replace(CHART, series=(*CHART.series, Series("Network", (1, 2), False), Series("Power", (1, 2), False)))
    assert colours(three) == ["accent1", "accent5", "accent5", "accent5"]
    assert len({series.colour for series in plot(three, AREA).series}) == 4
    labels = root(replace(three, kind="stacked")).findall(f".//{C}ser/{C}dLbls/{C}txPr//{A}schemeClr")
    assert [label.get("val") for label in labels] == ["lt1", "lt1", "lt1", "tx1"]


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_bars_beside_those_that_stand_out_are_slate(kind: ChartKind) -> None:
    one = replace(CHART, kind=kind, series=CHART.series[:1], highlighted=(1,))
    points = root(one).findall(f".//{C}dPt")
    assert [point.find(f"{C}idx").get("val") for point in points] == ["0"]  # type: ignore[union-attr]
    assert [fill.get("val") for point in points for fill in point.iterfind(f".//{A}schemeClr")] == ["accent5"]
    assert colours(one) == ["accent1"]
    assert root(replace(one, highlighted=())).findall(f".//{C}dPt") == []


def test_bars_start_at_zero_and_read_from_the_top() -> None:
    tree = root(replace(CHART, kind="bar"))
    scaling = tree.find(f".//{C}valAx/{C}scaling/{C}min")
    assert scaling is not None
    assert scaling.get("val") == "0"
    order = tree.find(f".//{C}catAx/{C}scaling/{C}orientation")
    assert order is not None
    assert order.get("val") == "maxMin"


@pytest.mark.parametrize("kind", ["bar", "column", "line", "stacked"])
def test_up_to_three_series_are_named_without_a_legend_and_four_in_one(kind: ChartKind) -> None:
    three = replace(CHART, kind=kind, series=(*CHART.series, Series("Network", (1, 2), False)))
    four = replace(three, series=(*three.series, Series("Power", (1, 2), False)))
    assert root(three).find(f".//{C}legend") is None
    named = {series.name for series in plot(three, AREA).series if series.named_at is not None}
    head = "".join(root(three).find(f"./{C}chart/{C}title").itertext())  # type: ignore[union-attr]
    assert named | {one.name for one in three.series if f"■ {one.name} " in head} == {"Idle GPUs", "Storage", "Network"}
    assert root(four).find(f".//{C}legend") is not None
    assert [series.named_at for series in plot(four, AREA).series] == [None] * 4


def test_names_that_have_no_room_on_the_plot_stand_above_it_in_their_colours() -> None:
    wide = replace(CHART, categories=tuple(f"Q{n}" for n in range(9)), series=tuple(
        Series(name, tuple(float(n) for n in range(9)), not at) for at, name in enumerate(("A very long name", "Short"))
    ))  # fmt: skip
    runs = root(wide).findall(f"./{C}chart/{C}title//{A}r")
    assert ["".join(run.itertext()) for run in runs] == ["■ A very long name   ", "■ Short   ", "USD & more"]
    assert [run.find(f".//{A}schemeClr").get("val") for run in runs] == ["accent1", "accent5", "accent5"]  # type: ignore[union-attr]


def test_lines_that_end_near_one_another_are_labelled_above_and_below() -> None:
    near = replace(CHART, kind="line", series=(Series("A", (1.0, 50.0), True), Series("B", (1.0, 49.0), False)))
    apart = replace(near, series=(Series("A", (1.0, 50.0), True), Series("B", (1.0, 20.0), False)))
    assert [node.get("val") for node in root(near).iterfind(f".//{C}dLbl/{C}dLblPos")] == ["t", "b"]
    assert [node.get("val") for node in root(apart).iterfind(f".//{C}dLbl/{C}dLblPos")] == ["r", "r"]


def test_a_part_of_a_stack_that_is_too_low_for_its_number_shows_none() -> None:
    low = replace(CHART, kind="stacked", series=(Series("A", (100.0, 90.0), True), Series("B", (1.0, 40.0), False)))
    gone = root(low).findall(f".//{C}ser[2]/{C}dLbls/{C}dLbl")
    assert [(node.find(C + "idx").get("val"), node.find(C + "delete").get("val")) for node in gone] == [("0", "1")]  # type: ignore[union-attr]


def test_a_waterfall_floats_its_steps_and_stands_its_totals_on_zero() -> None:
    steps = Series("Cost", (100.0, -30.0, 10.0, 80.0), False)
    chart = replace(CHART, kind="waterfall", categories=("Now", "Cache", "Support", "Then"), series=(steps,))
    base, fall, rise, total = (series.values for series in plot(chart, AREA).series)
    assert base == (None, 70.0, 70.0, None)
    assert fall == (None, 30.0, None, None)
    assert rise == (None, None, 10.0, None)
    assert total == (100.0, None, None, 80.0)
    printed = {str(node.get("formatCode")) for node in root(chart).iterfind(f".//{C}dLbls/{C}numFmt")}
    assert printed == {'"−"#,##0', '"+"#,##0', "#,##0"}


def test_a_waterfall_across_zero_is_drawn_as_columns_with_its_own_numbers() -> None:
    chart = replace(CHART, kind="waterfall", series=(Series("Cost", (10.0, -30.0), False),))
    assert [series.values for series in plot(chart, AREA).series] == [(10.0, -30.0)]


def test_a_chart_without_values_or_with_a_short_series_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to plot"):
        parts(replace(CHART, series=()))
    with pytest.raises(ValueError, match="too many or too few"):
        parts(replace(CHART, series=(Series("a", (1.0,), False),)))


@given(st.integers(0, 700))
def test_column_letters_count_as_in_a_sheet(index: int) -> None:
    value = 0
    for letter in column_letter(index):
        value = value * 26 + ord(letter) - 64
    assert value == index + 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chart_gives_the_same_bytes(kind: ChartKind) -> None:
    chart = replace(CHART, kind=kind)
    assert parts(chart) == parts(chart)
