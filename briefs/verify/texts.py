"""Every text of a finished file and where it stands: paragraphs joined over their runs, attributes, properties, names."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from lxml import etree

from briefs.verify.package import Package, Part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PARAGRAPHS = frozenset({f"{W}p", f"{A}p", f"{X}si", f"{X}is"})
UNSHOWN = frozenset({f"{W}instrText", f"{W}delInstrText", f"{W}delText"})
"""Not drawn: a paragraph is read with them and without, so that none can part a word."""
BREAKS = frozenset({f"{W}br", f"{W}tab", f"{W}cr", f"{A}br"})
HARD_HYPHEN = f"{W}noBreakHyphen"
HYPHENS = re.compile("[\u2010\u2011\u2012\u2013\u2212\u00ad\ufe63\uff0d]")
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
DOCTYPE = re.compile(r"<!(?!--)([^>]*)>")
TAG = re.compile(r"<[a-zA-Z/][^>]*>")
MARKS = re.compile(r"\\(?=[^\w\s])|[*~`]|(?<!\w)_|_(?!\w)")
"""Of Markdown: escapes and emphasis, which stand inside words, too."""
SMALL = 100_000
"""Bytes up to which a part may be one of a template; what a product says itself is larger, or soon read."""
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Said:
    part: str
    place: str
    """`paragraph 12`, `@descr`, `name`, …"""
    text: str
    """As it stands, runs joined."""


def texts(package: Package) -> Iterator[Said]:
    """Everything that the package says, part by part, each text where it first stands; what is only pixels is not read."""
    seen: set[str] = set()
    for name, remark in package.all_remarks():
        yield Said(name or "the archive", "comment", remark)
    for part in package.everything():
        yield Said(part.name, "name", part.name)
        if part.is_xml:
            yield from _of_small(part.name, part.data) if len(part.data) <= SMALL else _of_part(part, seen)


def lines(data: bytes) -> Iterator[Said]:
    """The lines of a Markdown or HTML file, and the whole of it, so that a break in a line hides nothing."""
    text = data.decode("utf-8", "replace")
    open_text = DOCTYPE.sub(r" \1 ", COMMENT.sub(r" \1 ", text))
    plain = unescape(TAG.sub(_attributes, open_text))
    bare = MARKS.sub("", unescape(TAG.sub("", open_text)))
    for number, line in enumerate(plain.splitlines(), start=1):
        yield Said("the file", f"line {number}", line)
    yield Said("the file", "as a whole", plain)
    yield Said("the file", "as a whole, without markup", bare)


def _attributes(tag: re.Match[str]) -> str:
    """An HTML tag as its attributes: where it leads and what it says in place of a picture is text, too."""
    return " ".join(("", *re.findall(r"[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+)", tag.group()), ""))


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """One way to write what looks alike: compatible characters, plain hyphens, single spaces, nothing invisible."""
    plain = INVISIBLE.sub("", HYPHENS.sub("-", unicodedata.normalize("NFKC", text).replace("\u00ad", "")))
    return " ".join(plain.split())


@lru_cache(maxsize=128)
def _of_small(name: str, data: bytes) -> tuple[Said, ...]:
    """The texts of a part that many files may share: those of a template are."""
    return tuple(_of_part(Part(name, data), set()))


def _of_part(part: Part, seen: set[str]) -> Iterator[Said]:
    """The texts that nothing before has said; most attributes repeat a few values."""
    try:
        root = part.tree()
    except etree.XMLSyntaxError:
        yield Said(part.name, "as a whole", part.data.decode("utf-8", "replace"))
        return
    number = 0
    for node in (*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter()):
        if not isinstance(node.tag, str):
            yield Said(part.name, "XML comment", node.text or "")
            yield from _behind(part, node)
            continue
        for name, value in node.attrib.items():
            if value not in seen:
                seen.add(str(value))
                yield Said(part.name, f"@{etree.QName(name).localname}", unquote(str(value)))
        if node.tag in PARAGRAPHS:
            number += 1
            yield Said(part.name, f"paragraph {number}", _joined(node, frozenset()))
            yield Said(part.name, f"paragraph {number}", _joined(node, UNSHOWN))
        elif node.text and node.text.strip():
            yield Said(part.name, f"<{etree.QName(node).localname}>", node.text)
        yield from _behind(part, node)


def _behind(part: Part, node: etree._Element) -> Iterator[Said]:
    if node.tail and node.tail.strip():
        yield Said(part.name, "between elements", node.tail)


def _joined(paragraph: etree._Element, without: frozenset[str]) -> str:
    """A paragraph's text over all its runs; `without` names the elements that are passed over."""
    pieces: list[str] = []
    for node in paragraph.iter():
        if node.tag in BREAKS:
            pieces.append(" ")
        elif node.tag == HARD_HYPHEN:
            pieces.append("-")
        elif isinstance(node.tag, str) and node.text and node.tag not in without:
            pieces.append(node.text)
    return "".join(pieces)
