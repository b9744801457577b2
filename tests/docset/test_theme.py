"""Slides, charts and drawings take every colour and font from the theme, so that one change of it changes them all."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docset.conftest import DocSet
from tests.verify.damage import put

pytestmark = pytest.mark.slow

DRAWN = re.compile(r"(ppt/(slides|notesSlides|slideLayouts|slideMasters|charts)|word/charts)/[^/]+\.xml|word/document\.xml")
"""Parts that draw; the theme itself is where colours are written."""
FIXED = re.compile(r"<a:(srgbClr|scrgbClr|hslClr|prstClr|sysClr)\b[^>]*>")
FONT = re.compile(r'<a:(?:latin|ea|cs|sym) typeface="([^"]*)"')
CODE = "Courier New"
"""The font of code: a theme has places for two fonts only."""


def fixed(file: Path) -> Iterator[str]:
    """Each colour or font that a part names itself."""
    with zipfile.ZipFile(file) as package:
        for name in filter(DRAWN.fullmatch, package.namelist()):
            text = package.read(name).decode()
            yield from (f"{name}: {found.group()}" for found in FIXED.finditer(text))
            yield from (f"{name}: {font}" for font in FONT.findall(text) if not font.startswith("+") and font != CODE)


def test_no_slide_chart_or_drawing_names_a_colour_or_a_font_of_its_own(docset: DocSet) -> None:
    files = docset.files("pptx", "docx")
    assert len(files) >= 8
    assert {file.name: found for file in files if (found := list(fixed(file)))} == {}


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (r'<a:solidFill><a:srgbClr val="0F5EA8"/></a:solidFill>', '<a:srgbClr val="0F5EA8"/>'),
        (r'<a:solidFill><a:prstClr val="black"/></a:solidFill>', '<a:prstClr val="black"/>'),
        (r'<a:latin typeface="Arial"/>', "Arial"),
    ],
)
def test_a_colour_or_font_of_a_slide_s_own_is_found(docset: DocSet, tmp_path: Path, new: str, said: str) -> None:
    slide, file = "ppt/slides/slide2.xml", tmp_path / "deck.pptx"
    whole = (docset.folder / "VAST/Executive Overview.pptx").read_bytes()
    file.write_bytes(put(slide, r'<a:rPr lang="en-US"/>', f'<a:rPr lang="en-US">{new}</a:rPr>')(whole))
    assert list(fixed(file)) == [f"{slide}: {said}"]
