"""What a web page adds to the Markdown edition: alerts as panels, tables that scroll and name their header cells."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_ALERT = re.compile(r"\[!(IMPORTANT|WARNING|TIP|NOTE)\]\s*")
BEFORE_INLINE = 30
"""Blocks are built, inline markup is not yet read: an alert's first line is still as it was written."""


class Reading(Extension):
    """Registers the two changes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - markdown's name
        md.treeprocessors.register(_Panels(md), "panels", BEFORE_INLINE)
        md.treeprocessors.register(_Tables(md), "scrolling", BEFORE_INLINE)


class _Panels(Treeprocessor):
    def run(self, root: Element) -> None:
        for quote in root.iter("blockquote"):
            first = quote.find("p")
            found = _ALERT.match(first.text or "") if first is not None else None
            if first is not None and found:
                first.text = (first.text or "")[found.end() :]
                quote.tag = "aside"
                quote.set("class", found[1].lower())


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, child in enumerate(parent):
                if child.tag == "table" and parent.get("class") != "table":
                    parent[index] = _scrolling(child)


def _scrolling(table: Element) -> Element:
    """A table in a frame that the keyboard reaches, since a wide one scrolls within it."""
    for cell in table.iter("th"):
        cell.set("scope", "col")
    frame = Element("div", {"class": "table", "tabindex": "0", "role": "region", "aria-label": _label(table)})
    frame.tail, table.tail = table.tail, None
    frame.append(table)
    return frame


def _label(table: Element) -> str:
    names = [(cell.text or "").strip() for cell in table.iter("th")]
    return f"Table: {', '.join(name for name in names if name)}"
