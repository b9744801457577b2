"""What is wrong with a finished deck as a deck: sections, jumps, notes, connectors and the layout's own placeholders."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import dist
from pathlib import Path

from briefs.metrics import Face, Run, wrap
from tests.office.contrast import A, Node
from tests.office.deck_colours import TITLES, P, R, Slide
from tests.office.deck_colours import Deck as Coloured
from tests.render.ooxml.drawing import EMU, line_of, site_of

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
MAIN = "ppt/presentation.xml"
JUMP = "ppaction://hlinksldjump"
FOOTERS = {"ftr": "marking", "dt": "edition", "sldNum": "slide number"}
SIDES = ("lIns", "rIns")
PITCH = 0.9
"""Of a title's lines, as the master says."""
NARROW = 5_000_000
"""English metric units: half a slide, less its margins."""
UNLISTED = ("Opening", "Closing", "Appendix")
"""Sections that nobody looks up in an agenda."""
GLUED = 0.1
"""Points by which an end of a connector may miss the shape's own site: both are rounded to whole units."""


class Deck(Coloured):
    """A deck's slides in the order in which they are shown."""

    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.main = self.parts[MAIN]
        names = self.relations(MAIN, "slide")
        listed = [(node.get("id", ""), names[node.get(f"{R}id", "")]) for node in self.main.iter(f"{P}sldId")]
        self.ids = [key for key, _ in listed]
        self.slides = [Slide(self, name) for _, name in listed]

    @property
    def sections(self) -> list[tuple[str, list[str]]]:
        """The name of each section and the ids of its slides."""
        found = self.main.iter(f"{P14}section")
        return [(node.get("name", ""), [item.get("id", "") for item in node.iter(f"{P14}sldId")]) for node in found]

    def all_of(self, kind: str) -> list[str]:
        return [name for name in self.parts if re.fullmatch(rf"ppt/{kind}s/{kind}\d+\.xml", name)]


def faults(file: Path) -> list[str]:
    """Everything that is wrong with a deck."""
    deck = Deck(file)
    found = [*sections(deck), *notes(deck)]
    for number, slide in enumerate(deck.slides, 1):
        every = (*jumps(deck, slide), *connectors(slide), *placeholders(slide, number), *sizes(slide), *titles(slide))
        found += [f"{slide.name}: {fault}" for fault in every]
    return found


