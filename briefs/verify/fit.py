"""Whether text of a finished file is large enough to read, and whether that of a slide stays inside its shape."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree

from briefs.diagnostics import Diagnostic, error
from briefs.metrics import Face, Medium, Run, UnknownFontError, text_height
from briefs.verify.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_NAMES = {"w": W[1:-1], "a": A[1:-1]}
_SIZES = etree.XPath("//w:r[w:t]/w:rPr/w:sz/@w:val", namespaces=_NAMES, smart_strings=False)
_STYLES = etree.XPath(
    "//w:p[w:r/w:t]/w:pPr/w:pStyle/@w:val | //w:r[w:t]/w:rPr/w:rStyle/@w:val", namespaces=_NAMES, smart_strings=False
)
_RUNS = etree.XPath("//a:r/a:rPr/@sz", namespaces=_NAMES, smart_strings=False)
SMALLEST_ON_PAGE, SMALLEST_ON_SLIDE = 8.0, 10.0
"""Points."""
EMU = 12_700
"""To a point."""
ROOM = 1.0
"""Points by which a text may seem too high, as much as rounding makes of some ten lines."""
HINT = "shorten the text in the content, or give it more room in the template, and build again"


def fit(path: str, package: Package) -> Iterator[Diagnostic]:
    """B905 for each text that is too small, or too much for its shape."""
    trees = dict(_trees(package))
    for fault in dict.fromkeys((*_small(trees), *_over(trees))):
        yield error("B905", None, f"'{path}', {fault}", HINT)


def _trees(package: Package) -> Iterator[tuple[str, etree._Element]]:
    for part in package.parts:
        if part.is_xml and part.name.startswith(("word/", "ppt/slides/slide", "ppt/theme/")):
            try:
                yield part.name, part.tree()
            except etree.XMLSyntaxError:
                continue  # B904 says so


# ---- size -----------------------------------------------------------------------------------------------------------


def _small(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    styles = trees.get("word/styles.xml")
    known = {} if styles is None else {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    for name, tree in trees.items():
        if tree.tag == f"{P}sld":
            sizes = {int(size) / 100 for size in cast("list[str]", _RUNS(tree)) if size.isdecimal()}
            yield from (_too_small(name, size, SMALLEST_ON_SLIDE) for size in sorted(sizes) if size < SMALLEST_ON_SLIDE)
        elif tree.tag.startswith(W) and tree is not styles:
            sizes = {int(size) / 2 for size in cast("list[str]", _SIZES(tree)) if size.isdecimal()}
            sizes |= {_size(known, style) for style in set(cast("list[str]", _STYLES(tree)))}
            yield from (_too_small(name, size, SMALLEST_ON_PAGE) for size in sorted(sizes) if size < SMALLEST_ON_PAGE)


def _size(known: Mapping[str, etree._Element], style: str) -> float:
    """Points of a style, its own or those of the style that it is based on; the smallest that is allowed when none says."""
    seen: set[str] = set()
    while style in known and style not in seen:
        seen.add(style)
        size = known[style].find(f"{W}rPr/{W}sz")
        if size is not None and size.get(f"{W}val", "").isdecimal():
            return int(size.get(f"{W}val", "")) / 2
        base = known[style].find(f"{W}basedOn")
        style = "" if base is None else base.get(f"{W}val", "")
    return SMALLEST_ON_PAGE


def _too_small(name: str, size: float, least: float) -> str:
    return f"{name}: text of {size:g} points; at least {least:g} can be read"


# ---- overflow -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Box:
    """Points within the insets of a shape."""

    width: float
    height: float


def _over(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    fonts = _fonts(trees.get("ppt/theme/theme1.xml"))
    for name, tree in trees.items():
        for shape in tree.iter(f"{P}sp") if tree.tag == f"{P}sld" else ():
            box, body = _box(shape), shape.find(f"{P}txBody")
            if box is None or body is None:
                continue
            try:
                needed = _height(body, box.width, fonts)
            except UnknownFontError:
                continue  # nothing is known of its widths
            if needed > box.height + ROOM:
                named = next(shape.iter(f"{P}cNvPr")).get("name", "")
                yield f"{name}: '{named}' is {needed:.0f} points high and has {max(box.height, 0):.0f}"


def _box(shape: etree._Element) -> Box | None:
    """The room of a shape that has a place of its own and sets its text in lines; None for any other."""
    extent, frame = shape.find(f"{P}spPr/{A}xfrm/{A}ext"), shape.find(f"{P}txBody/{A}bodyPr")
    if extent is None or frame is None or frame.get("wrap") == "none" or frame.get("vert") not in (None, "horz"):
        return None
    if frame.find(f"{A}spAutoFit") is not None or frame.find(f"{A}normAutofit") is not None:
        return None
    left, right = (_number(frame.get(name), 91_440) for name in ("lIns", "rIns"))
    top, bottom = (_number(frame.get(name), 45_720) for name in ("tIns", "bIns"))
    width, height = (_number(extent.get(name), 0) for name in ("cx", "cy"))
    return Box((width - left - right) / EMU, (height - top - bottom) / EMU)


def _height(body: etree._Element, width: float, fonts: Mapping[str, str]) -> float:
    """Points from the first line to the last; 0 where a size is inherited, for then its template has to be asked."""
    total = 0.0
    for number, paragraph in enumerate(body.findall(f"{A}p")):
        runs = _runs(paragraph, fonts)
        if not runs:
            return 0.0
        before = paragraph.find(f"{A}pPr/{A}spcBef/{A}spcPts")
        total += _number(None if before is None else before.get("val"), 0) / 100 if number else 0.0
        total += text_height(runs, max(width, 1.0), Medium.SLIDE)
    return total


def _runs(paragraph: etree._Element, fonts: Mapping[str, str]) -> Sequence[Run]:
    found: list[Run] = []
    for node in paragraph.iterchildren(f"{A}r", f"{A}fld", f"{A}br"):
        look = node.find(f"{A}rPr")
        if look is None or not look.get("sz", "").isdecimal():
            return ()
        latin = look.find(f"{A}latin")
        family = fonts["+mn-lt"] if latin is None else latin.get("typeface", "")
        face = Face(fonts.get(family, family), look.get("b") == "1", look.get("i") == "1")
        text = "\v" if node.tag == f"{A}br" else node.findtext(f"{A}t", "")
        found.append(Run(text, face, int(look.get("sz", "")) / 100))
    return found


def _fonts(theme: etree._Element | None) -> dict[str, str]:
    """The theme's fonts by the names that shapes use."""
    found = {"+mn-lt": "Calibri", "+mj-lt": "Calibri"}
    for name, kind in (("+mn-lt", "minorFont"), ("+mj-lt", "majorFont")):
        latin = None if theme is None else theme.find(f".//{A}{kind}/{A}latin")
        if latin is not None and latin.get("typeface"):
            found[name] = latin.get("typeface", "")
    return found


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.lstrip("-").isdecimal() else default
