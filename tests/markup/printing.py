"""Prints nodes as an indented tree, short enough to stand beside the input in a case file, and reads case files."""

from collections.abc import Iterator
from pathlib import Path

from briefs.model.nodes import Mark


def tree(value: object, depth: int = 0) -> str:
    """One line a node: type, place, tag, plain attributes; children indented, those with a name of their own under it."""
    return "\n".join(_lines(value, depth))


def _lines(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _lines(item, depth)
        return
    pad, parts, nested = "  " * depth, [type(value).__name__], []
    for name in type(value).__dataclass_fields__:
        item = getattr(value, name)
        if isinstance(item, Mark):
            parts.insert(1, f"{item.origin.line}:{item.origin.column}")
            parts.extend(["{" + ", ".join(item.tag.names) + "}"] if item.tag else [])
        elif hasattr(item, "mark") or (isinstance(item, tuple) and item and hasattr(item[0], "mark")):
            nested.append((name, item))
        elif item not in ((), "", None):
            parts.append(f"{name}={item!r}")
    yield pad + " ".join(parts)
    for name, item in nested:
        if name in ("children", "blocks", "items", "cells"):
            yield from _lines(item, depth + 1)
        else:
            yield f"{pad}  {name}:"
            yield from _lines(item, depth + 2)


def cases(path: Path) -> list[tuple[str, str, str]]:
    """Title, input and expectation of each case: three parts, each ended by a line of one point."""
    parts = path.read_text("utf-8").split("\n.\n")
    found = []
    for index in range(0, len(parts) - 2, 3):
        found.append((parts[index].strip(), parts[index + 1], parts[index + 2]))
    return found
