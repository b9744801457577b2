"""Document and template to the bytes of a Word brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from briefs.model.document import Contents, Document, Heading
from briefs.render.ooxml.package import Part, StaticPart, write_package
from briefs.render.ooxml.relationships import OFFICE, content_types
from briefs.render.ooxml.xml import HEAD
from briefs.render.word.anchors import bookmark_names
from briefs.render.word.blocks import write_blocks
from briefs.render.word.body import Body, Place
from briefs.render.word.contents import on_cover
from briefs.render.word.namespaces import DECLARED
from briefs.render.word.notes import NAME, NOTES_TYPE, notes_parts, relate_notes
from briefs.render.word.opening import write_opening
from briefs.render.word.page import Page
from briefs.render.word.properties import OVERRIDES, property_parts
from briefs.render.word.running import running_parts
from briefs.render.word.setting import continued, in_columns, unnamed
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
_THIN = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""A section's last paragraph takes a point, so that it does not need a page of its own under a full one."""
_UNSEEN = "<w:rPr><w:vanish/></w:rPr>"
"""A mark that is not shown takes nothing, where even a point would begin a page: under columns that fill theirs."""
_NO_PAGES: Mapping[str, int] = MappingProxyType({})


def render(document: Document, template: Template, pages: Mapping[str, int] = _NO_PAGES) -> bytes:
    """Return the `.docx` of a document.

    `pages` gives the page of each anchor in the contents; without it the contents show none. Raises ValueError for a
    document that contradicts itself: an anchor twice, or a link to none.
    """
    measured = measure(document.blocks, template)
    body = Body(template, bookmark_names(document.blocks), pages, measured)
    relate_notes(body)
    cover = on_cover(document)
    write_opening(body, document.meta, cover)
    rest = document if cover is None else replace(document, blocks=document.blocks[1:])
    _write_spreads(body, spreads(rest, template, measured), covered=document.meta.reader == "engineer")
    notes = notes_parts(body, document.notes)
    main = f"{HEAD}<w:document {DECLARED}><w:body>{''.join(body.out)}</w:body></w:document>"
    return write_package(_parts(body, document, main, notes))


def _write_spreads(body: Body, stretches: tuple[Spread, ...], *, covered: bool) -> None:
    """Write each stretch; a section's properties close it, in a last paragraph of its own or, at the end, in the body."""
    for at, stretch in enumerate(stretches):
        page = _page(body, stretch)
        flows = at > 0 and _flows(stretches[at - 1], stretch)
        body.at_top = (at > 0 or covered) and not flows and isinstance(stretch.blocks[0], Heading)
        body.columns = stretch.columns
        write_blocks(body, stretch.blocks, Place(page.width))
        _thin_end(body)
        properties = _properties(page, stretch, flows=flows)
        if at < len(stretches) - 1 or stretch.columns:
            body.open(Paragraphs.SPACER, _THIN + properties)
            body.close()
        if at == len(stretches) - 1:
            _end(body, page, properties, columns=stretch.columns)


def _properties(page: Page, stretch: Spread, *, flows: bool) -> str:
    properties = continued(page.properties) if flows else page.properties
    properties = unnamed(properties) if isinstance(stretch.blocks[0], Contents) else properties
    return in_columns(properties) if stretch.columns else properties


def _end(body: Body, page: Page, properties: str, *, columns: bool) -> None:
    """The last section's properties; columns end level only when a section without them follows."""
    if columns:
        body.open(Paragraphs.SPACER, _THIN + _UNSEEN)
        body.close()
    body.write(continued(page.properties) if columns else properties)


def _flows(before: Spread, after: Spread) -> bool:
    """Whether a stretch begins where the one before it ends: columns do, and so does what follows them."""
    return before.wide == after.wide and (before.columns or after.columns)


def _thin_end(body: Body) -> None:
    """The room that a table leaves below itself is not needed at the end, where it could ask for a page of its own."""
    spacer = f'<w:p><w:pPr><w:pStyle w:val="{body.template.styles[Paragraphs.SPACER]}"/></w:pPr>'
    if body.out[-2:] == [spacer, "</w:p>"]:
        body.out[-2] = spacer.replace("</w:pPr>", f"{_THIN}</w:pPr>")


def _page(body: Body, stretch: Spread) -> Page:
    sections = body.template.sections
    if stretch.wide:
        return sections.wide
    return sections.opening if stretch.opens else sections.upright


def _parts(body: Body, document: Document, main: str, notes: tuple[Part, ...]) -> list[Part | StaticPart]:
    harvest = body.template.harvest
    body.relationships.add(OFFICE + "numbering", "numbering.xml")
    running = tuple(running_parts(harvest.running, document))
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
        *running,
        Part("word/numbering.xml", body.template.numbering.part(tuple(body.numbers))),
        *notes,
        *body.parts.values(),
    ]
