"""One typeface's widths and line height, from the committed table of its metric twin."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TypedDict, cast

TABLES = {
    "Calibri": "calibri.json",
    "Cambria": "cambria.json",
    "Arial": "arial.json",
    "Courier New": "courier-new.json",
}
"""The fonts that products may name: those with an open twin of the same widths, so that checks hold everywhere."""

SLIDE_PITCH = 1.2
"""PowerPoint sets every font at 1.2 times its size, whatever the font says."""

STAND_INS = MappingProxyType({"\u2011": "-", "\u00a0": " "})
"""Characters that the fonts lack and that Office draws as another one of theirs: the hyphen and the space that do not break."""

UNSEEN = frozenset({"Mn", "Me", "Cf"})
"""Kinds of characters that take no room of their own: marks upon a letter, joiners, spaces of no width."""


class Table(TypedDict):
    """One style in a committed table, in units of `em` to the size; each row of widths begins with its first code point."""

    em: int
    line: int
    widths: list[list[int]]


class Medium(Enum):
    """Who sets the lines: PowerPoint with one pitch for all fonts, Word with the font's own."""

    SLIDE = "slide"
    PAGE = "page"


class UnknownFontError(LookupError):
    """A font without a table was asked for, so nothing can be known about its widths."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font family in one style.

    Raises `UnknownFontError` when the family has no table.
    """

    family: str
    bold: bool = False
    italic: bool = False

    def __post_init__(self) -> None:
        if self.family not in TABLES:
            raise UnknownFontError(f"no widths for the font '{self.family}'; known are {', '.join(TABLES)}")

    @property
    def style(self) -> str:
        """The style's name in the table: Regular, Bold, Italic or BoldItalic."""
        return ("Bold" if self.bold else "") + ("Italic" if self.italic else "") or "Regular"


@dataclass(frozen=True, slots=True)
class Widths:
    """Advance widths of one face by character, and its line height, all as parts of the size."""

    line: float
    advances: Mapping[str, float]


def text_width(text: str, face: Face, points: float) -> float:
    """Width in points of `text` on one line, without kerning, as Office sets it by default."""
    return sum(advances(text, face)) * points


def advances(text: str, face: Face) -> list[float]:
    """Width of each character of `text`, as a part of the size."""
    known = widths(face).advances
    try:
        return list(map(known.__getitem__, text))
    except KeyError:
        return [known[char] if char in known else stand_in(char, known) for char in text]


def line_height(face: Face, points: float, medium: Medium = Medium.SLIDE) -> float:
    """Height in points of one line at single spacing."""
    return points * (SLIDE_PITCH if medium is Medium.SLIDE else widths(face).line)


def stand_in(char: str, known: Mapping[str, float]) -> float:
    """Width of a character that the font lacks: never too small, since Office takes it from a font nobody can foresee."""
    if char in STAND_INS:
        return known[STAND_INS[char]]
    return 0.0 if unicodedata.category(char) in UNSEEN else 1.0


@cache
def widths(face: Face) -> Widths:
    """The table of one face, read once."""
    table = family(face.family)[face.style]
    em = table["em"]
    known = {chr(first + step): width / em for first, *row in table["widths"] for step, width in enumerate(row)}
    return Widths(table["line"] / em, MappingProxyType(known))


@cache
def family(name: str) -> Mapping[str, Table]:
    """The committed table of a family: its styles by name."""
    source = resources.files("briefs.metrics") / "tables" / TABLES[name]
    return cast("Mapping[str, Table]", json.loads(source.read_text(encoding="utf-8")))
