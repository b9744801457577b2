"""What is wrong with the fields of a Word file: ones that do not end, refer to nothing, act, or ask the reader to update them."""

import re
from collections.abc import Iterator

from lxml import etree

from briefs.verify.relationships import Trees

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REFERRING = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+(\S+)")
PRINTING = frozenset({
    "AUTHOR", "DATE", "DOCPROPERTY", "FILENAME", "HYPERLINK", "KEYWORDS", "NOTEREF", "NUMPAGES", "PAGE", "PAGEREF", "REF",
    "SAVEDATE", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "TITLE", "TOC", "=",
})  # fmt: skip
"""Fields that print something of the file itself, which a template may have, too; another could fetch, ask or run."""
STEPS = {("", "begin"): "begun", ("begun", "separate"): "parted", ("begun", "end"): "", ("parted", "end"): ""}
"""What a part of a field may follow, and what it leads to."""


def fields(stories: Trees, bookmarks: set[str]) -> Iterator[str]:
    """Faults of the fields of each story, settings included."""
    for name, tree in stories.items():
        if not _are_balanced(tree):
            yield f"{name}: a field that is not balanced"
        for node in tree.iter(f"{W}instrText"):
            found = REFERRING.match(node.text or "")
            if found and found[1] not in bookmarks:
                yield f"{name}: a field refers to '{found[1]}', which is no bookmark"
        for code in _codes(tree):
            if code.split()[:1] and code.split()[0].upper() not in PRINTING:
                yield f"{name}: a field '{code.split()[0]}', which no product has"
        stale = any(node.get(f"{W}dirty") is not None for node in tree.iter(f"{W}fldChar", f"{W}fldSimple"))
        if stale or next(tree.iter(f"{W}updateFields"), None) is not None:
            yield f"{name}: asks the reader to update fields"


def _codes(tree: etree._Element) -> Iterator[str]:
    """The code of each field, which may be written in pieces between its marks."""
    yield from (node.get(f"{W}instr", "") for node in tree.iter(f"{W}fldSimple"))
    code = ""
    for node in tree.iter(f"{W}fldChar", f"{W}instrText"):
        if node.tag == f"{W}instrText":
            code += node.text or ""
        else:
            yield code
            code = ""


def _are_balanced(tree: etree._Element) -> bool:
    """Whether each field begins, is parted at most once, and ends, with whole fields in it."""
    open_fields: list[str] = []
    for node in tree.iter(f"{W}fldChar"):
        kind = node.get(f"{W}fldCharType", "")
        before = "" if kind == "begin" or not open_fields else open_fields.pop()
        after = STEPS.get((before, kind))
        if after is None:
            return False
        if after:
            open_fields.append(after)
    return not open_fields
