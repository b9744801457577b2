"""A hidden text that lost a word, is broken over several places, written otherwise, or only named: its rest is found."""

from dataclasses import replace
from functools import cache

import pytest

from briefs.verify import prove
from briefs.verify.expectation import Expectation, Hidden
from briefs.verify.phrases import Phrasebook, pieces
from tests.verify.damage import EXPECTED, SECRET, Damage, add, brief, deck, inside, own_words, put

NAME, ID, SHORT_ID = "Project Heron", "heron-pilot-margin", "heronbudget"
MORE = "Nobody outside may know that the second cluster is late"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARAGRAPH = '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")'


@cache
def clean(form: str) -> bytes:
    return deck() if form == "pptx" else brief()


@cache
def expected(form: str) -> Expectation:
    """Everything that the sound file says is the reader's own; it is long, so that many words of the secret stand in it."""
    own = own_words(clean(form))
    hidden = Hidden.of((f"{SECRET}. {MORE}", NAME, ID, SHORT_ID, "The Zurich margin"), own)
    return replace(EXPECTED, own=own, hidden=hidden, closed=True)


def paragraphs(*texts: str) -> Damage:
    said = "".join(f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>" for text in texts)
    return put("word/document.xml", PARAGRAPH, rf"{said}\1\2")


def cells(first: str, second: str) -> Damage:
    """In two cells, one after the other, of the first table."""
    return put("word/document.xml", "(<w:tc>.*?<w:t[^>]*>)[^<]*(.*?<w:tc>.*?<w:t[^>]*>)[^<]*", rf"\g<1>{first}\g<2>{second}")


def shapes(first: str, second: str) -> Damage:
    return put("ppt/slides/slide2.xml", "(<a:t>)[^<]*(.*?</p:sp>.*?<a:t>)[^<]*", rf"\g<1>{first}\g<2>{second}")


def slides(first: str, second: str) -> Damage:
    one, other = (put(f"ppt/slides/slide{at}.xml", "(<a:t>)[^<]*", rf"\g<1>{half}") for at, half in ((2, first), (3, second)))
    return lambda data: other(one(data))


def attribute(part: str, name: str, value: str) -> Damage:
    return put(part, f'({name}=")[^"]*', rf"\g<1>{value}")


def bookmark(name: str) -> Damage:
    return attribute("word/document.xml", "<w:bookmarkStart [^>]*w:name", name)


def picture_of(part: str) -> Damage:
    return put(part, "(<w:p[ >])", rf'<w:p><w:r><w:drawing descr="of {NAME}"/></w:r></w:p>\1')


def link(target: str) -> Damage:
    relation = f'<Relationship Id="x9" Type="{REL}/hyperlink" Target="{target}" TargetMode="External"/></Relationships>'
    return put("word/_rels/document.xml.rels", "</Relationships>", relation)


FAULTS: dict[str, tuple[str, str, Damage]] = {
    "without its first word": ("docx", "margin of the pilot is thin", paragraphs("margin of the pilot is thin")),
    "without its last word": ("docx", "the margin of the pilot is", paragraphs("The margin of the pilot is.")),
    "three words of it": ("docx", "second cluster is", paragraphs("We hear that some second cluster is near.")),
    "with a word changed": ("docx", "pilot is thin", paragraphs("The margin of our pilot is thin")),
    "over two paragraphs": ("docx", SECRET, paragraphs("It says: the margin of the", "pilot is thin. So it is.")),
    "over two paragraphs, cut short": ("docx", "margin of the pilot", paragraphs("margin of", "the pilot")),
    "a word in each paragraph": ("docx", SECRET, paragraphs(*SECRET.split())),
    "over two cells": ("docx", SECRET, cells("the margin of", "the pilot is thin")),
    "over two shapes": ("pptx", SECRET, shapes("The margin of the", "pilot is thin")),
    "over two slides": ("pptx", "nobody outside may know", slides("Nobody outside may know", "that the second cluster is late")),
    "a name in a sentence": ("docx", "project heron", paragraphs("They have called it Project Heron since May.")),
    "a name over two paragraphs": ("docx", "project heron", paragraphs("They call it Project", "Heron in the house.")),
    "a name with another's letters": ("docx", "project heron", paragraphs("PROJECT\u2003H\u00aderon")),
    "a name in one word": ("docx", "projectheron", paragraphs("See ProjectHeron.")),
    "soft hyphens": ("docx", SECRET, paragraphs("The mar\u00adgin of the pi\u00adlot is thin")),
    "no-break spaces": ("docx", SECRET, paragraphs("The\u00a0margin\u202fof\u2007the\u00a0pilot is thin")),
    "nothing wide between letters": ("docx", SECRET, paragraphs("The m\u200bar\u2060gin of the pi\ufefflot is th\u034fin")),
    "letters turned round": ("docx", SECRET, paragraphs("The \u202amargin\u202c of the \u2066pilot\u2069 is thin")),
    "wide letters": ("docx", SECRET, paragraphs("The \uff4d\uff41\uff52\uff47\uff49\uff4e of the pilot is thin")),
    "capitals": ("docx", SECRET, paragraphs("THE MARGIN OF THE PILOT IS THIN")),
    "many spaces": ("docx", SECRET, paragraphs("the   margin  of the    pilot   is thin")),
    "numbers of sources between": ("docx", SECRET, paragraphs("the margin [1] of the pilot [12] is thin")),
    "an id as a bookmark": ("docx", "heron pilot margin", bookmark("_ask_heron_pilot_margin")),
    "an id as a bookmark, in one word": ("docx", "heronpilotmargin", bookmark("heronPilotMargin")),
    "an id of one word": ("docx", SHORT_ID, attribute("word/document.xml", "w:anchor", f"_ask_{SHORT_ID}")),
    "an id as an anchor": ("docx", "heron pilot margin", attribute("word/document.xml", "w:anchor", ID)),
    "an id as an address": ("docx", "heron pilot margin", link(f"https://x.example/docs#{ID}")),
    "an id in an address, escaped": ("docx", "heron pilot margin", link("https://x.example/heron%2Dpilot%2Dmargin")),
    "an id as a shape's name": ("pptx", "heron pilot margin", attribute("ppt/slides/slide2.xml", 'p:cNvPr id="3" name', ID)),
    "an id as a drawing's name": (
        "docx",
        "heron pilot margin",
        put("word/document.xml", '(<wp:docPr [^>]*name=")[^"]*', rf"\g<1>{ID}"),
    ),
    "an alt text of a header": ("docx", "project heron", picture_of("word/header1.xml")),
    "an alt text of a footer": ("docx", "project heron", picture_of("word/footer1.xml")),
    "a language": ("docx", SHORT_ID, put("word/styles.xml", '(<w:lang w:val=")[^"]*', rf"\g<1>x-{SHORT_ID}")),
    "custom XML": ("docx", "project heron", add("customXml/item1.xml", f"<x>{NAME}</x>".encode())),
    "a property": ("docx", "project heron", put("docProps/core.xml", "<dc:subject>[^<]*", f"<dc:subject>About {NAME}")),
    "another property": (
        "pptx",
        "heron pilot margin",
        put("docProps/app.xml", "</Properties>", f"<HyperlinkBase>{ID}</HyperlinkBase></Properties>"),
    ),
    "the name of a part": ("docx", "heron pilot margin", add(f"word/media/{ID}.png", b"")),
    "a sheet's name": (
        "docx",
        "project heron",
        inside("word/embeddings/chart1.xlsx", put("xl/workbook.xml", '(<sheet name=")[^"]*', rf"\g<1>{NAME}")),
    ),
    "two cells of a workbook": (
        "docx",
        SECRET,
        inside(
            "word/embeddings/chart1.xlsx",
            put("xl/worksheets/sheet1.xml", "(<t[^>]*>)[^<]*(.*?<t[^>]*>)[^<]*", r"\1the margin of\2the pilot is thin"),
        ),
    ),
    "a chart's category": ("pptx", "pilot is thin", put("ppt/charts/chart1.xml", "(<c:v>)[^<]*", r"\1pilot is thin")),
    "notes": (
        "pptx",
        "margin of the pilot",
        put("ppt/notesSlides/notesSlide3.xml", "(<a:t>)[^<]*", r"\1Say: margin of the pilot."),
    ),
}


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_sound_file_is_its_reader_s_own(form: str) -> None:
    assert prove(f"Microsoft/x.{form}", clean(form), expected(form)) == ()


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_left_of_a_hidden_text_is_found_and_said(name: str) -> None:
    form, words, damage = FAULTS[name]
    found = prove(f"Microsoft/x.{form}", damage(clean(form)), expected(form))
    assert [str(item) for item in found if item.code == "B901" and words in item.message], found


@pytest.mark.parametrize("form", ["md", "html"])
def test_text_editions_hold_no_rest_of_a_hidden_text_either(form: str) -> None:
    for text in ("margin of the pilot is", "margin of\nthe pilot", "[The x](#heron-pilot-margin)", "a Project\nHeron b"):
        assert {item.code for item in prove(f"x.{form}", text.encode(), expected("docx"))} == {"B901"}, text
    assert prove(f"x.{form}", b"Margins are wide. Pilots fly.", expected("docx")) == ()


OWN = Phrasebook.of(map(pieces, ("Keep the pilot small", "The margin", "Thin provisioning", "Direct Connect", "A limit of ten")))


def said(text: str) -> set[str]:
    hidden = Hidden.of(("the margin thin provisioning has", "small direct budgets", "connect a limit"), OWN)
    return {item.code for item in prove("x.md", text.encode(), replace(EXPECTED, own=OWN, hidden=hidden))}


def test_where_one_own_text_ends_and_another_begins_nothing_is_hidden() -> None:
    assert said("The margin\nThin provisioning") == set()
    assert said("The margin thin provisioning") == {"B901"}
    assert said("Direct Connect: a limit of ten") == set()
    assert said("Direct connect a limit") == {"B901"}


def test_an_own_sentence_that_shares_words_with_a_hidden_one_is_no_leak() -> None:
    own = Phrasebook.of(map(pieces, ("the margin of the pilot is known", "that it is thin")))
    hidden = Hidden.of((SECRET,), own)
    assert prove("x.md", b"the margin of the pilot is known; that it is thin", replace(EXPECTED, own=own, hidden=hidden)) == ()
    assert prove("x.md", b"pilot is thin", replace(EXPECTED, own=own, hidden=hidden))[0].code == "B901"


def test_a_hidden_text_of_nothing_but_own_phrases_is_found_whole() -> None:
    own = Phrasebook.of(map(pieces, ("keep the margin of the pilot", "the pilot is", "of the pilot is it", "pilot is thin ice")))
    expectation = replace(EXPECTED, own=own, hidden=Hidden.of((SECRET,), own))
    assert expectation.hidden.triples == frozenset()
    assert prove("x.md", f"So {SECRET} now".encode(), expectation)[0].code == "B901"
