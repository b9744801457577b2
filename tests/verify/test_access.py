"""Faults that keep somebody from reading a file, planted in a finished brief and deck: each is caught and named."""

from functools import cache

import pytest

from briefs.verify import prove, whole
from tests.verify.damage import EXPECTED, Damage, brief, deck, drop, put

BODY, STYLES, CORE, SLIDE = "word/document.xml", "word/styles.xml", "docProps/core.xml", "ppt/slides/slide2.xml"
RUN = '<w:r><w:rPr><w:sz w:val="{}"/></w:rPr><w:t>Small print</w:t></w:r>'
HEADER = "word/header1.xml"
LONG = "a text that goes on and on " * 12


def run(size: int) -> Damage:
    return put(BODY, '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")', rf"<w:p>{RUN.format(size)}</w:p>\1\2")


def linked(text: str) -> Damage:
    link = f'<w:p><w:hyperlink w:anchor="x"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'
    return put(BODY, '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")', rf"{link}\1\2")


def added(shape: str) -> Damage:
    return put(SLIDE, "</p:spTree>", f"{shape}</p:spTree>")


def shape(text: str, size: int = 1400, more: str = "") -> Damage:
    """A box of 100 by 50 points on a slide."""
    box = (
        '<p:sp><p:nvSpPr><p:cNvPr id="990" name="Box"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1270000" cy="635000"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr><p:txBody>'
        f'<a:bodyPr wrap="square" {more}/><a:p><a:r><a:rPr lang="en-US" sz="{size}"/><a:t>{text}</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
    )
    return added(box)


def link(text: str, tooltip: str = "") -> Damage:
    """A link on a slide, over two runs."""
    half = len(text) // 2
    look = f'<a:rPr lang="en-US"><a:hlinkClick r:id="rId1" tooltip="{tooltip}"/></a:rPr>'
    runs = "".join(f"<a:r>{look}<a:t>{part}</a:t></a:r>" for part in (text[:half], text[half:]) if part)
    return put(SLIDE, "(<a:t>Four questions)", rf"\1</a:t></a:r>{runs}<a:r><a:rPr lang='en-US'/><a:t>")


FAULTS: dict[str, tuple[str, str, Damage]] = {
    "no title": ("docx", "no title", put(CORE, "<dc:title>[^<]*", "<dc:title> ")),
    "no language": ("pptx", "no language", put(CORE, "<dc:language>[^<]*</dc:language>", "")),
    "no properties": ("docx", "no title", drop(CORE)),
    "text without a language": ("docx", "text has no language", put(STYLES, "<w:lang [^>]*>", "")),
    "a language that is none": ("docx", "text has no language", put(STYLES, '(<w:lang w:val=")[^"]*', r"\1x y")),
    "a run without a language": ("pptx", "text without a language", put(SLIDE, ' lang="en-US"', "")),
    "a mute drawing": ("docx", "has no alternative text", put(BODY, ' descr="[^"]*"', "")),
    "a drawing that says its name": (
        "docx",
        "has no alternative text",
        put(BODY, '(name="([^"]*)" )descr="[^"]*"', r'\1descr="\2"'),
    ),
    "a drawing that says spaces": ("docx", "has no alternative text", put(BODY, 'descr="[^"]*"', 'descr="  "')),
    "a mute drawing in a header": (
        "docx",
        "word/header1.xml: the drawing 'x'",
        put(HEADER, "(<w:p[ >])", r'<w:p><w:docPr name="x"/></w:p>\1'),
    ),
    "a mute table": ("pptx", "has no alternative text", added('<p:graphicFrame><p:cNvPr id="991" name="T"/></p:graphicFrame>')),
    "a mute picture": ("pptx", "has no alternative text", added('<p:pic><p:cNvPr id="991" name="P" descr=""/></p:pic>')),
    "a mute diagram": ("pptx", "has no alternative text", added('<p:grpSp><p:cNvPr id="991" name="G"/></p:grpSp>')),
    "a slide without title": ("pptx", "the slide has no title", put(SLIDE, "Four questions, thirty minutes", "")),
    "a slide without a place for it": ("pptx", "the slide has no title", put(SLIDE, 'type="title"', 'type="body"')),
    "a skipped level": (
        "docx",
        "a heading of level 3 follows one of level 1",
        put(BODY, '(<w:pStyle w:val="Heading)2', r"\g<1>3"),
    ),
    "a first heading that is none": (
        "docx",
        "a heading of level 2 follows one of level 0",
        put(BODY, '(<w:pStyle w:val="Heading)1', r"\g<1>2"),
    ),
    "no header row": ("docx", "neither a header row nor", put(BODY, "<w:tblHeader/>", "", 0)),
    "a link that is an address": ("docx", "the link 'https://x.example/a' does not say", linked("https://x.example/a")),
    "a link that says here": ("docx", "the link 'Click here' does not say", linked("Click here")),
    "a link that says nothing": ("docx", "the link '' does not say", linked(" ")),
    "a link on a slide that says more": ("pptx", "the link 'more' does not say", link("more")),
    "an address on a slide": ("pptx", "the link 'www.x.example' does not say", link("www.x.example")),
    "a number that leads to nobody knows": ("pptx", "the link '[1]' does not say", link("[1]")),
    "small print": ("docx", "text of 7.5 points; at least 8", run(15)),
    "a small style": (
        "docx",
        "text of 6 points; at least 8",
        put(STYLES, '(w:styleId="CoverTitle".*?<w:sz w:val=")[^"]*', r"\g<1>12"),
    ),
    "small print on a slide": ("pptx", "text of 9 points; at least 10", shape("small", 900)),
    "too many lines for a box": ("pptx", "'Box' is", shape(LONG)),
    "letters too large for a box": ("pptx", "'Box' is 58 points high and has 43", shape("Ay", 4800)),
    "insets that leave no room": ("pptx", "'Box' is", shape("Ay", more='tIns="300000" bIns="300000"')),
}
SOUND: dict[str, tuple[str, Damage]] = {
    "text of the least size": ("docx", run(16)),
    "text that fits": ("pptx", shape("a text in two lines")),
    "a link that says where it leads": ("pptx", link("the plan of the pilot")),
    "a number whose tooltip says it": ("pptx", link("[1]", "the plan of the pilot")),
    "a decorative drawing": (
        "pptx",
        added(
            '<p:pic><p:cNvPr id="991" name="P"><d:decorative val="1" '
            'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative"/></p:cNvPr></p:pic>'
        ),
    ),
}


@cache
def clean(form: str) -> bytes:
    return deck() if form == "pptx" else brief()


@pytest.mark.parametrize("name", FAULTS)
def test_what_keeps_somebody_from_reading_is_named(name: str) -> None:
    form, words, damage = FAULTS[name]
    data = damage(clean(form))
    for found in (prove(f"x.{form}", data, EXPECTED), whole(f"x.{form}", data)):
        assert [str(item) for item in found if item.code == "B905" and words in item.message], found


@pytest.mark.parametrize("name", SOUND)
def test_what_everybody_can_read_is_no_fault(name: str) -> None:
    form, damage = SOUND[name]
    assert [str(item) for item in whole(f"x.{form}", damage(clean(form))) if item.code == "B905"] == []


def test_two_slides_of_one_title_are_named() -> None:
    twice = put("ppt/slides/slide3.xml", '(type="title"/>.*?<a:t>)[^<]*', r"\1Four questions, thirty minutes")
    found = [item.message for item in whole("x.pptx", twice(clean("pptx"))) if item.code == "B905"]
    assert found == ["'x.pptx', two slides are called 'Four questions, thirty minutes'"]
