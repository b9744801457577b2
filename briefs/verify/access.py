"""Whether a finished file can be read by everybody: title, language, alternative text, titles, headers, links."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from lxml import etree

from briefs.diagnostics import Diagnostic, error
from briefs.verify.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HEADING = re.compile(r"Heading([1-9])")
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BLIND = re.compile(r"(click |read |see )?(here|more|link|this|page|below|above)|\W*", re.IGNORECASE)
"""Words of a link that do not say where it leads."""
NUMBER = re.compile(r"\[?\d+\]?")
"""Leads to a note or source, which its tooltip names."""
ADDRESS = re.compile(r"https?:|www\.|\S+\.(com|org|net|io)/")
HINT = "give the exhibit, slide or table of the content its title or words, and build again"


def access(path: str, package: Package) -> Iterator[Diagnostic]:
    """B905 for each thing that somebody could not read."""
    for fault in dict.fromkeys(_faults(package)):
        yield error("B905", None, f"'{path}', {fault}", HINT)


def _faults(package: Package) -> Iterator[str]:
    yield from _properties(package)
    titles: list[str] = []
    for part in package.parts:
        try:
            tree = part.tree() if part.is_xml else None
        except etree.XMLSyntaxError:
            continue  # B904 says so
        if tree is None:
            continue
        if tree.tag == f"{P}sld":
            titles.append(_title(tree))
            yield from (f"{part.name}: {fault}" for fault in _slide(tree))
        elif tree.tag == f"{W}document":
            yield from (f"{part.name}: {fault}" for fault in _document(tree))
        elif tree.tag == f"{W}styles":
            yield from (f"{part.name}: {fault}" for fault in _styles(tree))
        if tree.tag.startswith(W):
            yield from (f"{part.name}: {fault}" for fault in _story(tree))
    yield from (f"two slides are called '{title}'" for title, count in Counter(titles).items() if title and count > 1)


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
    for number, table in enumerate(tree.iter(f"{W}tbl"), start=1):
        first = table.find(f"{W}tr")
        header = first is not None and first.find(f"{W}trPr/{W}tblHeader") is not None
        look = table.find(f"{W}tblPr/{W}tblLook")
        column = look is not None and look.get(f"{W}firstColumn") == "1" and look.get(f"{W}firstRow") == "0"
        if len(table.findall(f"{W}tr")) > 1 and not header and not column:
            yield f"table {number} marks neither a header row nor a header column"
    styles = (HEADING.fullmatch(node.get(f"{W}val", "")) for node in tree.iter(f"{W}pStyle"))
    levels = [0, *(int(style[1]) for style in styles if style)]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def _styles(tree: etree._Element) -> Iterator[str]:
    language = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or not re.fullmatch(r"[a-z]{2,3}(-\w+)*", language.get(f"{W}val", "")):
        yield "text has no language"


def _story(tree: etree._Element) -> Iterator[str]:
    """Drawings and links of a document, a header, a footer or notes."""
    for node in tree.iter("{*}docPr"):
        if _mute(node):
            yield f"the drawing '{node.get('name', '')}' has no alternative text"
    for link in tree.iter(f"{W}hyperlink"):
        yield from _blind("".join(node.text or "" for node in link.iter(f"{W}t")), link.get(f"{W}tooltip", ""))


def _slide(tree: etree._Element) -> Iterator[str]:
    if not _title(tree):
        yield "the slide has no title"
    for shape in (*tree.iter(f"{P}pic"), *tree.iter(f"{P}graphicFrame"), *tree.iterfind(f".//{P}spTree/{P}grpSp")):
        named = next(shape.iter(f"{P}cNvPr"), None)
        if named is not None and _mute(named):
            yield f"'{named.get('name', '')}' has no alternative text"
    for table in tree.iter(f"{A}tbl"):
        properties = table.find(f"{A}tblPr")
        if properties is None or "1" not in (properties.get("firstRow"), properties.get("firstCol")):
            yield "a table marks neither a header row nor a header column"
    for run in tree.iter(f"{A}r"):
        properties = run.find(f"{A}rPr")
        if properties is None or not properties.get("lang"):
            yield "text without a language"
    for paragraph in tree.iter(f"{A}p"):
        yield from _links(paragraph)


def _title(tree: etree._Element) -> str:
    titles = [shape for shape in tree.iter(f"{P}sp") if _kind(shape) in ("title", "ctrTitle")]
    return " ".join("".join(node.text or "" for node in shape.iter(f"{A}t")) for shape in titles).strip()


def _links(paragraph: etree._Element) -> Iterator[str]:
    """A link that is broken over lines, or changes its look, is several runs with one target."""
    runs = [(_target(run), "".join(node.text or "" for node in run.iterchildren(f"{A}t"))) for run in paragraph.iter(f"{A}r")]
    for (target, tooltip), group in groupby(runs, key=lambda run: run[0]):
        if target:
            yield from _blind("".join(text for _, text in group), tooltip)


def _target(run: etree._Element) -> tuple[str, str]:
    link = run.find(f"{A}rPr/{A}hlinkClick")
    return ("", "") if link is None else (link.get(f"{R}id", ""), link.get("tooltip", ""))


def _blind(text: str, tooltip: str) -> Iterator[str]:
    """A link whose words do not say where it leads."""
    words = " ".join(text.split())
    if NUMBER.fullmatch(words) and len(tooltip.split()) > 1:
        return
    if BLIND.fullmatch(words) or NUMBER.fullmatch(words) or ADDRESS.search(words):
        yield f"the link '{words}' does not say where it leads"


def _kind(shape: etree._Element) -> str:
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return placeholder.get("type", "") if placeholder is not None else ""


def _mute(named: etree._Element) -> bool:
    """Whether a drawing has no alternative text, or its name only; a decorative one needs none."""
    told = named.get("descr", "").strip()
    return (not told or told == named.get("name")) and not any(item.get("val") == "1" for item in named.iter(DECORATIVE))
