"""Writes one slide and its notes as the parts of a package."""

from __future__ import annotations

from briefs.model.deck import Slide
from briefs.model.document import Meta
from briefs.render.ooxml.package import Part
from briefs.render.ooxml.relationships import OFFICE, Relationships
from briefs.render.ooxml.xml import HEAD
from briefs.render.powerpoint.bodies import write_body
from briefs.render.powerpoint.fill import footers, source, title
from briefs.render.powerpoint.page import Ledger, Page
from briefs.render.powerpoint.text import paragraph, words

_KIND = "application/vnd.openxmlformats-officedocument.presentationml."
SLIDE_TYPE, NOTES_TYPE = f"{_KIND}slide+xml", f"{_KIND}notesSlide+xml"
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE[:-1]}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_TREE = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_AFTER = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def slide_parts(ledger: Ledger, slide: Slide, number: int, meta: Meta) -> list[Part]:
    """The slide, its relationships and, if the presenter has something to say, its notes.

    ValueError for what no slide can show: no title, a link to nowhere, a diagram larger than its place.
    """
    page = Page(ledger, slide.layout, number)
    title(page, slide.title)
    write_body(page, slide.body, meta)
    source(page, slide.source)
    footers(page, meta)
    name = f"ppt/slides/slide{number}.xml"
    ledger.types.append((name, SLIDE_TYPE))
    notes = _notes(page, slide.notes) if slide.notes else []
    written = f"{HEAD}<p:sld {NAMES}><p:cSld>{_TREE}{''.join(page.shapes)}{_AFTER}</p:sld>"
    own = [Part(name, written.encode()), Part(f"ppt/slides/_rels/slide{number}.xml.rels", page.relations.xml())]
    return [*own, *notes]


def _notes(page: Page, notes: tuple[str, ...]) -> list[Part]:
    """The notes of a slide, which get a relationship to it and it to them."""
    number, template = page.number, page.ledger.template
    name = f"ppt/notesSlides/notesSlide{number}.xml"
    page.ledger.types.append((name, NOTES_TYPE))
    page.relate("notesSlide", name)
    relations = Relationships()
    relations.add(OFFICE + "notesMaster", f"../{template.notes.part.removeprefix('ppt/')}")
    relations.add(OFFICE + "slide", f"../slides/slide{number}.xml")
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f"</p:cNvSpPr><p:nvPr>{template.notes.image}</p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
    )
    text = "".join(paragraph(words(page, line)) for line in notes)
    body = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{template.notes.body}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )
    written = f"{HEAD}<p:notes {NAMES}><p:cSld>{_TREE}{image}{body}{_AFTER}</p:notes>"
    return [Part(name, written.encode()), Part(f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", relations.xml())]
