"""Every text of a finished file and where it stands: paragraphs joined over their runs, attributes, properties, names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import cast
from urllib.parse import unquote

from lxml import etree

from briefs.verify.package import Package, Part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PARAGRAPHS = frozenset({f"{W}p", f"{A}p", f"{X}si", f"{X}is"})
UNSHOWN = frozenset({f"{W}instrText", f"{W}delInstrText", f"{W}delText"})
"""Not drawn: a paragraph is read with them and without, so that none can part a word."""
INSTRUCTIONS = frozenset({"f", "fmla"})
"""Elements outside paragraphs whose text is a reference or a formula, and no words."""
BREAKS = frozenset({f"{W}br", f"{W}tab", f"{W}cr", f"{A}br"})
HARD_HYPHEN = f"{W}noBreakHyphen"
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
DOCTYPE = re.compile(r"<!(?!--)([^>]*)>")
TAG = re.compile(r"<[a-zA-Z/][^>]*>")
ATTRIBUTE = re.compile(r"[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+)")
TARGET = re.compile(r"(?<=\])\([^()\s]*\)")
"""Of Markdown: where a link leads, in the midst of a sentence."""
MARKS = re.compile(r"\\(?=[^\w\s])|[*~`]|(?<!\w)_|_(?!\w)")
"""Of Markdown: escapes and emphasis, which stand inside words, too."""
SMALL = 100_000
"""Bytes up to which a part may be one of a template; what a product says itself is larger, or soon read."""
SHOWN = frozenset({"descr", "tooltip", "title"})
"""Attributes that a reader meets."""
NAMED = frozenset({"section", "docPr", "cNvPr"})
"""Elements whose name a reader meets in a pane."""
_NAMES = {"w": W[1:-1], "a": A[1:-1], "x": X[1:-1]}
_ELSEWHERE = etree.XPath(
    "//text()[not(ancestor::w:p or ancestor::a:p or ancestor::x:si or ancestor::x:is) or preceding-sibling::node()]",
    namespaces=_NAMES,
)
"""Texts outside paragraphs, and behind elements."""
_REMARKS = etree.XPath("//comment() | //processing-instruction()")


@dataclass(frozen=True, slots=True)
class Said:
    part: str
    place: str
    """`paragraph 12`, `@descr`, `name`, …"""
    text: str
    """As it stands, runs joined; a new line for a break."""
    shown: bool = False
    """Whether a reader meets it."""
    running: bool = False
    """Whether it stands in a row with others, so that a sentence may go on in the next."""


def texts(package: Package) -> Iterator[Said]:
    """Everything that the package says, part by part; what is only pixels is not read."""
    for name, remark in package.all_remarks():
        yield Said(name or "the archive", "comment", remark)
    for part in package.everything():
        yield Said(part.name, "name", part.name)
        if part.is_xml:
            yield from _of_small(part.name, part.data) if len(part.data) <= SMALL else _of_part(part)


def lines(data: bytes) -> Iterator[Said]:
    """The lines of a Markdown or HTML file, and the whole of it, so that a break in a line hides nothing."""
    text = data.decode("utf-8", "replace")
    open_text = DOCTYPE.sub(r" \1 ", COMMENT.sub(r" \1 ", text))
    for place, found in (("a link", TARGET.findall(open_text)), ("a tag", ATTRIBUTE.findall(" ".join(TAG.findall(open_text))))):
        yield from (Said("the file", place, unquote(unescape(value))) for value in found)
    running = TARGET.sub("", open_text)
    plain = unescape(TAG.sub("\t", running))
    for number, line in enumerate(plain.splitlines(), start=1):
        yield Said("the file", f"line {number}", line)
    yield Said("the file", "as a whole", plain)
    yield Said("the file", "as a whole, without markup", MARKS.sub("", unescape(TAG.sub("", running))))


@lru_cache(maxsize=128)
def _of_small(name: str, data: bytes) -> tuple[Said, ...]:
    """The texts of a part that many files may share: those of a template are."""
    return tuple(_of_part(Part(name, data)))


def _of_part(part: Part) -> Iterator[Said]:
    try:
        root = part.tree()
    except etree.XMLSyntaxError:
        yield Said(part.name, "as a whole", part.data.decode("utf-8", "replace"))
        return
    yield from _values(part.name, root)
    for number, paragraph in enumerate(root.iter(*PARAGRAPHS), start=1):
        yield from _paragraph(part.name, f"paragraph {number}", paragraph)
    for node in (*root.itersiblings(preceding=True), *root.itersiblings(), *cast("list[etree._Element]", _REMARKS(root))):
        yield Said(part.name, "XML comment", node.text or "")
    for found in cast("list[etree._ElementUnicodeResult]", _ELSEWHERE(root)):
        if text := found.strip():
            above = found.getparent()
            name = etree.QName(above).localname if above is not None and isinstance(above.tag, str) else ""
            place = "between elements" if found.is_tail or not name else f"<{name}>"
            yield Said(part.name, place, text, shown=name not in INSTRUCTIONS, running=not found.is_tail)


def _values(part: str, root: etree._Element) -> Iterator[Said]:
    """The values of attributes, each once: most repeat a few."""
    seen: set[str] = set()
    for node in root.iter(etree.Element):
        for name, value in node.attrib.items():
            if value not in seen:
                seen.add(str(value))
                key = etree.QName(name).localname
                shown = key in SHOWN or (key == "name" and etree.QName(node).localname in NAMED)
                yield Said(part, f"@{key}", unquote(str(value)), shown)


def _paragraph(part: str, place: str, paragraph: etree._Element) -> Iterator[Said]:
    """A paragraph as it is drawn, without those inside it, which are read on their own; then with all that is not drawn."""
    own: list[str] = []
    drawn: list[str] = []
    every: list[str] = []
    inside: set[etree._Element] = set()
    for node in paragraph.iter(etree.Element):
        tag = node.tag
        if tag in PARAGRAPHS and node is not paragraph:
            inside.update(node.iter(etree.Element))
        text = "\n" if tag in BREAKS else "-" if tag == HARD_HYPHEN else node.text
        if text:
            every.append(text)
            if tag not in UNSHOWN:
                drawn.append(text)
                if not inside or node not in inside:
                    own.append(text)
    yield Said(part, place, "".join(own), shown=True, running=True)
    yield from (Said(part, place, "".join(more)) for more in (drawn, every) if len(more) > len(own))
    if any(before[-1].isalnum() and after[0].isalnum() for before, after in pairwise(every)):
        yield Said(part, place, "\n".join(every))  # a text may end with a run whose last word the next run goes on with
