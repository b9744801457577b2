"""A designer edits the templates in Office and saves: the next build of the doc set shows it, in the files and as drawn."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pymupdf
import pytest
from lxml import etree

from briefs.pipeline import Options, build
from briefs.project import open_project
from tests.docset.conftest import ROOT
from tests.office.convert import to_pdf
from tests.render.powerpoint.reading import opened
from tests.verify.damage import put

pytestmark = [pytest.mark.slow, pytest.mark.office]

BRIEF, DECK = "VAST/Engineering Delivery Plan.docx", "VAST/Executive Overview.pptx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RED, CORAL = 0xC00000, 0xB3372F
HEADING = r'(w:val="heading 1"/>(?:(?!</w:style>).)*)<w:color [^>]*/><w:sz w:val="40"/>'
TITLE = r'(<p:ph type="title"/></p:nvPr></p:nvSpPr>)<p:spPr></p:spPr>(<p:txBody>.*?)<a:lstStyle></a:lstStyle>'
BOX = '<p:spPr><a:xfrm><a:off x="1097280" y="228600"/><a:ext cx="9753600" cy="868680"/></a:xfrm></p:spPr>'
RUN = '<a:defRPr sz="2600"><a:solidFill><a:schemeClr val="accent4"/></a:solidFill></a:defRPr>'
MOVED = rf"\1{BOX}\2<a:lstStyle><a:lvl1pPr>{RUN}</a:lvl1pPr></a:lstStyle>"


@dataclass(frozen=True)
class Printed:
    """One stretch of text as LibreOffice drew it."""

    page: int
    text: str
    size: float
    colour: int
    left: float
    top: float


def edited(templates: Path) -> None:
    """Heading 1 in red and 30 points; the title of the layout `chart` in coral and 26 points, 1.2 inches from the left."""
    word, deck = templates / "word/brief.docx", templates / "powerpoint/deck.pptx"
    word.write_bytes(put("word/styles.xml", HEADING, rf'\1<w:color w:val="{RED:06X}"/><w:sz w:val="60"/>')(word.read_bytes()))
    deck.write_bytes(put(layout(deck, "chart"), TITLE, MOVED)(deck.read_bytes()))


def layout(deck: Path, name: str) -> str:
    """The part that holds a layout."""
    with zipfile.ZipFile(deck) as package:
        names = [part for part in package.namelist() if re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", part)]
        return next(part for part in names if f'<p:cSld name="{name}">'.encode() in package.read(part))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("designer")
    edited(Path(shutil.copytree(ROOT / "templates", folder / "templates")))
    project = open_project(ROOT / "content", folder / "templates", folder / "build")
    products = ("vast-engineering-delivery-plan", "vast-executive-overview")
    build(project, Options(products=products, formats=("docx", "pptx")), None, lambda *_: None)
    return folder / "build"


@pytest.fixture(scope="module")
def drawn(out: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Printed]]:
    pdfs = to_pdf([out / BRIEF, out / DECK], tmp_path_factory.mktemp("pdf"))
    return {name: list(printed(pdfs[out / name])) for name in (BRIEF, DECK)}


def printed(file: Path) -> Iterator[Printed]:
    with pymupdf.open(file) as pdf:
        for number, page in enumerate(pdf):
            spans = (
                span for block in page.get_text("dict")["blocks"] for line in block.get("lines", ()) for span in line["spans"]
            )
            for span in spans:
                left, top, *_ = span["bbox"]
                yield Printed(number, span["text"].strip(), round(span["size"], 1), span["color"], left, top)


def headings(file: Path) -> list[str]:
    """The texts of the headings of the first level."""
    with zipfile.ZipFile(file) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    found = [style.getparent().getparent() for style in body.iter(f"{W}pStyle") if style.get(f"{W}val") == "Heading1"]
    return ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in found]


def test_a_heading_s_new_colour_and_size_are_in_the_product_s_styles_and_on_its_pages(
    out: Path, drawn: dict[str, list[Printed]]
) -> None:
    with zipfile.ZipFile(out / BRIEF) as package:
        styles = package.read("word/styles.xml").decode()
    assert re.search(r'w:val="heading 1"/>(?:(?!</w:style>).)*<w:color w:val="C00000"/><w:sz w:val="60"/>', styles)
    red = " ".join(span.text for span in drawn[BRIEF] if span.colour == RED and span.size == 30)
    assert len(headings(out / BRIEF)) >= 5
    assert [text for text in headings(out / BRIEF) if text.split()[-1] not in red] == []


def test_a_layout_s_title_stands_where_it_was_moved_to_in_its_new_size_and_colour(
    out: Path, drawn: dict[str, list[Printed]]
) -> None:
    slides = list(opened((out / DECK).read_bytes()).slides)
    pages = [number for number, slide in enumerate(slides) if slide.slide_layout.name == "chart"]
    assert pages
    for number, slide in enumerate(slides):
        title = slide.shapes.title.text_frame.text.split()[0]
        spans = [span for span in drawn[DECK] if span.page == number and span.text.split()[:1] == [title] and span.size > 20]
        moved = [span for span in spans if (span.size, span.colour, round(span.left / 72, 1)) == (26, CORAL, 1.2)]
        assert bool(moved) == (number in pages), (number, spans)
