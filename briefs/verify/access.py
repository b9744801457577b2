"""Whether a finished file can be read by everybody: title, language, alternative text, slide titles, header rows."""

import re
from collections.abc import Iterator

from lxml import etree

from briefs.diagnostics import Diagnostic, error
from briefs.verify.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
HEADING = re.compile(r"Heading([1-9])")
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
HINT = "give the exhibit, slide or table of the content its title or words, and build again"


def access(path: str, package: Package) -> Iterator[Diagnostic]:
    """B905 for each thing that somebody could not read."""
    for fault in _faults(package):
        yield error("B905", None, f"'{path}', {fault}", HINT)


def _faults(package: Package) -> Iterator[str]:
    yield from _properties(package)
    for part in package.parts:
        if not part.is_xml:
            continue
        try:
            tree = part.tree()
        except etree.XMLSyntaxError:
            continue  # B904 says so
        if tree.tag == f"{P}sld":
            yield from (f"{part.name}: {fault}" for fault in _slide(tree))
        elif tree.tag == f"{W}document":
            yield from (f"{part.name}: {fault}" for fault in _document(tree))


def _properties(package: Package) -> Iterator[str]:
    core = package.part("docProps/core.xml")
    try:
        values = {etree.QName(node).localname: (node.text or "").strip() for node in core.tree()} if core else {}
    except etree.XMLSyntaxError:
        return  # B904 says so
    for name in ("title", "language"):
        if not values.get(name):
            yield f"docProps/core.xml: no {name}"


def _document(tree: etree._Element) -> Iterator[str]:
    for node in tree.iter("{*}docPr"):
        if not node.get("descr") and not _decorative(node):
            yield f"the drawing '{node.get('name', '')}' has no alternative text"
    for number, table in enumerate(tree.iter(f"{W}tbl"), start=1):
        first = table.find(f"{W}tr")
        header = first is not None and first.find(f"{W}trPr/{W}tblHeader") is not None
        look = table.find(f"{W}tblPr/{W}tblLook")
        column = look is not None and look.get(f"{W}firstColumn") == "1" and look.get(f"{W}firstRow") == "0"
        if len(table.findall(f"{W}tr")) > 1 and not header and not column:
            yield f"table {number} marks neither a header row nor a header column"
    styles = (HEADING.fullmatch(node.get(f"{W}val", "")) for node in tree.iter(f"{W}pStyle"))
    levels = [int(style[1]) for style in styles if style]
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def _slide(tree: etree._Element) -> Iterator[str]:
    titles = [shape for shape in tree.iter(f"{P}sp") if _kind(shape) in ("title", "ctrTitle")]
    if not any("".join(node.text or "" for node in shape.iter(f"{A}t")).strip() for shape in titles):
        yield "the slide has no title"
    for shape in (*tree.iter(f"{P}pic"), *tree.iter(f"{P}graphicFrame")):
        named = next(shape.iter(f"{P}cNvPr"), None)
        if named is not None and not named.get("descr") and not _decorative(named):
            yield f"'{named.get('name', '')}' has no alternative text"
    for table in tree.iter(f"{A}tbl"):
        properties = table.find(f"{A}tblPr")
        if properties is None or "1" not in (properties.get("firstRow"), properties.get("firstCol")):
            yield "a table marks neither a header row nor a header column"
    for run in tree.iter(f"{A}r"):
        properties = run.find(f"{A}rPr")
        if properties is None or not properties.get("lang"):
            yield "text without a language"
            return


def _kind(shape: etree._Element) -> str:
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return placeholder.get("type", "") if placeholder is not None else ""


def _decorative(node: etree._Element) -> bool:
    return any(item.get("val") == "1" for item in node.iter(DECORATIVE))
