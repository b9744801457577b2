"""The allow-list: every word that a finished file shows is the audience's own, the engine's wording, or the template's."""

import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from briefs.diagnostics import Diagnostic, error
from briefs.verify.expectation import Expectation, words
from briefs.verify.package import Package, Part, opened
from briefs.verify.texts import PARAGRAPHS, texts

STATIC = re.compile(
    r"word/(styles|settings|fontTable|numbering|webSettings|theme/.*)\.xml|.*\.rels|(.*!)?\[Content_Types\]\.xml"
    r"|ppt/(presProps|viewProps|tableStyles|theme/.*|slideLayouts/.*|slideMasters/.*|notesMasters/.*)\.xml"
    r"|.*!xl/(styles|workbook|theme/.*)\.xml"
)
"""Parts that a template or the engine writes alike for every audience; texts of others are looked for in them all the same."""
SHOWN = frozenset({"descr", "tooltip", "title"})
"""Attributes that a reader meets."""
NAMED = frozenset({"section", "docPr", "cNvPr"})
"""Elements whose name a reader meets in a pane."""
UNREAD = frozenset({"instrText", "delInstrText", "f", "fmla"})
"""Elements that hold instructions and no words."""
PLAIN = re.compile(r"\d+[a-z]{0,3}\d*|[0-9a-f]{8}|[a-z]")
"""Numbers, ids of files and single letters, which prove nothing."""
_ENGINE = """
agenda and appendix application april arabic arrow as ask asks assumption assumptions august background bar bars
box briefs by card cards chart checked chevron closing column columns connector contents dated day december
decision decorative definition diagram diamond dr edge edition effort embedded entry example explained facts
february figure figures first for from goal goals group groups how in is it january july june label layer line
lines linked list march may meaning microsoft model most named no non none note notes november number october of
office on opening or other owned owner page pages panel paragraph percent phase picture powerpoint priority
publisher read rectangle row rows september shape sheet short side slide slides source sources statement step steps
table tables takeaway target term terminology terms text the these this title to urgent value vendor version
warning we week what where whom word workbook yes
"""
ENGINE = frozenset(_ENGINE.split())
"""Wording that the engine gives every reader."""


def allowed(path: str, package: Package, expected: Expectation) -> Iterator[Diagnostic]:
    """B906 for each text with a word that the audience's content, the engine and the template do not have; once a text."""
    if not expected.vocabulary:
        return
    seen: set[str] = set()
    for part in package.everything():
        if not part.is_xml or STATIC.fullmatch(part.name):
            continue
        for place, text in _shown(part):
            if text in seen:
                continue
            seen.add(text)
            strange = [
                word
                for word in words(text)
                if word not in expected.vocabulary and word not in ENGINE and not PLAIN.fullmatch(word)
            ]
            if strange:
                message = f"'{path}', {part.name}, {place}: '{strange[0]}' is no word of what {expected.audience} may read"
                yield error(
                    "B906", None, message, "do not hand this file on; if a build refused it, report a fault of the engine"
                )


@lru_cache(maxsize=8)
def baseline(template: bytes) -> frozenset[str]:
    """The words that a template brings; none of one that cannot be opened, which its renderer refuses."""
    try:
        return frozenset(word for said in texts(opened(template)) for word in words(said.text))
    except zipfile.BadZipFile:
        return frozenset()


def _shown(part: Part) -> Iterator[tuple[str, str]]:
    """Place and text of everything in a part that a reader may meet."""
    try:
        root = part.tree()
    except etree.XMLSyntaxError:
        return
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        name = etree.QName(node).localname
        for key, value in node.attrib.items():
            if key in SHOWN or (key == "name" and name in NAMED):
                yield f"@{key}", str(value)
        if node.tag in PARAGRAPHS:
            yield "a paragraph", _own(node)
        elif name not in UNREAD and node.text and node.text.strip() and _alone(node):
            yield f"<{name}>", node.text


def _own(paragraph: etree._Element) -> str:
    """A paragraph's text without that of paragraphs inside it, which are read on their own."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if not isinstance(node.tag, str) or node.tag in PARAGRAPHS or etree.QName(node).localname in UNREAD:
            continue
        pieces.append(node.text or "" if len(node) == 0 else "")
        pieces.append(" " if etree.QName(node).localname in ("br", "tab", "cr") else "")
        waiting.extend(reversed(node))
    return "".join(pieces)


def _alone(node: etree._Element) -> bool:
    """Whether a text stands in no paragraph."""
    return not any(above.tag in PARAGRAPHS for above in node.iterancestors())
