"""LibreOffice's PDF/UA export of each brief, held against every rule that `page-validation` has of PDF/UA-1."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from briefs.pdf import printed
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


@pytest.fixture(scope="module")
def prints(docset: DocSet) -> Mapping[str, bytes]:
    """The PDF of each brief by the brief's path, and of one brief with each fault by the rule; one start of LibreOffice."""
    briefs = [item for item in docset.artifacts if item.format == "docx"]
    whole = next(item for item in briefs if item.path == "Microsoft/Integration Handbook.docx")
    broken = [replace(whole, path=f"{rule}.docx", data=damage(whole.data)) for rule, damage in FAULTS.items()]
    made = printed([*briefs, *broken], whole.meta.edition.date, lambda *_: None)
    names = [*(item.path for item in briefs), *FAULTS]
    return {name: item.data for name, item in zip(names, made, strict=True)}


def test_every_brief_passes_every_rule(prints: Mapping[str, bytes]) -> None:
    briefs = {name: pdf for name, pdf in prints.items() if name not in FAULTS}
    assert len(briefs) >= 4
    assert {name: found for name, pdf in briefs.items() if (found := pdfua_errors(pdf))} == {}


@pytest.mark.parametrize("rule", FAULTS)
def test_a_brief_that_lacks_something_fails_the_rule_that_asks_for_it(prints: Mapping[str, bytes], rule: str) -> None:
    assert rule in {found.partition(":")[0] for found in pdfua_errors(prints[rule])}
