"""Audiences, edition and backlog."""

from typing import Annotated, Any

from pydantic import Field

from briefs.load.schema.base import Shape
from briefs.load.schema.roots import AudienceShape, EditionShape, ItemShape
from briefs.load.shelf import Shelf
from briefs.load.source import Source, items
from briefs.load.tree import Mapping, Node
from briefs.model.audience import Audience
from briefs.model.content import BacklogItem, Edition


class _AudiencesHead(Shape):
    audiences: Annotated[tuple[Any, ...], Field(max_length=64)]


class _BacklogHead(Shape):
    groups: dict[str, str]
    items: tuple[Any, ...]


def read_audiences(source: Source, root: Node, shelf: Shelf) -> None:
    """`audiences.yaml`."""
    source.take(_AudiencesHead, root)
    for node in items(root, "audiences"):
        row = source.take(AudienceShape, node)
        if row is None or not isinstance(node, Mapping):
            continue
        place = source.key(node, "id")
        name, organisation, marking = (source.words(node.get(field)) for field in ("name", "organisation", "marking"))
        value = Audience(row.id, name, organisation, row.groups, row.reader, marking, place)
        shelf.put("audience", shelf.audiences, row.id, value, place)


def read_edition(source: Source, root: Node, shelf: Shelf) -> None:
    """`edition.yaml`."""
    edition = source.take(EditionShape, root)
    if edition:
        shelf.edition = Edition(edition.date, edition.version)


def read_backlog(source: Source, root: Node, shelf: Shelf) -> None:
    """`backlog.yaml`."""
    head = source.take(_BacklogHead, root)
    if head:
        shelf.groups.update(head.groups)
    for node in items(root, "items"):
        row = source.take(ItemShape, node)
        if row is None:
            continue
        if head and row.group not in head.groups:
            source.complain(
                "B103", source.key(node, "group"), f"unknown group '{row.group}'", f"groups are {', '.join(head.groups)}"
            )
        value = BacklogItem(row.id, row.group, row.title, row.done_when, _proof(row.proof), row.later, source.mark(node))
        shelf.put("backlog item", shelf.backlog, row.id, value, source.key(node, "id"))


def _proof(written: dict[str, Any]) -> dict[str, object]:
    """Counts as integers, also inside; everything else as written."""
    return {name: _counted(value) for name, value in written.items()}


def _counted(value: Any) -> object:
    if isinstance(value, str) and value.isdecimal():
        return int(value)
    if isinstance(value, list):
        return [_counted(part) for part in value]
    return {name: _counted(part) for name, part in value.items()} if isinstance(value, dict) else value
