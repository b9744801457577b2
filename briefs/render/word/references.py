"""Writes terminology and sources: hanging paragraphs in small type, in two columns that end level."""

from __future__ import annotations

from briefs.model.document import References
from briefs.render.word.body import Body
from briefs.render.word.inline import TAB, words, write_flow
from briefs.render.word.styles import Paragraphs

_FLUSH = '<w:ind w:left="0" w:firstLine="0"/>'
_LABELLED = '<w:tabs><w:tab w:val="left" w:pos="380"/></w:tabs><w:ind w:left="380" w:hanging="380"/>'


def write_references(body: Body, references: References) -> None:
    """Write each entry as a paragraph; a number stands before it when any entry has one."""
    if references.opening:
        body.open(Paragraphs.SMALL, _FLUSH)
        body.write(words(references.opening))
        body.close()
    labelled = any(entry.label for entry in references.entries)
    for entry in references.entries:
        body.open(Paragraphs.SMALL, _LABELLED if labelled else "")
        start, end = body.bookmark(entry.anchor)
        body.write(start, end, f"{words(entry.label)}{TAB}" if labelled else "")
        write_flow(body, entry.content)
        body.close()
