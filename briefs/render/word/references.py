"""Writes terminology and sources: hanging paragraphs in small type, in two columns that end level."""

from __future__ import annotations

import re

from briefs.model.document import References
from briefs.render.word.body import Body
from briefs.render.word.inline import TAB, words, write_flow
from briefs.render.word.styles import Paragraphs

_LABELLED = '<w:tabs><w:tab w:val="left" w:pos="380"/></w:tabs><w:ind w:left="380" w:hanging="380"/>'
_COLUMNS = '<w:cols w:num="2" w:space="480"/>'
_SET = re.compile(r"<w:cols\b[^>]*?/>")


def write_references(body: Body, references: References) -> None:
    """Write each entry as a paragraph; a number stands before it when any entry has one."""
    labelled = any(entry.label for entry in references.entries)
    for entry in references.entries:
        body.open(Paragraphs.SMALL, _LABELLED if labelled else "")
        start, end = body.bookmark(entry.anchor)
        body.write(start, end, f"{words(entry.label)}{TAB}" if labelled else "")
        write_flow(body, entry.content)
        body.close()


def continued(properties: str) -> str:
    """A `w:sectPr` whose section begins where the one before it ends, not on a page of its own."""
    return properties.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz', 1).replace("<w:titlePg/>", "")


def in_columns(properties: str) -> str:
    """A `w:sectPr` with its text in two columns."""
    return _SET.sub(_COLUMNS, properties) if _SET.search(properties) else properties
