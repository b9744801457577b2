"""What is wrong with the charts of a finished file: axes, the workbook behind each, and whether both say the same."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import join, normpath

from lxml import etree

from tests.office.contrast import C, Node, Package

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST_SHEET = "xl/workbook.xml"
AXES = (f"{C}catAx", f"{C}valAx", f"{C}dateAx", f"{C}serAx")
AREA = re.compile(r"'?([^'!]+)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")
LARGEST = 0x7FFFFFFF
Cells = Mapping[tuple[str, int], str]


def charts(package: Package) -> list[str]:
    return sorted(name for name, tree in package.parts.items() if tree.tag == f"{C}chartSpace")


def faults(file: Path) -> list[str]:
    """Everything that is wrong with the charts of a file."""
    package = Package(file)
    drawn = [part for name in package.parts for part in package.relations(name, "chart").values()]
    found = [f"{name}: drawn {drawn.count(name)} times" for name in charts(package) if drawn.count(name) != 1]
    with zipfile.ZipFile(file) as archive:
        for name in charts(package):
            found += [f"{name}: {fault}" for fault in (*axes(package.parts[name]), *workbook(package, name, archive))]
    return found


def axes(tree: Node) -> Iterator[str]:
    """Axes are declared once, used by their plots, and cross one another."""
    crossing = {value(axis, "axId"): value(axis, "crossAx") for axis in tree.iter(*AXES)}
    declared = [value(axis, "axId") for axis in tree.iter(*AXES)]
    used = [node.get("val", "") for plot in tree.iter(f"{C}barChart", f"{C}lineChart") for node in plot.findall(f"{C}axId")]
    if len(declared) != len(crossing) or sorted(set(used)) != sorted(declared):
        yield f"it declares the axes {declared} and uses {used}"
    if any(crossing.get(other) != own or other == own for own, other in crossing.items()):
        yield "its axes do not cross one another"
    if any(not key.isdecimal() or int(key) > LARGEST for key in declared):
        yield "an axis has a number that PowerPoint does not take"


def value(node: Node, name: str) -> str:
    found = node.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")


def workbook(package: Package, name: str, archive: zipfile.ZipFile) -> Iterator[str]:
    """The workbook exists, opens, and holds each number and text that the chart shows, and no others."""
    tree = package.parts[name]
    linked = tree.find(f"{C}externalData")
    book = package.relations(name, "package").get("" if linked is None else linked.get(f"{R}id", ""), "")
    if book not in archive.namelist():
        yield "it has no workbook"
        return
    sheets = opened(archive.read(book))
    seen: set[tuple[str, tuple[str, int]]] = set()
    for reference in (*tree.iter(f"{C}strRef"), *tree.iter(f"{C}numRef")):
        area = reference.findtext(f"{C}f", "")
        sheet, keys = places(area)
        seen |= {(sheet, key) for key in keys}
        cells = sheets.get(sheet, {})
        if [cells.get(key) for key in keys] != cached(reference, len(keys)):
            yield f"it shows other values than {area} of its workbook"
    written = {(sheet, key) for sheet, cells in sheets.items() for key in cells}
    if not written <= seen:
        yield f"its workbook holds what it does not show: {sorted(written - seen)}"


def opened(data: bytes) -> dict[str, Cells]:
    """The cells of each sheet of a workbook, by column and row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        links = {item.get("Id"): item.get("Target", "") for item in etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
        book = etree.fromstring(archive.read(FIRST_SHEET))
        parts = {node.get("name", ""): normpath(join("xl", links[node.get(f"{R}id")])) for node in book.iter(f"{S}sheet")}
        return {name: dict(cells(etree.fromstring(archive.read(part)))) for name, part in parts.items()}


def cells(sheet: Node) -> Iterator[tuple[tuple[str, int], str]]:
    for cell in sheet.iter(f"{S}c"):
        column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", "")).groups()  # type: ignore[union-attr]
        told = cell.findtext(f"{S}v")
        yield (column, int(row)), told if told is not None else "".join(node.text or "" for node in cell.iter(f"{S}t"))


def places(area: str) -> tuple[str, list[tuple[str, int]]]:
    """The sheet and cells that a reference of one column names."""
    sheet, column, first, last_column, last = AREA.fullmatch(area).groups()  # type: ignore[union-attr]
    assert last_column in (None, column), area
    return sheet, [(column, row) for row in range(int(first), int(last or first) + 1)]


def cached(reference: Node, count: int) -> list[str | None]:
    """What the chart shows by itself, by the place in its reference; None where it shows nothing."""
    cache = next(node for node in reference if node.tag in (f"{C}strCache", f"{C}numCache"))
    assert int(value(cache, "ptCount")) == count, reference.findtext(f"{C}f")
    points = {int(node.get("idx", "")): node.findtext(f"{C}v", "") for node in cache.iter(f"{C}pt")}
    return [points.get(at) for at in range(count)]
