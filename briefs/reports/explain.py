"""Why each block of a section is, or is not, what an audience reads, down to the source line that decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.model.audience import Readers
from briefs.model.content import Section
from briefs.model.nodes import (
    Callout,
    CodeBlock,
    Division,
    Footnote,
    Group,
    Item,
    ItemList,
    Mark,
    Paragraph,
    Quote,
    Row,
    SlideBlock,
    Span,
    Steps,
    Table,
    Text,
)
from briefs.model.origin import Origin
from briefs.model.records import Record
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
)
NAMES = {ItemList: "list", CodeBlock: "code", Division: "heading", SlideBlock: "slide", Group: "audience"}


@dataclass(frozen=True, slots=True)
class Explained:
    origin: Origin
    what: str
    """`paragraph`, `row`, `span`, …, and its first words."""
    readers: Readers
    decided: Origin
    """Of the tag that narrowed it last, or of the section's own audience."""


def explain(section: Section) -> tuple[Explained, ...]:
    """Each block, row, item and tagged span of a section whose readers are known, in the order of the file."""
    return tuple(_explained(section, section.mark, 0))


def _explained(value: object, around: Mark, depth: int) -> Iterator[Explained]:
    for child in _children(value):
        mark: Mark = child.mark  # type: ignore[attr-defined]
        decided = mark if mark.tag else around
        if isinstance(child, SHOWN) and (mark.tag or not isinstance(child, Span)):
            name = NAMES.get(type(child), type(child).__name__.lower())
            text = f"{'  ' * depth}{name} {_words(child)}".rstrip()
            yield Explained(mark.origin, text, mark.readers, decided.tag.origin if decided.tag else decided.origin)
            yield from _explained(child, decided, depth + 1)
        else:
            yield from _explained(child, decided, depth)


def _children(value: object) -> Iterator[object]:
    """Marked values directly below this one."""
    for name in getattr(type(value), "__dataclass_fields__", {}):
        inner = getattr(value, name)
        for item in inner if isinstance(inner, tuple) else (inner,):
            if isinstance(getattr(item, "mark", None), Mark) and not isinstance(item, Record):
                yield item


def _words(value: object) -> str:
    """The first words of a node in quotes; nothing for one that has no text."""
    texts = (visit.node.text for visit in walk(value, frozenset()) if isinstance(visit.node, Text | CodeBlock))
    joined = " ".join(" ".join(texts).split())
    return f"'{joined[:48]}{'…' if len(joined) > 48 else ''}'" if joined else ""
