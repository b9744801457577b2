"""Each fault is planted in a finished file and caught under its code, by words that name it; the file as it was is clean."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from briefs.diagnostics import Diagnostic
from briefs.verify import prove, whole
from briefs.verify.expectation import Spelling
from tests.verify.damage import EXPECTED, SECRET, Damage, add, brief, deck, inside, put

PNG_WITH_TEXT = (
    b"\x89PNG\r\n\x1a\n"
    + b"\x00\x00\x00\x00IHDR"
    + b"\x00" * 4
    + b"\x00\x00\x00\x04tEXtwho!"
    + b"\x00" * 4
    + b"\x00\x00\x00\x00IEND"
    + b"\x00" * 4
)
JPEG_WITH_EXIF = b"\xff\xd8\xff\xe1\x00\x06Exif\xff\xd9"
RELS = "</Relationships>"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def runs(*texts: str) -> str:
    return "".join(f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>" for text in texts)


def said(prefix: str, code: str, words: str, damage: Damage) -> tuple[str, str, str, Damage]:
    return prefix, code, words, damage


FAULTS: tuple[tuple[str, str, str, Damage], ...] = (
    # leaks: every surface
    said("docx", "B901", SECRET, put("word/document.xml", "For VAST engineering", SECRET)),
    said(
        "docx",
        "B901",
        SECRET,
        put(
            "word/document.xml",
            '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")',
            rf"<w:p>{runs('The mar', 'gin of the pi', 'lot is thin')}</w:p>\1\2",
        ),
    ),
    said("docx", "B901", SECRET, put("word/document.xml", "For VAST engineering", "The margin\u00a0of the pilot is th\u00adin")),
    said("docx", "B901", SECRET, put("word/header1.xml", "(<w:t[^>]*>)[^<]*", rf"\g<1>{SECRET}")),
    said("docx", "B901", SECRET, put("word/footnotes.xml", '(<w:t xml:space="preserve">)[^<]*', rf"\g<1>{SECRET}")),
    said("docx", "B901", SECRET, put("word/document.xml", 'descr="[^"]*"', f'descr="{SECRET}"')),
    said("docx", "B901", SECRET, put("word/document.xml", "(<w:instrText[^>]*>)", rf"\1{SECRET} ")),
    said("docx", "B901", SECRET, put("word/charts/chart1.xml", "(<c:v>)[^<]*", rf"\g<1>{SECRET}")),
    said(
        "docx",
        "B901",
        SECRET,
        inside("word/embeddings/chart1.xlsx", put("xl/worksheets/sheet1.xml", "(<t[^>]*>)[^<]*", rf"\g<1>{SECRET}")),
    ),
    said("docx", "B901", SECRET, put("docProps/core.xml", "<dc:subject>[^<]*", f"<dc:subject>{SECRET}")),
    said("docx", "B901", SECRET, put("word/document.xml", "<w:body>", f"<w:body><!-- {SECRET} -->")),
    said("docx", "B901", "project heron", put("word/document.xml", "For VAST engineering", "Project Heron")),
    said("pptx", "B901", SECRET, put("ppt/slides/slide2.xml", "(<a:t>)[^<]*", rf"\g<1>{SECRET}")),
    said("pptx", "B901", SECRET, put("ppt/notesSlides/notesSlide3.xml", "(<a:t>)[^<]*", rf"\g<1>{SECRET}")),
    said("pptx", "B901", SECRET, put("ppt/presentation.xml", '(section name=")[^"]*', rf"\g<1>{SECRET}")),
    said("pptx", "B901", SECRET, put("ppt/slideLayouts/slideLayout1.xml", "(<a:t>)[^<]*", rf"\g<1>{SECRET}")),
    # forbidden spellings
    said(
        "docx",
        "B902",
        "Tuscany",
        put("word/document.xml", '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")', rf"<w:p>{runs('Tus', 'cany')}</w:p>\1\2"),
    ),
    said("docx", "B902", "on-premise", put("word/document.xml", "For VAST engineering", "Kept on\u2011premise")),
    said("pptx", "B902", "tuscany", put("ppt/slides/slide2.xml", 'name="Number 1"', 'name="tuscany"')),
    said(
        "docx",
        "B902",
        "Tuscany",
        put(
            "word/_rels/document.xml.rels",
            RELS,
            f'<Relationship Id="x9" Type="{REL}/hyperlink" Target="https://x.example/Tuscany" TargetMode="External"/>{RELS}',
        ),
    ),
    # metadata
    said("docx", "B903", "creator is 'A Person'", put("docProps/core.xml", "<dc:creator>briefs", "<dc:creator>A Person")),
    said("pptx", "B903", "lastModifiedBy is", put("docProps/core.xml", "<cp:lastModifiedBy>briefs", "<cp:lastModifiedBy>Steve")),
    said("docx", "B903", "not the edition's date", put("docProps/core.xml", "2026-11-23T", "2013-12-23T")),
    said("docx", "B903", "names the library", put("docProps/app.xml", "<Application>briefs", "<Application>python-docx")),
    said("docx", "B903", "Company is", put("docProps/app.xml", "</Properties>", "<Company>Somebody</Company></Properties>")),
    said("docx", "B903", "a part that no product has", add("docProps/thumbnail.jpeg", b"\xff\xd8\xff\xd9")),
    said("docx", "B903", "a part that no product has", add("customXml/item1.xml", b"<x/>")),
    said("docx", "B903", "holds 'rsids'", put("word/settings.xml", "(<w:settings[^>]*>)", r"\1<w:rsids/>")),
    said("pptx", "B903", "carries tEXt", add("ppt/media/picture1.png", PNG_WITH_TEXT)),
    said("pptx", "B903", "carries APP1", add("ppt/media/picture1.png", JPEG_WITH_EXIF)),
    # access
    said("docx", "B905", "no title", put("docProps/core.xml", "<dc:title>[^<]*", "<dc:title>")),
    said("pptx", "B905", "no language", put("docProps/core.xml", "<dc:language>[^<]*", "<dc:language>")),
    said("docx", "B905", "no alternative text", put("word/document.xml", ' descr="[^"]*"', "")),
    said("docx", "B905", "neither a header row nor a header column", put("word/document.xml", "<w:tblHeader/>", "", 0)),
    said(
        "docx",
        "B905",
        "a heading of level 3 follows one of level 1",
        put("word/document.xml", '(<w:pStyle w:val="Heading)2', r"\g<1>3"),
    ),
    said("pptx", "B905", "the slide has no title", put("ppt/slides/slide2.xml", "Four questions, thirty minutes", "")),
    said("pptx", "B905", "text without a language", put("ppt/slides/slide2.xml", ' lang="en-US"', "")),
)


@cache
def clean(form: str) -> bytes:
    makers: dict[str, Callable[[], bytes]] = {"docx": brief, "pptx": deck}
    return makers[form]()


def complaints(form: str, data: bytes) -> tuple[Diagnostic, ...]:
    return prove(f"Microsoft/x.{form}", data, EXPECTED)


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_file_as_it_was_written_is_proven(form: str) -> None:
    assert complaints(form, clean(form)) == ()
    assert whole(f"x.{form}", clean(form)) == ()


@pytest.mark.parametrize(
    ("form", "code", "words", "damage"), FAULTS, ids=[f"{n}-{row[1]}-{row[2][:24]}" for n, row in enumerate(FAULTS)]
)
def test_a_planted_fault_is_caught_and_named(form: str, code: str, words: str, damage: Damage) -> None:
    found = complaints(form, damage(clean(form)))
    assert [str(item) for item in found if item.code == code and words.casefold() in item.message.casefold()], found
    assert all(item.message.startswith("'Microsoft/x.") for item in found)


def test_a_file_that_is_no_package_is_said_to_be_none() -> None:
    assert [item.code for item in complaints("docx", b"hello")] == ["B904"]


@pytest.mark.parametrize("form", ["md", "html"])
def test_text_editions_are_read_whole(form: str) -> None:
    text = "# Title\n\nThe margin of\nthe *pilot* is thin. [x](https://y.example/on-premise)\n"
    found = prove(f"Microsoft/x.{form}", text.encode(), EXPECTED)
    assert {item.code for item in found} == {"B901"}
    assert prove("x.html", b'<a href="/Tuscany">here</a>', EXPECTED)[0].code == "B902"
    assert prove(f"x.{form}", b"# Title\n", EXPECTED) == ()


def test_the_right_name_as_a_command_writes_it_is_no_spelling_to_refuse() -> None:
    rules = (Spelling(re.compile(r"private[ -]link[ -]service"), "Private Link Service", True),)
    secret = (Spelling(re.compile(r"private[ -]link[ -]service"), "Private Link Service", False),)
    text = b"az network private-link-service list\n"
    assert prove("x.md", text, replace(EXPECTED, spellings={"private": rules})) == ()
    for expected, said_so in ((rules, b"one private link service\n"), (secret, text)):
        assert {item.code for item in prove("x.md", said_so, replace(EXPECTED, spellings={"private": expected}))} == {"B902"}
