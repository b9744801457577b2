"""Sources, units, number patterns and facts."""

import re
import warnings
from typing import Any

from briefs.load.patterns import PatternFault, bounded
from briefs.load.schema.base import Names, Shape
from briefs.load.schema.evidence import FactShape, PatternShape, SourceShape, UnitShape
from briefs.load.shelf import Shelf
from briefs.load.source import Source, items
from briefs.load.tree import Mapping, Node
from briefs.model import facts
from briefs.model.audience import Tag

SIMPLE = "of letters, \\d, [classes], (?:groups), | and repeats, each ended by something else than it repeats"
"""What patterns are made of."""


class _SourcesHead(Shape):
    sources: tuple[Any, ...]
    audience: Names = ()


class _UnitsHead(Shape):
    units: tuple[Any, ...]


class _PatternsHead(Shape):
    patterns: tuple[Any, ...]


class _FactsHead(Shape):
    facts: tuple[Any, ...]
    audience: Names = ()


def read_sources(source: Source, root: Node, shelf: Shelf) -> None:
    """`sources.yaml`; a source without an audience is for everyone who reads what rests on it."""
    head = source.take(_SourcesHead, root)
    default = source.tag(root, head.audience) if head else None
    for node in items(root, "sources"):
        row = source.take(SourceShape, node)
        if row is None or not isinstance(node, Mapping):
            continue
        title, publisher = source.words(node.get("title")), source.words(node.get("publisher"))
        mark = source.mark(node, row.audience, default)
        value = facts.Source(row.id, title, publisher, row.url, row.dated, row.seen, mark)
        shelf.put("source", shelf.sources, row.id, value, source.key(node, "id"))


def read_units(source: Source, root: Node, shelf: Shelf) -> None:
    """`units.yaml`."""
    source.take(_UnitsHead, root)
    for node in items(root, "units"):
        row = source.take(UnitShape, node)
        if row is None:
            continue
        if row.counted == bool(row.dimension):
            source.complain(
                "B103", source.key(node, "id"), f"unit '{row.id}' is counted or has a dimension", "give it one of both"
            )
        value = facts.Unit(row.id, row.name or row.id, row.dimension, source.mark(node))
        shelf.put("unit", shelf.units, row.id, value, source.key(node, "id"))


def read_numbers(source: Source, root: Node, shelf: Shelf) -> None:
    """`numbers.yaml`."""
    source.take(_PatternsHead, root)
    for node in items(root, "patterns"):
        row = source.take(PatternShape, node)
        if row is None:
            continue
        place = source.key(node, "pattern")
        try:
            with warnings.catch_warnings():
                # What a later Python will read differently, as '[[', is not what its author means.
                warnings.simplefilter("error", FutureWarning)
                pattern = bounded(row.pattern)
                covers = re.fullmatch(pattern, row.example) is not None
        except PatternFault as fault:
            source.complain("B790", place, f"'pattern' is not taken: {fault}", SIMPLE)
            continue
        except (re.error, FutureWarning) as fault:
            source.complain("B103", place, f"'pattern' is no regular expression: {fault}", "as in 'AES-\\d+'")
            continue
        if not covers:
            source.complain("B103", place, f"the pattern does not cover its example '{row.example}'", "change one of both")
        shelf.numbers.append(facts.NumberPattern(row.pattern, pattern, row.why, row.example, source.mark(node)))


def read_facts(source: Source, root: Node, shelf: Shelf) -> None:
    """`facts/*.yaml`."""
    head = source.take(_FactsHead, root)
    default = source.tag(root, head.audience) if head else None
    for node in items(root, "facts"):
        row = source.take(FactShape, node)
        tag = required_tag(source, node, row.audience if row else None, default)
        if row is None or tag is None or not isinstance(node, Mapping):
            continue
        value = facts.Fact(
            id=row.id,
            text=source.words(node.get("text")),
            value=row.value,
            unit=row.unit or "",
            kind=row.kind,
            confidence=row.confidence,
            source=row.source,
            as_of=row.as_of,
            review_by=row.review_by,
            owner=row.owner,
            mark=source.mark(node, row.audience, default),
        )
        shelf.put("fact", shelf.facts, row.id, value, source.key(node, "id"))


def required_tag(source: Source, node: Node, names: tuple[str, ...] | None, default: Tag | None) -> Tag | None:
    """The audience of a record, its own or its file's; without one nobody knows who may read it."""
    written = isinstance(node, Mapping) and "audience" in node.entries
    tag = source.tag(node, names, default)
    if tag is None and not written:
        source.broken = True
        hint = "name who may read it, as in 'audience: all', here or at the file's head"
        source.complain("B106", source.origin(node), "the audience is missing", hint)
    return tag
