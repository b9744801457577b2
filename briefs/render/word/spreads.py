"""Splits a document into stretches that begin a page: the contents, and what is too wide to stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.model.document import Contents, DiagramFigure, DocBlock, Document, Heading, Paragraph, References, Table
from briefs.render.word.shell import Template
from briefs.render.word.tables import table_type
from briefs.render.word.widths import Needs, needs, too_wide

_SMALLEST = 9.0
"""Points below which a diagram's text is too small to read."""
_LABEL = 11.0


@dataclass(frozen=True, slots=True)
class Spread:
    """Blocks that share one kind of page."""

    wide: bool
    blocks: tuple[DocBlock, ...]
    opens: bool = False
    """Whether its first page has none of a section's title above it: the contents, or the first page of executives."""

    @property
    def columns(self) -> bool:
        """Whether it stands in columns, on the page where what comes before it ends."""
        return isinstance(self.blocks[-1], References)


def measure(blocks: tuple[DocBlock, ...], template: Template) -> Mapping[int, Needs]:
    """What each table of the document needs, by its identity; tables within other blocks are left out."""
    return {id(block): needs(block, table_type(template)) for block in blocks if isinstance(block, Table)}


def spreads(document: Document, template: Template, measured: Mapping[int, Needs]) -> tuple[Spread, ...]:
    """The stretches in order; a wide block takes the heading and the paragraph that introduce it with it."""
    blocks = document.blocks
    wide = [_is_wide(block, template.sections.upright.width / 20, measured) for block in blocks]
    for at in [at for at, is_wide in enumerate(wide) if is_wide]:
        for before in range(_introduced_from(blocks, at), at):
            wide[before] = True
    executive = document.meta.reader == "executive"
    return tuple(
        Spread(side, group, opens=at == 0 and not side and (executive or isinstance(group[0], Contents)))
        for at, (side, group) in enumerate(_grouped(blocks, wide))
    )


def _is_wide(block: DocBlock, room: float, measured: Mapping[int, Needs]) -> bool:
    """A page is turned only for what cannot stand: words that would break, letters too small to read."""
    if isinstance(block, Table):
        return too_wide(measured[id(block)], room)
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


def _grouped(blocks: tuple[DocBlock, ...], wide: list[bool]) -> Iterator[tuple[bool, tuple[DocBlock, ...]]]:
    """Runs of blocks of one orientation; the contents keep their page to themselves."""
    start = 0
    for at in range(1, len(blocks) + 1):
        apart = at == len(blocks) or wide[at] != wide[start] or _columned(blocks, at) != _columned(blocks, start)
        if apart or isinstance(blocks[at - 1], Contents):
            yield wide[start], blocks[start:at]
            start = at


def _columned(blocks: tuple[DocBlock, ...], at: int) -> bool:
    """Whether a block stands in columns; the heading of a block that does stands in them too, so that it stays with it."""
    heads = isinstance(blocks[at], Heading) and at + 1 < len(blocks) and isinstance(blocks[at + 1], References)
    return heads or isinstance(blocks[at], References)
