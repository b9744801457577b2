"""Reads the boxes of a template's layouts, with sizes and spacing as PowerPoint inherits them, into a Geometry."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as KIND
from pptx.oxml.ns import qn

from briefs.model.geometry import ROLES, Frame, Geometry
from briefs.render.powerpoint.placeholders import role_of
from briefs.render.powerpoint.units import EMU

_TITLES = frozenset({"title", "ctrTitle"})
_INSETS = {"lIns": 91440, "rIns": 91440, "tIns": 45720, "bIns": 45720}
"""Of a text frame that says nothing, in English Metric Units."""


def read_geometry(presentation: Any) -> Geometry:
    """The frames of all roles that the template has; what is missing is `find_layouts`' to report."""
    master = presentation.slide_master
    fonts = theme_fonts(master)
    frames: dict[tuple[str, str], Frame] = {}
    for layout in presentation.slide_layouts:
        roles = ROLES.get(layout.name, ())
        for shape in layout.placeholders:
            if role_of(shape) in roles:
                frames[layout.name, role_of(shape)] = _Inheritance(shape.element, master.element, fonts).frame()
    width, height = presentation.slide_width / EMU, presentation.slide_height / EMU
    return Geometry(width, height, MappingProxyType(frames))


def theme_fonts(master: Any) -> dict[str, str]:
    """The typefaces behind the theme's names for them."""
    theme: Any = etree.fromstring(master.part.part_related_by(KIND.THEME).blob)
    return {
        short: theme.find(f".//{qn(f'a:{long}')}/{qn('a:latin')}").get("typeface")
        for short, long in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont"))
    }


class _Inheritance:
    """One placeholder with what it inherits: layout, then master's placeholder, then the master's text styles."""

    def __init__(self, shape: Any, master: Any, fonts: dict[str, str]) -> None:
        kind = shape.nvSpPr.nvPr.find(qn("p:ph")).get("type", "obj")
        is_title = kind in _TITLES
        self._shapes = [shape, *_of_kind(master, "title" if is_title else "body")]
        style = master.find(f"{qn('p:txStyles')}/{qn('p:titleStyle' if is_title else 'p:bodyStyle')}")
        lists = [*(body.find(qn("a:lstStyle")) for body in self._bodies()), style]
        self._lists = [styles for styles in lists if styles is not None]
        self._fonts = fonts

    def frame(self) -> Frame:
        """Everything that measuring needs, in points."""
        box = next(xfrm for shape in self._shapes for xfrm in shape.iter(qn("a:xfrm")))
        offset, extent = box.find(qn("a:off")), box.find(qn("a:ext"))
        left, right, top, bottom = (self._inset(side) for side in ("lIns", "rIns", "tIns", "bIns"))
        return Frame(
            x=int(offset.get("x")) / EMU,
            y=int(offset.get("y")) / EMU,
            width=int(extent.get("cx")) / EMU,
            height=int(extent.get("cy")) / EMU,
            font=self._font(),
            size=int(self._run("sz", 1, "1800")) / 100,
            bold=self._run("b", 1, "0") in ("1", "true"),
            inset_x=left + right,
            inset_y=top + bottom,
            space_before=int(self._spacing("spcBef", "spcPts", "0")) / 100,
            line_spacing=int(self._spacing("lnSpc", "spcPct", "100000")) / 100000,
            sub_size=int(self._run("sz", 2, "1800")) / 100,
            indent=int(self._paragraph("marL", 1)) / EMU,
            sub_indent=int(self._paragraph("marL", 2)) / EMU,
        )

    def _bodies(self) -> list[Any]:
        return [body for shape in self._shapes if (body := shape.find(qn("p:txBody"))) is not None]

    def _inset(self, side: str) -> float:
        found = (body.find(qn("a:bodyPr")).get(side) for body in self._bodies())
        return int(next((value for value in found if value is not None), _INSETS[side])) / EMU

    def _levels(self, level: int) -> Iterator[Any]:
        for styles in self._lists:
            found = styles.find(qn(f"a:lvl{level}pPr"))
            if found is not None:
                yield found

    def _paragraph(self, name: str, level: int) -> str:
        return next((style.get(name) for style in self._levels(level) if style.get(name) is not None), "0")

    def _run(self, name: str, level: int, default: str) -> str:
        runs = (style.find(qn("a:defRPr")) for style in self._levels(level))
        return next((run.get(name) for run in runs if run is not None and run.get(name) is not None), default)

    def _spacing(self, name: str, unit: str, default: str) -> str:
        found = (style.find(f"{qn(f'a:{name}')}/{qn(f'a:{unit}')}") for style in self._levels(1))
        return next((value.get("val") for value in found if value is not None), default)

    def _font(self) -> str:
        runs = (style.find(f"{qn('a:defRPr')}/{qn('a:latin')}") for style in self._levels(1))
        name = next((run.get("typeface") for run in runs if run is not None), "+mn-lt")
        return self._fonts.get(name, name)


def _of_kind(master: Any, kind: str) -> list[Any]:
    wanted = (shape for shape in master.iter(qn("p:sp")) for ph in shape.iter(qn("p:ph")) if ph.get("type") == kind)
    return list(wanted)[:1]
