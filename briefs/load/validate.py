"""Holds a tree against a shape; every complaint of the shape becomes one of ours, at the key or value that it is about."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from briefs.diagnostics import Diagnostic, error, nearest
from briefs.load.schema.base import Fault
from briefs.load.schema.words import about
from briefs.load.tree import Mapping, Node, Scalar, Sequence, plain
from briefs.model.origin import Origin

M = TypeVar("M", bound=BaseModel)
_WHOLE, _NUMBER = ("is not a whole number", "write digits only"), ("is not a number", "write digits, with a point for decimals")
_BOOLEAN, _DATE = ("is neither true nor false", "write true or false"), ("is not a date", "write it as 2026-11-23")
_LIST = ("is not a list", "write [a, b], or '- a' on lines of their own")
_FIELDS = ("is not a mapping of fields", "write 'name: value' lines below it")
_KINDS = {
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_type": _WHOLE,
    "int_parsing_size": ("is too large", "write a number of a few digits"),
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_parsing": _BOOLEAN,
    "bool_type": _BOOLEAN,
    "date_parsing": _DATE,
    "date_type": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "tuple_type": _LIST,
    "dict_type": ("is not a mapping", "write 'name: value' lines below it"),
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
}
Step = str | int
MOST_ERRORS = 100
"""Complaints kept for one mapping."""


def validate(shape: type[M], node: Node, path: str) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """The typed value, or None and every complaint at its place."""
    try:
        return shape.model_validate(plain(node)), ()
    except ValidationError as fault:
        return None, tuple(_complaint(shape, node, path, item) for item in fault.errors(include_url=False)[:MOST_ERRORS])


def _complaint(shape: type[BaseModel], node: Node, path: str, item: Any) -> Diagnostic:
    steps: tuple[Step, ...] = item["loc"]
    value, place = _find(node, steps, path, at_key=item["type"] == "extra_forbidden")
    name = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    kind = item["type"]
    if kind in ("too_long", "too_short") or (kind == "missing" and isinstance(steps[-1], int)):
        return _count(place, name, item, _help(name, shape, steps))
    if kind == "missing":
        code = "B106" if name == "audience" else "B103"
        return error(code, place, f"'{name}' is missing", _adding(name, _help(name, shape, steps)))
    if kind == "extra_forbidden":
        return error("B103", place, f"unknown field '{name}'", nearest(name, _fields(_shape_at(shape, steps[:-1]))))
    if kind == "value_error":
        return _of_several(node, steps, path, item["ctx"]["error"])
    return _of_one(place, name, value, item)


def _of_one(place: Origin, name: str, value: Node, item: Any) -> Diagnostic:
    """What is wrong with the value of one field."""
    kind, written = item["type"], value.text if isinstance(value, Scalar) else None
    if isinstance(value, Scalar) and not written:
        return error("B103", place, f"'{name}' is empty", "write a value, or remove the line")
    if kind == "literal_error":
        return _choice(place, name, written, item["ctx"]["expected"])
    if kind in _KINDS:
        message, hint = _KINDS[kind]
        what = f"an entry of '{name}'" if name and isinstance(item["loc"][-1], int) else f"'{name}'" if name else "this entry"
        return error("B103", place, f"{what} {message}" + (f": '{written}'" if written else ""), hint)
    if kind == "string_pattern_mismatch":
        return error("B103", place, f"'{name}' cannot be '{written}'", _pattern_hint(item["ctx"]["pattern"]))
    if kind == "string_too_long":
        return error("B103", place, f"'{name}' is too long", f"at most {item['ctx']['max_length']} characters: shorten it")
    if kind == "string_type":
        return _not_text(place, name, value)
    hint = "an editor that knows content/.schema/ says what belongs here"
    return error("B103", place, f"'{name}': {item['msg'].lower()}", hint)


def _help(name: str, shape: type[BaseModel], steps: tuple[Step, ...]) -> str:
    """What editors say of a field, in the middle of a sentence; empty for a register's own fields."""
    words = about(_shape_at(shape, steps[: steps.index(name)] if name in steps else steps).__name__, name)
    words = words.partition(". ")[0].rstrip(".")
    return words[:1].lower() + words[1:]


def _adding(name: str, words: str) -> str:
    """What to do about a field that is missing."""
    if name == "audience":
        return "name who may read it, as in audience: [all]"
    return f"add '{name}:', {words}" if words else f"add '{name}:' and its value"


def _of_several(node: Node, steps: tuple[Step, ...], path: str, fault: Fault) -> Diagnostic:
    """What a shape says of several fields together, at the key that is to be changed."""
    _, place = _find(node, (*steps, *fault.at), path, at_key=bool(fault.at))
    return error("B103", place, fault.message, fault.hint)


def _count(place: Origin, name: str, item: Any, words: str) -> Diagnostic:
    most = item.get("ctx", {}).get("max_length")
    if most is not None:
        return error("B103", place, f"'{name}' holds too many", f"at most {most}: {words or 'keep those that matter most'}")
    return error("B103", place, f"'{name}' holds too few", f"write {words}" if words else "write one more, or remove the line")


def _choice(place: Origin, name: str, written: str | None, expected: str) -> Diagnostic:
    choices = re.findall(r"'([^']*)'", expected)
    return error("B103", place, f"'{name}' cannot be '{written}'", nearest(written or "", choices))


def _pattern_hint(pattern: str) -> str:
    if "fact|result" in pattern:
        return "write fact:id or result:model.name@scenario"
    if pattern.startswith("^0"):
        return "write 0,0 for whole numbers, 0.0 for one decimal, 0.00 for two"
    return "write the page's address with https://" if "http" in pattern else "letters, digits, points and hyphens"


def _not_text(place: Origin, name: str, value: Node) -> Diagnostic:
    nested = isinstance(value, Sequence) and value.items and isinstance(value.items[0], Sequence)
    if nested:
        return error(
            "B103", place, f"'{name}' begins with '[[' and is read as a list", "put text that begins with '[[' in quotes"
        )
    if isinstance(value, Mapping):
        return error("B103", place, f"'{name}' is a mapping, and text is expected", "put text with ': ' or '{' in quotes")
    return error("B103", place, f"'{name}' is a list, and text is expected", "put text that begins with '[' in quotes")


def _find(node: Node, steps: tuple[Step, ...], path: str, at_key: bool) -> tuple[Node, Origin]:
    """The value at fault and its place: the key's where the key is wrong or the value none of its own."""
    place = Origin(path, node.line, node.column)
    for step in steps:
        match node:
            case Mapping() if isinstance(step, str) and step in node.entries:
                entry = node.entries[step]
                node = entry.value
                bare = at_key or (isinstance(node, Scalar) and node.text is None)
                place = Origin(path, entry.line, entry.column) if bare else Origin(path, node.line, node.column)
            case Sequence() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                place = Origin(path, node.line, node.column)
            case _:
                continue
    return node, place


def _fields(shape: type[BaseModel]) -> Iterator[str]:
    """The names that a mapping of this shape may have."""
    return ((field.alias or name) for name, field in shape.model_fields.items())


def _shape_at(shape: type[BaseModel], steps: tuple[Step, ...]) -> type[BaseModel]:
    """The shape of the mapping at `steps`."""
    for step in steps:
        if isinstance(step, str):
            found = next((field for name, field in shape.model_fields.items() if (field.alias or name) == step), None)
            inner = _shape_in(found.annotation) if found else None
            shape = inner or shape
    return shape


def _shape_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _shape_in(part))), None)
