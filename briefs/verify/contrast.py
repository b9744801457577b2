"""Whether text of a finished file stands out from what it stands on, as WCAG computes it; what is unknown passes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from posixpath import normpath

from lxml import etree

from briefs.diagnostics import Diagnostic, error
from briefs.verify.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
ALIASES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
WHITE = "FFFFFF"
LEAST, LEAST_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which on letters are large."""
HINT = "take another colour of the theme, in the template or for the tone, and build again"

Ground = frozenset[str]
"""Every colour that may be behind a text, as six hexadecimal digits."""


def contrast(path: str, package: Package) -> Iterator[Diagnostic]:
    """B905 for each pair of colours that are too alike, once a part."""
    trees = dict(_trees(package))
    for fault in dict.fromkeys((*_deck(trees), *_brief(trees))):
        yield error("B905", None, f"'{path}', {fault}", HINT)


def _trees(package: Package) -> Iterator[tuple[str, etree._Element]]:
    for part in package.parts:
        if part.is_xml and part.name.startswith(("word/", "ppt/")):
            try:
                yield part.name, part.tree()
            except etree.XMLSyntaxError:
                continue  # B904 says so


@lru_cache(maxsize=4096)
def ratio(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _pale(name: str, ink: str, ground: Ground, points: float | None, bold: bool) -> Iterator[str]:
    """A text of a size that is not known may be large."""
    large = points is None or points >= (LARGE_BOLD if bold else LARGE)
    best = max((ratio(ink, behind) for behind in ground), default=LEAST)
    if best < (LEAST_LARGE if large else LEAST):
        yield f"{name}: text in {ink} on {' or '.join(sorted(ground))} has a contrast of {best:.1f}"


def _colour(text: str | None) -> str | None:
    """Six hexadecimal digits, or None for a word as `auto`."""
    return text.upper() if text and len(text) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in text) else None


# ---- slides ---------------------------------------------------------------------------------------------------------


