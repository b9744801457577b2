"""What PowerPoint repairs: sections, ids, connectors, tables, chart axes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LARGEST_AXIS = 0x7FFFFFFF


class Related(Protocol):
    """What this module needs of a relationship."""

    @property
    def target(self) -> str: ...


def presentation(trees: Mapping[str, etree._Element], relations: Mapping[str, Sequence[Related]]) -> Iterator[str]:
    """Faults of a deck, and of charts in any package."""
    for name, tree in trees.items():
        if tree.tag == f"{C}chartSpace":
            yield from (f"{name}: {fault}" for fault in _axes(tree))
        if tree.tag in (f"{P}sld", f"{P}sldLayout", f"{P}sldMaster", f"{P}notes"):
            yield from (f"{name}: {fault}" for fault in _shapes(tree))
    main = trees.get("ppt/presentation.xml")
    if main is not None:
        yield from (f"ppt/presentation.xml: {fault}" for fault in _lists(main, trees))
        shown = {item.target for item in relations.get("ppt/presentation.xml", ())}
        slides = {name for name, tree in trees.items() if tree.tag == f"{P}sld"}
        yield from (f"{name}: a slide that the deck does not list" for name in sorted(slides - shown))


def _lists(main: etree._Element, trees: Mapping[str, etree._Element]) -> Iterator[str]:
    slides = [node.get("id", "") for node in main.iter(f"{P}sldId")]
    sections = [node.get("id", "") for node in main.iter(f"{P14}sldId")]
    yield from (f"two slides with the id {name}" for name, count in Counter(slides).items() if count > 1)
    if sections and Counter(sections) != Counter(slides):
        yield "the sections do not hold each slide once"
    masters = [node.get("id", "") for node in main.iter(f"{P}sldMasterId")]
    layouts = [node.get("id", "") for tree in trees.values() for node in tree.iter(f"{P}sldLayoutId")]
    yield from (f"two masters or layouts with the id {name}" for name, count in Counter(masters + layouts).items() if count > 1)


def _shapes(tree: etree._Element) -> Iterator[str]:
    ids = [node.get("id", "") for node in tree.iter(f"{P}cNvPr")]
    yield from (f"two shapes with the id {name}" for name, count in Counter(ids).items() if count > 1)
    for end in (*tree.iter(f"{A}stCxn"), *tree.iter(f"{A}endCxn")):
        if end.get("id") not in ids:
            yield f"a connector glued to shape {end.get('id')}, which does not exist"
    for number, table in enumerate(tree.iter(f"{A}tbl"), start=1):
        columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        if any(len(row.findall(f"{A}tc")) != columns for row in table.findall(f"{A}tr")):
            yield f"table {number}: a row that is short of cells"
    for node in tree.iter():
        if any(value in ("NaN", "INF", "-INF") for value in node.attrib.values()):
            yield f"'{etree.QName(node).localname}' has a value that is no number"


def _axes(tree: etree._Element) -> Iterator[str]:
    for node in (*tree.iter(f"{C}axId"), *tree.iter(f"{C}crossAx")):
        value = node.get("val", "")
        if not value.isdecimal() or int(value) > LARGEST_AXIS:
            yield f"axis id {node.get('val')} is out of range"
