"""Writes any block of a document: one case each, and the type checker names a missing one."""

from __future__ import annotations

from itertools import zip_longest
from typing import assert_never

from briefs.model.document import (
    Callout,
    Cards,
    ChartFigure,
    Code,
    Contents,
    DiagramFigure,
    DocBlock,
    Heading,
    ListBlock,
    Paragraph,
    PictureFigure,
    References,
    Table,
)
from briefs.model.runs import plain
from briefs.render.word.body import Body, Place
from briefs.render.word.contents import write_contents
from briefs.render.word.figures import write_chart, write_diagram, write_picture
from briefs.render.word.headings import write_heading
from briefs.render.word.inline import BREAK, words, write_flow
from briefs.render.word.lists import write_list
from briefs.render.word.panels import write_callout, write_cards
from briefs.render.word.references import write_references
from briefs.render.word.styles import Paragraphs, of_role
from briefs.render.word.tables import KEEP, write_table


def write_blocks(body: Body, blocks: tuple[DocBlock, ...], place: Place) -> None:
    """Write blocks in order."""
    for block, following in zip_longest(blocks, blocks[1:]):
        _write(body, block, place, following)


def _write(body: Body, block: DocBlock, place: Place, following: DocBlock | None) -> None:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading():
            write_heading(body, block)
        case Paragraph():
            _write_paragraph(body, block, place, following)
        case ListBlock():
            write_list(body, block, place, write_blocks)
        case Code():
            _write_code(body, block, place)
        case Table():
            write_table(body, block, place)
        case References():
            write_references(body, block)
        case Callout():
            write_callout(body, block, place, write_blocks)
        case Cards():
            write_cards(body, block, place)
        case ChartFigure():
            write_chart(body, block, place)
        case DiagramFigure():
            write_diagram(body, block, place)
        case PictureFigure():
            write_picture(body, block, place)
        case Contents():
            write_contents(body, block)
        case _:
            assert_never(block)


def _write_paragraph(body: Body, block: Paragraph, place: Place, following: DocBlock | None) -> None:
    """A paragraph that announces what follows, a command or anything else by a colon, stays on the page with it."""
    announces = isinstance(following, Code) or (following is not None and plain(block.content).rstrip().endswith(":"))
    body.open(place.paragraph if block.role == "body" else of_role(block.role), KEEP if announces else "")
    write_flow(body, block.content)
    body.close()


def _write_code(body: Body, code: Code, place: Place) -> None:
    """One paragraph with line breaks, so that the panel has no gaps and copies as it was typed."""
    indent = f'<w:ind w:left="{place.indent + 220}"/>' if place.indent else ""
    body.open(Paragraphs.CODE, indent)
    body.write(BREAK.join(words(line) for line in code.text.rstrip("\n").split("\n")))
    body.close()
