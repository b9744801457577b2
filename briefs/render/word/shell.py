"""The Word template as the renderer needs it: style ids, kept parts, numbering, page sizes; read once per process."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import docx
from docx.document import Document as TemplateDocument
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from briefs.diagnostics import ContentError, Diagnostic, error, nearest
from briefs.render.ooxml.reading import WORD, as_document, understood
from briefs.render.word.harvest import Harvest, harvest
from briefs.render.word.numbering import Numbering, read_numbering
from briefs.render.word.page import Sections, read_sections
from briefs.render.word.styles import NUMBERED, Characters, Named, Paragraphs, Tables

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = ((WD_STYLE_TYPE.PARAGRAPH, Paragraphs), (WD_STYLE_TYPE.CHARACTER, Characters), (WD_STYLE_TYPE.TABLE, Tables))


@dataclass(frozen=True, slots=True)
class Template:
    """Everything about a template that does not change from brief to brief."""

    harvest: Harvest
    styles: Mapping[Named, str]
    """Style ids."""
    numbering: Numbering
    sections: Sections
    colours: tuple[tuple[str, str], ...]
    """Slot of the theme and six hexadecimal digits, for what cannot name a slot."""
    body_font: str
    table_size: float
    """Points of table text."""
    card_size: float
    """Points of a card's text."""


@lru_cache(maxsize=4)
def open_template(package: bytes) -> Template:
    """Read a `.docx` or `.dotx`; raises ContentError naming every style, numbering, section or placeholder it lacks."""
    document = as_document(package, WORD)
    with understood(WORD):
        return _read(docx.Document(io.BytesIO(document)))


def _read(document: TemplateDocument) -> Template:
    missing = list(missing_styles(document))
    if missing:
        raise ContentError(missing)
    ids: dict[Named, str] = {style: document.styles[style.value].style_id for _, kind in _KINDS for style in kind}
    theme = _theme(document)
    return Template(
        harvest=harvest(document),
        styles=ids,
        numbering=read_numbering(document, ids),
        sections=read_sections(document),
        colours=_theme_colours(theme),
        body_font=_theme_font(theme),
        table_size=_points(document, Paragraphs.TABLE_TEXT),
        card_size=_points(document, Paragraphs.CARD_TEXT),
    )


def missing_styles(document: TemplateDocument) -> Iterator[Diagnostic]:
    """One error for each style that the template lacks, or that has lost its numbering."""
    for kind, wanted in _KINDS:
        known = {style.name for style in document.styles if style.type == kind}
        for style in wanted:
            if style.value not in known:
                yield _no_style(kind.name.lower(), style.value, known)
            elif style in NUMBERED and not document.styles[style.value].element.xpath("w:pPr/w:numPr/w:numId"):
                yield error(
                    "B601", None, f"the style '{style.value}' of the Word template has no numbering", "link it to a list level"
                )


def _no_style(kind: str, name: str, known: set[str]) -> Diagnostic:
    hint = "add it under Styles, New Style, or copy it from the engine's own brief.docx"
    near = nearest(name, known)
    message = f"the Word template lacks the {kind} style '{name}'"
    return error("B601", None, message, f"{near} Then give it its name back; else {hint}" if near.startswith("did") else hint)


def _theme(document: TemplateDocument) -> etree._Element:
    return etree.fromstring(next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/theme")).blob)


def _theme_colours(theme: etree._Element) -> tuple[tuple[str, str], ...]:
    scheme = theme.find(f".//{_A}clrScheme")
    slots = [] if scheme is None else list(scheme)
    return tuple((etree.QName(slot).localname, str(slot[0].get("lastClr") or slot[0].get("val"))) for slot in slots)


def _theme_font(theme: etree._Element) -> str:
    found = theme.find(f".//{_A}minorFont/{_A}latin")
    if found is None:
        hint = "choose one under Design, Fonts"
        raise ContentError([error("B601", None, "the theme of the Word template names no body font", hint)])
    return str(found.get("typeface"))


def _points(document: TemplateDocument, style: Paragraphs) -> float:
    size = document.styles[style.value].font.size
    if size is None:
        message = f"the style '{style.value}' of the Word template has no size of its own"
        raise ContentError([error("B601", None, message, "set its size under Styles, Modify")])
    return float(size.pt)
