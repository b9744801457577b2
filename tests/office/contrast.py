"""Contrast as WCAG computes it, and the colours of a theme, of drawings and of charts, read from a finished file's XML."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import join, normpath

from lxml import etree

Node = etree._Element
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
ALIASES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", "background1": "lt1", "text1": "dk1"} | {
    "background2": "lt2", "text2": "dk2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
WHITE = "FFFFFF"
LEAST = 4.5


@dataclass(frozen=True)
class Text:
    """A stretch of text, its colour and the colour that it stands on, as six hexadecimal digits."""

    part: str
    words: str
    ink: str
    ground: str

    @property
    def ratio(self) -> float:
        lighter, darker = sorted((luminance(self.ink), luminance(self.ground)), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of six hexadecimal digits, from 0 to 1."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Package:
    """The XML parts of a file, and where their relationships lead."""

    def __init__(self, data: Path) -> None:
        with zipfile.ZipFile(data) as archive:
            self.parts: Mapping[str, Node] = {
                name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))
            }
        theme = next(tree for name, tree in sorted(self.parts.items()) if "/theme/" in name and name.endswith(".xml"))
        scheme = theme.find(f".//{A}clrScheme")
        assert scheme is not None
        self.theme = {etree.QName(slot).localname: slot[0].get("lastClr") or slot[0].get("val", "") for slot in scheme}

    def slot(self, name: str) -> str:
        """The colour of a theme's slot, by any of its names."""
        return self.theme[ALIASES.get(name, name)]

    def follow(self, part: str, kind: str) -> Iterator[str]:
        """The parts to which a part's relationships of one kind lead, by id."""
        yield from self.relations(part, kind).values()

    def relations(self, part: str, kind: str) -> dict[str, str]:
        path = PurePosixPath(part)
        tree = self.parts.get(f"{path.parent}/_rels/{path.name}.rels")
        found = [] if tree is None else [item for item in tree if item.get("Type", "").endswith(f"/{kind}")]
        return {item.get("Id", ""): normpath(join(str(path.parent), item.get("Target", ""))).lstrip("/") for item in found}

    def fill(self, properties: Node | None) -> str | None:
        """The solid fill directly below an element: its colour, an empty string for none at all, None when it is silent."""
        if properties is None:
            return None
        solid = properties.find(f"{A}solidFill")
        if solid is None:
            return "" if properties.find(f"{A}noFill") is not None else None
        (colour,) = solid
        return self.slot(colour.get("val", "")) if colour.tag == f"{A}schemeClr" else colour.get("val", "")

    def charts(self, name: str, page: str) -> Iterator[Text]:
        """The texts of a chart that stands on a page of one colour; labels within bars stand on the bars."""
        tree = self.parts[name]
        base = self.fill(tree.find(f"{C}txPr/{A}p/{A}pPr/{A}defRPr")) or self.slot("tx1")
        for run in tree.iter(f"{A}defRPr", f"{A}rPr"):
            inside = next((node for node in run.iterancestors(f"{C}dLbls", f"{C}dLbl")), None)
            yield Text(name, what(run), self.fill(run) or base, self.behind(inside, page))

    def behind(self, labels: Node | None, page: str) -> str:
        """What a chart's labels stand on: the page, or the bars of their series."""
        where = None if labels is None else labels.find(f"{C}dLblPos")
        if labels is None or where is None or where.get("val") not in ("ctr", "inEnd", "inBase"):
            return page
        series = next(labels.iterancestors(f"{C}ser"))
        index = labels.find(f"{C}idx")
        points = [point for point in series.iter(f"{C}dPt") if index is not None and same(point.find(f"{C}idx"), index)]
        return next((fill for item in (*points, series) if (fill := self.fill(item.find(f"{C}spPr")))), page)


def what(run: Node) -> str:
    """The words of a run of a chart, or the kind of element whose words it colours."""
    parent = run.getparent()
    text = "" if parent is None else "".join(node.text or "" for node in parent.iter(f"{A}t"))
    return text or " in ".join(etree.QName(node).localname for node in run.iterancestors() if node.tag.startswith(C))


def same(first: Node | None, second: Node) -> bool:
    return first is not None and first.get("val") == second.get("val")


def poor(texts: Iterator[Text]) -> dict[tuple[str, str], str]:
    """Ink and ground of each pair that is too like, with one text that shows it."""
    return {(text.ink, text.ground): f"{text.part}: {text.words[:60]} ({text.ratio:.2f})" for text in texts if text.ratio < LEAST}
