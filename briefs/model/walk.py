"""Visits every node below a value, found by shape and not by type, so that a new kind of node cannot hide from a check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.model.audience import Readers
from briefs.model.nodes import Mark

BARE = frozenset({str, int, float, bool, type(None), Mark})
"""Types of fields that hold nothing marked; most fields are of these, and a call for each would be most of the work."""


@dataclass(frozen=True, slots=True)
class Visit:
    node: object
    """A dataclass that carries a mark."""
    mark: Mark
    parent: Readers
    """Effective readers of the nearest marked value around it."""


def walk(value: object, parent: Readers) -> Iterator[Visit]:
    """The value, if it is marked, then everything marked below it, in the order in which it was written."""
    if isinstance(value, tuple):
        for item in value:
            yield from walk(item, parent)
        return
    if isinstance(value, Mapping):
        for item in value.values():
            yield from walk(item, parent)
        return
    names = getattr(type(value), "__dataclass_fields__", None)
    if names is None or isinstance(value, Mark):
        return
    mark = getattr(value, "mark", None)
    if isinstance(mark, Mark):
        yield Visit(value, mark, parent)
        parent = mark.readers
    for name in names:
        inner = getattr(value, name)
        if type(inner) not in BARE:
            yield from walk(inner, parent)
