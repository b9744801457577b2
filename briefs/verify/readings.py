"""What an audience may read of the content, as printed lines: worked out from the readers of each node, not by select."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefs.model.content import Brief, PartEntry, Resolved, ViewEntry
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, SeriesSpec
from briefs.model.facts import Fact, Source, Term
from briefs.model.models import Computed, Input, ModelSpec, ResultSpec
from briefs.model.nodes import Break, Code, CodeBlock, Footnote, Inline, Mark, Picture, Reference, Span, Styled, Text
from briefs.model.records import KINDS, PlainField, Record

INLINE = (Text, Code, Break, Styled, Span, Reference, Footnote)
BARE = frozenset({str, int, float, bool, type(None), Mark})


def lines(resolved: Resolved, audience: str | None) -> frozenset[str]:
    """Each text of the content as the audience reads it, and the ids of what it reads; for None as if nothing were hidden.

    For None each piece of a line is a text of its own, too: somebody may read the line without it.
    """
    reading = _Reading(resolved, audience, set())
    reading.all_of(
        (
            resolved.sections,
            tuple(register.records for register in resolved.registers.values()),
            resolved.facts,
            resolved.sources,
            resolved.terms,
            resolved.models,
            resolved.results,
            resolved.charts,
            resolved.diagrams,
            resolved.briefs,
        )
    )
    return frozenset(reading.found)


@dataclass(frozen=True, slots=True)
class _Reading:
    content: Resolved
    audience: str | None
    found: set[str]

    def sees(self, mark: Mark) -> bool:
        return self.audience is None or self.audience in mark.readers

    def all_of(self, value: Any) -> None:
        """Everything below a value, found by shape, so that a new kind of node is read, too."""
        if isinstance(value, tuple) and value and isinstance(value[0], INLINE):
            self.found.add(self.line(value))
            self.each(_footnotes(value))
        elif isinstance(value, tuple):
            self.each(value)
        elif isinstance(value, Mapping):
            self.each(value.values())
        elif names := _fields(type(value)):  # type: ignore[arg-type] # a type is hashable; mypy takes the hash of its instances
            mark = getattr(value, "mark", None)
            if not isinstance(mark, Mark) or self.sees(mark):
                self.found.update(self.says(value))
                self.each(getattr(value, name) for name in names)

    def each(self, values: Iterable[Any]) -> None:
        for value in values:
            if type(value) not in BARE:
                self.all_of(value)

    def line(self, children: Iterable[Inline]) -> str:
        """A line as it prints for the audience: what it may not see is gone, references have their words."""
        return "".join(self.piece(child) for child in children if self.sees(child.mark))

    def piece(self, node: Inline) -> str:
        match node:
            case Text(text=text) | Code(text=text):
                if self.audience is None:
                    self.found.add(text)
                return text
            case Styled(children=children):
                return self.line(children)
            case Span(children=children, owner=owner):
                self.found.add(owner)
                return self.line(children)
            case Reference(form="label", label=label):
                return self.line(label)
            case Reference(form="cite"):
                return ""
            case Reference():
                return self.printed(node)
            case Break():
                return "\n"
            case _:
                return ""

    def printed(self, reference: Reference) -> str:
        content, target = self.content, reference.target
        match reference.kind:
            case "term":
                return self.name(f"{target}#plural" if "plural" in reference.form else target)
            case "fact":
                return content.values.get(target, "")
            case "result":
                return content.values.get(f"result:{target}", "")
            case "source":
                return content.sources[target].title
            case "product":
                return content.briefs[target].title
            case _:
                return self.line(self.title(reference))

    def title(self, reference: Reference) -> tuple[Inline, ...]:
        content, target = self.content, reference.target
        match reference.kind:
            case "section":
                return content.sections[target.partition("#")[0]].title
            case "model":
                return content.models[target].title
            case "chart":
                return content.charts[target].title
            case "diagram":
                return content.diagrams[target].title
            case kind:
                return next((item.title for item in content.registers[KINDS[kind]].records if item.id == target), ())

    def name(self, key: str) -> str:
        """A term's name, or its plural, for the audience; any of its names when nothing is hidden."""
        if self.audience is not None:
            return self.content.names.get((self.audience, key), "")
        return next((name for (_, term), name in self.content.names.items() if term == key), "")

    def says(self, node: object) -> Iterator[str]:
        """What a node says beside its lines."""
        if isinstance(key := getattr(node, "id", ""), str):
            yield key
        yield from _texts(node, self.content)
        match node:
            case Term(id=key, definition=definition):
                name = self.name(key)
                yield from (name, self.name(f"{key}#plural"), f"{name} {definition}")
                if self.audience is None:
                    yield from (claim.text for claim in (*node.names, *node.plurals))
            case DiagramSpec():
                boxes = {item.id: self.line(item.label) for item in node.nodes if self.sees(item.mark)}
                ends = ((boxes.get(edge.source), boxes.get(edge.target)) for edge in node.edges if self.sees(edge.mark))
                yield from (f"{source} to {target}" for source, target in ends if source and target)


def _footnotes(children: Iterable[Inline]) -> Iterator[Footnote]:
    """Footnotes stand inside a line and have blocks of their own."""
    for child in children:
        match child:
            case Footnote():
                yield child
            case Styled(children=inner) | Span(children=inner):
                yield from _footnotes(inner)


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    return () if kind in BARE else tuple(getattr(kind, "__dataclass_fields__", ()))


def _texts(node: object, content: Resolved) -> tuple[str, ...]:
    """Plain texts of a node."""
    match node:
        case PlainField(text=text):
            return (text,)
        case CodeBlock(text=text):
            return (text, *text.splitlines())
        case Picture(alt=text, source=source):
            return (text, source)
        case ChartSpec(alt=text) | DiagramSpec(alt=text) | SeriesSpec(name=text) | Category(label=text):
            return (text,)
        case PartEntry(heading=text) | ViewEntry(heading=text):
            return (text,)
        case Record(owner=owner):
            return (owner,)
        case Fact(id=key, text=text, owner=owner):
            return (text, owner, content.values.get(key, ""))
        case Source(title=title, url=url, publisher=publisher):
            return (title, url, publisher)
        case Brief(title=title, subtitle=subtitle, owner=owner):
            return (title, subtitle, owner)
        case _:
            return _computed(node, content)


def _computed(node: object, content: Resolved) -> tuple[str, ...]:
    match node:
        case Computed(id=key, provenance=text, owner=owner):
            return (content.values.get(f"result:{key}", ""), text, owner)
        case Input(title=title, owner=owner):
            return (title, owner)
        case ResultSpec(title=text) | ModelSpec(owner=text):
            return (text,)
        case _:
            return ()
