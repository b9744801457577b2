"""Why each block of a section is, or is not, what an audience reads, down to the source line that decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.model.audience import Readers
from briefs.model.content import Section
from briefs.model.nodes import (
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
    Table,
    Text,
    ViewCall,
)
from briefs.model.origin import Origin
from briefs.model.records import Record
from briefs.model.tree import TITLE_ONLY
from briefs.model.walk import walk

SHOWN = (
    Paragraph,
    Division,
    Item,
    Row,
    Group,
    Callout,
    CodeBlock,
    Quote,
    Table,
    ItemList,
    Steps,
    SlideBlock,
    Span,
    Footnote,
    Figure,
    ViewCall,
    ChartCall,
    DiagramCall,
)
HELD = ("blocks", "children", "items", "rows")
"""Where nodes hold what they are there for."""
NAMES = {
    ViewCall: "view",
    ChartCall: "chart",
    DiagramCall: "diagram",
    ItemList: "list",
    CodeBlock: "code",
    Division: "heading",
    SlideBlock: "slide",
    Group: "audience",
}


@dataclass(frozen=True, slots=True)
class Explained:
    origin: Origin
    what: str
    """`paragraph`, `row`, `span`, …, and its first words."""
    readers: Readers
    decided: Origin
    """Of the tag that narrowed it last, or of the section's own audience."""


def explain(section: Section) -> tuple[Explained, ...]:
    """Each block, row, item and tagged span of a section whose readers are known, each followed by what it holds."""
    return tuple(_explained(section, section.mark, 0))


def _explained(value: object, around: Mark, depth: int) -> Iterator[Explained]:
    for child in _children(value):
        mark: Mark = child.mark  # type: ignore[attr-defined]
        decided = mark if mark.tag else around
        if isinstance(child, SHOWN) and (mark.tag or not isinstance(child, Span)):
            name = NAMES.get(type(child), type(child).__name__.lower())
            text = f"{'  ' * depth}{name} {_words(child)}".rstrip()
            readers = _left(child, mark.readers)
            reason = decided if readers == mark.readers else _first_tag(child) or decided
            yield Explained(mark.origin, text, readers, reason.tag.origin if reason.tag else reason.origin)
            yield from _explained(child, decided, depth + 1)
        else:
            yield from _explained(child, decided, depth)


def _left(value: object, readers: Readers) -> Readers:
    """Those of the readers for whom something of it is left: a list without an item for them is none for them."""
    held = tuple(item for name in HELD for item in getattr(value, name, ()))
    if not held or (isinstance(value, SlideBlock) and value.layout in TITLE_ONLY):
        return readers
    return readers & frozenset().union(*(_left(item, item.mark.readers) for item in held))


def _first_tag(value: object) -> Mark | None:
    """The first mark below that narrows anything."""
    below = (visit.mark for child in _children(value) for visit in walk(child, frozenset()))
    return next((mark for mark in below if mark.tag), None)


def _children(value: object) -> Iterator[object]:
    """Marked values directly below this one."""
    for name in getattr(type(value), "__dataclass_fields__", {}):
        inner = getattr(value, name)
        for item in inner if isinstance(inner, tuple) else (inner,):
            if isinstance(getattr(item, "mark", None), Mark) and not isinstance(item, Record):
                yield item


def _words(value: object) -> str:
    """The first words of a node, or of its title, in quotes; nothing for one that has no text."""
    joined = " ".join("".join(_texts(getattr(value, "title", None) or value)).split())
    return f"'{joined[:48]}{'…' if len(joined) > 48 else ''}'" if joined else ""


def _texts(value: object) -> Iterator[str]:
    """Texts as an author wrote them, references included; blocks apart from one another."""
    for visit in walk(value, frozenset()):
        match visit.node:
            case Text(text=text) | Code(text=text) | CodeBlock(text=text):
                yield text
            case Reference(kind=kind, target=target, label=()):
                yield f"[[{kind}:{target}]]"
            case ViewCall(register=name) | ChartCall(chart=name) | DiagramCall(diagram=name):
                yield name
            case Paragraph() | Cell() | Break() | Division():
                yield " "
            case _:
                pass
