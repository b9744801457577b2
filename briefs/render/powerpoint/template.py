"""A deck template, read once: layouts resolved to parts and placeholders, boxes measured, static parts deflated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as KIND
from pptx.oxml.ns import qn

from briefs.diagnostics import ContentError, Diagnostic, error
from briefs.model.brand import Brand
from briefs.model.geometry import Geometry
from briefs.render.ooxml.package import Part, StaticPart, pack
from briefs.render.ooxml.reading import POWERPOINT, understood
from briefs.render.ooxml.xml import attribute
from briefs.render.powerpoint.frames import read_geometry
from briefs.render.powerpoint.package import is_kept, kept_parts, open_presentation, raw_parts, rels_name
from briefs.render.powerpoint.placeholders import Layout, NotesMaster, find_layouts, read_notes_master
from briefs.render.powerpoint.tokens import differing_tokens, write_tokens

__all__ = ["Template", "check", "open_template", "write_tokens"]

EDGE = 0.5
"""Points by which a placeholder may be drawn over the edge of its slide: what rounding does."""


@dataclass(frozen=True, slots=True)
class Template:
    """All that a deck takes from its template."""

    layouts: dict[str, Layout]
    geometry: Geometry
    static: tuple[StaticPart, ...]
    """Theme, master, layouts and the like, with their relationships; neither slides nor the presentation itself."""
    types: tuple[tuple[str, str], ...]
    """(part name, content type) of the static parts and the presentation."""
    defaults: tuple[tuple[str, str], ...]
    """(extension, content type) of the pictures among them."""
    head: str
    """The presentation's XML up to where the list of slides stands."""
    tail: str
    """From after that list to before the list of extensions."""
    relations: str
    """The presentation's relationships that decks keep."""
    table_style: str
    notes: NotesMaster


@lru_cache(maxsize=4)
def open_template(data: bytes) -> Template:
    """Read a `.pptx` or `.potx`, once per process; ContentError names every layout and placeholder that is missing."""
    with understood(POWERPOINT):
        return _read(data, open_presentation(data))


def _read(data: bytes, presentation: Any) -> Template:
    layouts, complaints = find_layouts(presentation)
    if complaints:
        raise ContentError(complaints)
    geometry = read_geometry(presentation)
    if beyond := _beyond_the_edge(geometry):
        raise ContentError(beyond)
    raw, kept = raw_parts(data), kept_parts(presentation)
    own = str(presentation.part.partname)[1:]
    names = [name for part in kept if part != own for name in (part, rels_name(part)) if name in raw]
    head, tail = _around_slides(presentation)
    return Template(
        layouts=layouts,
        geometry=geometry,
        static=tuple(pack(Part(name, raw[name], compress=name.endswith((".xml", ".rels")))) for name in names),
        types=tuple((name, part.content_type) for name, part in kept.items()),
        defaults=(("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")),
        head=head,
        tail=tail,
        relations=_kept_relations(presentation.part),
        table_style=_table_style(presentation.part),
        notes=read_notes_master(presentation),
    )


def check(package: bytes, brand: Brand) -> list[Diagnostic]:
    """The contract of a template: an error for what is missing, a warning with both values for a token that differs."""
    try:
        open_template(package)
        with understood(POWERPOINT):
            return differing_tokens(open_presentation(package), brand)
    except ContentError as fault:
        return list(fault.diagnostics)


def _beyond_the_edge(geometry: Geometry) -> list[Diagnostic]:
    """What a slide of another size than its layouts, such as 4:3, would cut off."""
    return [
        _cut_off(layout, role)
        for (layout, role), frame in geometry.frames.items()
        if min(frame.x, frame.y, geometry.width - frame.x - frame.width, geometry.height - frame.y - frame.height) < -EDGE
    ]


def _cut_off(layout: str, role: str) -> Diagnostic:
    name = role.replace("-", " ").capitalize()
    message = f"placeholder '{name}' of layout '{layout}' of the deck template reaches beyond the edge of the slide"
    return error("B603", None, message, "move it under View, Slide Master, or set Design, Slide Size to that of the layouts")


def _around_slides(presentation: Any) -> tuple[str, str]:
    """The presentation's XML in two pieces, between which a deck's list of slides belongs."""
    root = presentation.element
    for name in ("p:sldIdLst", "p:custShowLst", "p:extLst"):
        for node in root.findall(qn(name)):
            root.remove(node)
    mark = etree.Element(qn("p:sldIdLst"))
    root.find(qn("p:sldSz")).addprevious(mark)
    written = etree.tostring(root, encoding="unicode")
    head, tail = re.split(r"<p:sldIdLst\s*/>", written)
    return head, tail.removesuffix("</p:presentation>")


def _kept_relations(part: Any) -> str:
    return "".join(
        f'<Relationship Id="{key}" Type="{rel.reltype}" Target="{attribute(rel.target_ref)}"/>'
        for key, rel in sorted(part.rels.items())
        if is_kept(rel)
    )


def _table_style(part: Any) -> str:
    return str(etree.fromstring(part.part_related_by(KIND.TABLE_STYLES).blob).get("def"))
