"""Writes lists and procedures with native numbering that starts afresh for each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefs.model.document import Code, DocBlock, ListBlock, Paragraph
from briefs.render.word.body import Body, Place
from briefs.render.word.inline import write_flow
from briefs.render.word.styles import BULLETS, CONTINUES, NUMBERS, Paragraphs
from briefs.render.word.tables import KEEP

WriteBlocks = Callable[[Body, tuple[DocBlock, ...], Place], None]
_LEVEL_INDENT = 360
"""Twentieths of a point by which each level of the template's lists is set in."""
_STEP_INDENT = 454


def write_list(body: Body, block: ListBlock, place: Place, write_blocks: WriteBlocks) -> None:
    """Write a list; what an item holds beside its first paragraph stands below it, set in as the item's text.

    A step stays on the page with the command that it gives.
    """
    level = min(place.level, len(BULLETS) - 1)
    steps = block.steps and place.level == 0
    marker, follower = (Paragraphs.STEP, Paragraphs.STEP_CONTINUE) if steps else (_marker(block, level), CONTINUES[level])
    properties = _instance(body, block, level, steps=steps) if block.ordered or steps else ""
    indent = _STEP_INDENT if steps else _LEVEL_INDENT * (level + 1)
    inside = replace(place, width=place.width - indent, indent=place.indent + indent, paragraph=follower, level=place.level + 1)
    for item in block.items:
        first, rest = (item[0], item[1:]) if item else (None, ())
        body.open(marker, (KEEP if rest and isinstance(rest[0], Code) else "") + properties)
        if isinstance(first, Paragraph):
            write_flow(body, first.content)
        else:
            rest = item
        body.close()
        write_blocks(body, rest, inside)


def _marker(block: ListBlock, level: int) -> Paragraphs:
    return (NUMBERS if block.ordered else BULLETS)[level]


def _instance(body: Body, block: ListBlock, level: int, *, steps: bool) -> str:
    numbering = body.template.numbering
    number = body.number_instance(numbering.steps if steps else numbering.numbers, level, block.start)
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
