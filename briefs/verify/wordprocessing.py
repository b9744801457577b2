"""What Word repairs or misreads: bookmarks, links, fields, tables, footnotes."""

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def wordprocessing(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    """Faults of the stories of a Word document; none for another kind of package."""
    stories = {name: tree for name, tree in trees.items() if name.startswith("word/") and tree.tag.startswith(W)}
    document = stories.get("word/document.xml")
    if document is None:
        return
    yield from _bookmarks(document, stories)
    yield from _notes(document, stories.get("word/footnotes.xml"))
    for name, tree in stories.items():
        yield from (f"{name}: {fault}" for fault in (*_fields(tree), *_tables(tree), *_drawings(tree)))


def _bookmarks(document: etree._Element, stories: Mapping[str, etree._Element]) -> Iterator[str]:
    starts = [node.get(f"{W}name", "") for node in document.iter(f"{W}bookmarkStart")]
    ids = [node.get(f"{W}id", "") for node in document.iter(f"{W}bookmarkStart")]
    ends = [node.get(f"{W}id", "") for node in document.iter(f"{W}bookmarkEnd")]
    yield from (f"word/document.xml: two bookmarks '{name}'" for name, count in Counter(starts).items() if count > 1)
    if Counter(ids) != Counter(ends):
        yield "word/document.xml: a bookmark begins and does not end, or ends and does not begin"
    links = ((name, node.get(f"{W}anchor", "")) for name, tree in stories.items() for node in tree.iter(f"{W}hyperlink"))
    lost = sorted({(story, name) for story, name in links if name and name not in starts})
    yield from (f"{story}: a link to '{name}', which is no bookmark" for story, name in lost)


def _notes(document: etree._Element, notes: etree._Element | None) -> Iterator[str]:
    used = {node.get(f"{W}id") for node in document.iter(f"{W}footnoteReference")}
    have = (
        {node.get(f"{W}id") for node in notes.iter(f"{W}footnote") if node.get(f"{W}type") is None}
        if notes is not None
        else set()
    )
    yield from (f"word/document.xml: footnote {name} does not exist" for name in sorted(map(str, used - have)))
    yield from (f"word/footnotes.xml: nothing refers to footnote {name}" for name in sorted(map(str, have - used)))


def _fields(tree: etree._Element) -> Iterator[str]:
    depth = 0
    for node in tree.iter(f"{W}fldChar"):
        kind = node.get(f"{W}fldCharType")
        depth += {"begin": 1, "end": -1}.get(str(kind), 0)
        if depth < 0:
            break
    if depth:
        yield "a field that is not balanced"


def _tables(tree: etree._Element) -> Iterator[str]:
    for number, table in enumerate(tree.iter(f"{W}tbl"), start=1):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            cells = row.findall(f"{W}tc")
            width = sum(_span(cell) for cell in cells)
            if width != columns:
                yield f"table {number}: a row of {width} cells in a grid of {columns}"
            if any(len(cell) == 0 or cell[-1].tag != f"{W}p" for cell in cells):
                yield f"table {number}: a cell that does not end in a paragraph"


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    width = span.get(f"{W}val", "1") if span is not None else "1"
    return int(width) if width.isdecimal() else 0


def _drawings(tree: etree._Element) -> Iterator[str]:
    ids = [node.get("id", "") for node in tree.iter("{*}docPr")]
    yield from (f"two drawings with the id {name}" for name, count in Counter(ids).items() if count > 1)
