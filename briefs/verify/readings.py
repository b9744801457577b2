"""What an audience may read of the content, as printed lines: worked out from the readers of each node, not by select."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, assert_never
from urllib.parse import unquote

from briefs.model.audience import Readers
from briefs.model.content import Brief, PartEntry, Resolved, ViewEntry
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, SeriesSpec
from briefs.model.facts import Fact, Source, Term
from briefs.model.models import Computed, Input, ModelSpec, ResultSpec
from briefs.model.nodes import Break, Code, CodeBlock, Footnote, Inline, Mark, Picture, Reference, Span, Styled, Text, Use
from briefs.model.records import KINDS, PlainField, Record

INLINE = (Text, Code, Break, Styled, Span, Reference, Footnote)
BARE = frozenset({str, int, float, bool, type(None), Mark})
SHORT = 2
"""Spaces in a piece of a line up to which it may be a name."""
EVERYTHING = ""
"""Stands among audiences for a reader from whom nothing is hidden."""


def readings(resolved: Resolved) -> Mapping[str, frozenset[str]]:
    """Audience -> each text of the content as it reads it, and the ids of what it reads; EVERYTHING -> as if nothing were hidden.

    For EVERYTHING a short piece of a line is a text of its own, too: it may be a name that somebody reads the line without.
    """
    everyone = resolved.audiences.everyone | {EVERYTHING}
    reading = _Reading(resolved, {}, {})
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
        ),
        everyone,
    )
    return {
        audience: frozenset().union(*(texts for readers, texts in reading.found.items() if audience in readers))
        for audience in everyone
    }


@dataclass(frozen=True, slots=True)
class _Reading:
    """One walk for all audiences: most texts are the same for all who read them."""

    content: Resolved
    found: dict[Readers, set[str]]
    """Who reads -> what."""
    narrowed: dict[tuple[Readers, Readers], Readers]

    def all_of(self, value: Any, readers: Readers) -> None:
        """Everything below a value, found by shape, so that a new kind of node is read, too."""
        if isinstance(value, tuple) and value and isinstance(value[0], INLINE):
            self.inline(value, readers)
            self.each(_footnotes(value), readers)
        elif isinstance(value, tuple):
            self.each(value, readers)
        elif isinstance(value, Mapping):
            self.each(value.values(), readers)
        elif names := _fields(type(value)):  # type: ignore[arg-type] # a type is hashable; mypy takes the hash of its instances
            mark = getattr(value, "mark", None)
            seen = self.narrow(readers, mark.readers) if isinstance(mark, Mark) else readers
            self.add(self.says(value, seen), seen)
            self.each((getattr(value, name) for name in names), seen)

    def each(self, values: Iterable[Any], readers: Readers) -> None:
        for value in values:
            if type(value) not in BARE:
                self.all_of(value, readers)

    def narrow(self, readers: Readers, mark: Readers) -> Readers:
        found = self.narrowed.get((readers, mark))
        if found is None:
            found = self.narrowed[readers, mark] = (readers & mark) | {EVERYTHING}
        return found

    def add(self, texts: Iterable[str], readers: Readers) -> None:
        self.found.setdefault(readers, set()).update(texts)

    def inline(self, children: tuple[Inline, ...], readers: Readers) -> None:
        for span in _spans(children):
            self.add((span.owner,), self.narrow(readers, span.mark.readers))
        text = self.same(children, readers)
        if text is not None:
            self.add((text,), readers)
            return
        for audience in readers:
            self.add((self.line(children, audience),), frozenset((audience,)))
        pieces = (child.text for child in _leaves(children) if child.text.count(" ") <= SHORT)
        self.add(pieces, frozenset((EVERYTHING,)))

    def same(self, children: Iterable[Inline], readers: Readers) -> str | None:
        """The line, when it is the same for all of its readers."""
        texts: list[str] = []
        for child in children:
            text = self.same_piece(child, readers) if self.narrow(readers, child.mark.readers) == readers else None
            if text is None:
                return None
            texts.append(text)
        return "".join(texts)

    def same_piece(self, node: Inline, readers: Readers) -> str | None:
        match node:
            case Text(text=text) | Code(text=text):
                return text
            case Styled(children=children) | Span(children=children) | Reference(form="label", label=children):
                return self.same(children, readers)
            case Reference(form="cite") | Footnote():
                return ""
            case Break():
                return "\n"
            case Reference(kind="term"):
                return None
            case Reference():
                plain = self.value(node)
                return self.same(self.title(node), readers) if plain is None else plain
            case Use():
                raise TypeError("a use is what select makes of a reference; content has none")
            case _:
                assert_never(node)

    def line(self, children: Iterable[Inline], audience: str) -> str:
        """A line as it prints for the audience: what it may not see is gone, references have their words."""
        seen = (child for child in children if audience in child.mark.readers or audience == EVERYTHING)
        return "".join(self.piece(child, audience) for child in seen)

    def piece(self, node: Inline, audience: str) -> str:
        match node:
            case Text(text=text) | Code(text=text):
                return text
            case Styled(children=children) | Span(children=children) | Reference(form="label", label=children):
                return self.line(children, audience)
            case Reference(form="cite") | Footnote():
                return ""
            case Break():
                return "\n"
            case Reference(kind="term", target=target, form=form):
                return self.name(f"{target}#plural" if "plural" in form else target, audience)
            case Reference():
                plain = self.value(node)
                return self.line(self.title(node), audience) if plain is None else plain
            case Use():
                raise TypeError("a use is what select makes of a reference; content has none")
            case _:
                assert_never(node)

    def value(self, reference: Reference) -> str | None:
        """What a reference prints, unless it is a line of its own."""
        content, target = self.content, reference.target
        match reference.kind:
            case "fact":
                return content.values.get(target, "")
            case "result":
                return content.values.get(f"result:{target}", "")
            case "source":
                return content.sources[target].title
            case "product":
                return content.briefs[target].title
            case _:
                return None

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

    def name(self, key: str, audience: str) -> str:
        """A term's name, or its plural, for the audience; any of its names when nothing is hidden."""
        if audience != EVERYTHING:
            return self.content.names.get((audience, key), "")
        return next((name for (_, term), name in self.content.names.items() if term == key), "")

    def says(self, node: object, readers: Readers) -> Iterator[str]:
        """What a node says beside its lines, to all of its readers alike; what it says to each is added here."""
        if isinstance(key := getattr(node, "id", ""), str):
            yield key
        yield from _texts(node, self.content)
        match node:
            case Term(id=key, definition=definition):
                for audience in readers:
                    name = self.name(key, audience)
                    self.add((name, self.name(f"{key}#plural", audience), f"{name} {definition}"), frozenset((audience,)))
                self.add((claim.text for claim in (*node.names, *node.plurals)), frozenset((EVERYTHING,)))
            case DiagramSpec():
                for audience in readers:
                    boxes = {item.id: self.line(item.label, audience) for item in node.nodes if self.sees(item.mark, audience)}
                    edges = [edge for edge in node.edges if self.sees(edge.mark, audience)]
                    ends = ((boxes.get(edge.source), boxes.get(edge.target)) for edge in edges)
                    self.add((f"{one} to {other}" for one, other in ends if one and other), frozenset((audience,)))

    def sees(self, mark: Mark, audience: str) -> bool:
        return audience in mark.readers or audience == EVERYTHING


def _spans(children: Iterable[Inline]) -> Iterator[Span]:
    for child in children:
        match child:
            case Span(children=inner):
                yield child
                yield from _spans(inner)
            case Styled(children=inner):
                yield from _spans(inner)


def _leaves(children: Iterable[Inline]) -> Iterator[Text | Code]:
    for child in children:
        match child:
            case Text() | Code():
                yield child
            case Styled(children=inner) | Span(children=inner) | Reference(label=inner):
                yield from _leaves(inner)


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
        case Record(id=key, owner=owner):
            return (key, owner)
        case Fact(id=key, text=text, owner=owner):
            return (text, owner, content.values.get(key, ""))
        case Source(title=title, url=url, publisher=publisher):
            return (title, url, unquote(url), publisher)
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
