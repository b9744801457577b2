"""What the shapes' validators demand beyond types, said again as JSON Schema, one row a shape."""

from collections.abc import Mapping
from typing import Any

_ENTRIES = ("section", "view", "asks", "assumptions", "non-goals", "terminology", "sources")

RULES: Mapping[str, Mapping[str, Any]] = {
    "FactShape": {"dependencies": {"value": ["unit"], "unit": ["value"]}},
    "InputShape": {
        "oneOf": [
            {"required": ["fact"], "not": {"anyOf": [{"required": ["kind"]}, {"required": ["owner"]}]}},
            {"required": ["value", "kind", "owner"]},
        ]
    },
    "UnitShape": {
        "oneOf": [
            {"required": ["dimension"], "properties": {"counted": {"const": False}}},
            {"required": ["counted"], "properties": {"counted": {"const": True}}, "not": {"required": ["dimension"]}},
        ]
    },
    "EntryShape": {
        "oneOf": [{"required": [name]} for name in _ENTRIES],
        "not": {"required": ["section", "heading"]},
        "dependencies": {"view": ["heading"], "slides": ["section"], "because": ["asks"]},
        "if": {"required": ["asks"], "properties": {"asks": {"const": "none"}}},
        "then": {"required": ["because"]},
        "else": {"not": {"required": ["because"]}},
    },
}
"""A new validator of a shape has its row here; a test holds both against the same mistakes."""


def tagged(name: str) -> Mapping[str, Any]:
    """Each record of the list has an audience, or the file's head has one for all of them."""
    each = {"type": "array", "items": {"type": "object", "required": ["audience"]}}
    return {"anyOf": [{"required": ["audience"]}, {"properties": {name: each}}]}
