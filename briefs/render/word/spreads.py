"""Splits a document into stretches that begin a page: sections, where there are contents, and what is too wide to stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.model.document import Contents, DiagramFigure, DocBlock, Document, Heading, Paragraph, Table
from briefs.model.runs import plain
from briefs.render.word.shell import Template
from briefs.render.word.tables import table_type
from briefs.render.word.widths import Needs, needs, too_tall, too_wide

_SMALLEST = 9.0
"""Points below which a diagram's text is too small to read."""
_LABEL = 11.0


_CONTENTS = "Contents"


@dataclass(frozen=True, slots=True)
class Spread:
    """Blocks that share one kind of page and what its header says of them."""

    wide: bool
    blocks: tuple[DocBlock, ...]
    running: str
    """The section's title where sections begin pages, else for whom the document is."""


def measure(blocks: tuple[DocBlock, ...], template: Template) -> Mapping[int, Needs]:
    """What each table of the document needs, by its identity; tables within other blocks are left out."""
    return {id(block): needs(block, table_type(template)) for block in blocks if isinstance(block, Table)}


def spreads(document: Document, template: Template, measured: Mapping[int, Needs]) -> tuple[Spread, ...]:
    """The stretches in order; a wide block takes the heading and the paragraph that introduce it with it."""
    blocks = document.blocks
    turns_tall = document.meta.reader == "engineer"
    wide = [_is_wide(block, template.sections.upright.width / 20, measured, turns_tall=turns_tall) for block in blocks]
    for at in [at for at, is_wide in enumerate(wide) if is_wide]:
        for before in range(_introduced_from(blocks, at), at):
            wide[before] = True
    if any(isinstance(block, Contents) for block in blocks):
        return tuple(_titled(_grouped(blocks, wide, by_section=True)))
    return tuple(
        Spread(side, group, f"For {document.meta.audience_name}") for side, group in _grouped(blocks, wide, by_section=False)
    )


def _is_wide(block: DocBlock, room: float, measured: Mapping[int, Needs], *, turns_tall: bool) -> bool:
    """Executives' few pages are turned only where words would break."""
    if isinstance(block, Table):
        need = measured[id(block)]
        return too_wide(need, room) or (turns_tall and too_tall(need, room))
    if isinstance(block, DiagramFigure):
        return _LABEL * room / block.diagram.width < _SMALLEST
    return False


def _introduced_from(blocks: tuple[DocBlock, ...], at: int) -> int:
    """Where the introduction of a block begins: headings right before it, with at most one paragraph between."""
    start = at
    if start > 1 and isinstance(blocks[start - 1], Paragraph) and isinstance(blocks[start - 2], Heading):
        start -= 1
    while start > 0 and isinstance(blocks[start - 1], Heading):
        start -= 1
    return start if start < at and isinstance(blocks[start], Heading) else at


def _grouped(blocks: tuple[DocBlock, ...], wide: list[bool], *, by_section: bool) -> Iterator[tuple[bool, tuple[DocBlock, ...]]]:
    start = 0
    for at in range(1, len(blocks) + 1):
        if at == len(blocks) or wide[at] != wide[start] or (by_section and _title(blocks[at])):
            yield wide[start], blocks[start:at]
            start = at


def _titled(groups: Iterator[tuple[bool, tuple[DocBlock, ...]]]) -> Iterator[Spread]:
    """Each group under the title of the section that it belongs to."""
    running = _CONTENTS
    for side, group in groups:
        running = _title(group[0]) or running
        yield Spread(side, group, running)


def _title(block: DocBlock) -> str:
    """The title of a section; empty for any other block."""
    return plain(block.content) if isinstance(block, Heading) and block.level == 1 else ""
