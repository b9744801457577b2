"""Page sizes and running parts of a brief: upright, with or without a first page of its own, and on its side."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as TemplateDocument
from docx.enum.section import WD_ORIENT
from docx.section import Section
from lxml import etree

from briefs.diagnostics import ContentError, error


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page."""

    properties: str
    """Its `w:sectPr`, as XML."""
    width: int
    """Between the margins, in twentieths of a point."""
    height: int


@dataclass(frozen=True, slots=True)
class Sections:
    """The kinds of pages that a template offers."""

    opening: Page
    """Upright, its first page without the running title."""
    upright: Page
    """Upright, within a brief."""
    wide: Page
    """On its side, for what is too wide to stand upright."""


def read_sections(document: TemplateDocument) -> Sections:
    """The template's first upright and first landscape section; ContentError when one is missing."""
    upright = _first(document, WD_ORIENT.PORTRAIT)
    wide = _first(document, WD_ORIENT.LANDSCAPE)
    return Sections(_page(upright, title=True), _page(upright, title=False), _page(wide, title=False))


def _first(document: TemplateDocument, orientation: WD_ORIENT) -> Section:
    for section in document.sections:
        if section.orientation == orientation:
            return section
    name = orientation.name.lower()
    raise ContentError([error("B601", None, f"the Word template has no {name} section", f"add a {name} page to it")])


def _page(section: Section, *, title: bool) -> Page:
    """Each reference to a header and footer is spelled out, so that no section inherits from whichever stands before it."""
    element = etree.fromstring(etree.tostring(section._sectPr))
    for child in list(element):
        kind = etree.QName(child).localname
        first = child.get(f"{{{element.nsmap['w']}}}type") == "first"
        if kind in {"titlePg", "type", "pgNumType"} or (kind in {"headerReference", "footerReference"} and first and not title):
            element.remove(child)
    if title:
        _insert_title(element)
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    height = (section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0)
    return Page(_without_namespaces(element), width // 635, height // 635)


def _insert_title(element: etree._Element) -> None:
    """`w:titlePg` stands after the columns and before whatever follows them, by the schema's order."""
    word = element.nsmap["w"]
    columns = element.find(f"{{{word}}}cols")
    mark = etree.Element(f"{{{word}}}titlePg")
    if columns is None:
        element.append(mark)
    else:
        columns.addnext(mark)


def _without_namespaces(element: etree._Element) -> str:
    for name in list(element.attrib):
        if "rsid" in str(name):
            del element.attrib[name]
    xml = etree.tostring(element, encoding="unicode")
    start, rest = xml.split(">", 1)
    return f"<w:sectPr>{rest}" if not start.endswith("/") else "<w:sectPr/>"
