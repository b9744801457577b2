"""What others could have written more: hidden nodes in every list and among all roots of a content, in front and behind."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

from briefs.model import nodes as n
from briefs.model.audience import Tag
from briefs.model.content import Resolved
from briefs.model.exhibits import ChartSpec, EdgeSpec, NodeSpec
from briefs.model.nodes import Mark
from briefs.model.records import Record
from tests.select.trees import EVERYONE, PLACE

BLOCKS, INLINES = get_args(n.Block), get_args(n.Inline)
ROOTS = ("terms", "sources", "facts", "charts", "diagrams", "sections", "briefs")
WORD = "Words of others, of which nothing may be told. "


def with_more(resolved: Resolved, audience: str) -> Resolved:
    """The content with more of everything that the audience may not see; each new root is the first of its kind."""
    mark = Mark(PLACE, Tag(("others",), PLACE), EVERYONE - {audience})
    grown = _more(resolved, mark)
    assert isinstance(grown, Resolved)
    roots = {name: _first(getattr(grown, name), mark) for name in ROOTS}
    return replace(grown, **roots)


def _first(items: Mapping[str, Any], mark: Mark) -> Mapping[str, Any]:
    """A hidden twin of each root, before the roots themselves, under ids that sort before and after them."""
    twins = {f"a-{key}": replace(item, id=f"a-{key}", mark=mark) for key, item in items.items()}
    return {**twins, **items, **{f"z{key}": replace(item, id=f"z{key}", mark=mark) for key, item in items.items()}}


def _more(value: Any, mark: Mark) -> Any:
    if isinstance(value, tuple):
        return _with_hidden(tuple(_more(item, mark) for item in value), mark)
    if isinstance(value, Mapping):
        return {key: _more(item, mark) for key, item in value.items()}
    if not is_dataclass(value) or isinstance(value, type | Mark | ChartSpec):
        return value
    return replace(value, **{item.name: _more(getattr(value, item.name), mark) for item in fields(value)})


def _with_hidden(items: tuple[Any, ...], mark: Mark) -> tuple[Any, ...]:
    """The items with a hidden one of their kind before and after them; lists that are of no such kind, or empty, as they are."""
    if not items:
        return items
    match items[0]:
        case n.Row() | n.Item() | Record() | NodeSpec() | EdgeSpec():
            first = replace(items[0], mark=mark, **({"id": "a-hidden"} if isinstance(items[0], Record | NodeSpec) else {}))
        case _ if isinstance(items[0], BLOCKS):
            first = n.Paragraph((n.Text(WORD, mark),), mark)
        case _ if isinstance(items[0], INLINES):
            first = n.Span((n.Text(WORD, mark),), mark)
        case _:
            return items
    return (first, *items, first)
