"""What each place of a text may hold, as one table, and what an author is told who puts something else there."""

from collections.abc import Mapping
from typing import Literal

from briefs.markup.tree import Node

Place = Literal["a section", "a list item", "a quote", "a callout", "a procedure", "a slide", "presenter notes", "a footnote"]

_PROSE = frozenset({"a paragraph", "a list", "code", "a quote", "a table", "'::: audience'"})
_HOLDS: Mapping[Place, frozenset[str]] = {
    "a section": _PROSE
    | {"a heading", "'::: callout'", "'::: figure'", "'::: steps'", "'::: slide'", "a view, chart or diagram"},
    "a list item": _PROSE,
    "a quote": frozenset({"a paragraph", "a list"}),
    "a callout": _PROSE,
    "a procedure": frozenset({"a list"}),
    "a slide": frozenset(
        {"a paragraph", "a list", "a table", "'::: audience'", "'::: figure'", "'::: notes'", "a view, chart or diagram"}
    ),
    "presenter notes": frozenset({"a paragraph", "a list", "'::: audience'"}),
    "a footnote": frozenset({"a paragraph"}),
}
_NAMES: Mapping[str, str] = {
    "paragraph": "a paragraph",
    "heading": "a heading",
    "bullet_list": "a list",
    "ordered_list": "a list",
    "fence": "code",
    "blockquote": "a quote",
    "table": "a table",
    "leaf": "a view, chart or diagram",
}
_NEVER: Mapping[str, tuple[str, str]] = {
    "hr": ("a rule across the page", "headings divide a text; front matter is only at the top of a file"),
    "code_block": ("code by indentation", "put code between lines of three backticks; other text starts at the margin"),
}


def refusal(node: Node, place: Place) -> tuple[str, str] | None:
    """Message and hint where a place may not hold a node; None where it may."""
    if node.kind in _NEVER:
        return _NEVER[node.kind]
    name = f"'::: {node.token.info}'" if node.kind == "container" else _NAMES.get(node.kind, "")
    if name in _HOLDS[place] or not name:
        return None
    if all(name not in holds for holds in _HOLDS.values()):
        return None
    return f"{place} cannot hold {name}", f"it may hold {', '.join(sorted(_HOLDS[place]))}"
