"""The colour of each text of a deck and of what it stands on: placeholders, tables, shapes and charts, by the XML alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from tests.office.contrast import A, C, Node, Package, Text

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TITLES = ("title", "ctrTitle")


@dataclass(frozen=True)
class Box:
    """Where a shape is on its slide, in English metric units."""

    left: float
    top: float
    width: float
    height: float

    def covers(self, other: "Box") -> bool:
        """Whether the middle of another box lies on this one."""
        x, y = other.left + other.width / 2, other.top + other.height / 2
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


def texts(file: Path) -> Iterator[Text]:
    """Every text of every slide; notes are read apart from their look."""
    return Deck(file).texts()


class Deck(Package):
    """A deck's slides, one after the other."""

    def texts(self) -> Iterator[Text]:
        for name in self.parts:
            if name.startswith("ppt/slides/slide"):
                yield from Slide(self, name).texts()


class Slide:
    """One slide with its layout and master."""

    def __init__(self, deck: Deck, name: str) -> None:
        self.deck, self.name, self.tree = deck, name, deck.parts[name]
        layout = next(deck.follow(name, "slideLayout"))
        master = next(deck.follow(layout, "slideMaster"))
        self.layout, self.master = deck.parts[layout], deck.parts[master]
        self.page = next(fill for tree in (self.tree, self.layout, self.master) if (fill := self.background(tree)))
        shown = [self.layout] if self.layout.get("showMasterSp") == "0" else [self.master, self.layout]
        self.below = [(box, fill) for tree in shown for shape in tree.iter(f"{P}sp") for box, fill in self.painted(shape)]

    def background(self, tree: Node) -> str | None:
        found = tree.find(f"{P}cSld/{P}bg")
        if found is None:
            return None
        reference = found.find(f"{P}bgRef/{A}schemeClr")
        return self.deck.fill(found.find(f"{P}bgPr")) if reference is None else self.deck.slot(reference.get("val", ""))

    def painted(self, shape: Node) -> Iterator[tuple[Box, str]]:
        """The box and fill of a shape of a layout that is no placeholder; a see-through one is taken as none."""
        if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is None and shape.find(f"{P}spPr/{A}solidFill//{A}alpha") is None:
            fill = self.deck.fill(shape.find(f"{P}spPr"))
            if fill:
                yield self.box(shape), fill

    def texts(self) -> Iterator[Text]:
        painted = list(self.below)
        for shape in self.tree.iter(f"{P}sp", f"{P}graphicFrame"):
            box = self.box(shape)
            ground = next((fill for other, fill in reversed(painted) if other.covers(box)), self.page)
            if shape.tag == f"{P}sp":
                ground = self.own_fill(shape) or ground
                painted.append((box, ground))
                yield from self.runs(shape, ground, self.lists(shape))
            else:
                yield from self.table(shape, ground)
                for chart in shape.iter(f"{C}chart"):
                    yield from self.deck.charts(self.deck.relations(self.name, "chart")[chart.get(f"{R}id", "")], ground)

    def own_fill(self, shape: Node) -> str | None:
        """The fill of a shape, or of its placeholder in layout or master."""
        fills = (self.deck.fill(item.find(f"{P}spPr")) for item in (shape, *self.placeholders(shape)))
        return next((fill for fill in fills if fill is not None), None)

    def placeholders(self, shape: Node) -> Iterator[Node]:
        """The placeholders from which a shape inherits: the layout's of its index or type, then the master's of its type."""
        ph = next(shape.iter(f"{P}ph"), None)
        if ph is None:
            return
        kind = ph.get("type", "obj")
        for other in self.layout.iter(f"{P}sp"):
            theirs = next(other.iter(f"{P}ph"), None)
            if theirs is not None and (theirs.get("type", "obj"), theirs.get("idx", "0")) == (kind, ph.get("idx", "0")):
                yield other
        wanted = ("title",) if kind in TITLES else (kind,) if kind in ("ftr", "dt", "sldNum") else ("body",)
        yield from (other for other in self.master.iter(f"{P}sp") for item in other.iter(f"{P}ph") if item.get("type") in wanted)

    def lists(self, shape: Node) -> list[Node]:
        """The list styles that hold for a shape's paragraphs, the nearest first."""
        ph = next(shape.iter(f"{P}ph"), None)
        kind = "otherStyle" if ph is None else "titleStyle" if ph.get("type") in TITLES else "bodyStyle"
        kind = "otherStyle" if ph is not None and ph.get("type") in ("ftr", "dt", "sldNum") else kind
        found = [item.find(f"{P}txBody/{A}lstStyle") for item in (shape, *self.placeholders(shape))]
        found += [
            self.master.find(f"{P}txStyles/{P}{kind}"),
            self.deck.parts["ppt/presentation.xml"].find(f"{P}defaultTextStyle"),
        ]
        return [item for item in found if item is not None]

    def runs(self, holder: Node, ground: str, lists: list[Node], default: str = "") -> Iterator[Text]:
        """The texts of a shape or cell; a link has the theme's colour for links whatever its run says."""
        for run in holder.iter(f"{A}r", f"{A}fld"):
            words = "".join(node.text or "" for node in run.iterchildren(f"{A}t"))
            properties = run.find(f"{A}rPr")
            link = properties is not None and properties.find(f"{A}hlinkClick") is not None
            ink = self.deck.slot("hlink") if link else self.deck.fill(properties) or default or self.inherited(run, lists)
            if words.strip():
                yield Text(self.name, words, ink, ground)

    def inherited(self, run: Node, lists: list[Node]) -> str:
        paragraph = run.getparent()
        properties = None if paragraph is None else paragraph.find(f"{A}pPr")
        level = 1 + int("0" if properties is None else properties.get("lvl", "0"))
        fills = (self.deck.fill(item.find(f"{A}lvl{level}pPr/{A}defRPr")) for item in lists)
        return next((fill for fill in fills if fill), self.deck.slot("tx1"))

    def table(self, frame: Node, ground: str) -> Iterator[Text]:
        for table in frame.iter(f"{A}tbl"):
            properties = table.find(f"{A}tblPr")
            assert properties is not None
            flags = {name for name in ("firstRow", "firstCol", "bandRow") if properties.get(name) == "1"}
            named = properties.findtext(f"{A}tableStyleId")
            style = next(item for item in self.deck.parts["ppt/tableStyles.xml"] if item.get("styleId") == named)
            for at, row in enumerate(table.iterchildren(f"{A}tr")):
                for column, cell in enumerate(row.iterchildren(f"{A}tc")):
                    kinds = [style.find(f"{A}{kind}") for kind in conditions(at, column, flags)]
                    yield from self.cell(cell, [kind for kind in kinds if kind is not None], ground)

    def cell(self, cell: Node, kinds: list[Node], ground: str) -> Iterator[Text]:
        fills = [self.deck.fill(cell.find(f"{A}tcPr")), *(self.deck.fill(kind.find(f"{A}tcStyle/{A}fill")) for kind in kinds)]
        inks = [node.get("val", "") for kind in kinds for node in kind.iterfind(f"{A}tcTxStyle/{A}schemeClr")]
        own = next((fill for fill in fills if fill is not None), None)
        yield from self.runs(cell, own or ground, [], self.deck.slot(inks[0]))

    def box(self, shape: Node) -> Box:
        """The box of a shape or placeholder, through the groups around it."""
        frames = (item.find(f"{P}spPr/{A}xfrm") for item in (shape, *self.placeholders(shape)))
        own = shape.find(f"{P}xfrm")
        frame = own if own is not None else next(found for found in frames if found is not None)
        groups = [group.find(f"{P}grpSpPr/{A}xfrm") for group in shape.iterancestors(f"{P}grpSp")]
        return reduce(outwards, (group for group in groups if group is not None), extent(frame, "off", "ext"))


def conditions(at: int, column: int, flags: set[str]) -> Iterator[str]:
    """Which parts of a table style hold for a cell, the strongest first."""
    if "firstRow" in flags and at == 0:
        yield "firstRow"
    if "firstCol" in flags and column == 0:
        yield "firstCol"
    if "bandRow" in flags and not ("firstRow" in flags and at == 0):
        yield ("band1H", "band2H")[(at - ("firstRow" in flags)) % 2]
    yield "wholeTbl"


def extent(frame: Node, offset: str, size: str) -> Box:
    at, by = frame.find(f"{A}{offset}"), frame.find(f"{A}{size}")
    assert at is not None
    assert by is not None
    return Box(*(float(at.get(name, "0")) for name in "xy"), *(float(by.get(name, "0")) for name in ("cx", "cy")))


def outwards(box: Box, group: Node) -> Box:
    """A box in a group's own measure, as the group's holder measures it."""
    inner, outer = extent(group, "chOff", "chExt"), extent(group, "off", "ext")
    across, down = outer.width / (inner.width or 1), outer.height / (inner.height or 1)
    left, top = outer.left + (box.left - inner.left) * across, outer.top + (box.top - inner.top) * down
    return Box(left, top, box.width * across, box.height * down)
