"""The state of one brief while it is written: XML so far, counters, relationships, and where links may lead."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefs.render.ooxml.package import Part
from briefs.render.ooxml.relationships import Relationships
from briefs.render.word.shell import Template
from briefs.render.word.styles import Characters, Paragraphs
from briefs.render.word.widths import Needs

_LONGEST_BOOKMARK = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks are being written."""

    width: int
    """Room in twentieths of a point."""
    indent: int = 0
    """From the left margin, in twentieths of a point; what is not a paragraph needs it said."""
    paragraph: Paragraphs = Paragraphs.BODY
    """Style of plain paragraphs here."""
    level: int = 0
    """How many lists are around."""


@dataclass(slots=True)
class Body:
    """Collects one brief; every id is counted, none is searched for."""

    template: Template
    anchors: Mapping[str, str]
    """Anchor -> bookmark name, for all targets of the document."""
    pages: Mapping[str, int]
    """Anchor -> page number; empty unless the brief is paginated."""
    measured: Mapping[int, Needs] = field(default_factory=dict)
    """Needs of tables by identity, where they were measured before: to look one up by value would read all of it."""
    relationships: Relationships = field(default_factory=lambda: Relationships("rIdB"))
    out: list[str] = field(default_factory=list)
    numbers: list[tuple[str, int, int]] = field(default_factory=list)
    """(abstract id, level, start) of each list."""
    marked: list[int] = field(default_factory=list)
    """Numbers of the notes whose marks were written, in order."""
    parts: dict[str, Part] = field(default_factory=dict)
    """Pictures, charts and their workbooks, by name."""
    overrides: list[tuple[str, str]] = field(default_factory=list)
    headings: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    columns: bool = False
    """Whether what is written stands in columns, where a heading that a reader finds by its number is the only large one."""
    at_top: bool = False
    """Whether the next heading is the first thing on a page."""
    charts: int = 0
    drawings: int = 0
    bookmarks: int = 0

    def write(self, *xml: str) -> None:
        """Append XML to the body."""
        self.out += xml

    def open(self, style: Paragraphs, properties: str = "") -> None:
        """Begin a paragraph; `properties` are further children of `w:pPr`, in the schema's order."""
        self.out.append(f'<w:p><w:pPr><w:pStyle w:val="{self.template.styles[style]}"/>{properties}</w:pPr>')

    def close(self) -> None:
        """End a paragraph."""
        self.out.append("</w:p>")

    def character(self, style: Characters) -> str:
        """A `w:rStyle`."""
        return f'<w:rStyle w:val="{self.template.styles[style]}"/>'

    def bookmark(self, anchor: str) -> tuple[str, str]:
        """Start and end of the bookmark of an anchor; both empty when there is none."""
        return self.named_bookmark(self.anchors[anchor]) if anchor else ("", "")

    def named_bookmark(self, name: str) -> tuple[str, str]:
        """Start and end of a bookmark."""
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/>'
        return start, f'<w:bookmarkEnd w:id="{self.bookmarks}"/>'

    def number_instance(self, abstract: str, level: int, start: int) -> int:
        """The id of a fresh instance of a numbering, so that each list counts on its own."""
        self.numbers.append((abstract, level, start))
        return self.template.numbering.first_free + len(self.numbers) - 1

    def next_drawing(self) -> int:
        """An id for a drawing or a shape, unique in the brief."""
        self.drawings += 1
        return self.drawings

    def picture(self, data: bytes, extension: str) -> str:
        """The relationship id of a picture; the same bytes are kept once."""
        name = f"media/{hashlib.sha256(data).hexdigest()[:16]}.{extension}"
        self.parts.setdefault(f"word/{name}", Part(f"word/{name}", data, compress=False))
        return self.relationships.add("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", name)


def bookmark_name(anchor: str, *, hashed: bool = False) -> str:
    """A hidden bookmark's name for an anchor: letters, digits, underscores, at most 40.

    A long one ends in its hash; so does one that Word, which ignores case, would take for another.
    """
    name = "_" + re.sub(r"\W", "_", anchor, flags=re.ASCII)
    if len(name) <= _LONGEST_BOOKMARK and not hashed:
        return name
    return f"{name[:31]}_{hashlib.sha256(anchor.encode()).hexdigest()[:8]}"