def _deck(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    theme = _theme(trees.get("ppt/theme/theme1.xml"))
    for name, tree in trees.items():
        if tree.tag != f"{P}sld":
            continue
        page = frozenset(fill for sheet in _sheets(name, trees) for fill in _fills(sheet, theme)) | {theme.get("lt1", WHITE)}
        for shape in tree.iter(f"{P}sp"):
            own = _fill(shape.find(f"{P}spPr"), theme)
            yield from _runs(name, shape, frozenset((own,)) if own else page, theme)
        for cell in tree.iter(f"{A}tc"):
            own = _fill(cell.find(f"{A}tcPr"), theme)
            yield from _runs(name, cell, frozenset((own,)) if own else page, theme)


def _sheets(name: str, trees: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    """A slide, its layout and its master."""
    for kind in ("slideLayout", "slideMaster", ""):
        if name in trees:
            yield trees[name]
        folder, _, file = name.rpartition("/")
        links = trees.get(f"{folder}/_rels/{file}.rels", ())
        targets = (link.get("Target", "") for link in links if link.get("Type", "").endswith(f"/{kind}"))
        name = normpath(f"{folder}/{next(targets, '')}")


def _runs(name: str, holder: etree._Element, ground: Ground, theme: Mapping[str, str]) -> Iterator[str]:
    for run in holder.iter(f"{A}r"):
        look = run.find(f"{A}rPr")
        ink = _fill(look, theme)
        if look is not None and ink and run.findtext(f"{A}t", "").strip():
            size = look.get("sz", "")
            yield from _pale(name, ink, ground, int(size) / 100 if size.isdecimal() else None, look.get("b") == "1")


def _theme(tree: etree._Element | None) -> dict[str, str]:
    scheme = None if tree is None else tree.find(f".//{A}clrScheme")
    slots = {etree.QName(slot).localname: slot[0] for slot in (() if scheme is None else scheme) if len(slot)}
    found = {name: _colour(value.get("lastClr") or value.get("val")) for name, value in slots.items()}
    return {name: colour for name, colour in found.items() if colour}


def _fill(properties: etree._Element | None, theme: Mapping[str, str]) -> str | None:
    """The plain colour of a shape, a cell or a run; None when it has none of its own, or one that is made lighter or darker."""
    solid = None if properties is None else properties.find(f"{A}solidFill")
    if solid is None or len(solid) != 1 or len(solid[0]):
        return None
    value = solid[0].get("val", "")
    return theme.get(ALIASES.get(value, value)) if solid[0].tag == f"{A}schemeClr" else _colour(value)


def _fills(tree: etree._Element, theme: Mapping[str, str]) -> Iterator[str]:
    """What any shape of a page, and its background, are filled with."""
    for properties in tree.iter(f"{P}spPr", f"{P}bgPr"):
        if fill := _fill(properties, theme):
            yield fill
    for reference in tree.iter(f"{P}bgRef"):
        yield from (theme[slot] for node in reference if (slot := ALIASES.get(node.get("val", ""), "")) in theme)


# ---- pages ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says, its own or that of the style that it is based on."""

    ink: str | None = None
    points: float | None = None
    bold: bool = False
    grounds: Ground = frozenset()


def _brief(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    styles = trees.get("word/styles.xml")
    known = {} if styles is None else {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    looks: dict[str, Look] = {}
    for name, tree in trees.items():
        if tree.tag.startswith(W) and tree is not styles:
            for paragraph in tree.iter(f"{W}p"):
                yield from _paragraph(name, paragraph, known, looks)


def _paragraph(
    name: str, paragraph: etree._Element, known: Mapping[str, etree._Element], looks: dict[str, Look]
) -> Iterator[str]:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    base = _look("" if style is None else style.get(f"{W}val", ""), known, looks)
    ground: Ground | None = None
    for run in paragraph.iterchildren(f"{W}r"):
        look = run.find(f"{W}rPr")
        named = None if look is None else look.find(f"{W}rStyle")
        above = base if named is None else _look(named.get(f"{W}val", ""), known, looks)
        own = None if look is None else look.find(f"{W}color")
        ink = (None if own is None else _colour(own.get(f"{W}val"))) or above.ink or base.ink
        if ink and run.findtext(f"{W}t", "").strip():
            ground = _ground(paragraph, base, known, looks) if ground is None else ground
            size = None if look is None else look.find(f"{W}sz")
            points = _points(size) or above.points or base.points
            yield from _pale(
                name, ink, ground, points, above.bold or base.bold or (look is not None and look.find(f"{W}b") is not None)
            )


def _look(style: str, known: Mapping[str, etree._Element], looks: dict[str, Look]) -> Look:
    if style not in looks:
        looks[style] = Look()  # ends a style that is based on itself
        node = known.get(style)
        if node is not None:
            basis = node.find(f"{W}basedOn")
            above = Look() if basis is None else _look(basis.get(f"{W}val", ""), known, looks)
            colour, size = node.find(f"{W}rPr/{W}color"), node.find(f"{W}rPr/{W}sz")
            looks[style] = Look(
                ink=(None if colour is None else _colour(colour.get(f"{W}val"))) or above.ink,
                points=_points(size) or above.points,
                bold=above.bold or node.find(f"{W}rPr/{W}b") is not None,
                grounds=frozenset(_shades(node.iter(f"{W}shd"))) | above.grounds,
            )
    return looks[style]


def _ground(paragraph: etree._Element, base: Look, known: Mapping[str, etree._Element], looks: dict[str, Look]) -> Ground:
    """What may be behind a paragraph: its own shade, that of its cell, those of its table's style, or the page."""
    own = frozenset(_shades(paragraph.iterfind(f"{W}pPr/{W}shd"))) or base.grounds
    if own:
        return own
    for above in paragraph.iterancestors(f"{W}tc", f"{W}tbl", "{*}txbxContent"):
        if above.tag == f"{W}tc":
            if shades := frozenset(_shades(above.iterfind(f"{W}tcPr/{W}shd"))):
                return shades
        elif above.tag == f"{W}tbl":
            style = above.find(f"{W}tblPr/{W}tblStyle")
            return _look("" if style is None else style.get(f"{W}val", ""), known, looks).grounds | {WHITE}
        else:
            return frozenset()  # a shape of a drawing: its fill is judged where it is drawn
    return frozenset((WHITE,))


def _points(size: etree._Element | None) -> float | None:
    text = "" if size is None else size.get(f"{W}val", "")
    return int(text) / 2 if text.isdecimal() else None


def _shades(nodes: Iterable[etree._Element]) -> Iterator[str]:
    yield from (colour for node in nodes if (colour := _colour(node.get(f"{W}fill"))))
