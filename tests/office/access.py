"""What keeps somebody from reading a finished Word file or deck, by code that shares nothing with the engine's own proofs."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

from lxml import etree

from tests.office import deck_colours, word_colours
from tests.office.contrast import A, Node, Package, poor
from tests.office.deck_colours import Box, Deck, P, R, Slide
from tests.office.word_colours import W

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BLIND = re.compile(r"(click |read )?(here|more|link|this|page|below|above)|\W*", re.IGNORECASE)
"""Words of a link that say nothing of where it goes."""
ADDRESS = re.compile(r"https?:|www\.|\S+\.(com|org|net|io)/")
MARK = re.compile(r"\[?\d+\]?")
"""A number that leads to a note or source: its tooltip names what it leads to."""
FOOTERS = ("ftr", "dt", "sldNum")


def word_faults(file: Path) -> list[str]:
    """Everything that is wrong with a Word file."""
    package = Package(file)
    body = package.parts["word/document.xml"]
    found = [*properties(package), *headings(body), *drawings(package), *tables(body)]
    language = package.parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or not re.fullmatch("[a-z]{2}-[A-Z]{2}", language.get(f"{W}val", "")):
        found.append("its text has no language")
    for name, tree in package.parts.items():
        for link in tree.iter(f"{W}hyperlink") if name.startswith("word/") else ():
            found += blind("".join(node.text or "" for node in link.iter(f"{W}t")), link.get(f"{W}tooltip", ""))
    return found + [f"contrast: {text}" for text in poor(word_colours.texts(file)).values()]


def deck_faults(file: Path) -> list[str]:
    """Everything that is wrong with a deck."""
    deck = Deck(file)
    slides = [Slide(deck, name) for name in sorted(deck.parts) if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    found = [*properties(deck), *(f"{slide.name}: {fault}" for slide in slides for fault in slide_faults(slide))]
    titles = [title(slide) for slide in slides]
    found += [f"two slides are called '{text}'" for text in sorted({text for text in titles if titles.count(text) > 1})]
    return found + [f"contrast: {text}" for text in poor(deck_colours.texts(file)).values()]


def properties(package: Package) -> Iterator[str]:
    said = {node.tag.rpartition("}")[2]: node.text or "" for node in package.parts["docProps/core.xml"]}
    yield from (f"the file has no {name}" for name in ("title", "language") if not said.get(name, "").strip())


def headings(body: Node) -> Iterator[str]:
    """A heading that skips a level; the levels are those of the styles' names, 1 the highest."""
    styles = (re.fullmatch(r"Heading(\d)", style.get(f"{W}val", "")) for style in body.iter(f"{W}pStyle"))
    levels = [0, *(int(found[1]) for found in styles if found)]
    yield from (
        f"a heading of level {after} follows one of level {before}" for before, after in pairwise(levels) if after > before + 1
    )


def drawings(package: Package) -> Iterator[str]:
    for name, tree in package.parts.items():
        for node in tree.iter("{*}docPr") if name.startswith("word/") else ():
            if no_words(node):
                yield f"the drawing '{node.get('name')}' of {name} says nothing"


def no_words(node: Node) -> bool:
    """Whether a drawing's alternative text is missing, or only its name again; a decorative one needs none."""
    told = node.get("descr", "").strip()
    return (len(told.split()) < 3 or told == node.get("name")) and next(node.iter(DECORATIVE), None) is None


def tables(body: Node) -> Iterator[str]:
    for number, table in enumerate(body.iter(f"{W}tbl"), 1):
        rows = table.findall(f"{W}tr")
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        look = table.find(f"{W}tblPr/{W}tblLook")
        column = look is not None and look.get(f"{W}firstColumn") == "1" and look.get(f"{W}firstRow") == "0"
        if len(rows) > 1 and not repeated[0] and not column:
            yield f"table {number} has no header"


def blind(words: str, tooltip: str) -> Iterator[str]:
    """A link whose words do not say where it goes."""
    words = " ".join(words.split())
    if MARK.fullmatch(words) and len(tooltip.split()) > 1:
        return
    if BLIND.fullmatch(words) or MARK.fullmatch(words) or ADDRESS.search(words):
        yield f"the link '{words}' does not say where it goes"


def slide_faults(slide: Slide) -> Iterator[str]:
    if not title(slide):
        yield "the slide has no title"
    for frame in (
        *slide.tree.iter(f"{P}pic"),
        *slide.tree.iter(f"{P}graphicFrame"),
        *slide.tree.iterfind(f".//{P}spTree/{P}grpSp"),
    ):
        named = next(frame.iter(f"{P}cNvPr"))
        if no_words(named):
            yield f"'{named.get('name')}' says nothing"
    for table in slide.tree.iter(f"{A}tblPr"):
        if "1" not in (table.get("firstRow"), table.get("firstCol")):
            yield "a table has no header"
    if any(not run.get("lang") for run in slide.tree.iter(f"{A}rPr", f"{A}endParaRPr")):
        yield "a text has no language"
    for paragraph in slide.tree.iter(f"{A}p"):
        yield from slide_links(paragraph)
    yield from order(slide)


def title(slide: Slide) -> str:
    shapes = [
        shape for shape in slide.tree.iter(f"{P}sp") for ph in shape.iter(f"{P}ph") if ph.get("type") in deck_colours.TITLES
    ]
    return " ".join("".join(node.text or "" for node in shape.iter(f"{A}t")) for shape in shapes).strip()


def slide_links(paragraph: Node) -> Iterator[str]:
    """The links of a paragraph; one that is broken over lines is several runs with one target."""
    runs = [(target(run), "".join(node.text or "" for node in run.iterchildren(f"{A}t"))) for run in paragraph.iter(f"{A}r")]
    for (rid, tooltip), group in groupby(runs, key=lambda item: item[0]):
        if rid:
            yield from blind("".join(text for _, text in group), tooltip)


def target(run: Node) -> tuple[str, str]:
    link = run.find(f"{A}rPr/{A}hlinkClick")
    return ("", "") if link is None else (link.get(f"{R}id", ""), link.get("tooltip", ""))


def order(slide: Slide) -> Iterator[str]:
    """Title first, footers last; between them row by row or column by column, from the left and from the top."""
    tree = slide.tree.find(f"{P}cSld/{P}spTree")
    assert tree is not None
    shapes = [shape for shape in tree if shape.tag in (f"{P}sp", f"{P}graphicFrame", f"{P}grpSp", f"{P}pic")]
    kinds = [next((ph.get("type", "obj") for ph in shape.iter(f"{P}ph")), etree.QName(shape).localname) for shape in shapes]
    ranks = [0 if kind in deck_colours.TITLES else 2 if kind in FOOTERS else 1 for kind in kinds]
    if ranks != sorted(ranks):
        yield f"it is read in the order {kinds}"
    content = [shape for shape, rank in zip(shapes, ranks, strict=True) if rank == 1]
    boxes = [group_box(shape) if shape.tag == f"{P}grpSp" else slide.box(shape) for shape in content]
    for before, after in pairwise(boxes):
        if (above(after, before) and not beside(before, after)) or (beside(after, before) and not above(before, after)):
            yield "a text or exhibit is read after one that stands below or right of it"


def group_box(group: Node) -> Box:
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    assert frame is not None
    return deck_colours.extent(frame, "off", "ext")


def above(first: Box, second: Box) -> bool:
    return first.top + first.height <= second.top


def beside(first: Box, second: Box) -> bool:
    """Whether the first stands left of the second."""
    return first.left + first.width <= second.left
