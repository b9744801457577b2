"""Names a layout's placeholders by their role, so that the rest of the renderer never looks anything up in the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as KIND
from pptx.oxml.ns import qn

from briefs.diagnostics import Diagnostic, error, nearest
from briefs.model.geometry import ROLES

FOOTERS = ("edition", "marking", "slide-number")
"""Roles that every layout has beside its own."""
TITLES = ('type="title"', 'type="ctrTitle"')
"""Only these are a slide's title to an outline and to a screen reader, whatever a placeholder is named."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder of a layout, ready to be written on a slide."""

    role: str
    name: str
    reference: str
    """The `p:ph` element that ties a slide's shape to the layout's."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout: its part and its placeholders by role."""

    id: str
    part: str
    """Name in the zip: `ppt/slideLayouts/slideLayout3.xml`."""
    placeholders: dict[str, Placeholder]


@dataclass(frozen=True, slots=True)
class NotesMaster:
    """The master of notes pages: its part, and what ties a page's picture and text to it."""

    part: str
    image: str
    body: str


def read_notes_master(presentation: Any) -> NotesMaster:
    """The notes master of a template that `find_layouts` has found whole."""
    master = presentation.part.part_related_by(KIND.NOTES_MASTER)
    references = {ph.get("type"): _reference(ph) for ph in master._element.iter(qn("p:ph"))}
    return NotesMaster(str(master.partname)[1:], references["sldImg"], references["body"])


def find_layouts(presentation: Any) -> tuple[dict[str, Layout], list[Diagnostic]]:
    """The layouts that the engine needs, by id, and a complaint for each layout or placeholder that is missing."""
    present = {layout.name: layout for layout in presentation.slide_layouts}
    layouts: dict[str, Layout] = {}
    complaints: list[Diagnostic] = []
    for name, roles in ROLES.items():
        if name not in present:
            complaints.append(_no_layout(name, present))
            continue
        layouts[name] = layout = _layout(present[name])
        complaints += [_no_placeholder(name, role, layout) for role in (*roles, *FOOTERS) if role not in layout.placeholders]
        complaints += _title_complaints(layout)
    return layouts, complaints + _notes_complaints(presentation)


def role_of(shape: Any) -> str:
    """The role that a placeholder's name says: `Left title` is `left-title`."""
    return str(shape.name).strip().lower().replace(" ", "-")


def _layout(layout: Any) -> Layout:
    found = {role_of(shape): _placeholder(shape) for shape in layout.placeholders}
    return Layout(layout.name, str(layout.part.partname)[1:], found)


def _placeholder(shape: Any) -> Placeholder:
    return Placeholder(role_of(shape), shape.name, _reference(shape.element.nvSpPr.nvPr.find(qn("p:ph"))))


def _reference(ph: Any) -> str:
    kept = "".join(f' {key}="{ph.get(key)}"' for key in ("type", "orient", "sz", "idx") if ph.get(key))
    return f"<p:ph{kept}/>"


def _notes_complaints(presentation: Any) -> list[Diagnostic]:
    """python-pptx would make a notes master of its own, with its own look, where the template has none."""
    masters = [rel.target_part for rel in presentation.part.rels.values() if rel.reltype == KIND.NOTES_MASTER]
    kinds = {ph.get("type") for master in masters for ph in master._element.iter(qn("p:ph"))}
    missing = [name for kind, name in (("sldImg", "slide image"), ("body", "text")) if kind not in kinds]
    if not missing:
        return []
    message = f"the notes master of the deck template has no {' and no '.join(missing)}"
    return [error("B601", None, message, "restore it under View, Notes Master, Notes Master Layout")]


def _title_complaints(layout: Layout) -> list[Diagnostic]:
    title = layout.placeholders.get("title")
    if title is None or any(kind in title.reference for kind in TITLES):
        return []
    message = f"placeholder 'Title' of layout '{layout.id}' of the deck template is none of PowerPoint's titles"
    return [error("B601", None, message, "tick Title under View, Slide Master, and give that placeholder this name")]


def _no_layout(name: str, present: dict[str, Any]) -> Diagnostic:
    hint = f"add a layout named '{name}' under View, Slide Master, or copy it from the engine's own deck.pptx"
    near = nearest(name, present, "")
    return error("B601", None, f"the deck template has no layout '{name}'", f"{hint}; {near}" if near else hint)


def _no_placeholder(layout: str, role: str, found: Layout) -> Diagnostic:
    name = role.replace("-", " ").capitalize()
    near = nearest(role, found.placeholders, "")
    hint = f"add one under View, Slide Master and name it '{name}' in the selection pane"
    message = f"layout '{layout}' of the deck template has no placeholder '{name}'"
    return error("B601", None, message, f"{hint}; {near}" if near else hint)
