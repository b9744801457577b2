"""LibreOffice's PDF/UA export of each brief and deck, held against every rule that `page-validation` has of PDF/UA-1."""

import zipfile
from collections.abc import Mapping
from dataclasses import replace

import pytest
from lxml import etree

from briefs.pdf import pages, printed
from tests.docset.conftest import DocSet
from tests.office.validate import pdfua_errors
from tests.verify.damage import put

pytestmark = [pytest.mark.slow, pytest.mark.office]

FAULTS = {
    "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001": put("word/document.xml", r' descr="[^"]*"', "", 0),
    "PDFUA1-HEADING-NESTING-001": put("word/document.xml", 'w:val="Heading1"', 'w:val="Heading3"', 0),
    "PDFUA1-LINK-CONTENTS-001": put("word/document.xml", r' w:tooltip="[^"]*"', "", 0),
    "PDFUA1-METADATA-TITLE-001": put("docProps/core.xml", "<dc:title>[^<]*</dc:title>", ""),
}
"""The rule that each change to a finished brief breaks."""

NOT_KEPT = {"PDFUA1-CONTENT-TAGGING-001", "PDFUA1-LINK-CONTENTS-001", "PDFUA1-LINK-LINK-TAG-001"}
"""What LibreOffice 25.2 does not do for slides: it tags neither backgrounds nor links, and drops a link's tooltip."""


FOOTNOTES_IN_TABLES = etree.XPath(
    "//w:tbl//w:footnoteReference", namespaces={"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
)


@pytest.fixture(scope="module")
def prints(docset: DocSet) -> Mapping[str, bytes]:
    """The PDF of each product by its path, and of one brief with each fault by the rule; one start of LibreOffice."""
    products = [item for item in docset.artifacts if item.format in ("docx", "pptx")]
    whole = next(item for item in products if item.path == "VAST/Executive Overview.docx")
    broken = [replace(whole, path=f"{rule}.docx", data=damage(whole.data)) for rule, damage in FAULTS.items()]
    made = printed([*products, *broken], whole.meta.edition.date, lambda *_: None)
    names = [*(item.path for item in products), *FAULTS]
    return {name: item.data for name, item in zip(names, made, strict=True)}


def test_every_page_and_every_slide_is_printed(docset: DocSet, prints: Mapping[str, bytes]) -> None:
    for row in docset.rows:
        count = pages(prints[row.path])
        assert count == row.slides if row.format == "pptx" else count >= 2, row.path


def test_no_table_of_a_brief_holds_a_footnote(docset: DocSet) -> None:
    """LibreOffice loses the place of a footnote in a table that breaks over pages: it prints it pages behind its mark, where the
    notes push the last row off the page and leave an empty one in the PDF. Numbers into the sources have no place to lose."""
    holding = {}
    for file in docset.files("docx"):
        with zipfile.ZipFile(file) as package:
            holding[str(file)] = len(FOOTNOTES_IN_TABLES(etree.fromstring(package.read("word/document.xml"))))
    assert len(holding) >= 4
    assert {name: count for name, count in holding.items() if count} == {}


def test_every_brief_passes_every_rule(prints: Mapping[str, bytes]) -> None:
    briefs = {name: pdf for name, pdf in prints.items() if name.endswith(".docx")}
    assert len(briefs) >= 4
    assert {name: found for name, pdf in briefs.items() if (found := pdfua_errors(pdf))} == {}


def test_every_deck_passes_every_rule_but_those_that_libreoffice_does_not_keep(prints: Mapping[str, bytes]) -> None:
    decks = {name: pdf for name, pdf in prints.items() if name.endswith(".pptx")}
    assert len(decks) >= 4
    assert {name: rules(pdf) - NOT_KEPT for name, pdf in decks.items() if rules(pdf) - NOT_KEPT} == {}


@pytest.mark.parametrize("rule", FAULTS)
def test_a_brief_that_lacks_something_fails_the_rule_that_asks_for_it(prints: Mapping[str, bytes], rule: str) -> None:
    assert rule in rules(prints[rule])


def rules(pdf: bytes) -> set[str]:
    """The names of the rules that a PDF breaks."""
    return {found.partition(":")[0] for found in pdfua_errors(pdf)}
