"""What is wrong with the styles and lists of a Word file: names that lead nowhere, numbers that are taken or no numbers."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from briefs.verify.relationships import Trees

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMING = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next", f"{W}link", f"{W}numStyleLink")
WHOLE = (f"{W}sz", f"{W}szCs", f"{W}kern", f"{W}position", f"{W}ilvl")
"""Elements whose value is a whole number; a program that counts in points may write half ones."""


def looks(trees: Trees) -> Iterator[str]:
    """Faults of what a Word file names; none for another kind of package."""
    stories = {name: tree for name, tree in trees.items() if name.startswith("word/") and str(tree.tag).startswith(W)}
    styles, numbering = stories.get("word/styles.xml"), stories.get("word/numbering.xml")
    if "word/document.xml" not in stories or styles is None:
        return
    yield from (f"word/styles.xml: {fault}" for fault in _styles(styles))
    have = {node.get(f"{W}styleId", "") for node in styles.iter(f"{W}style")}
    lists = set() if numbering is None else {node.get(f"{W}numId", "") for node in numbering.iter(f"{W}num")}
    if numbering is not None:
        yield from (f"word/numbering.xml: {fault}" for fault in _lists(numbering))
    for name, tree in stories.items():
        lost = sorted({node.get(f"{W}val", "") for node in tree.iter(*NAMING)} - have)
        yield from (f"{name}: names the style '{style}', which does not exist" for style in lost)
        used = {node.get(f"{W}val", "") for node in tree.iter(f"{W}numId") if name != "word/numbering.xml"}
        yield from (f"{name}: names the list {key}, which does not exist" for key in sorted(used - lists - {"0"}))
        yield from (f"{name}: {fault}" for fault in _numbers(tree))


def _styles(styles: etree._Element) -> Iterator[str]:
    names = Counter(node.get(f"{W}styleId", "") for node in styles.iter(f"{W}style"))
    yield from (f"two styles '{name}'" for name, count in names.items() if count > 1)
    based = {node.get(f"{W}styleId", ""): _base(node) for node in styles.iter(f"{W}style")}
    for name, base in based.items():
        seen, at = {name}, base
        while at in based and at not in seen:
            seen.add(at)
            at = based[at]
        if at == name:
            yield f"the style '{name}' is based on itself"


def _base(style: etree._Element) -> str:
    found = style.find(f"{W}basedOn")
    return "" if found is None else found.get(f"{W}val", "")


def _lists(numbering: etree._Element) -> Iterator[str]:
    kinds = Counter(node.get(f"{W}abstractNumId", "") for node in numbering.iter(f"{W}abstractNum"))
    lists = Counter(node.get(f"{W}numId", "") for node in numbering.iter(f"{W}num"))
    yield from (f"two kinds of list with the id {key}" for key, count in kinds.items() if count > 1)
    yield from (f"two lists with the id {key}" for key, count in lists.items() if count > 1)
    used = {node.get(f"{W}val", "") for node in numbering.iterfind(f"{W}num/{W}abstractNumId")}
    yield from (f"names the kind of list {key}, which does not exist" for key in sorted(used - set(kinds)))


def _numbers(tree: etree._Element) -> Iterator[str]:
    values = {node.get(f"{W}val", "") for node in tree.iter(*WHOLE)}
    yield from (f"'{value}' is no whole number" for value in sorted(values) if not value.lstrip("-").isdecimal())
