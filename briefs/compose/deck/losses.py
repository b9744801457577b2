"""What stands in a slide's source and has no place on it: refused, for nothing may be lost without a word."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import assert_never

from briefs.compose.exhibits import DRAWN
from briefs.diagnostics import Diagnostic, error
from briefs.model.nodes import (
    Block,
    Callout,
    ChartCall,
    CodeBlock,
    DiagramCall,
    Division,
    Figure,
    Group,
    ItemList,
    Paragraph,
    Quote,
    SlideBlock,
    Steps,
    Table,
    ViewCall,
)

Exhibit = ViewCall | ChartCall | DiagramCall | Figure | Table


def losses(blocks: Sequence[Block], layout: str, title: Callable[[], str]) -> Iterator[Diagnostic]:
    """An error (B113) for each block of a slide, as one reader gets it, that its body does not show, at the block's own line."""
    exhibits = [block for block in blocks if isinstance(block, Exhibit)]
    texts = [block for block in blocks if not isinstance(block, Exhibit)]
    for second in exhibits[1:]:
        message = f"a second exhibit on the slide '{title()}', beside that of line {exhibits[0].mark.origin.line}"
        yield error("B113", second.mark.origin, message, "make it two slides, or narrow each exhibit to readers of its own")
    if exhibits and texts and not _has_takeaway(exhibits[0], layout):
        message = f"text beside the {_kind(layout)} of the slide '{title()}', which has no place for it"
        yield error("B113", texts[0].mark.origin, message, "move it into '::: notes', or onto a slide of its own")
    if layout == "two-columns" and not exhibits:
        for stray in _strays(texts):
            message = f"a line that belongs to neither column of the slide '{title()}'"
            yield error("B113", stray.mark.origin, message, "write a line and its list, twice, and nothing else")
    for inner in (inner for text in texts for inner in _within(text)):
        message = f"an exhibit among the lines of the slide '{title()}'"
        yield error("B113", inner.mark.origin, message, "give it a slide of its own")


def _kind(layout: str) -> str:
    return "cards" if layout == "asks" else "table"


def _has_takeaway(exhibit: Exhibit, layout: str) -> bool:
    """Whether there is a place for a sentence beside it; a table and cards take the whole slide."""
    match exhibit:
        case ChartCall() | DiagramCall() | Figure():
            return True
        case ViewCall():
            return exhibit.shape in DRAWN
        case Table():
            return False
        case _:
            assert_never(exhibit)


def _strays(blocks: Sequence[Block]) -> list[Block]:
    """The blocks beside two columns of a heading line with its list each."""
    pairs = [(one, other) for one, other in pairwise(blocks) if isinstance(one, Paragraph) and isinstance(other, ItemList)]
    held = [block for pair in pairs for block in pair]
    return [block for block in blocks if block not in held] if len(pairs) == 2 else []


def _within(block: Block) -> Iterator[Exhibit]:
    """The exhibits inside a block of text."""
    match block:
        case ItemList():
            for item in block.items:
                for child in item.blocks:
                    yield from _within(child)
        case Division() | Callout() | Steps() | Quote() | Group():
            for child in block.blocks:
                yield from _within(child)
        case ViewCall() | ChartCall() | DiagramCall() | Figure() | Table():
            yield block
        case Paragraph() | CodeBlock() | SlideBlock():
            return
        case _:
            assert_never(block)
