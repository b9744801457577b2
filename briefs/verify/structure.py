"""Whether a package is whole: what Office has been known to repair, and what neither public validator sees."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

from lxml import etree

from briefs.diagnostics import Diagnostic, error
from briefs.verify.charts import charts
from briefs.verify.drawings import drawings
from briefs.verify.looks import looks
from briefs.verify.package import Package
from briefs.verify.presentation import presentation
from briefs.verify.relationships import Relations, relationships_of, rels_of
from briefs.verify.roles import PIXELS, roles, types
from briefs.verify.wordprocessing import wordprocessing

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CONTENT_TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"
READABLE = (".xml", ".rels", ".png", ".jpg", ".jpeg", ".xlsx")
"""Kinds of parts that our products have; what verify cannot read may not be in a file."""
OUTWARD = "/hyperlink"
HINT = "build again; if a build refused it, report a fault of the engine"


def structure(path: str, package: Package) -> Iterator[Diagnostic]:
    """B904 for each thing that is not whole, in the package and in those inside it."""
    trees, broken = _trees(package)
    relations = relationships_of(trees)
    for fault in (*broken, *_names(package), *_types(package, trees), *_relations(package, trees, relations)):
        yield error("B904", None, f"'{path}', {fault}", HINT)
    if not broken:
        for fault in _inside(package, trees, relations):
            yield error("B904", None, f"'{path}', {fault}", HINT)
    for name, inner in package.inner:
        yield from structure(f"{path}!{name}", inner)


def _inside(package: Package, trees: dict[str, etree._Element], relations: Relations) -> Iterator[str]:
    """What is wrong with the parts themselves, once they can be read."""
    yield from roles(trees, relations)
    yield from drawings(trees)
    yield from charts(trees, relations, dict(package.inner))
    yield from wordprocessing(trees)
    yield from looks(trees)
    yield from presentation(trees, relations)


def _trees(package: Package) -> tuple[dict[str, etree._Element], list[str]]:
    trees: dict[str, etree._Element] = {}
    broken: list[str] = []
    for part in package.parts:
        if part.is_xml:
            try:
                trees[part.name] = tree = part.tree()
                if tree.getroottree().docinfo.internalDTD is not None:
                    broken.append(f"{part.name}: has a document type, which could hide text")
            except etree.XMLSyntaxError as fault:
                broken.append(f"{part.name}: not well-formed, line {fault.lineno}")
    return trees, broken


def _names(package: Package) -> Iterator[str]:
    yield from (f"{name}: twice in the archive" for name in package.twice)
    folded = Counter(part.name.casefold() for part in package.parts)
    yield from (f"{name}: differs from another part by case only" for name, count in folded.items() if count > 1)
    for part in package.parts:
        if "\\" in part.name or part.name.startswith("/") or ".." in part.name.split("/"):
            yield f"{part.name}: no name of a part"
        if not part.name.endswith(READABLE):
            yield f"{part.name}: a kind of part that no product has and that cannot be read"
    for required in (CONTENT_TYPES, ROOT):
        if package.part(required) is None:
            yield f"{required}: missing"


def _types(package: Package, trees: dict[str, etree._Element]) -> Iterator[str]:
    listed = trees.get(CONTENT_TYPES)
    if listed is None:
        return
    defaults = {node.get("Extension", "").casefold(): node.get("ContentType", "") for node in listed.iter(f"{TYPES}Default")}
    overrides = [node.get("PartName", "").lstrip("/") for node in listed.iter(f"{TYPES}Override")]
    have = {part.name for part in package.parts}
    yield from (f"{CONTENT_TYPES}: a type for '{name}', which does not exist" for name in overrides if name not in have)
    yield from (f"{CONTENT_TYPES}: two types for '{name}'" for name, count in Counter(overrides).items() if count > 1)
    for name in sorted(have - set(overrides) - {CONTENT_TYPES}):
        if name.rpartition(".")[2].casefold() not in defaults:
            yield f"{name}: has no content type"
    named = {node.get("PartName", "").lstrip("/"): node.get("ContentType", "") for node in listed.iter(f"{TYPES}Override")}
    pictures = {part.name: part.data for part in package.parts if part.name.rpartition(".")[2].casefold() in PIXELS}
    yield from types(trees, pictures, named, defaults)


def _relations(package: Package, trees: dict[str, etree._Element], relations: Relations) -> Iterator[str]:
    have = {part.name for part in package.parts}
    for owner, items in relations.items():
        if owner and owner not in have:
            yield f"{rels_of(owner)}: belongs to no part"
        for name, count in Counter(item.id for item in items).items():
            if count > 1:
                yield f"{rels_of(owner)}: two relationships '{name}'"
        for item in items:
            if item.external and not item.type.endswith(OUTWARD):
                yield f"{rels_of(owner)}: '{item.id}' fetches '{item.target}' from outside"
            if not item.external and item.target not in have:
                yield f"{rels_of(owner)}: '{item.id}' leads to '{item.target}', which does not exist"
    yield from _used(relations, trees)
    reached = _reached(relations)
    yield from (f"{name}: no relationship leads to it" for name in sorted(have - reached) if not _of_package(name))


def _used(relations: Relations, trees: dict[str, etree._Element]) -> Iterator[str]:
    """Relationship ids that a part uses and does not have."""
    find = etree.XPath("//@*[namespace-uri() = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships']")
    for name, tree in trees.items():
        known = {item.id for item in relations.get(name, ())}
        used = {str(value) for value in cast("list[str]", find(tree))}
        yield from (f"{name}: uses relationship '{item}', which it does not have" for item in sorted(used - known - {""}))


def _reached(relations: Relations) -> set[str]:
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for item in relations.get(waiting.pop(), ()):
            if not item.external and item.target not in reached:
                reached.add(item.target)
                waiting.append(item.target)
    return reached


def _of_package(name: str) -> bool:
    return name == CONTENT_TYPES or name.endswith(".rels")
