"""The relationships of a package, by the part that has them."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
Trees = Mapping[str, etree._Element]
"""The root of each XML part by its name."""


@dataclass(frozen=True, slots=True)
class Relationship:
    id: str
    target: str
    """Name of the part; for an external one the address."""
    external: bool
    type: str

    @property
    def kind(self) -> str:
        """`slide` of a type that ends in `/slide`."""
        return self.type.rpartition("/")[2]


Relations = Mapping[str, Sequence[Relationship]]
"""Name of the owning part, empty for the package -> its relationships."""


def relationships_of(trees: Trees) -> Relations:
    """The relationships of every part that has some."""
    found: dict[str, list[Relationship]] = {}
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder, _, file = name.rpartition("_rels/")
            owner = folder + file.removesuffix(".rels")
            found[owner] = [_relationship(node, folder) for node in tree.iter(RELATIONSHIP)]
    return found


def rels_of(owner: str) -> str:
    """The part that holds the relationships of another."""
    folder, _, name = owner.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def targets(relations: Relations, owner: str, kind: str) -> list[str]:
    """Where the relationships of one kind lead, in their order."""
    return [item.target for item in relations.get(owner, ()) if item.kind == kind]


def _relationship(node: etree._Element, folder: str) -> Relationship:
    target, external = node.get("Target", ""), node.get("TargetMode") == "External"
    if not external:
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relationship(node.get("Id", ""), target, external, node.get("Type", ""))
