"""What is wrong with drawings and frames of any package: sizes, glue, texts without a paragraph, choices without a fallback."""

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from briefs.verify.relationships import Trees

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A16 = "{http://schemas.microsoft.com/office/drawing/2014/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
NUMBERED = (f"{P}cNvPr", f"{WPS}cNvPr")
LARGEST_SHAPE = 0xFFFFFFFF
SITES: Mapping[str, int] = {"rect": 4, "roundRect": 4, "diamond": 4, "ellipse": 8}
"""How many sites for connectors a preset has; others are not glued to."""


def drawings(trees: Trees) -> Iterator[str]:
    """Faults of shapes, pictures and connectors, in slides as in stories."""
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            yield from (f"{name}: {fault}" for fault in (*_compatible(tree), *_texts(tree), *_sizes(tree), *_glued(tree)))


def _compatible(tree: etree._Element) -> Iterator[str]:
    """Prefixes that are to be ignored or needed have to be declared; a reader that knows no choice takes the fallback."""
    for node in tree.iter(f"{MC}AlternateContent", f"{MC}Choice"):
        if node.tag == f"{MC}AlternateContent":
            if node.find(f"{MC}Choice") is None or node.find(f"{MC}Fallback") is None:
                yield "a choice without a fallback"
            continue
        for prefix in node.get("Requires", "").split():
            if prefix not in node.nsmap:
                yield f"a choice needs the prefix '{prefix}', which is not declared"
    for prefix in tree.get(f"{MC}Ignorable", "").split():
        if prefix not in tree.nsmap:
            yield f"ignores the prefix '{prefix}', which is not declared"


def _texts(tree: etree._Element) -> Iterator[str]:
    for text in tree.iter(f"{A}txBody", f"{P}txBody"):
        if text.find(f"{A}p") is None:
            yield "a text without a paragraph"
        if text.find(f"{A}bodyPr") is None:
            yield "a text without its frame"
    created = Counter(node.get("id", "") for node in tree.iter(f"{A16}creationId"))
    yield from (f"two things created under '{name}'" for name, count in created.items() if count > 1)


def _sizes(tree: etree._Element) -> Iterator[str]:
    for node in tree.iter(f"{A}ext", f"{WP}extent"):
        if any(value.startswith("-") for value in (node.get("cx", ""), node.get("cy", ""))):
            yield "a shape of negative size"


def _glued(tree: etree._Element) -> Iterator[str]:
    """A connector's ends are shapes of the same part, at a site that such a shape has."""
    ends = list(tree.iter(f"{A}stCxn", f"{A}endCxn"))
    if not ends:
        return
    presets = {node.get("id", ""): _preset(node) for node in tree.iter(*NUMBERED)}
    for end in ends:
        key, site = end.get("id", ""), end.get("idx", "")
        if key not in presets:
            yield f"a connector glued to shape {key}, which does not exist"
        elif not site.isdecimal() or int(site) >= SITES.get(presets[key], 0):
            yield f"a connector glued to shape {key}, which has no site {site}"


def _preset(numbered: etree._Element) -> str:
    """The form of a shape, by the element that has its number."""
    shape = numbered.getparent()
    shape = shape.getparent() if shape is not None and numbered.tag == f"{P}cNvPr" else shape
    form = next(shape.iter(f"{A}prstGeom"), None) if shape is not None else None
    return "" if form is None else form.get("prst", "")
