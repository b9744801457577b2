"""Takes over from a designer's template only what a brief needs.

Whatever else such a file carries (authors, comments, custom XML, revision ids, thumbnails) never reaches a product.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document as TemplateDocument
from docx.opc.part import Part as TemplatePart
from lxml import etree

from briefs.diagnostics import ContentError, error
from briefs.render.ooxml.package import Part, StaticPart, pack
from briefs.render.ooxml.relationships import OFFICE, Relationships

PLACEHOLDER = re.compile(r"\{(title|running|marking|edition)\}")
"""What the renderer fills in headers and footers."""
_REQUIRED = ("title", "marking", "edition")
_KEPT = ("styles", "settings", "fontTable", "theme", "header", "footer")
_PRIVATE = (
    "rsid",
    "rsids", "attachedTemplate", "docVars", "mailMerge", "updateFields", "trackRevisions", "documentProtection", "endnotePr",
)  # fmt: skip
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class RunningPart:
    """A header or footer that holds a placeholder such as `{title}`."""

    name: str
    xml: str


@dataclass(frozen=True, slots=True)
class Harvest:
    """Parts of a template, ready to be written into a brief."""

    static: tuple[StaticPart, ...]
    running: tuple[RunningPart, ...]
    relationships: str
    """The main part's relationships to all of them, without the enclosing element."""
    overrides: tuple[tuple[str, str], ...]
    """Part name and content type."""
    defaults: tuple[tuple[str, str], ...]
    """Extension and content type of the pictures in headers."""


def harvest(document: TemplateDocument) -> Harvest:
    """Collect the parts; raises ContentError when no header or footer shows title, marking and edition."""
    found = [
        (rel.rId, rel.reltype, rel.target_part)
        for rel in sorted(document.part.rels.values(), key=lambda rel: (rel.reltype, rel.rId))
        if not rel.is_external and rel.reltype.removeprefix(OFFICE) in _KEPT
    ]
    cleaned = [(_name(part), _cleaned(part)) for _, _, part in found]
    running = tuple(RunningPart(name, xml.decode()) for name, xml in cleaned if PLACEHOLDER.search(xml.decode()))
    _require_placeholders(" ".join(part.xml for part in running))
    filled = {part.name for part in running}
    pictures = list(_pictures(part for _, _, part in found))
    static = [Part(name, xml) for name, xml in cleaned if name not in filled]
    static += [Part(_name(picture), picture.blob, compress=False) for picture in pictures]
    static += [Part(_branch_name(_name(part)), _pictured(part)) for _, _, part in found if _pictured(part)]
    return Harvest(
        static=tuple(pack(part) for part in static),
        running=running,
        relationships="".join(
            f'<Relationship Id="{rid}" Type="{kind}" Target="{_name(part).removeprefix("word/")}"/>' for rid, kind, part in found
        ),
        overrides=tuple((_name(part), part.content_type) for _, _, part in found),
        defaults=tuple((_name(picture).rpartition(".")[2], picture.content_type) for picture in pictures),
    )


def _name(part: TemplatePart) -> str:
    return str(part.partname).lstrip("/")


def _cleaned(part: TemplatePart) -> bytes:
    """Without what tells of the people and machines that made the template."""
    root = etree.fromstring(part.blob)
    for element in list(root.iter(*(_WORD + name for name in _PRIVATE))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if "rsid" in str(name)]:
            del element.attrib[name]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _require_placeholders(text: str) -> None:
    missing = [name for name in _REQUIRED if f"{{{name}}}" not in text]
    if missing:
        hint = "type it, as one piece of text, where it shall stand"
        raise ContentError(
            [error("B601", None, f"no header or footer of the Word template shows '{{{name}}}'", hint) for name in missing]
        )


def _pictures(parts: Iterator[TemplatePart]) -> Iterator[TemplatePart]:
    seen: set[str] = set()
    for part in parts:
        for rel in part.rels.values():
            if rel.reltype == OFFICE + "image" and _name(rel.target_part) not in seen:
                seen.add(_name(rel.target_part))
                yield rel.target_part


def _branch_name(name: str) -> str:
    """`word/_rels/header1.xml.rels` for `word/header1.xml`."""
    folder, _, base = name.rpartition("/")
    return f"{folder}/_rels/{base}.rels"


def _pictured(part: TemplatePart) -> bytes:
    """The relationships of a header or footer that shows pictures, ids as they are; empty for any other part."""
    images = [rel for rel in part.rels.values() if rel.reltype == OFFICE + "image"]
    kept = "".join(f'<Relationship Id="{rel.rId}" Type="{rel.reltype}" Target="{rel.target_ref}"/>' for rel in images)
    return Relationships().xml(kept) if images else b""
