"""Everybody can read the doc set: titles, languages, headings, alternative texts, header rows, contrast, links and order."""

from functools import partial
from pathlib import Path

import pytest

from tests.docset.conftest import DocSet
from tests.office.access import deck_faults, word_faults
from tests.verify.damage import Damage, first, put

pytestmark = pytest.mark.slow

BRIEF, DECK = "VAST/Engineering Delivery Plan.docx", "VAST/Executive Overview.pptx"
BODY, SLIDE = "word/document.xml", "ppt/slides/slide2.xml"
CAPTION = r'(w:val="caption"/>.*?)<w:color [^>]*/>'
LINK = r'(<w:hyperlink [^>]*><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t [^>]*>)[^<]*(?=</w:t></w:r></w:hyperlink>)'
TITLE = r'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/>.*?</p:sp>'


def test_nothing_in_a_brief_keeps_anybody_from_reading_it(docset: DocSet) -> None:
    files = docset.files("docx")
    assert len(files) >= 4
    assert {file.name: found for file in files if (found := word_faults(file))} == {}


def test_nothing_in_a_deck_keeps_anybody_from_reading_it(docset: DocSet) -> None:
    files = docset.files("pptx")
    assert len(files) >= 4
    assert {file.name: found for file in files if (found := deck_faults(file))} == {}


WORD_FAULTS: dict[str, tuple[Damage, str]] = {
    "no title": (put("docProps/core.xml", "<dc:title>[^<]*<", "<dc:title><"), "the file has no title"),
    "no language": (put("word/styles.xml", "<w:lang [^>]*>", ""), "its text has no language"),
    "a skipped level": (put(BODY, 'w:val="Heading2"', 'w:val="Heading3"'), "a heading of level 3 follows one of level 1"),
    "a mute drawing": (put(BODY, r'(name="Diagram 1") descr="[^"]*"', r"\1"), "the drawing 'Diagram 1' of word/document.xml"),
    "a name for a text": (put(BODY, r'(name="Diagram 1") descr="[^"]*"', r'\1 descr="Diagram 1"'), "the drawing 'Diagram 1' of"),
    "no header row": (put(BODY, "<w:tblHeader/>", ""), "has no header"),
    "an address": (put(BODY, LINK, r"\1https://example.com/page"), "the link 'https://example.com/page'"),
    "a bare word": (put(BODY, LINK, r"\1here"), "the link 'here' does not say where it goes"),
    "a pale style": (put("word/styles.xml", CAPTION, r'\1<w:color w:val="9AA5B1"/>'), "contrast: word/document.xml: "),
    "a pale panel": (
        put(BODY, r'<w:color w:val="FFFFFF" w:themeColor="background1"/>', '<w:color w:val="D5DCE4" w:themeColor="accent6"/>', 0),
        "contrast: word/document.xml: ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", WORD_FAULTS)
def test_a_fault_of_a_brief_is_found(docset: DocSet, tmp_path: Path, fault: str) -> None:
    damage, message = WORD_FAULTS[fault]
    file = tmp_path / "brief.docx"
    file.write_bytes(damage((docset.folder / BRIEF).read_bytes()))
    assert any(message in found for found in word_faults(file)), word_faults(file)


BIG_AND_BODY = r'(?s)(<p:sp><p:nvSpPr><p:cNvPr id="3" name="Big".*?</p:sp>)(<p:sp>.*?name="Body".*?</p:sp>)'


on_a_slide = partial(first, r"ppt/slides/slide\d+\.xml")
DECK_FAULTS: dict[str, tuple[Damage, str]] = {
    "no title": (put("docProps/core.xml", "<dc:title>[^<]*<", "<dc:title><"), "the file has no title"),
    "a slide without title": (put(SLIDE, TITLE, ""), f"{SLIDE}: the slide has no title"),
    "a link that is an address": (on_a_slide(r"(<a:hlinkClick [^>]*/>.*?<a:t>)[^<]*", r"\1www.example.com/page"), "the link"),
    "a mute table": (put(SLIDE, r' descr="[^"]*"', ""), "says nothing"),
    "no header": (put(SLIDE, ' firstCol="1"', ""), f"{SLIDE}: a table has no header"),
    "no language": (put(SLIDE, ' lang="en-US"', ""), f"{SLIDE}: a text has no language"),
    "right before left": (on_a_slide(BIG_AND_BODY, r"\2\1"), "is read after one that stands below or right of it"),
    "title read last": (put(SLIDE, f"(?s)({TITLE})(.*)</p:spTree>", r"\2\1</p:spTree>"), f"{SLIDE}: it is read in the order"),
    "a pale text": (put("ppt/theme/theme1.xml", "(<a:accent5><a:srgbClr val=)\"5B6B7B", r'\1"9AA5B1'), "contrast: ppt/"),
}  # fmt: skip


@pytest.mark.parametrize("fault", DECK_FAULTS)
def test_a_fault_of_a_deck_is_found(docset: DocSet, tmp_path: Path, fault: str) -> None:
    damage, message = DECK_FAULTS[fault]
    file = tmp_path / "deck.pptx"
    file.write_bytes(damage((docset.folder / DECK).read_bytes()))
    assert any(message in found for found in deck_faults(file)), deck_faults(file)
