"""Visits every node below a value, found by shape and not by type, so that a new kind of node cannot hide from a check."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

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
    found: list[Visit] = []
    _gather(value, parent, found)
    return iter(found)


def _gather(value: Any, parent: Readers, found: list[Visit]) -> None:
    """Append to one list: passing each visit up through as many generators as the tree is deep costs more than the walk."""
    read = _reader(type(value))  # type: ignore[arg-type] # a type is hashable; mypy takes the hash of its instances
    if read is not None:
        mark = getattr(value, "mark", None)
        if isinstance(mark, Mark):
            found.append(Visit(value, mark, parent))
            parent = mark.readers
        below: Iterable[object] = read(value)
    elif isinstance(value, tuple):
        below = value
    elif isinstance(value, Mapping):
        below = value.values()
    else:
        return
    for inner in below:
        if type(inner) not in BARE:
            _gather(inner, parent, found)


@cache
def _reader(kind: type[Any]) -> Callable[[object], tuple[object, ...]] | None:
    """What reads all fields of a dataclass at once; None for any other type."""
    names: tuple[str, ...] = tuple(getattr(kind, "__dataclass_fields__", ()))
    if not names or kind in BARE:
        return None
    return attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
