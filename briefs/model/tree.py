"""The one recursion over the content tree: rebuilds a tree under a policy that marks, drops or replaces its nodes.

Resolve runs it to compute readers, select to thin the tree out for one audience, check to visit every node with its readers.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol, TypeVar, assert_never

from briefs.model.nodes import (
    Block,
    Break,
    Callout,
    Cell,
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
    Mark,
    Paragraph,
    Quote,
    Reference,
    Row,
    SlideBlock,
    Span,
    Steps,
    Styled,
    Table,
    Text,
    Use,
    ViewCall,
)
from briefs.model.records import BlocksField, Field, PlainField, Record, RefsField, TextField

T = TypeVar("T")


class Policy(Protocol):
    """What happens to each node on the way down, and to what is left of its children on the way up."""

    @property
    def prune(self) -> bool:
        """Whether a node that has nothing left disappears."""

    def mark(self, mark: Mark, parent: Mark) -> Mark | None:
        """The node's new mark, or None to drop it with all it holds."""

    def reference(self, reference: Reference, mark: Mark) -> Inline | None:
        """What stands for a reference; None to drop it."""

    def settle(self, children: tuple[Inline, ...], outermost: bool) -> tuple[Inline, ...]:
        """The last word on a run of siblings, such as mending the spaces round what was dropped; outermost: a whole line."""


def inlines(children: Iterable[Inline], parent: Mark, policy: Policy) -> tuple[Inline, ...]:
    """A whole line of text (a paragraph's, a title's, a cell's) as the policy keeps it."""
    return _siblings(children, parent, policy, outermost=True)


def _siblings(children: Iterable[Inline], parent: Mark, policy: Policy, outermost: bool = False) -> tuple[Inline, ...]:
    kept = [new for child in children if (new := inline(child, parent, policy)) is not None]
    return policy.settle(tuple(kept), outermost)


def blocks(children: Iterable[Block], parent: Mark, policy: Policy) -> tuple[Block, ...]:
    """The blocks that the policy keeps, rebuilt."""
    return tuple([new for child in children if (new := block(child, parent, policy)) is not None])


def inline(node: Inline, parent: Mark, policy: Policy) -> Inline | None:
    """One inline node under the policy; the commonest kinds are made by name, which takes a quarter of what `replace` does."""
    mark = policy.mark(node.mark, parent)
    if mark is None:
        return None
    match node:
        case Text(text=text):
            return Text(text, mark)
        case Code() | Break():
            return replace(node, mark=mark)
        case Styled() | Span():
            children = _siblings(node.children, mark, policy)
            return _unless_empty(replace(node, children=children, mark=mark), children, policy)
        case Reference():
            return policy.reference(replace(node, label=_siblings(node.label, mark, policy), mark=mark), mark)
        case Use():
            return replace(node, children=_siblings(node.children, mark, policy), mark=mark)
        case Footnote():
            inner = blocks(node.blocks, mark, policy)
            return _unless_empty(replace(node, blocks=inner, mark=mark), inner, policy)
        case _:
            assert_never(node)


def block(node: Block, parent: Mark, policy: Policy) -> Block | None:
    """One block under the policy."""
    mark = policy.mark(node.mark, parent)
    if mark is None:
        return None
    match node:
        case CodeBlock() | ViewCall() | ChartCall() | DiagramCall():
            return replace(node, mark=mark)
        case Paragraph():
            children = inlines(node.children, mark, policy)
            return _unless_empty(Paragraph(children, mark), children, policy)
        case Steps() | Quote() | Group():
            inner = blocks(node.blocks, mark, policy)
            return _unless_empty(replace(node, blocks=inner, mark=mark), inner, policy)
        case Division() | Callout():
            inner = blocks(node.blocks, mark, policy)
            title = inlines(node.title, mark, policy)
            return _unless_empty(replace(node, title=title, blocks=inner, mark=mark), inner, policy)
        case ItemList():
            items = tuple(_kept(node.items, lambda item: _item(item, mark, policy)))
            return _unless_empty(replace(node, items=items, mark=mark), items, policy)
        case Table():
            return _table(node, mark, policy)
        case Figure():
            return _figure(node, mark, policy)
        case SlideBlock():
            return _slide(node, mark, policy)
        case _:
            assert_never(node)


def record(node: Record, parent: Mark, policy: Policy) -> Record | None:
    """A record with the fields that the policy keeps."""
    mark = policy.mark(node.mark, parent)
    if mark is None:
        return None
    fields = {name: kept for name, value in node.fields.items() if (kept := field(value, mark, policy)) is not None}
    return replace(node, title=inlines(node.title, mark, policy), fields=fields, mark=mark)


def field(node: Field, parent: Mark, policy: Policy) -> Field | None:
    """One field of a record under the policy."""
    mark = policy.mark(node.mark, parent)
    if mark is None:
        return None
    match node:
        case TextField():
            children = inlines(node.children, mark, policy)
            return _unless_empty(TextField(children, mark), children, policy)
        case BlocksField():
            inner = blocks(node.blocks, mark, policy)
            return _unless_empty(BlocksField(inner, mark), inner, policy)
        case PlainField() | RefsField():
            return replace(node, mark=mark)
        case _:
            assert_never(node)


def _table(node: Table, mark: Mark, policy: Policy) -> Table | None:
    header = _row(node.header, mark, policy)
    rows = tuple(_kept(node.rows, lambda row: _row(row, mark, policy)))
    if header is None:
        return None
    return _unless_empty(Table(node.align, header, rows, mark), rows, policy)


def _row(node: Row, parent: Mark, policy: Policy) -> Row | None:
    mark = policy.mark(node.mark, parent)
    if mark is None:
        return None
    return Row(tuple(_cell(cell, mark, policy) for cell in node.cells), mark)


def _cell(node: Cell, parent: Mark, policy: Policy) -> Cell:
    """A cell never disappears: its column would shift; a cell that is hidden is empty."""
    mark = policy.mark(node.mark, parent)
    if mark is None:
        return Cell((), Mark(node.mark.origin))
    return Cell(inlines(node.children, mark, policy), mark)


def _item(node: Item, parent: Mark, policy: Policy) -> Item | None:
    mark = policy.mark(node.mark, parent)
    if mark is None:
        return None
    inner = blocks(node.blocks, mark, policy)
    return _unless_empty(Item(inner, mark), inner, policy)


def _figure(node: Figure, mark: Mark, policy: Policy) -> Figure | None:
    picture = policy.mark(node.picture.mark, mark)
    if picture is None:
        return None
    return Figure(inlines(node.caption, mark, policy), replace(node.picture, mark=picture), mark)


TITLE_ONLY = frozenset({"section", "statement", "asks"})
"""Layouts of which a slide may have a title and nothing else; with that of the asks it words the slides of that part."""


def _slide(node: SlideBlock, mark: Mark, policy: Policy) -> SlideBlock | None:
    inner = blocks(node.blocks, mark, policy)
    notes = blocks(node.notes, mark, policy)
    slide = replace(node, title=inlines(node.title, mark, policy), blocks=inner, notes=notes, mark=mark)
    return slide if node.layout in TITLE_ONLY else _unless_empty(slide, inner, policy)


def _unless_empty(node: T, children: tuple[object, ...], policy: Policy) -> T | None:
    """Judged by what is left alone: whether there was anything before must not show, or it would betray what was hidden."""
    return None if policy.prune and not children else node


def _kept(children: Iterable[T], rebuild: Callable[[T], T | None]) -> Iterable[T]:
    return (new for child in children if (new := rebuild(child)) is not None)