def sections(deck: Deck) -> Iterator[str]:
    held = [key for _, ids in deck.sections for key in ids]
    if held != deck.ids:
        yield "the sections do not hold each slide once and in order"
    if any(not name.strip() or not ids for name, ids in deck.sections):
        yield "a section has no name or no slide"
    keys = [node.get("id", "") for node in deck.main.iter(f"{P14}section")]
    if len({*keys}) < len(keys) or not all(re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", key) for key in keys):
        yield "a section has no number of its own"


def title(slide: Slide) -> str:
    shape = next((shape for shape in slide.tree.iter(f"{P}sp") if kind(shape) in TITLES), None)
    return "" if shape is None else words(shape)


def words(shape: Node) -> str:
    return " ".join("".join(node.text or "" for node in shape.iter(f"{A}t")).split())


def kind(shape: Node) -> str:
    return next((ph.get("type", "obj") for ph in shape.iterfind(f"{P}nvSpPr/{P}nvPr/{P}ph")), "")


def clicks(slide: Slide) -> Iterator[tuple[str, str]]:
    """The words that a click on the slide jumps from, and the relationship that it takes."""
    for node in slide.tree.iter(f"{A}hlinkClick"):
        if node.get("action") == JUMP:
            holder = next(node.iterancestors(f"{P}sp", f"{A}r", f"{P}graphicFrame"))
            yield words(holder), node.get(f"{R}id", "")


def jumps(deck: Deck, slide: Slide) -> Iterator[str]:
    """A jump that ends nowhere, or at a slide that does not say what the jump says."""
    targets, shown = deck.relations(slide.name, "slide"), {item.name: number for number, item in enumerate(deck.slides)}
    tiles = title(slide).startswith("Agenda")
    led: list[str] = []
    for said, key in clicks(slide):
        if targets.get(key) not in shown:
            yield f"the jump '{said}' leads to no slide of the deck"
            continue
        number = shown[targets[key]]
        if not tiles and said.casefold() not in all_words(deck.slides[number].tree).casefold():
            yield f"the jump '{said}' leads to slide {number + 1}, which does not say so"
        if tiles and not said.isdecimal():
            led.append(said)
        if tiles and not leads(deck, led[-1], number):
            yield f"the tile '{led[-1]}' does not lead to the section of that name"
    if tiles and (missing := [name for name, _ in deck.sections if name not in (*led, *UNLISTED)]):
        yield f"the agenda leaves out {missing}"


def leads(deck: Deck, said: str, number: int) -> bool:
    """Whether a slide is the first of the section of this name."""
    return any(name == said and ids[0] == deck.ids[number] for name, ids in deck.sections)


def all_words(tree: Node) -> str:
    return " ".join(" ".join(node.text or "" for node in tree.iter(f"{A}t")).split())


def notes(deck: Deck) -> Iterator[str]:
    """Notes that are not those of one slide, linked both ways, under the deck's own master, with words."""
    master = deck.relations(MAIN, "notesMaster")
    listed = [node.get(f"{R}id", "") for node in deck.main.iter(f"{P}notesMasterId")]
    if not set(listed) <= set(master) or len(listed) != 1:
        yield "the deck has no master of notes"
    owned = {slide.name: list(deck.follow(slide.name, "notesSlide")) for slide in deck.slides}
    yield from (f"{name}: {len(found)} pages of notes" for name, found in owned.items() if len(found) > 1)
    back = {found[0]: name for name, found in owned.items() if found}
    for name in deck.all_of("notesSlide"):
        if list(deck.follow(name, "slide")) != [back.get(name)]:
            yield f"{name}: its slide does not lead back to it"
        if list(deck.follow(name, "notesMaster")) != list(master.values()):
            yield f"{name}: it has another master than the deck"
        spoken = [words(shape) for shape in deck.parts[name].iter(f"{P}sp") if kind(shape) == "body"]
        if len(spoken) != 1 or not spoken[0]:
            yield f"{name}: the presenter says nothing"
    yield from (f"{name}: it has notes that do not exist" for part, name in back.items() if part not in deck.parts)


def connectors(slide: Slide) -> Iterator[str]:
    """A connector whose end is at no shape of the slide, or beside the place of the shape to which it is glued."""
    shapes = {node.get("id", ""): holder(node) for node in slide.tree.iter(f"{P}cNvPr")}
    for connector in slide.tree.iter(f"{P}cxnSp"):
        ends = [(end, at) for end, at in ((f"{A}stCxn", 0), (f"{A}endCxn", -1)) if next(connector.iter(end), None) is not None]
        line = line_of(connector.find(f"{P}spPr")) if ends else []
        for tag, at in ends:
            glue = next(connector.iter(tag))
            shape = shapes.get(glue.get("id", ""))
            if shape is None:
                yield f"a connector is glued to shape {glue.get('id')}, which the slide does not have"
            elif dist(line[at], site_of(shape.find(f"{P}spPr"), int(glue.get("idx", "0")))) > GLUED:
                yield f"a connector does not touch '{next(shape.iter(f'{P}cNvPr')).get('name')}', to which it is glued"


def holder(node: Node) -> Node:
    """The shape that a number belongs to."""
    return next(node.iterancestors(f"{P}sp", f"{P}cxnSp", f"{P}grpSp", f"{P}graphicFrame", f"{P}pic", f"{P}spTree"))


def placeholders(slide: Slide, number: int) -> Iterator[str]:
    """Title, marking, edition and number, each the layout's own in place and look; the cover has its edition in its details."""
    shapes = {kind(shape): shape for shape in slide.tree.iter(f"{P}sp") if kind(shape)}
    cover = "ctrTitle" in shapes
    if not any(name in shapes and words(shapes[name]) for name in TITLES):
        yield "it has no title"
    for name in ("ftr",) if cover else FOOTERS:
        if name not in shapes or not words(shapes[name]):
            yield f"it has no {FOOTERS[name]}"
            continue
        shape = shapes[name]
        if shape.find(f"{P}spPr/{A}xfrm") is not None or shape.find(f"{P}txBody/{A}lstStyle/*") is not None:
            yield f"its {FOOTERS[name]} does not stand and look as the layout says"
        if not any(kind(other) == name for other in slide.placeholders(shape)):
            yield f"its layout has no {FOOTERS[name]}"
    fields = [node.get("type") for node in shapes["sldNum"].iter(f"{A}fld")] if "sldNum" in shapes else ["slidenum"]
    if fields != ["slidenum"] or ("sldNum" in shapes and words(shapes["sldNum"]) != str(number)):
        yield "its number is no field, or another slide's"


def sizes(slide: Slide) -> Iterator[str]:
    """Text that a program would shrink, and a text frame that would grow."""
    for tree in (slide.tree, slide.layout, slide.master):
        for name in ("normAutofit", "spAutoFit"):
            if next(tree.iter(f"{A}{name}"), None) is not None:
                yield f"{name} stands in it, its layout or its master"
    ranks = [0 if kind(shape) in TITLES else 2 if kind(shape) in FOOTERS else 1 for shape in slide.tree.iter(f"{P}sp")]
    if any(after < before for before, after in pairwise(ranks)):
        yield "it is not read from its title to its footers"


def titles(slide: Slide) -> Iterator[str]:
    """A title of more than two lines; the one on the closing panel, which is narrow, has to stay in its frame."""
    shape = next((shape for shape in slide.tree.iter(f"{P}sp") if kind(shape) in TITLES), None)
    if shape is None:
        return  # said by `placeholders`
    bodies = [item.find(f"{P}txBody/{A}bodyPr") for item in (shape, *slide.placeholders(shape))]
    insets = [next((int(body.get(side, "")) for body in bodies if body is not None and body.get(side)), 91440) for side in SIDES]
    styles = (item.find(f"{A}lvl1pPr/{A}defRPr") for item in slide.lists(shape))
    size = next(int(style.get("sz", "")) for style in styles if style is not None and style.get("sz")) / 100
    box = slide.box(shape)
    text = "".join("\n" if node.tag == f"{A}br" else node.text or "" for node in shape.iter(f"{A}t", f"{A}br"))
    lines = wrap((Run(text, Face("Calibri", bold=True), size),), (box.width - sum(insets)) / EMU)
    if len(lines) > 2 and box.width > NARROW:
        yield f"its title takes {len(lines)} lines"
    if PITCH * sum(line.height for line in lines) > box.height / EMU:
        yield "its title leaves its frame"
