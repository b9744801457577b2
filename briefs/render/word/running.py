"""Fills headers and footers: the document's title, marking and edition, and the section that a page belongs to.

The section is a field, which Word and LibreOffice fill anew on each page; until a program does, it says for whom the brief is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.model.document import Contents, Document, Meta
from briefs.render.ooxml.package import Part
from briefs.render.ooxml.xml import text
from briefs.render.word.harvest import PLACEHOLDER, RunningPart
from briefs.render.word.inline import field
from briefs.render.word.opening import shown_edition

_SECTION = "{running}"
_LOOK = re.compile(r"<w:rPr>(.*?)</w:rPr>", re.S)
_HEADING = "STYLEREF 1"
"""The number stands for Word's own first heading in any language that Word speaks; a style's name would not."""


def running_parts(parts: tuple[RunningPart, ...], document: Document) -> Iterator[Part]:
    """Every header and footer with its placeholders filled; a brief that has contents names its sections."""
    sections = any(isinstance(block, Contents) for block in document.blocks)
    for part in parts:
        xml = _with_field(part.xml, document.meta) if sections else part.xml
        yield Part(part.name, _filled(xml, document.meta).encode("utf-8"))


def _with_field(xml: str, meta: Meta) -> str:
    """The part with a field in the section's place; the run around it ends before the field and goes on after it."""
    while _SECTION in xml:
        before, _, after = xml.partition(_SECTION)
        found = _LOOK.search(before, max(before.rfind("<w:r>"), before.rfind("<w:r ")))
        look = found.group(1) if found else ""
        again = f"<w:r>{found.group(0) if found else ''}"
        xml = f'{before}</w:t></w:r>{field(_HEADING, _audience(meta), look)}{again}<w:t xml:space="preserve">{after}'
    return xml


def _audience(meta: Meta) -> str:
    return f"For {meta.audience_name}"


def _filled(xml: str, meta: Meta) -> str:
    values = {"title": meta.title, "running": _audience(meta), "marking": meta.marking, "edition": shown_edition(meta)}
    return PLACEHOLDER.sub(lambda found: text(values[found.group(1)]), xml)
