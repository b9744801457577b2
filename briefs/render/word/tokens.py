"""Where a Word template holds each token of the brand: compared with, and written, one attribute at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from lxml import etree

from briefs.model.brand import THEME_SLOTS, Brand

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAMES = {"w": _W, "a": _A}
_TEXT = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
"""Slots that text names otherwise than the theme does."""
_SIZES = (
    ("cover_title", "Cover Title"),
    ("title", "Title"),
    ("subtitle", "Cover Subtitle"),
    ("heading_1", "heading 1"),
    ("heading_2", "heading 2"),
    ("heading_3", "heading 3"),
    ("body", "Normal"),
    ("table", "Table Text"),
    ("note", "footnote text"),
    ("note", "Reference Text"),
    ("code", "Code Block"),
)
_THEME = re.compile(r"word/theme/[^/]+\.xml\Z")
_STYLED = re.compile(r"word/(styles|numbering)\.xml\Z")
_STYLES = re.compile(r"word/styles\.xml\Z")
_HEADERS = re.compile(r"word/(header|footer)\d*\.xml\Z")

Trees = Mapping[str, etree._Element]
"""Part name -> parsed part."""


@dataclass(frozen=True, slots=True)
class Token:
    """One value of the brand and where a template holds it."""

    name: str
    value: str
    parts: re.Pattern[str]
    path: str
    """XPath of the elements."""
    fields: tuple[str, ...]
    """Their attributes; none for their text."""
    shown: Callable[[str], str] = str
    needed: bool = True
    """Whether a template without any such place says so; a style need not use each colour."""

    def places(self, trees: Trees) -> Iterator[tuple[str, etree._Element, str]]:
        """(part name, element, attribute or empty for text) of each place."""
        for name, tree in trees.items():
            if self.parts.match(name):
                for element in cast("list[etree._Element]", tree.xpath(self.path, namespaces=_NAMES)):
                    yield from ((name, element, field) for field in self.fields or ("",))


def read(element: etree._Element, field: str) -> str:
    """The value at a place."""
    return (element.get(field) if field else element.text) or ""


def write(element: etree._Element, field: str, value: str) -> None:
    """Set the value at a place."""
    if field:
        element.set(field, value)
    else:
        element.text = value


def is_home(name: str) -> bool:
    """Whether a part can hold a token."""
    return any(kind.match(name) for kind in (_THEME, _STYLED, _HEADERS))


def tokens(brand: Brand) -> Iterator[Token]:
    """Every token that a Word template holds."""
    yield from _colours(brand)
    yield Token("font 'heading'", brand.fonts.heading, _THEME, ".//a:majorFont/a:latin", ("typeface",))
    yield Token("font 'body'", brand.fonts.body, _THEME, ".//a:minorFont/a:latin", ("typeface",))
    code = "w:style[w:name/@w:val='Code Block' or w:name/@w:val='Inline Code']/w:rPr/w:rFonts"
    yield Token("font 'code'", brand.fonts.code, _STYLES, code, tuple(f"{{{_W}}}{kind}" for kind in ("ascii", "hAnsi", "cs")))
    for name, style in _SIZES:
        size = str(round(getattr(brand.word, name) * 2))
        path = f"w:style[w:name/@w:val='{style}']/w:rPr/*[self::w:sz or self::w:szCs]"
        yield Token(f"size '{name.replace('_', '-')}' of '{style}'", size, _STYLES, path, (f"{{{_W}}}val",), _points)
    yield Token("wordmark", brand.wordmark, _HEADERS, ".//w:p[w:pPr/w:pStyle/@w:val='Wordmark']//w:t", (), "'{}'".format)


def _colours(brand: Brand) -> Iterator[Token]:
    """The theme's slots, and the value beside each use of a slot: Word reads the slot, other programs the value."""
    for slot, name in THEME_SLOTS:
        value, title = getattr(brand.colours, name), f"colour '{name}'"
        used = _TEXT.get(slot, slot)
        yield Token(title, value, _THEME, f".//a:clrScheme/a:{slot}/a:srgbClr", ("val",), "#{}".format)
        for path, field in (
            (f".//w:color[@w:themeColor='{used}']", "val"),
            (f".//*[@w:themeColor='{used}' and @w:color]", "color"),
            (f".//*[@w:themeFill='{used}']", "fill"),
        ):
            yield Token(title, value, _STYLED, path, (f"{{{_W}}}{field}",), "#{}".format, needed=False)


def _points(half: str) -> str:
    return f"{int(half) / 2:g} pt" if half.isdigit() else "not set"
