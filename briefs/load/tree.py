"""The tree of a YAML file: every value with the place where it was written; scalars stay strings until a schema types them."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str | None
    """None for an empty value, `~` or `null`."""
    line: int
    column: int
    """From 1; of the first quote or of the `>` when there is one."""
    start: int
    end: int
    """Offsets in the file's text."""
    style: str
    """Empty when plain, else the quote, `>` or `|`."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: "tuple[Node, ...]"
    line: int
    column: int
    start: int


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: "Dict[str, Entry]"
    line: int
    column: int
    start: int

    def get(self, name: str) -> "Node | None":
        """The value under a key."""
        entry = self.entries.get(name)
        return entry.value if entry else None


@dataclass(frozen=True, slots=True)
class Entry:
    """A key's place, and its value."""

    line: int
    column: int
    value: "Node"


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> Any:
    """The value as Python's own types, for a schema to judge; recursion is bounded by the reader's limit of depth."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(entry.value) for key, entry in node.entries.items()}
