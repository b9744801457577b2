"""Writes headings with native numbering, checked against the number that the document gives."""

from __future__ import annotations

from briefs.model.document import Heading
from briefs.render.word.body import Body
from briefs.render.word.inline import TAB, words, write_flow
from briefs.render.word.styles import HEADINGS

_HANGING = '<w:ind w:left="680" w:hanging="680"/>'


def write_heading(body: Body, heading: Heading) -> None:
    """Write a heading and its bookmark.

    A number that Word's own counting would not give is written as text, so that the reader sees the document's.
    """
    page = "<w:pageBreakBefore/>" if heading.level == 1 and body.break_before_sections else ""
    counted = _count(body, heading)
    typed = "" if counted or not heading.number else heading.number
    body.open(HEADINGS[heading.level - 1], page if counted else f"{page}{_unnumbered(body, heading)}")
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
    none = f'<w:numPr><w:ilvl w:val="{heading.level - 1}"/><w:numId w:val="{body.template.numbering.none}"/></w:numPr>'
    return none + (_HANGING if heading.number else "")
