"""Reads a rendered brief back, part by part, with the standard library's zip and lxml."""

import io
import zipfile
from functools import cached_property

from lxml import etree

from briefs.model.document import DocBlock, Document
from briefs.model.runs import Flow
from briefs.render.word import render
from tests.render.word import sample

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dcterms": "http://purl.org/dc/terms/",
}
W = f"{{{NAMES['w']}}}"


class Brief:
    """A brief's parts."""

    def __init__(self, package: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    @cached_property
    def main(self) -> etree._Element:
        return self.tree("word/document.xml")

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        return self.tree(part).xpath(path, namespaces=NAMES)  # type: ignore[return-value]

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        return [str(value) for value in self.tree(part).xpath(path, namespaces=NAMES)]  # type: ignore[union-attr]

    def styled(self, style: str) -> list[str]:
        """Texts of the paragraphs of a style id."""
        return [text_of(node) for node in self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")]


def text_of(node: etree._Element) -> str:
    """Text of a paragraph; a tab is a tab, a break a new line, field codes are left out."""
    parts = {f"{W}t": lambda piece: piece.text or "", f"{W}tab": lambda _: "\t", f"{W}br": lambda _: "\n"}
    return "".join(parts[str(piece.tag)](piece) for piece in node.iter(*parts) if "tabs" not in str(piece.getparent().tag))


def brief(*blocks: DocBlock, notes: tuple[Flow, ...] = (), executive: bool = True) -> Brief:
    meta = sample.meta("executive" if executive else "engineer")
    return Brief(render(Document(meta, blocks, notes, 10), sample.template()))
