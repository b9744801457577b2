"""Compares a template with the brand's tokens, and writes the tokens into it without touching anything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as KIND

from briefs.diagnostics import Diagnostic
from briefs.model.brand import THEME_SLOTS, Brand
from briefs.render.ooxml.package import Part, write_package
from briefs.render.ooxml.tokens import differs, unset
from briefs.render.powerpoint.package import open_presentation, raw_parts

_NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_LEVEL = "p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr"


@dataclass(frozen=True, slots=True)
class _Token:
    """One value of the brand and where a template holds it."""

    name: str
    value: str
    home: str
    """Key of the parts that hold it: `theme`, `master` or a layout's id."""
    path: str
    """XPath of the element."""
    field: str
    """Its attribute, or empty for its text."""
    shown: Callable[[str], str] = str


def differing_tokens(presentation: Any, brand: Brand) -> list[Diagnostic]:
    """A warning for each token that the template holds otherwise; one that several slots of the theme share is told once."""
    parts = _homes(presentation)
    found: list[Diagnostic] = []
    for token in _tokens(brand):
        ours = token.shown(token.value)
        values = {_read(node, token.field) for _, tree in parts.get(token.home, ()) for node in _nodes(tree, token)}
        if not values:
            found.append(unset(token.name, "deck template", ours))
        found += [differs(token.name, "deck template", token.shown(value), ours) for value in sorted(values - {token.value})]
    return list(dict.fromkeys(found))


def write_tokens(package: bytes, brand: Brand) -> bytes:
    """The template with the brand's colours, fonts, sizes and wordmark; parts that hold none keep their bytes."""
    raw = raw_parts(package)
    homes = _homes(open_presentation(package))
    changed: set[str] = set()
    for token in _tokens(brand):
        for name, tree in homes.get(token.home, ()):
            for node in _nodes(tree, token):
                if _read(node, token.field) != token.value:
                    _write(node, token.field, token.value)
                    changed.add(name)
    trees = {name: tree for home in homes.values() for name, tree in home}
    for name in changed:
        raw[name] = etree.tostring(trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_package([Part(name, data, compress=name.endswith((".xml", ".rels"))) for name, data in raw.items()])


def _tokens(brand: Brand) -> list[_Token]:
    slide = brand.slide
    colours = [
        _Token(f"colour '{name}'", value, "theme", f".//a:clrScheme/a:{slot}/a:srgbClr", "val", "#{}".format)
        for slot, name, value in ((slot, name, getattr(brand.colours, name)) for slot, name in THEME_SLOTS)
    ]
    fonts = [
        _Token(f"font '{name}'", family, "theme", f".//a:{kind}Font/a:latin", "typeface")
        for name, kind, family in (("heading", "major", brand.fonts.heading), ("body", "minor", brand.fonts.body))
    ]
    sizes = [
        _size("title", slide.title, "master", "p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr"),
        _size("body", slide.body, "master", "p:txStyles/p:bodyStyle/a:lvl1pPr/a:defRPr"),
        _size("footer", slide.footer, "master", f".//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='ftr' or @type='dt']]/{_LEVEL}"),
        _size("subtitle", slide.subtitle, "title", f".//p:sp[p:nvSpPr/p:cNvPr/@name='Subtitle']/{_LEVEL}"),
        _size("source", slide.source, "any", f".//p:sp[p:nvSpPr/p:cNvPr/@name='Source']/{_LEVEL}"),
    ]
    wordmark = _Token("wordmark", brand.wordmark, "title", ".//p:sp[p:nvSpPr/p:cNvPr/@name='Wordmark']//a:t", "", "'{}'".format)
    return [*colours, *fonts, *sizes, wordmark]


def _size(name: str, points: float, home: str, path: str) -> _Token:
    return _Token(f"size '{name}'", str(round(points * 100)), home, path, "sz", _points)


def _points(hundredths: str) -> str:
    return f"{int(hundredths) / 100:g} pt" if hundredths.isdigit() else "not set"


def _homes(presentation: Any) -> dict[str, list[tuple[str, Any]]]:
    """Part names and trees by the key that tokens use; every theme is one, the notes' too."""
    master = presentation.slide_master
    layouts = [(layout.name, _named(layout.part), layout.element) for layout in presentation.slide_layouts]
    themes = {_named(part): part for part in (_theme(master.part), _theme(presentation.notes_master.part))}
    homes = {name: [(part, element)] for name, part, element in layouts}
    homes["any"] = [(part, element) for _, part, element in layouts]
    homes["master"] = [(_named(master.part), master.element)]
    homes["theme"] = [(name, etree.fromstring(part.blob)) for name, part in themes.items()]
    return homes


def _theme(part: Any) -> Any:
    return part.part_related_by(KIND.THEME)


def _named(part: Any) -> str:
    return str(part.partname)[1:]


def _nodes(tree: Any, token: _Token) -> list[Any]:
    found: Any = etree.XPath(token.path, namespaces=_NAMES)(tree)
    return list(found)


def _read(node: Any, field: str) -> str:
    return str(node.get(field) or "") if field else str(node.text or "")


def _write(node: Any, field: str, value: str) -> None:
    if field:
        node.set(field, value)
    else:
        node.text = value
