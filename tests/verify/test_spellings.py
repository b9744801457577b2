"""A forbidden term however it is bent, joined, hyphenated, owned or broken: it is caught in a finished file."""

from dataclasses import replace
from functools import cache

import pytest

from briefs.verify import prove
from briefs.verify.expectation import Expectation
from briefs.verify.spellings import Spelling, beginnings, pattern
from tests.verify.damage import EXPECTED, Damage, brief, deck, inside, put

TERMS = ("Tuscany", "data lake", "on-premise", "Big Catalog", "shelf", "analysis", "harness")
WRITTEN = """
Tuscany; TUSCANY; tuscany; Tuscanys; Tuscanies; Tuscany's; Tuscany\u2019s; Tuscanies'; (Tuscany); Tuscany-based; x_Tuscany_y;
Tus\u00adcany; Tus\u200bcany; /Tuscany/; "Tuscany";
data lake; data lakes; data-lake; datalake; data_lake; DataLake; datalakes; data-lakes; data lake's; data-lake's; data lakes';
data\u00a0lake; data\u2011lake; data  lake; data\u2010lakes; data\u2013lake; d\u00adata lake;
on-premise; on premise; onpremise; On-premise; on\u2011premise; on-premise's; on\u00a0premise;
Big Catalog; big catalog; big-catalog; BigCatalog; big_catalogs; Big Catalogs'; bigcatalog's; Big\u202fCatalog;
shelf; shelves; shelf's; shelves'; analysis; analyses; analysis'; harness; harnesses; harness's; harnesses';
"""
FORMS = tuple(form.strip() for form in WRITTEN.split(";") if form.strip())
INNOCENT = (
    "Tuscan",
    "Etruscany",
    "a lake of data",
    "premise",
    "on the premises",
    "catalog",
    "bigger catalogs",
    "selfish",
    "analyst",
)
SENTENCE = '(<w:p>)(<w:pPr><w:pStyle w:val="CoverTitle")'
PLACES: dict[str, tuple[str, Damage]] = {
    "notes": ("pptx", put("ppt/notesSlides/notesSlide3.xml", "(<a:t>)[^<]*", r"\1as TUSCANIES' maps say")),
    "a header": ("docx", put("word/header1.xml", "(<w:t[^>]*>)[^<]*", "\\g<1>Of data\u2011lakes")),
    "a footnote": ("docx", put("word/footnotes.xml", '(<w:t xml:space="preserve">)[^<]*', r"\g<1>Big-Catalog's ")),
    "an alt text": ("docx", put("word/document.xml", 'descr="[^"]*"', 'descr="of shelves"')),
    "a bookmark": ("docx", put("word/document.xml", '(<w:bookmarkStart [^>]*w:name=")[^"]*', r"\g<1>_term_data_lakes")),
    "a name": ("pptx", put("ppt/slides/slide2.xml", 'name="Number 1"', 'name="BigCatalogs"')),
    "a chart": ("docx", put("word/charts/chart1.xml", "(<c:v>)[^<]*", r"\g<1>Analyses")),
    "its workbook": (
        "docx",
        inside("word/embeddings/chart1.xlsx", put("xl/worksheets/sheet1.xml", "(<t[^>]*>)[^<]*", r"\g<1>Harness's")),
    ),
    "a property": ("docx", put("docProps/core.xml", "<dc:subject>[^<]*", "<dc:subject>Tuscany\u2019s")),
}


@cache
def clean(form: str) -> bytes:
    return deck() if form == "pptx" else brief()


@cache
def expected() -> Expectation:
    """Forbidden for one audience only, so that they are refused everywhere, in names and addresses, too."""
    rules: dict[str, tuple[Spelling, ...]] = {}
    for term in TERMS:
        for first in beginnings(term):
            rules[first] = (*rules.get(first, ()), Spelling(pattern(term, any_case=True), "", everywhere=False))
    return replace(EXPECTED, spellings=rules)


def said(text: str) -> list[str]:
    written = put("word/document.xml", SENTENCE, rf"<w:p><w:r><w:t>It is so, {text} they say.</w:t></w:r></w:p>\1\2")
    return [item.code for item in prove("x.docx", written(clean("docx")), expected())]


@pytest.mark.parametrize("text", FORMS)
def test_each_form_of_a_forbidden_term_is_caught(text: str) -> None:
    assert "B902" in said(text)


@pytest.mark.parametrize("text", INNOCENT)
def test_another_word_that_looks_alike_is_not(text: str) -> None:
    assert "B902" not in said(text)


@pytest.mark.parametrize("place", PLACES)
def test_no_place_of_a_file_hides_one(place: str) -> None:
    form, damage = PLACES[place]
    assert prove(f"x.{form}", clean(form), expected()) == ()
    assert "B902" in {item.code for item in prove(f"x.{form}", damage(clean(form)), expected())}


@pytest.mark.parametrize("text", FORMS)
def test_text_editions_hold_none_either(text: str) -> None:
    for form in ("md", "html"):
        assert "B902" in {item.code for item in prove(f"x.{form}", f"So {text} it is".encode(), expected())}
