"""What Word repairs or misreads: bookmarks, links, tables, footnotes, headers, frames without content."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from briefs.verify.fields import fields
from briefs.verify.relationships import Trees

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN, NOTES, SETTINGS = "word/document.xml", "word/footnotes.xml", "word/settings.xml"
LONGEST_NAME, LONGEST_TIP = 40, 260
"""Letters of a bookmark, and of what a link tells of where it leads."""


def wordprocessing(trees: Trees) -> Iterator[str]:
    """Faults of the stories of a Word document; none for another kind of package."""
    stories = {name: tree for name, tree in trees.items() if name.startswith("word/") and str(tree.tag).startswith(W)}
    document = stories.get(MAIN)
    if document is None:
        return
    names = [node.get(f"{W}name", "") for node in document.iter(f"{W}bookmarkStart")]
    yield from (f"{MAIN}: {fault}" for fault in _bookmarks(document, names))
    yield from _links(stories, set(names))
    yield from fields(stories, set(names))
    yield from _notes(document, stories.get(NOTES), stories.get(SETTINGS))
    for name, tree in stories.items():
        yield from (f"{name}: {fault}" for fault in (*_tables(tree), *_drawings(tree), *_frames(tree)))


def _bookmarks(document: etree._Element, names: list[str]) -> Iterator[str]:
    ids = [node.get(f"{W}id", "") for node in document.iter(f"{W}bookmarkStart")]
    ends = [node.get(f"{W}id", "") for node in document.iter(f"{W}bookmarkEnd")]
    yield from (f"two bookmarks '{name}'" for name, count in Counter(names).items() if count > 1)
    yield from (f"two bookmarks with the id {key}" for key, count in Counter(ids).items() if count > 1)
    yield from (f"the bookmark '{name}' is longer than {LONGEST_NAME} letters" for name in names if len(name) > LONGEST_NAME)
    if Counter(ids) != Counter(ends):
        yield "a bookmark begins and does not end, or ends and does not begin"


def _links(stories: Trees, names: set[str]) -> Iterator[str]:
    links = ((story, node.get(f"{W}anchor", "")) for story, tree in stories.items() for node in tree.iter(f"{W}hyperlink"))
    lost = sorted({(story, name) for story, name in links if name and name not in names})
    yield from (f"{story}: a link to '{name}', which is no bookmark" for story, name in lost)
    for story, tree in stories.items():
        if any(len(node.get(f"{W}tooltip", "")) > LONGEST_TIP for node in tree.iter(f"{W}hyperlink")):
            yield f"{story}: a link tells more than {LONGEST_TIP} letters"


def _notes(document: etree._Element, notes: etree._Element | None, settings: etree._Element | None) -> Iterator[str]:
    every = [] if notes is None else list(notes.iter(f"{W}footnote"))
    ids = Counter(node.get(f"{W}id", "") for node in every)
    used = {node.get(f"{W}id", "") for node in document.iter(f"{W}footnoteReference")}
    have = {node.get(f"{W}id", "") for node in every if node.get(f"{W}type") is None}
    yield from (f"{MAIN}: footnote {key} does not exist" for key in sorted(used - have))
    yield from (f"{NOTES}: nothing refers to footnote {key}" for key in sorted(have - used))
    yield from (f"{NOTES}: two footnotes with the id {key}" for key, count in ids.items() if count > 1)
    if any(next(node.iter(f"{W}p"), None) is None for node in every):
        yield f"{NOTES}: a footnote without a paragraph"
    kept = [] if settings is None else settings.iterfind(f"{W}footnotePr/{W}footnote")
    lost = [key for node in kept if (key := node.get(f"{W}id", "")) not in ids]
    yield from (f"{SETTINGS}: the separator {key} of the settings does not exist" for key in lost)


def _tables(tree: etree._Element) -> Iterator[str]:
    for number, table in enumerate(tree.iter(f"{W}tbl"), start=1):
        yield from (f"table {number}: {fault}" for fault in _table(table))


def _table(table: etree._Element) -> Iterator[str]:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    rows = table.findall(f"{W}tr")
    if not rows:
        yield "has no row"
    above: set[int] = set()
    for row in rows:
        cells = row.findall(f"{W}tc")
        starts, width = [], 0
        for cell in cells:
            starts.append(width)
            width += _span(cell)
        if width != columns:
            yield f"a row of {width} cells in a grid of {columns}"
        if any(len(cell) == 0 or cell[-1].tag != f"{W}p" for cell in cells):
            yield "a cell that does not end in a paragraph"
        merged = {at: _merge(cell) for at, cell in zip(starts, cells, strict=True)}
        if any(kind == "continue" and at not in above for at, kind in merged.items()):
            yield "a cell goes on from none above it"
        above = {at for at, kind in merged.items() if kind}


def _merge(cell: etree._Element) -> str:
    """`restart` or `continue` of a cell that is merged with one below or above it; else empty."""
    found = cell.find(f"{W}tcPr/{W}vMerge")
    return "" if found is None else found.get(f"{W}val", "continue")


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    width = span.get(f"{W}val", "1") if span is not None else "1"
    return int(width) if width.isdecimal() else 0


def _drawings(tree: etree._Element) -> Iterator[str]:
    ids = [node.get("id", "") for node in tree.iter("{*}docPr")]
    yield from (f"two drawings with the id {name}" for name, count in Counter(ids).items() if count > 1)


def _frames(tree: etree._Element) -> Iterator[str]:
    """Headers, footers and content controls that Word would find empty, and a section with two headers of one kind."""
    if tree.tag in (f"{W}hdr", f"{W}ftr") and tree.find(f"{W}p") is None and tree.find(f"{W}tbl") is None:
        yield "a story without a paragraph"
    if any(node.find(f"{W}sdtContent") is None for node in tree.iter(f"{W}sdt")):
        yield "a frame without content"
    for section in tree.iter(f"{W}sectPr"):
        for what in ("header", "footer"):
            kinds = [node.get(f"{W}type") for node in section.findall(f"{W}{what}Reference")]
            if len(set(kinds)) < len(kinds):
                yield f"a section with two {what}s of one kind"
