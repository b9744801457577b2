"""YAML text to a tree, from the parser's events: no recursion, no types by guess, no anchors, no tags, no key twice."""

from dataclasses import dataclass, field

import yaml

from briefs.diagnostics import Diagnostic, error
from briefs.load.faults import QUOTES, Broken, syntax
from briefs.load.tree import Entry, Mapping, Node, Scalar, Sequence
from briefs.markup import unprintable
from briefs.model.origin import Origin

MOST_DEEP = 20
MOST_NODES = 200_000


Spot = tuple[int, int, int]
"""Line and column, from 1, and offset in the text."""


def _spot(mark: object) -> Spot:
    """The place of a mark; PyYAML's own types leave open whether there is one."""
    return int(getattr(mark, "line", 0)) + 1, int(getattr(mark, "column", 0)) + 1, int(getattr(mark, "index", 0))


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that has not ended yet."""

    at: Spot
    items: list[Node] | None
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None

    def close(self) -> Node:
        if self.items is None:
            return Mapping(self.entries, *self.at)
        return Sequence(tuple(self.items), *self.at)


def read_yaml(text: str, path: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a file, or None and what makes it unreadable; never raises for what an author wrote, whatever its depth."""
    refused = _characters(text, path)
    if refused:
        return None, refused
    try:
        root = _build(text)
    except Broken as fault:
        return None, (error(fault.code, Origin(path, fault.line, fault.column), fault.message, fault.hint),)
    except yaml.YAMLError as fault:
        return None, (syntax(fault, text, path),)
    if root is None:
        return None, (error("B102", Origin(path, 1, 1), "the file is empty", "write its entries, or delete the file"),)
    return root, ()


def _characters(text: str, path: str) -> tuple[Diagnostic, ...]:
    found = []
    for offset, name in unprintable(text):
        if text[offset] != "\t":
            line, column = place_of(text, offset)
            found.append(error("B102", Origin(path, line, column), f"a character that nobody sees: {name}", "delete it"))
        if len(found) == 20:
            break
    return tuple(found)


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _build(text: str) -> Node | None:
    stack: list[_Open] = []
    root: Node | None = None
    for count, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader)):
        if count > MOST_NODES:
            raise Broken((1, 1, 0), "more values than a file may hold", "split the file", "B112")
        node = _node(event, stack)
        if node is None:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise Broken(_spot(event.start_mark), "a second document in one file", "remove the '---', or split the file")
        elif stack:
            _attach(stack[-1], node)
        else:
            root = node
    return root


def _node(event: yaml.Event, stack: list[_Open]) -> Node | None:
    """The value that an event completes; None when it completes none."""
    _refuse(event)
    match event:
        case yaml.ScalarEvent():
            return _scalar(event)
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            if len(stack) >= MOST_DEEP:
                raise Broken(_spot(event.start_mark), "values nested too deep", f"at most {MOST_DEEP} levels", "B112")
            stack.append(_Open(_spot(event.start_mark), None if isinstance(event, yaml.MappingStartEvent) else []))
            return None
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            return stack.pop().close()
    return None


def _refuse(event: yaml.Event) -> None:
    if getattr(event, "anchor", None) is not None:
        raise Broken(_spot(event.start_mark), "an anchor or alias", f"write the value again; {QUOTES}")
    if getattr(event, "tag", None) is not None:
        raise Broken(_spot(event.start_mark), f"a tag: '{getattr(event, 'tag', '')}'", f"schemas know the types; {QUOTES}")


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    style = event.style or ""
    text = None if not style and event.value in ("", "~", "null") else event.value
    line, column, start = _spot(event.start_mark)
    for _, name in unprintable(text or ""):
        raise Broken(_spot(event.start_mark), f"a character that nobody sees: {name}", "delete it")
    return Scalar(text, line, column, start, _spot(event.end_mark)[2], style)


def _attach(holder: _Open, node: Node) -> None:
    if holder.items is not None:
        holder.items.append(node)
    elif holder.key is not None:
        key, holder.key = holder.key, None
        holder.entries[key.text or ""] = Entry(key.line, key.column, node)
    elif not isinstance(node, Scalar) or node.text is None:
        raise Broken((node.line, node.column, node.start), "a key that is not a word", QUOTES)
    elif node.text in holder.entries:
        first = holder.entries[node.text].line
        raise Broken((node.line, node.column, node.start), f"'{node.text}' is there twice", f"first at line {first}: keep one")
    else:
        holder.key = node
