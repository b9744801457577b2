"""Document and template to the bytes of a Word brief."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefs.model.document import Contents, Document, Heading, Meta
from briefs.model.runs import plain
from briefs.render.ooxml.package import Part, StaticPart, write_package
from briefs.render.ooxml.relationships import OFFICE, content_types
from briefs.render.ooxml.xml import HEAD, text
from briefs.render.word.anchors import bookmark_names
from briefs.render.word.blocks import write_blocks
from briefs.render.word.body import Body, Place
from briefs.render.word.harvest import PLACEHOLDER
from briefs.render.word.namespaces import DECLARED
from briefs.render.word.notes import NAME, NOTES_TYPE, notes_parts, relate_notes
from briefs.render.word.opening import shown_edition, write_opening
from briefs.render.word.properties import OVERRIDES, property_parts
from briefs.render.word.shell import Template
from briefs.render.word.spreads import Spread, measure, spreads
from briefs.render.word.styles import Paragraphs

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DEFAULTS = (
    ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
    ("xml", "application/xml"),
    ("png", "image/png"),
    ("jpeg", "image/jpeg"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)
_NO_PAGES: Mapping[str, int] = MappingProxyType({})


def render(document: Document, template: Template, pages: Mapping[str, int] = _NO_PAGES) -> bytes:
    """Return the `.docx` of a document.

    `pages` gives the page of each anchor in the contents; without it the contents show none. Raises ValueError for a
    document that contradicts itself: an anchor twice, or a link to none.
    """
    has_contents = any(isinstance(block, Contents) for block in document.blocks)
    measured = measure(document.blocks, template)
    body = Body(template, bookmark_names(document.blocks), has_contents, pages, measured)
    relate_notes(body)
    write_opening(body, document.meta)
    _write_spreads(body, spreads(document, template, measured), opened=document.meta.reader == "executive")
    notes = notes_parts(body, document.notes)
    main = f"{HEAD}<w:document {DECLARED}><w:body>{''.join(body.out)}</w:body></w:document>"
    return write_package(_parts(body, document, main, notes))


def _write_spreads(body: Body, stretches: tuple[Spread, ...], *, opened: bool) -> None:
    """Write each stretch; a section's properties close it, in a last paragraph of its own or, at the end, in the body."""
    sections = body.template.sections
    pages = [sections.wide if stretch.wide else sections.upright for stretch in stretches] or [sections.upright]
    if opened and pages[0] is sections.upright:
        pages[0] = sections.opening
    for at, page in enumerate(pages):
        if stretches:
            write_blocks(body, stretches[at].blocks, Place(page.width))
        if at < len(pages) - 1:
            body.open(Paragraphs.SPACER, page.properties)
            body.close()
    body.write(pages[-1].properties)


def _parts(body: Body, document: Document, main: str, notes: tuple[Part, ...]) -> list[Part | StaticPart]:
    harvest = body.template.harvest
    body.relationships.add(OFFICE + "numbering", "numbering.xml")
    overrides = (
        ("word/document.xml", _MAIN + "document.main+xml"),
        ("word/numbering.xml", _MAIN + "numbering+xml"),
        (NAME, NOTES_TYPE),
        *harvest.overrides,
        *OVERRIDES,
        *body.overrides,
    )
    return [
        content_types((*_DEFAULTS, *harvest.defaults), overrides),
        *property_parts(document.meta),
        Part("word/document.xml", main.encode("utf-8")),
        Part("word/_rels/document.xml.rels", body.relationships.xml(kept=harvest.relationships)),
        *harvest.static,
        *_running(document, harvest.running),
        Part("word/numbering.xml", body.template.numbering.part(tuple(body.numbers))),
        *notes,
        *body.parts.values(),
    ]


def _running(document: Document, parts: tuple[tuple[str, str], ...]) -> list[Part]:
    """Headers and footers with their placeholders filled."""
    first = next((plain(block.content) for block in document.blocks if isinstance(block, Heading) and block.level == 1), "")
    meta: Meta = document.meta
    values = {"title": meta.title, "running": first, "marking": meta.marking, "edition": shown_edition(meta)}
    return [Part(name, PLACEHOLDER.sub(lambda found: text(values[found.group(1)]), xml).encode("utf-8")) for name, xml in parts]
