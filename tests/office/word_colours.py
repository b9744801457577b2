"""The colour of each text of a Word file and of what it stands on: runs, styles, tables, shapes and charts, by the XML alone."""

from collections.abc import Iterator
from pathlib import Path

from tests.office.contrast import WHITE, A, Node, Package, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/header", "word/footer")


def texts(file: Path) -> Iterator[Text]:
    """Every text that a reader sees."""
    return Word(file).texts()


class Word(Package):
    """A Word file's parts and styles."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        styles = self.parts["word/styles.xml"]
        self.styles = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
        self.default = next(key for key, style in self.styles.items() if style.get(f"{W}default") and _type(style) == "paragraph")

    def texts(self) -> Iterator[Text]:
        for name, tree in self.parts.items():
            if name.startswith(PARTS) and name.endswith(".xml"):
                for run in tree.iter(f"{W}r"):
                    words = "".join(node.text or "" for node in run.iterchildren(f"{W}t"))
                    if words.strip():
                        yield Text(name, words, self.ink(run), self.ground(run))
        for name in self.follow("word/document.xml", "chart"):
            yield from self.charts(name, WHITE)

    def chain(self, key: str | None) -> Iterator[Node]:
        """A style and those that it is based on."""
        while key:
            style = self.styles[key]
            yield style
            based = style.find(f"{W}basedOn")
            key = None if based is None else based.get(f"{W}val")

    def ink(self, run: Node) -> str:
        named = run.find(f"{W}rPr/{W}rStyle")
        sources = [run, *self.chain(None if named is None else named.get(f"{W}val")), *self.paragraph_styles(_above(run, "p"))]
        colours = (source.find(f"{W}rPr/{W}color") for source in sources)
        return next((self.colour(node, "themeColor", "val") for node in colours if node is not None), "000000")

    def paragraph_styles(self, paragraph: Node) -> Iterator[Node]:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.chain(self.default if named is None else named.get(f"{W}val"))

    def colour(self, node: Node, theme: str, plain: str) -> str:
        """A colour by its slot in the theme, which Word reads; the value beside it, which others read, has to be the same."""
        value, slot = node.get(f"{W}{plain}", "auto"), node.get(f"{W}{theme}")
        if slot is not None:
            assert value == self.slot(slot), (slot, value)
        return "000000" if value == "auto" else value

    def ground(self, run: Node) -> str:
        """The first fill from the run outwards: paragraph, its style, cell, table style, shape, then the page."""
        paragraph = _above(run, "p")
        for source in (
            run.find(f"{W}rPr"),
            paragraph.find(f"{W}pPr"),
            *(s.find(f"{W}pPr") for s in self.paragraph_styles(paragraph)),
        ):
            if fill := self.shade(source):
                return fill
        for holder in paragraph.iterancestors(f"{W}tc", f"{S}wsp"):
            if fill := self.cell(holder) if holder.tag == f"{W}tc" else self.shape(holder):
                return fill
        return WHITE

    def shade(self, properties: Node | None) -> str:
        shade = None if properties is None else properties.find(f"{W}shd")
        if shade is None or shade.get(f"{W}fill", "auto") == "auto":
            return ""
        return self.colour(shade, "themeFill", "fill")

    def cell(self, cell: Node) -> str:
        """The fill of a cell: its own, or the table style's for its row, column, band or for all cells."""
        if own := self.shade(cell.find(f"{W}tcPr")):
            return own
        table = _above(cell, "tbl")
        named = table.find(f"{W}tblPr/{W}tblStyle")
        for style in self.chain(None if named is None else named.get(f"{W}val")):
            parts = {part.get(f"{W}type"): part.find(f"{W}tcPr") for part in style.iter(f"{W}tblStylePr")}
            for kind in (*conditions(cell, table), ""):
                if fill := self.shade(parts.get(kind) if kind else style.find(f"{W}tcPr")):
                    return fill
        return ""

    def shape(self, shape: Node) -> str:
        """The fill of a shape, or of the last one below it that covers its middle."""
        fill = self.fill(shape.find(f"{S}spPr"))
        if fill:
            return fill
        left, top, width, height = _box(shape)
        under = (
            other for other in shape.itersiblings(f"{S}wsp", preceding=True) if _covers(other, left + width / 2, top + height / 2)
        )
        return next((found for other in under if (found := self.fill(other.find(f"{S}spPr")))), WHITE)


def conditions(cell: Node, table: Node) -> Iterator[str]:
    """Which parts of a table style hold for a cell, the strongest first."""
    row = _above(cell, "tr")
    at, column = table.findall(f"{W}tr").index(row), row.findall(f"{W}tc").index(cell)
    look = table.find(f"{W}tblPr/{W}tblLook")
    on = {} if look is None else {name: look.get(f"{W}{name}") == "1" for name in ("firstRow", "firstColumn", "noHBand")}
    if on.get("firstRow") and at == 0:
        yield "firstRow"
    if on.get("firstColumn") and column == 0:
        yield "firstCol"
    if not on.get("noHBand") and not (on.get("firstRow") and at == 0):
        yield ("band1Horz", "band2Horz")[(at - bool(on.get("firstRow"))) % 2]


def _type(style: Node) -> str:
    return style.get(f"{W}type", "")


def _above(node: Node, name: str) -> Node:
    return next(node.iterancestors(f"{W}{name}"))


def _box(shape: Node) -> tuple[int, int, int, int]:
    frame = shape.find(f"{S}spPr/{A}xfrm")
    assert frame is not None
    return (*(int(frame[0].get(name, "0")) for name in "xy"), *(int(frame[1].get(name, "0")) for name in ("cx", "cy")))  # type: ignore[return-value]


def _covers(shape: Node, x: float, y: float) -> bool:
    left, top, width, height = _box(shape)
    return left <= x <= left + width and top <= y <= top + height
