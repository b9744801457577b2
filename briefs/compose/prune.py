"""What a document shows of a section: slides go, and so does whatever has nothing left to show, heading and all."""

from dataclasses import replace
from typing import assert_never

from briefs.compose.query import query
from briefs.model.content import Selection
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
    Footnote,
    Group,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Quote,
    Reference,
    SlideBlock,
    Span,
    Steps,
    Styled,
    Table,
    Text,
    Use,
    ViewCall,
)


def shown(selection: Selection, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that print something in a document for this selection, with empty containers gone."""
    return tuple(kept for block in blocks if (kept := _kept(selection, block)) is not None)


def _kept(selection: Selection, block: Block) -> Block | None:
    match block:
        case SlideBlock():
            return None
        case Division() | Group() | Callout() | Quote() | Steps():
            inner = shown(selection, block.blocks)
            return replace(block, blocks=inner) if inner else None
        case ItemList():
            items = tuple(item for item in (_item(selection, item) for item in block.items) if item.blocks)
            return replace(block, items=items) if items else None
        case Table():
            return block if block.rows else None
        case ViewCall():
            return block if block.empty or query(selection, block).records else None
        case ChartCall():
            return block if _has_chart(selection, block.chart) else None
        case DiagramCall():
            return block if block.diagram in selection.diagrams and selection.diagrams[block.diagram].nodes else None
        case Paragraph():
            return block if _says(block.children) else None
        case CodeBlock() | Figure():
            return block
        case _:
            assert_never(block)


def _item(selection: Selection, item: Item) -> Item:
    return replace(item, blocks=shown(selection, item.blocks))


def _says(children: tuple[Inline, ...]) -> bool:
    """Whether a line prints anything: a citation proves the words before it, and by itself is nothing to read."""
    for node in children:
        match node:
            case Text() | Code():
                if node.text.strip():
                    return True
            case Styled() | Span() | Use():
                if _says(node.children):
                    return True
            case Footnote():
                return True
            case Break() | Reference():
                pass
            case _:
                assert_never(node)
    return False


def _has_chart(selection: Selection, name: str) -> bool:
    """Whether a chart has a bar or point left for this audience."""
    spec = selection.charts.get(name)
    return spec is not None and any(series.values for series in spec.series)
