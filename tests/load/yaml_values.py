"""YAML as an editor reads it (the core schema of YAML 1.2): numbers and true or false are typed, days are text."""

import re
from typing import Any

from briefs.load.tree import Mapping, Node, Scalar, Sequence
from briefs.load.yaml_reader import read_yaml


def values(text: str) -> Any:
    """A file's values."""
    root, found = read_yaml(text, "t.yaml")
    assert root is not None, found
    return _value(root)


def _value(node: Node) -> Any:
    match node:
        case Scalar():
            return node.text if node.style or node.text is None else _typed(node.text)
        case Sequence():
            return [_value(item) for item in node.items]
        case Mapping():
            return {key: _value(entry.value) for key, entry in node.entries.items()}


def _typed(text: str) -> Any:
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"[-+]?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?(?:\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?", text) else text
