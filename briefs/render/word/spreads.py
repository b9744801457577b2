"""Splits a document into stretches that begin a page: the contents, and what is too wide to stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.model.document import Contents, DiagramFigure, DocBlock, Document, Heading, Paragraph, References, Table
from briefs.render.word.page import Sections
from briefs.render.word.shell import Template
from briefs.render.word.tables import table_type
from briefs.render.word.widths import Needs, height, needs, too_wide

_SMALLEST = 9.0
"""Points below which a diagram's text is too small to read."""
_LABEL = 11.0
_MANY_COLUMNS = 5
_PAGES, _FEWER = 2.5, 0.85
"""How many pages tables take upright, and what part of them on their side, from where on their side they read better."""


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
    executive = document.meta.reader == "executive"
    wide = _turned(blocks, template.sections, measured, executive=executive)
    for at in [at for at, is_wide in enumerate(wide) if is_wide]:
        for before in range(_introduced_from(blocks, at), at):
            wide[before] = True
    return tuple(
        Spread(side, group, opens=not side and ((executive and at == 0) or isinstance(group[0], Contents)))
        for at, (side, group) in enumerate(_grouped(blocks, wide))
    )


def _turned(blocks: tuple[DocBlock, ...], sections: Sections, measured: Mapping[int, Needs], *, executive: bool) -> list[bool]:
    """Which blocks lie on their side: what cannot stand, and runs of tables that take pages upright and fewer on their side."""
    room = sections.upright.width / 20
    wide = [_cannot_stand(block, room, measured) for block in blocks]
    upright = [0.0 if executive else _pages_upright(block, sections, measured) for block in blocks]
    for run in _runs(blocks, [is_wide or pages > 0 for is_wide, pages in zip(wide, upright, strict=True)]):
        if any(wide[at] for at in run) or sum(upright[at] for at in run) >= _PAGES:
            for at in run:
                wide[at] = True
    return wide


def _cannot_stand(block: DocBlock, room: float, measured: Mapping[int, Needs]) -> bool:
    """Words would break, or letters be too small to read."""
    if isinstance(block, Table):
        return too_wide(measured[id(block)], room)
    if isinstance(block, DiagramFigure):
        return _LABEL * room / block.diagram.width < _SMALLEST
    return False


def _pages_upright(block: DocBlock, sections: Sections, measured: Mapping[int, Needs]) -> float:
    """Pages that a table takes upright, when it takes clearly fewer on its side; else none."""
    if not isinstance(block, Table) or len(block.columns) < _MANY_COLUMNS:
        return 0.0
    upright, wide = (
        20 * height(measured[id(block)], page.width / 20) / page.height for page in (sections.upright, sections.wide)
    )
    return upright if wide <= _FEWER * upright else 0.0


def _runs(blocks: tuple[DocBlock, ...], wide: list[bool]) -> Iterator[list[int]]:
    """Places of blocks that follow one another with nothing but their introductions between."""
    run: list[int] = []
    for at in [at for at, is_wide in enumerate(wide) if is_wide]:
        if run and _introduced_from(blocks, at) > run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _introduced_from(blocks: tuple[DocBlock, ...], at: int) -> int:
    """Where the introduction of a block begins: headings right before it, with at most one paragraph between."""
    start = at
    if start > 1 and isinstance(blocks[start - 1], Paragraph) and isinstance(blocks[start - 2], Heading):
        start -= 1
    while start > 0 and isinstance(blocks[start - 1], Heading):
        start -= 1
    return start if start < at and isinstance(blocks[start], Heading) else at


def _grouped(blocks: tuple[DocBlock, ...], wide: list[bool]) -> Iterator[tuple[bool, tuple[DocBlock, ...]]]:
    """Runs of blocks of one orientation; contents and lists of captions keep their pages to themselves."""
    start = 0
    for at in range(1, len(blocks) + 1):
        apart = at == len(blocks) or wide[at] != wide[start] or _columned(blocks, at) != _columned(blocks, start)
        if apart or (isinstance(blocks[at - 1], Contents) and not isinstance(blocks[at], Contents)):
            yield wide[start], blocks[start:at]
            start = at


def _columned(blocks: tuple[DocBlock, ...], at: int) -> bool:
    """Whether a block stands in columns; the heading of a block that does stands in them too, so that it stays with it."""
    heads = isinstance(blocks[at], Heading) and at + 1 < len(blocks) and isinstance(blocks[at + 1], References)
    return heads or isinstance(blocks[at], References)
