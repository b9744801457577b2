"""How much a document says: words for the budget, pages by estimate for the choice of a contents page."""

import math
from collections.abc import Iterable
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
from briefs.model.runs import Flow, plain

LETTERS_A_LINE, LINES_A_PAGE = 95, 46
FIGURE_LINES, HEADING_LINES, GAP = 24.0, 2.4, 0.5
REFERENCE_LETTERS, REFERENCE_COLUMNS = 52, 2


def words(blocks: Iterable[DocBlock]) -> int:
    """Words that an author wrote for this product: none of terminology, sources, tables of views, record cards or code."""
    return sum(_words(block) for block in blocks)


def pages(blocks: Iterable[DocBlock]) -> float:
    """Pages of US Letter, by counting lines; a figure is half of one."""
    return sum(_lines(block) for block in blocks) / LINES_A_PAGE


def _words(block: DocBlock) -> int:
    match block:
        case Heading() | Paragraph():
            return _count(block.content)
        case ListBlock():
            return sum(words(item) for item in block.items)
        case Callout():
            return _count(block.title) + words(block.blocks)
        case Table():
            return _table_words(block)
        case ChartFigure() | DiagramFigure() | PictureFigure():
            return _count(block.caption.content)
        case Cards() | Code() | Contents() | References():
            return 0
        case _:
            assert_never(block)


def _table_words(table: Table) -> int:
    if table.role != "content":
        return 0
    return sum(_count(cell) for row in (table.header, *(row.cells for row in table.rows)) for cell in row)


def _count(flow: Flow) -> int:
    return len(plain(flow).split())


def _lines(block: DocBlock) -> float:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading():
            return HEADING_LINES
        case Paragraph():
            return _height(block.content, LETTERS_A_LINE) + GAP
        case ListBlock():
            return sum(_lines(child) for item in block.items for child in item)
        case Callout():
            return 2 + sum(_lines(child) for child in block.blocks)
        case Table():
            return 2 + sum(_row_lines(row.cells) for row in (*block.rows,))
        case Cards():
            return sum(3 + sum(_height(item.content, LETTERS_A_LINE - 20) for item in card.fields) for card in block.cards)
        case ChartFigure() | DiagramFigure() | PictureFigure():
            return FIGURE_LINES
        case References():
            return sum(_height(entry.content, REFERENCE_LETTERS) for entry in block.entries) / REFERENCE_COLUMNS
        case Code():
            return len(block.text.splitlines()) + GAP
        case Contents():
            return 0.0
        case _:
            assert_never(block)


def _row_lines(cells: tuple[Flow, ...]) -> float:
    """The highest cell, when each column has its share of the letters."""
    total = sum(len(plain(cell)) for cell in cells) or 1
    shares = (max(8.0, LETTERS_A_LINE * len(plain(cell)) / total) for cell in cells)
    return GAP + max((_height(cell, share) for cell, share in zip(cells, shares, strict=True)), default=0.0)


def _height(flow: Flow, letters: float) -> float:
    return float(math.ceil(len(plain(flow)) / letters))
