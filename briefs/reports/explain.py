"""Why each block of a section is, or is not, what an audience reads, down to the source line that decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefs.model.audience import Audiences, Readers, Tag
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
MOST = 52
"""Characters of a block's words that are shown."""
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


By = Literal["section head", "own tag", "container", "what it holds"]
"""What decided: the section's own audience, a tag on the block, one around it, or the tags of all that it holds."""


@dataclass(frozen=True, slots=True)
class Explained:
    origin: Origin
    kind: str
    """`paragraph`, `row`, `span`, `note`, …"""
    text: str
    """Its first words, or its title; empty for what has none."""
    depth: int
    readers: Readers
    by: By
    tag: Tag | None
    """The tag that decided; None for a section that is for nobody in particular."""
    decided: Origin
    """Of that tag."""

    @property
    def what(self) -> str:
        """Kind and words, indented below what holds it."""
        words = f" '{self.text}'" if self.text else ""
        return f"{'  ' * self.depth}{self.kind}{words}"

    def through(self, audience: str, audiences: Audiences) -> str:
        """The name in the deciding tag by which an audience is in, the most particular first; empty when it is out."""
        names = self.tag.names if self.tag else ()
        found = sorted((len(audiences.expand(name)), name) for name in names if audience in audiences.expand(name))
        return (found[0][1] if found else audience) if audience in self.readers else ""


@dataclass(frozen=True, slots=True)
class _Reason:
    by: By
    mark: Mark


def explain(section: Section) -> tuple[Explained, ...]:
    """Each block, row, item, note and tagged span of a section whose readers are known, each followed by what it holds."""
    return tuple(_explained(section, _Reason("section head", section.mark), 0))


def _explained(value: object, around: _Reason, depth: int) -> Iterator[Explained]:
    notes = value.notes if isinstance(value, SlideBlock) else ()
    for child in _children(value):
        mark: Mark = child.mark  # type: ignore[attr-defined]
        reason = _Reason("own tag", mark) if mark.tag else around
        inner = _Reason("container", reason.mark) if mark.tag else around
        if isinstance(child, SHOWN) and not _repeats(child, value):
            note = "note " if any(child is item for item in notes) else ""
            yield _one(child, mark, reason, depth, note)
            yield from _explained(child, inner, depth + 1)
        else:
            yield from _explained(child, inner, depth)


def _repeats(child: object, holder: object) -> bool:
    """Whether a line would say nothing of its own: a span without a tag, the text of an item."""
    mark: Mark = child.mark  # type: ignore[attr-defined]
    return mark.tag is None and isinstance(child, Span | Paragraph) and isinstance(holder, Item | Paragraph | Cell | Footnote)


def _one(child: object, mark: Mark, reason: _Reason, depth: int, note: str) -> Explained:
    readers = _left(child, mark.readers)
    first = _first_tag(child) if readers != mark.readers else None
    if first is not None:
        reason = _Reason("what it holds", first)
    kind = note + NAMES.get(type(child), type(child).__name__.lower())
    tag = reason.mark.tag
    return Explained(mark.origin, kind, _words(child), depth, readers, reason.by, tag, tag.origin if tag else reason.mark.origin)


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
    """The first words of a node, or of its title, cut at a word; nothing for one that has no text."""
    words = " ".join("".join(_texts(getattr(value, "title", None) or value)).split())
    return words if len(words) <= MOST else f"{words[:MOST].rpartition(' ')[0] or words[: MOST - 1]}…"


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
