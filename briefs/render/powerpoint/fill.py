"""Writes text into a layout's placeholders: title, body, source and the footers that no library copies."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.model.dates import spoken
from briefs.model.document import Meta
from briefs.render.ooxml import xml
from briefs.render.powerpoint.measure import slack
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.text import paragraph, words
from briefs.render.powerpoint.units import emu


def placeholder(page: Page, role: str, paragraphs: Sequence[str]) -> None:
    """Fill the placeholder of a role, which keeps place, size and looks of the layout."""
    page.shapes.append(_shape(page, role, "".join(paragraphs), "<a:bodyPr/>"))


def title(page: Page, text: str) -> None:
    """Fill the title, in lines of even length. Raises ValueError when there is none: such a slide cannot be found."""
    if not text.strip():
        raise ValueError(f"slide {page.number} has no title")
    right = slack(page.frame("title"), text)
    inset = f'<a:bodyPr rIns="{emu(right + page.frame("title").inset_x / 2)}"/>' if right else "<a:bodyPr/>"
    page.shapes.append(_shape(page, "title", paragraph(words(page, text)), inset))


def source(page: Page, text: str) -> None:
    """Fill the source line, if the slide has one to show and its layout a place for it."""
    if text and "source" in page.layout.placeholders:
        placeholder(page, "source", [paragraph(words(page, text))])


def footers(page: Page, meta: Meta) -> None:
    """Marking, edition with the deck's own id, and slide number; a cover has neither edition nor number there."""
    placeholder(page, "marking", [paragraph(words(page, meta.marking))])
    if page.layout.id == "title":
        return
    placeholder(page, "edition", [paragraph(words(page, " · ".join(filter(None, (edition_line(meta), meta.id)))))])
    number = f'<a:rPr lang="{page.language}"/><a:t>{page.number}</a:t>'
    field = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">{number}</a:fld>'
    placeholder(page, "slide-number", [paragraph(field)])


def edition_line(meta: Meta) -> str:
    """`23 November 2026 · edition 0.1`."""
    return f"{spoken(meta.edition.date)} · edition {meta.edition.version}"


def _shape(page: Page, role: str, content: str, inset: str) -> str:
    found = page.layout.placeholders[role]
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{page.next_id()}" name="{xml.attribute(found.name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{found.reference}</p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody>{inset}<a:lstStyle/>{content}</p:txBody></p:sp>"
    )
