"""Holds a tree against a shape; every complaint of the shape becomes one of ours, at the key or value that it is about."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from briefs.diagnostics import Diagnostic, error, nearest
from briefs.load.tree import Mapping, Node, Scalar, Sequence, plain
from briefs.model.origin import Origin

M = TypeVar("M", bound=BaseModel)
_KINDS = {
    "int_parsing": ("is not a whole number", "write digits only"),
    "int_from_float": ("is not a whole number", "write digits only"),
    "float_parsing": ("is not a number", "write digits, with a point for decimals"),
    "decimal_parsing": ("is not a number", "write digits, with a point for decimals"),
    "bool_parsing": ("is neither true nor false", "write true or false"),
    "date_parsing": ("is not a date", "write it as 2026-11-23"),
    "date_from_datetime_parsing": ("is not a date", "write it as 2026-11-23"),
    "date_from_datetime_inexact": ("is not a date", "write it as 2026-11-23"),
    "tuple_type": ("is not a list", "write [a, b], or '- a' on lines of their own"),
    "dict_type": ("is not a mapping", "write 'name: value' lines below it"),
    "model_type": ("is not a mapping of fields", "write 'name: value' lines below it"),
    "model_attributes_type": ("is not a mapping of fields", "write 'name: value' lines below it"),
    "too_long": ("holds too many", "name the three that matter most"),
    "too_short": ("holds too few", ""),
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
    name = next((str(step) for step in reversed(steps) if isinstance(step, str)), "this entry")
    kind, written = item["type"], value.text if isinstance(value, Scalar) else None
    if kind == "missing":
        code = "B106" if name == "audience" else "B103"
        return error(code, place, f"'{name}' is missing", "name who may read it, as in audience: [all]" if code == "B106" else "")
    if kind == "extra_forbidden":
        return error("B103", place, f"unknown field '{name}'", nearest(name, _fields(shape, steps[:-1])))
    if kind == "value_error":
        return error("B103", place, str(item["ctx"]["error"]))
    if isinstance(value, Scalar) and not written:
        return error("B103", place, f"'{name}' is empty", "write a value, or remove the line")
    if kind == "literal_error":
        return _choice(place, name, written, item["ctx"]["expected"])
    if kind in _KINDS:
        message, hint = _KINDS[kind]
        return error("B103", place, f"'{name}' {message}" + (f": '{written}'" if written else ""), hint)
    if kind == "string_pattern_mismatch":
        return error("B103", place, f"'{name}' cannot be '{written}'", _pattern_hint(item["ctx"]["pattern"]))
    if kind == "string_type":
        return _not_text(place, name, value)
    return error("B103", place, f"'{name}': {item['msg'].lower()}")


def _choice(place: Origin, name: str, written: str | None, expected: str) -> Diagnostic:
    choices = re.findall(r"'([^']*)'", expected)
    return error("B103", place, f"'{name}' cannot be '{written}'", nearest(written or "", choices))


def _pattern_hint(pattern: str) -> str:
    if "fact|result" in pattern:
        return "write fact:id or result:model.name@scenario"
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


def _fields(shape: type[BaseModel], steps: tuple[Step, ...]) -> Iterator[str]:
    """The names that the mapping at `steps` may have."""
    for step in steps:
        if isinstance(step, str):
            found = next((field for name, field in shape.model_fields.items() if (field.alias or name) == step), None)
            inner = _shape_in(found.annotation) if found else None
            shape = inner or shape
    return ((field.alias or name) for name, field in shape.model_fields.items())


def _shape_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _shape_in(part))), None)
