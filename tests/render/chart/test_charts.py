"""Charts of every kind: what is plotted, the XML by its schema's order, and the workbook behind it."""

import io
import zipfile
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.exhibits import Chart, ChartKind, Series
from briefs.render.chart.plot import plot
from briefs.render.chart.space import ChartParts, chart_parts
from briefs.render.chart.workbook import column_letter

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KINDS: tuple[ChartKind, ...] = get_args(ChartKind)
CHART = Chart(
    "cost", "column", "Idle costs more", "Two columns.", "USD & more", ("Today", "Tuned <4>"),
    (Series("Idle GPUs", (120.5, 30.0), True), Series("Storage", (20.0, 25.0), False)), "#,##0",
)  # fmt: skip


def parts(chart: Chart) -> ChartParts:
    return chart_parts(chart, "../embeddings/chart1.xlsx", 10)


def root(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(parts(chart).chart)


def colours(chart: Chart) -> list[str | None]:
    return [series.colour for series in plot(chart).series]


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


def test_the_unit_is_on_the_axis_and_the_title_is_left_to_the_caption() -> None:
    title = root(CHART).find(f".//{C}valAx/{C}title")
    assert title is not None
    assert "".join(title.itertext()) == "USD & more"
    assert "Idle costs more" not in parts(CHART).chart.decode()


def test_the_highlighted_series_is_primary_and_its_context_slate() -> None:
    assert colours(CHART) == ["accent1", "accent5"]


def test_bars_start_at_zero_and_read_from_the_top() -> None:
    tree = root(replace(CHART, kind="bar"))
    scaling = tree.find(f".//{C}valAx/{C}scaling/{C}min")
    assert scaling is not None
    assert scaling.get("val") == "0"
    order = tree.find(f".//{C}catAx/{C}scaling/{C}orientation")
    assert order is not None
    assert order.get("val") == "maxMin"


def test_three_series_are_named_on_the_plot_and_four_in_a_legend() -> None:
    three = replace(CHART, series=(*CHART.series, Series("Network", (1, 2), False)))
    four = replace(three, series=(*three.series, Series("Power", (1, 2), False)))
    assert root(three).find(f".//{C}legend") is None
    assert [series.named_at for series in plot(three).series] == [0, 0, 0]
    assert root(four).find(f".//{C}legend") is not None
    assert [series.named_at for series in plot(four).series] == [None] * 4


def test_a_waterfall_floats_its_steps_and_stands_its_totals_on_zero() -> None:
    steps = Series("Cost", (100.0, -30.0, 10.0, 80.0), False)
    chart = replace(CHART, kind="waterfall", categories=("Now", "Cache", "Support", "Then"), series=(steps,))
    base, fall, rise, total = (series.values for series in plot(chart).series)
    assert base == (None, 70.0, 70.0, None)
    assert fall == (None, 30.0, None, None)
    assert rise == (None, None, 10.0, None)
    assert total == (100.0, None, None, 80.0)
    printed = {str(node.get("formatCode")) for node in root(chart).iterfind(f".//{C}dLbls/{C}numFmt")}
    assert printed == {'"−"#,##0', '"+"#,##0', "#,##0"}


def test_a_waterfall_across_zero_is_drawn_as_columns_with_its_own_numbers() -> None:
    chart = replace(CHART, kind="waterfall", series=(Series("Cost", (10.0, -30.0), False),))
    assert [series.values for series in plot(chart).series] == [(10.0, -30.0)]


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
