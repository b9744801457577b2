"""A document as lines of Markdown."""

from briefs.model.document import Document
from briefs.render.text.anchors import linked
from briefs.render.text.blocks import Setting, lines
from briefs.render.text.front import front_lines
from briefs.render.text.inline import paragraph


def document_lines(document: Document) -> list[str]:
    """Title block, blocks, footnotes."""
    notes = [f"[^{number}]: {paragraph(note)}" for number, note in enumerate(document.notes, 1)]
    body = lines(document.blocks, Setting(linked((document.blocks, document.notes))))
    return [*front_lines(document.meta), *body, *notes]
