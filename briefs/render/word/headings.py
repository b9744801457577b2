"""Writes headings with native numbering, checked against the number that the document gives."""

from __future__ import annotations

from briefs.model.document import Heading
from briefs.render.word.body import Body
from briefs.render.word.inline import TAB, words, write_flow
from briefs.render.word.styles import HEADINGS, Paragraphs

_AT_TOP = '<w:spacing w:before="0"/>'
"""Word leaves the space before a heading at the top of a section's first page, where it is a gap."""
_HANGING = '<w:ind w:left="680" w:hanging="680"/>'


def write_heading(body: Body, heading: Heading) -> None:
    """Write a heading and its bookmark.

    A number that Word's own counting would not give is written as text, so that the reader sees the document's.
    """
    counted = _count(body, heading)
    typed = "" if counted or not heading.number else heading.number
    numbering = "" if counted else _unnumbered(body, heading)
    top = _AT_TOP if body.at_top else ""
    body.at_top = False
    small = body.columns and not heading.number
    body.open(Paragraphs.SMALL_HEADING if small else HEADINGS[heading.level - 1], numbering + top + (_HANGING if typed else ""))
    start, end = body.bookmark(heading.anchor)
    body.write(start, words(typed) + TAB if typed else "")
    write_flow(body, heading.content)
    body.write(end)
    body.close()


def _count(body: Body, heading: Heading) -> bool:
    """Whether Word's counting gives the heading's number; it counts on only for headings that it numbers."""
    if not heading.number:
        return False
    level = heading.level
    counters = [*body.headings[: level - 1], body.headings[level - 1] + 1, *[0] * (len(body.headings) - level)]
    if ".".join(str(counter) for counter in counters[:level]) != heading.number:
        return False
    body.headings = counters
    return True


def _unnumbered(body: Body, heading: Heading) -> str:
    return f'<w:numPr><w:ilvl w:val="{heading.level - 1}"/><w:numId w:val="{body.template.numbering.none}"/></w:numPr>'
