"""Every chart of the doc set, in decks and briefs, is sound and shows what its workbook holds."""

from pathlib import Path

import pytest

from tests.docset.charts import charts, faults
from tests.docset.conftest import DocSet
from tests.office.contrast import Package
from tests.verify.damage import Damage, drop, first, inside, put

pytestmark = pytest.mark.slow

DECK, CHART, BOOK = "VAST/Executive Overview.pptx", "ppt/charts/chart1.xml", "ppt/embeddings/chart1.xlsx"
SHEET, AXIS = "xl/worksheets/sheet1.xml", r'<c:valAx><c:axId val="\d+"/>'


def test_nothing_is_wrong_with_any_chart(docset: DocSet) -> None:
    files = docset.files("pptx", "docx")
    assert {str(file): found for file in files if (found := faults(file))} == {}
    assert sum(len(charts(Package(file))) for file in files if file.suffix == ".pptx") >= 4
    assert sum(len(charts(Package(file))) for file in files if file.suffix == ".docx") >= 15


FAULTS: dict[str, tuple[Damage, str]] = {
    "no workbook": (drop(BOOK), "it has no workbook"),
    "a workbook that nothing names": (put(CHART, "<c:externalData.*?</c:externalData>", ""), "it has no workbook"),
    "another number shown": (put(CHART, r"(<c:numCache>.*?<c:v>)[^<]*", r"\g<1>123456"), "other values than Data!$B$2"),
    "another number held": (inside(BOOK, put(SHEET, r"<v>[^<]*", "<v>123456")), "other values than Data!$B$2"),
    "another name held": (inside(BOOK, put(SHEET, r"(<t [^>]*>)[^<]*", r"\1Other")), "other values than Data!$B$1"),
    "a number that is not shown": (
        inside(BOOK, put(SHEET, "</sheetData>", '<row r="99"><c r="A99"><v>7</v></c></row></sheetData>')),
        "holds what it does not show",
    ),
    "an axis of another name": (put(CHART, AXIS, '<c:valAx><c:axId val="7"/>'), "it declares the axes"),
    "two axes of one name": (put(CHART, r'<c:axId val="\d+"/>', '<c:axId val="7"/>', 0), "it declares the axes"),
    "axes that do not cross": (put(CHART, r'<c:crossAx val="\d+"/>', '<c:crossAx val="7"/>'), "do not cross one another"),
    "a number too large": (put(CHART, r'val="111111111"', 'val="4111111111"', 0), "does not take"),
    "a chart that nobody draws": (first(r"ppt/slides/_rels/.*", r"<Relationship [^>]*/chart\"[^>]*>", ""), "drawn 0"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_chart_is_found(docset: DocSet, tmp_path: Path, fault: str) -> None:
    damage, message = FAULTS[fault]
    file = tmp_path / "deck.pptx"
    file.write_bytes(damage((docset.folder / DECK).read_bytes()))
    assert [said for said in faults(file) if message in said]
