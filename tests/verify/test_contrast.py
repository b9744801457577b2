"""Text that does not stand out, planted in a finished brief and deck: each is caught; what may be read is not."""

from functools import cache

import pytest

from briefs.verify import whole
from briefs.verify.contrast import ratio
from tests.verify.damage import Damage, brief, deck, put

BODY, STYLES, SLIDE, THEME = "word/document.xml", "word/styles.xml", "ppt/slides/slide2.xml", "ppt/theme/theme1.xml"
PALE, GREY, INK = "C8CED6", "8A8A8A", "0B1F33"


def paragraph(colour: str, more: str = "", shade: str = "") -> Damage:
    behind = f'<w:shd w:val="clear" w:fill="{shade}"/>' if shade else ""
    look = f"<w:pPr>{behind}</w:pPr>"
    run = f'<w:r><w:rPr>{more}<w:color w:val="{colour}"/></w:rPr><w:t>Pale</w:t></w:r>'
    return put(BODY, '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")', rf"<w:p>{look}{run}</w:p>\1\2")


def cell(colour: str, shade: str) -> Damage:
    """In a table of its own."""
    look = f'<w:tcPr><w:shd w:val="clear" w:fill="{shade}"/></w:tcPr>'
    run = f'<w:p><w:r><w:rPr><w:sz w:val="20"/><w:color w:val="{colour}"/></w:rPr><w:t>Pale</w:t></w:r></w:p>'
    table = f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{look}{run}</w:tc></w:tr></w:tbl>"
    return put(BODY, '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")', rf"{table}\1\2")


def box(colour: str, fill: str, size: int = 1400) -> Damage:
    inside = f"<a:solidFill>{fill}</a:solidFill>" if fill else ""
    text = f'<a:rPr lang="en-US" sz="{size}"><a:solidFill>{colour}</a:solidFill></a:rPr><a:t>Pale</a:t>'
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="990" name="Box"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{inside}</p:spPr><p:txBody><a:bodyPr/><a:p><a:r>{text}</a:r></a:p></p:txBody></p:sp>"
    )
    return put(SLIDE, "</p:spTree>", f"{shape}</p:spTree>")


def rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour}"/>'


def slot(name: str) -> str:
    return f'<a:schemeClr val="{name}"/>'


FAULTS: dict[str, tuple[str, str, Damage]] = {
    "a pale run": ("docx", f"text in {PALE} on FFFFFF has a contrast of 1.6", paragraph(PALE)),
    "grey small letters": ("docx", "contrast of 3.5", paragraph(GREY, '<w:sz w:val="20"/>')),
    "ink on ink": ("docx", f"text in {INK} on {INK}", paragraph(INK, shade=INK)),
    "white on a pale cell": ("docx", f"text in FFFFFF on {PALE}", cell("FFFFFF", PALE)),
    "a pale style": (
        "docx",
        "word/document.xml: text in C8CED6",
        put(STYLES, '(w:styleId="Heading1".*?<w:rPr>)', rf'\1<w:color w:val="{PALE}"/>'),
    ),
    "a pale text on a slide": ("pptx", f"text in {PALE} on ", box(rgb(PALE), "")),
    "white on a pale box": ("pptx", f"text in FFFFFF on {PALE}", box(rgb("FFFFFF"), rgb(PALE))),
    "one slot on itself": ("pptx", "has a contrast of 1.0", box(slot("accent1"), slot("accent1"))),
    "grey small letters in a box": ("pptx", "contrast of 3.5", box(rgb(GREY), slot("bg1"))),
    "a pale slot of the theme": (
        "pptx",
        "text in F4F6F8 on FFFFFF",
        lambda data: put(THEME, '(<a:accent5><a:srgbClr val=")[^"]*', r"\1F4F6F8")(box(slot("accent5"), slot("bg1"))(data)),
    ),
}
SOUND: dict[str, tuple[str, Damage]] = {
    "grey large letters": ("docx", paragraph(GREY, '<w:sz w:val="40"/>')),
    "grey bold letters": ("docx", paragraph(GREY, '<w:b/><w:sz w:val="28"/>')),
    "white on a dark cell": ("docx", cell("FFFFFF", INK)),
    "white on a dark shade": ("docx", paragraph("FFFFFF", shade=INK)),
    "no colour of its own": ("docx", paragraph("auto")),
    "a colour that is none": ("docx", paragraph("x", '<w:sz w:val="x"/>', "y")),
    "white on a dark box": ("pptx", box(slot("bg1"), slot("accent1"))),
    "a slot that is none": ("pptx", box(slot("x"), rgb("y"))),
    "grey large letters in a box": ("pptx", box(rgb(GREY), slot("bg1"), 2000)),
}


@cache
def clean(form: str) -> bytes:
    return deck() if form == "pptx" else brief()


def said(form: str, damage: Damage) -> list[str]:
    return [item.message for item in whole(f"x.{form}", damage(clean(form))) if item.code == "B905"]


@pytest.mark.parametrize("name", FAULTS)
def test_text_that_does_not_stand_out_is_named(name: str) -> None:
    form, words, damage = FAULTS[name]
    assert [message for message in said(form, damage) if words in message], said(form, damage)


@pytest.mark.parametrize("name", SOUND)
def test_text_that_stands_out_is_no_fault(name: str) -> None:
    form, damage = SOUND[name]
    assert said(form, damage) == []


def test_the_contrast_is_that_of_wcag() -> None:
    assert (ratio("000000", "FFFFFF"), ratio("777777", "777777")) == (21.0, 1.0)
    assert round(ratio("767676", "FFFFFF"), 2) == 4.54
