"""Finds every place of a document that a link may lead to, and names its bookmark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from briefs.model.document import (
    Callout,
    Cards,
    ChartFigure,
    Code,
    Contents,
    DiagramFigure,
    DocBlock,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    PictureFigure,
    References,
    Table,
)
from briefs.render.word.body import bookmark_name


def bookmark_names(blocks: tuple[DocBlock, ...]) -> Mapping[str, str]:
    """Anchor -> bookmark name; raises ValueError when an anchor occurs twice, since Word keeps only one of them."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in _anchors(blocks):
        if anchor in names:
            raise ValueError(f"the anchor '{anchor}' occurs twice")
        name = bookmark_name(anchor)
        names[anchor] = bookmark_name(anchor, hashed=True) if name.lower() in taken else name
        taken.add(names[anchor].lower())
    return names


def listed(document: Document) -> Mapping[str, str]:
    """Anchor -> bookmark name, for all that the contents and lists of a document lead to."""
    names = bookmark_names(document.blocks)
    contents = (block for block in document.blocks if isinstance(block, Contents))
    return {entry.anchor: names[entry.anchor] for block in contents for entry in block.entries}


def _anchors(blocks: tuple[DocBlock, ...]) -> Iterator[str]:
    for block in blocks:
        yield from (anchor for anchor in _of(block) if anchor)


def _of(block: DocBlock) -> Iterator[str]:
    match block:
        case Heading(anchor=anchor):
            yield anchor
        case Table(rows=rows, caption=caption):
            yield from (row.anchor for row in rows)
            yield caption.anchor if caption else ""
        case References(entries=entries):
            yield from (entry.anchor for entry in entries)
        case Cards(cards=cards):
            yield from (card.anchor for card in cards)
        case ListBlock(items=items):
            for item in items:
                yield from _anchors(item)
        case Callout(blocks=inner):
            yield from _anchors(inner)
        case ChartFigure(caption=caption) | DiagramFigure(caption=caption) | PictureFigure(caption=caption):
            yield caption.anchor
        case Paragraph() | Code() | Contents():
            return
        case _:
            assert_never(block)
