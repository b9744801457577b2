"""What is wrong with the charts of any package: their axes, their points, and the workbook that holds the same numbers."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from briefs.verify.package import Package
from briefs.verify.relationships import Relations, Trees, relationships_of, targets

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LARGEST_AXIS = 0x7FFFFFFF
AXES = (f"{C}catAx", f"{C}valAx", f"{C}dateAx", f"{C}serAx")
AREA = re.compile(r"'?([^'!]+)'?!\$([A-Z]+)\$(\d+)(?::\$\2\$(\d+))?")
Cells = Mapping[str, str]
"""What a cell says by its name, `B2`."""


def charts(trees: Trees, relations: Relations, inner: Mapping[str, Package]) -> Iterator[str]:
    """Faults of every chart; `inner` has the packages inside this one by name."""
    for name, tree in trees.items():
        if tree.tag == f"{C}chartSpace":
            books = targets(relations, name, "package")
            book = inner.get(books[0]) if books else None
            yield from (f"{name}: {fault}" for fault in (*_axes(tree), *_points(tree), *_workbook(tree, book)))


def _value(node: etree._Element, name: str) -> str:
    found = node.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")


def _axes(tree: etree._Element) -> Iterator[str]:
    """Axes have numbers of their own, plots use them, and each crosses one that crosses it."""
    for node in tree.iter(f"{C}axId", f"{C}crossAx"):
        value = node.get("val", "")
        if not value.isdecimal() or int(value) > LARGEST_AXIS:
            yield f"axis id {node.get('val')} is out of range"
    axes = [(_value(node, "axId"), _value(node, "crossAx")) for node in tree.iter(*AXES)]
    crossing = dict(axes)
    yield from (f"two axes with the id {name}" for name, count in Counter(own for own, _ in axes).items() if count > 1)
    yield from (f"an axis crosses the axis {other}, which does not cross it" for own, other in axes if crossing.get(other) != own)
    plots = {
        node.get("val", "")
        for node in tree.iter(f"{C}axId")
        if (parent := node.getparent()) is not None and parent.tag not in AXES
    }
    yield from (f"a plot uses the axis {name}, which it does not have" for name in sorted(plots - set(crossing)))


def _points(tree: etree._Element) -> Iterator[str]:
    for name in ("idx", "order"):
        places = Counter(_value(node, name) for node in tree.iter(f"{C}ser"))
        yield from (f"two series with the {name} {place}" for place, count in places.items() if count > 1)
    for cache in tree.iter(f"{C}numCache", f"{C}strCache"):
        count, points = _value(cache, "ptCount"), [node.get("idx", "") for node in cache.iter(f"{C}pt")]
        if not count.isdecimal() or any(not at.isdecimal() or int(at) >= int(count) for at in points):
            yield "more points than it counts"
        if cache.tag == f"{C}numCache" and not all(_is_number(node.text) for node in cache.iter(f"{C}v")):
            yield "a point that is no number"


def _is_number(text: str | None) -> bool:
    try:
        return math.isfinite(float(text or ""))
    except ValueError:
        return False


def _workbook(tree: etree._Element, book: Package | None) -> Iterator[str]:
    """What the chart shows is what its workbook says."""
    linked = tree.find(f"{C}externalData")
    if linked is None or not linked.get(f"{R}id"):
        yield "names no workbook"
    if book is None:
        return  # a missing part is said by `structure`
    try:
        sheets = _sheets(book)
    except etree.XMLSyntaxError:
        return  # said by `structure` of the workbook
    spare = {(sheet, cell) for sheet, cells in sheets.items() for cell, words in cells.items() if words}
    for reference in tree.iter(f"{C}strRef", f"{C}numRef"):
        area = reference.findtext(f"{C}f", "")
        found = AREA.fullmatch(area)
        if found is None or found[1] not in sheets:
            yield f"names the sheet '{area.partition('!')[0]}', which its workbook does not have"
        elif _shown(reference) != _held(sheets[found[1]], found):
            yield f"shows other values than {area} of its workbook"
        if found:
            spare -= {(found[1], f"{found[2]}{row}") for row in range(int(found[3]), int(found[4] or found[3]) + 1)}
    yield from (f"does not show {cell} of its workbook" for _, cell in sorted(spare))
    if any(next(part.tree().iter(f"{S}f", f"{S}definedName"), None) is not None for part in book.parts if part.is_xml):
        yield "has a workbook that computes or names something"


def _shown(reference: etree._Element) -> dict[int, str]:
    return {
        int(node.get("idx", "0")): node.findtext(f"{C}v", "")
        for node in reference.iter(f"{C}pt")
        if node.get("idx", "0").isdecimal()
    }


def _held(cells: Cells, area: re.Match[str]) -> dict[int, str]:
    """What the cells of an area of one column say, by their place in it."""
    first, last = int(area[3]), int(area[4] or area[3])
    names = (f"{area[2]}{row}" for row in range(first, last + 1))
    return {at: cells[name] for at, name in enumerate(names) if name in cells}


def _sheets(book: Package) -> dict[str, Cells]:
    trees = {part.name: part.tree() for part in book.parts if part.is_xml}
    relations = {item.id: item.target for item in relationships_of(trees).get("xl/workbook.xml", ())}
    listed = trees["xl/workbook.xml"].iter(f"{S}sheet") if "xl/workbook.xml" in trees else ()
    parts = {node.get("name", ""): relations.get(node.get(f"{R}id", ""), "") for node in listed}
    return {name: _cells(trees[part]) for name, part in parts.items() if part in trees}


def _cells(sheet: etree._Element) -> Cells:
    return {cell.get("r", ""): "".join(node.text or "" for node in cell.iter(f"{S}v", f"{S}t")) for cell in sheet.iter(f"{S}c")}
