"""What stands before the first section: the contents of a long document, and the lists of captions that its brief asks for."""

from collections.abc import Iterable, Iterator
from typing import Literal

from briefs.compose.count import pages
from briefs.model.content import Brief, Selection
from briefs.model.document import (
    Callout,
    Caption,
    ChartFigure,
    Contents,
    ContentsEntry,
    DiagramFigure,
    DocBlock,
    Heading,
    ListBlock,
    PictureFigure,
    Table,
)
from briefs.model.runs import plain

LONG_PAGES, LONG_HEADINGS = 6.0, 8
"""A product above either has a table of contents, unless its reader is an executive."""
COVER_ENTRIES, PAGE_ENTRIES = 18, 36
"""Entries for which a cover has room, and a page: the second level is listed where it fits, the cover goes first."""
DEEPEST_ENTRY = 2


def contents(selection: Selection, brief: Brief, blocks: tuple[DocBlock, ...]) -> tuple[Contents, ...]:
    """The contents when the document needs them, then each list that the brief asks for and that has an entry."""
    lists = (_list(kind, blocks) for kind in brief.lists)
    return (*_headings(selection, blocks), *(each for each in lists if each.entries))


def _headings(selection: Selection, blocks: tuple[DocBlock, ...]) -> tuple[Contents, ...]:
    headings = [block for block in blocks if isinstance(block, Heading) and block.level <= DEEPEST_ENTRY]
    top = [heading for heading in headings if heading.level == 1]
    if selection.audience.reader == "executive" or (pages(blocks) <= LONG_PAGES and len(top) <= LONG_HEADINGS):
        return ()
    room = COVER_ENTRIES if len(top) <= COVER_ENTRIES else PAGE_ENTRIES
    listed = headings if len(headings) <= room else top
    return (Contents(tuple(ContentsEntry(item.level, item.number, plain(item.content), item.anchor) for item in listed)),)


def _list(kind: Literal["figures", "tables"], blocks: tuple[DocBlock, ...]) -> Contents:
    label = "Figure" if kind == "figures" else "Table"
    captions = (caption for caption in _captions(blocks) if caption.label == label)
    return Contents(
        tuple(ContentsEntry(1, f"{label} {item.number}.", plain(item.content), item.anchor) for item in captions), kind
    )


def _captions(blocks: Iterable[DocBlock]) -> Iterator[Caption]:
    for block in blocks:
        match block:
            case ChartFigure(caption=caption) | DiagramFigure(caption=caption) | PictureFigure(caption=caption):
                yield caption
            case Table(caption=Caption() as caption):
                yield caption
            case Callout(blocks=inner):
                yield from _captions(inner)
            case ListBlock(items=items):
                for item in items:
                    yield from _captions(item)
            case _:
                pass
