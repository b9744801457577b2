"""Puts a new entry at the end of a list in a YAML file; every other byte stays, comments and order too."""

from dataclasses import dataclass

from briefs.load.tree import Mapping, Node, Scalar, Sequence
from briefs.load.yaml_reader import read_yaml


@dataclass(frozen=True, slots=True)
class Inserted:
    text: str
    line: int
    """Of the new entry, from 1."""


def insert(text: str, name: str, entry: tuple[str, ...]) -> Inserted | None:
    """The file with an entry, given as `key: value` lines, at the end of the list `name`; None where the list takes none.

    That is so for a file that cannot be read, a list that is missing, and one that is written in brackets.
    """
    root, _ = read_yaml(text, "")
    written = root.get(name) if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or written is None:
        return None
    lines = text.rstrip("\n").split("\n")
    if not _is_block(text, written):
        line = root.entries[name].line - 1
        if lines[line] not in (f"{name}:", f"{name}: []"):
            return None
        lines[line] = f"{name}:"
        return None if _holds(written) else _checked(lines, line + 1, "  ", entry, name)
    last = written.items[-1] if isinstance(written, Sequence) else written
    dash = lines[last.line - 1]
    return _checked(lines, _end(lines, root, last.line), dash[: len(dash) - len(dash.lstrip())], entry, name)


def _is_block(text: str, written: Node) -> bool:
    return isinstance(written, Sequence) and bool(written.items) and text[written.start] == "-"


def _holds(written: Node) -> bool:
    """Whether a value is more than an empty list or nothing."""
    match written:
        case Sequence(items=items):
            return bool(items)
        case Scalar(text=text):
            return text is not None
        case Mapping():
            return True


def _end(lines: list[str], root: Mapping, last: int) -> int:
    """How many lines stand before the end of the list whose last entry begins at `last`."""
    after = min((entry.line - 1 for entry in root.entries.values() if entry.line > last), default=len(lines))
    while after > last and _belongs_to_next(lines[after - 1], after < len(lines)):
        after -= 1
    return after


def _belongs_to_next(line: str, more: bool) -> bool:
    """Whether an empty line, or a comment over the next key, is no part of the list."""
    return not line.strip() or (more and line.startswith("#"))


def _checked(lines: list[str], after: int, indent: str, entry: tuple[str, ...], name: str) -> Inserted | None:
    """The file with the entry, when it reads back with one more in the list; None otherwise."""
    added = [f"{indent}{'- ' if index == 0 else '  '}{line}" for index, line in enumerate(entry)]
    text = "\n".join([*lines[:after], *added, *lines[after:]]) + "\n"
    root, _ = read_yaml(text, "")
    found = root.get(name) if isinstance(root, Mapping) else None
    last = found.items[-1] if isinstance(found, Sequence) and found.items else None
    right = isinstance(last, Mapping) and last.line == after + 1
    return Inserted(text, after + 1) if right else None
