"""A brief and a deck that hold everything, compared part by part as XML: what changes in the bytes is seen where it changes."""

import io
import zipfile

from lxml import etree

from briefs.render import powerpoint, word
from tests.golden.conftest import Compare
from tests.render.powerpoint import samples
from tests.render.word import sample

BRIEF = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footnotes.xml",
    "word/charts/chart1.xml",
)
DECK = (
    "[Content_Types].xml",
    "docProps/app.xml",
    "docProps/core.xml",
    "ppt/_rels/presentation.xml.rels",
    "ppt/presentation.xml",
    "ppt/slides/slide1.xml",
    "ppt/slides/slide4.xml",
    "ppt/slides/slide5.xml",
    "ppt/notesSlides/notesSlide1.xml",
)


def pretty(data: bytes) -> str:
    tree = etree.fromstring(data)
    etree.indent(tree)
    return etree.tostring(tree, encoding="unicode") + "\n"


def parts(data: bytes, names: tuple[str, ...]) -> list[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, pretty(package.read(name))) for name in names]


def test_a_brief_that_holds_every_block_is_written_part_by_part_as_before(compare: Compare) -> None:
    for name, xml in parts(word.render(sample.document(), sample.template()), BRIEF):
        compare(f"parts/brief/{name}", xml)


def test_a_deck_that_holds_every_slide_is_written_part_by_part_as_before(compare: Compare) -> None:
    for name, xml in parts(powerpoint.render(samples.deck(), samples.template()), DECK):
        compare(f"parts/deck/{name}", xml)
