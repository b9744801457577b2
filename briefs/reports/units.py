"""What one audience reads, as a tree of units that can be laid beside another's: the same origin is the same unit.

A reference counts as what it refers to, not as what it prints: a term that two audiences name differently is one difference,
at the term, and none in each of the texts that use it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from briefs.model.content import Selection
from briefs.model.exhibits import Category, EdgeSpec, GroupSpec, NodeSpec, SeriesSpec
from briefs.model.nodes import (
    Break,
    Callout,
    ChartCall,
    Code,
    CodeBlock,
    DiagramCall,
    Division,
    Figure,
    Footnote,
    Inline,
    Mark,
    Paragraph,
    Reference,
    Row,
    SlideBlock,
    Span,
    Styled,
    Text,
    Use,
    ViewCall,
)
from briefs.model.origin import Origin
from briefs.model.records import KINDS, Field, PlainField, Record, RefsField, TextField

NAMES = {"ItemList": "list", "CodeBlock": "code", "Division": "heading", "SlideBlock": "slide", "Group": "audience"}
EXHIBITS = {"SeriesSpec": "series", "NodeSpec": "node", "EdgeSpec": "edge", "GroupSpec": "group", "Category": "category"}
INLINE = (Text, Code, Break, Styled, Span, Reference, Use)


@dataclass(frozen=True, slots=True)
class Unit:
    kind: str
    """`section`, `record`, `term`, `paragraph`, `row`, `field`, …"""
    name: str
    """Id of a root, name of a field; empty within texts."""
    origin: Origin
    text: str
    """What it prints by itself: a title, a line; empty for what only holds others."""
    meaning: str
    """The same with references as written: equal when nothing but names differs."""
    below: "tuple[Unit, ...]" = ()

    @property
    def words(self) -> str:
        """Its own text, or the first text below."""
        return self.text or next((words for unit in self.below if (words := unit.words)), "")


def units(selection: Selection) -> tuple[Unit, ...]:
    """Everything that the audience may see, sections first."""
    return tuple(_roots(selection))


def _roots(selection: Selection) -> Iterator[Unit]:
    for key, section in selection.sections.items():
        yield _titled("section", key, section.mark, section.title, tuple(_below(section.blocks)))
    for kind, name in KINDS.items():
        for record in selection.registers[name].records if name in selection.registers else ():
            yield _titled("record", f"{kind}:{record.id}", record.mark, record.title, tuple(_fields(record)))
    for key, term in selection.terms.items():
        named = f"{term.name}, plural {term.plural}" if term.plural else term.name
        yield Unit("term", key, Origin("terms", 0, 0), named, named)
    for key, fact in selection.facts.items():
        yield Unit("fact", key, fact.mark.origin, fact.text, fact.text)
    for key, source in selection.sources.items():
        yield Unit("source", key, source.mark.origin, source.title, source.title)
    for key, chart in selection.charts.items():
        yield _titled("chart", key, chart.mark, chart.title, tuple(_below((*chart.categories, *chart.series))))
    for key, diagram in selection.diagrams.items():
        parts = (*diagram.groups, *diagram.nodes, *diagram.edges)
        yield _titled("diagram", key, diagram.mark, diagram.title, tuple(_below(parts)))
    for key, brief in selection.briefs.items():
        yield Unit("product", key, brief.mark.origin, brief.title, brief.title)


def _titled(kind: str, name: str, mark: Mark, title: tuple[Inline, ...], below: tuple[Unit, ...]) -> Unit:
    return Unit(kind, name, mark.origin, printed(title), meant(title), (*below, *_below(title)))


def _fields(record: Record) -> Iterator[Unit]:
    for name, value in record.fields.items():
        text, meaning = _field(value)
        yield Unit("field", name, value.mark.origin, text, meaning, tuple(_below(value)))


def _field(value: Field) -> tuple[str, str]:
    match value:
        case TextField(children=children):
            return printed(children), meant(children)
        case PlainField(text=text):
            return text, text
        case RefsField(ids=ids):
            return ", ".join(ids), ", ".join(ids)
        case _:
            return "", ""


def _below(value: object) -> Iterator[Unit]:
    """Marked values directly below, passing through texts for their footnotes."""
    for item in value if isinstance(value, tuple) else _held(value):
        mark = getattr(item, "mark", None)
        if isinstance(item, INLINE) or not isinstance(mark, Mark):
            yield from _below(item) if not isinstance(item, str | int) else ()
        else:
            text, meaning = _line(item)
            kind = type(item).__name__
            name = NAMES.get(kind) or EXHIBITS.get(kind) or kind.removesuffix("Call").lower()
            yield Unit(name, "", mark.origin, text, meaning, () if isinstance(item, Row) else tuple(_below(item)))


def _held(value: object) -> Iterator[object]:
    for name in getattr(type(value), "__dataclass_fields__", {}):
        inner = getattr(value, name)
        if not isinstance(inner, Mark):
            yield from inner if isinstance(inner, tuple) else (inner,)


def _line(node: object) -> tuple[str, str]:
    """What a node prints by itself, and the same by meaning."""
    match node:
        case Paragraph(children=line) | Division(title=line) | SlideBlock(title=line) | Callout(title=line):
            return printed(line), meant(line)
        case Figure(caption=line) | GroupSpec(label=line) | EdgeSpec(label=line):
            return printed(line), meant(line)
        case NodeSpec(label=label, detail=detail):
            return f"{printed(label)} {printed(detail)}".strip(), f"{meant(label)} {meant(detail)}".strip()
        case Row(cells=cells):
            lines = [cell.children for cell in cells]
            return " | ".join(map(printed, lines)), " | ".join(map(meant, lines))
        case CodeBlock(text=text) | SeriesSpec(name=text) | Category(label=text):
            return text, text
        case ViewCall(register=text) | ChartCall(chart=text) | DiagramCall(diagram=text):
            return text, text
        case _:
            return "", ""


def printed(children: tuple[Inline, ...]) -> str:
    """A line as the audience reads it; a footnote's text is a unit of its own."""
    return " ".join("".join(_texts(children, False)).split())


def meant(children: tuple[Inline, ...]) -> str:
    """The same with references as `kind:id`."""
    return " ".join("".join(_texts(children, True)).split())


def _texts(children: tuple[Inline, ...], meaning: bool) -> Iterator[str]:
    for child in children:
        match child:
            case Text(text=text) | Code(text=text):
                yield text
            case Break():
                yield " "
            case Use(kind=kind, target=target, form=form) if meaning and form != "label":
                yield f"[{kind}:{target}:{form}]"
            case Styled(children=inner) | Span(children=inner) | Use(children=inner):
                yield from _texts(inner, meaning)
            case Footnote() | Reference():
                pass
            case _:
                assert_never(child)
