"""Blocks laid out as one run of text, for places that hold no blocks: table cells, card fields, footnotes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from briefs.model.nodes import (
    Block,
    Break,
    Callout,
    ChartCall,
    Code,
    CodeBlock,
    DiagramCall,
    Division,
    Figure,
    Group,
    Inline,
    ItemList,
    Mark,
    Paragraph,
    Quote,
    SlideBlock,
    Steps,
    Styled,
    Table,
    Text,
    ViewCall,
)


def flatten(blocks: Iterable[Block]) -> tuple[Inline, ...]:
    """Every block on lines of its own, items of lists with their bullet or number; exhibits have no place in a line."""
    return _lines(line for block in blocks for line in _block(block))


def _lines(lines: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Lines with a break between any two."""
    flat: list[Inline] = []
    for line in lines:
        if flat and line:
            flat.append(Break(line[0].mark))
        flat.extend(line)
    return tuple(flat)


def _block(block: Block) -> list[tuple[Inline, ...]]:
    match block:
        case Paragraph():
            return [block.children]
        case CodeBlock():
            return [(Code(line, block.mark),) for line in block.text.splitlines() if line.strip()]
        case Steps() | Quote() | Group():
            return [line for child in block.blocks for line in _block(child)]
        case Division() | Callout():
            title = [(Styled("strong", block.title, block.mark),)] if block.title else []
            return [*title, *(line for child in block.blocks for line in _block(child))]
        case ItemList():
            return [line for index, item in enumerate(block.items) for line in _item(block, index, item.blocks)]
        case Table():
            return [_row([cell.children for cell in row.cells], row.mark) for row in block.rows]
        case Figure():
            return [block.caption]
        case ViewCall() | ChartCall() | DiagramCall() | SlideBlock():
            raise ValueError(f"{type(block).__name__} at {block.mark.origin} cannot stand in a line of text")
        case _:
            assert_never(block)


def _item(parent: ItemList, index: int, blocks: tuple[Block, ...]) -> list[tuple[Inline, ...]]:
    bullet = f"{parent.start + index}. " if parent.ordered else "• "
    lines = [line for block in blocks for line in _block(block)]
    return [(Text(bullet, parent.mark), *line) if number == 0 else line for number, line in enumerate(lines)]


def _row(cells: list[tuple[Inline, ...]], mark: Mark) -> tuple[Inline, ...]:
    """The cells of a row one after the other, parted by semicolons."""
    row: list[Inline] = []
    for cell in cells:
        if row and cell:
            row.append(Text("; ", replace(mark)))
        row.extend(cell)
    return tuple(row)
