"""What PowerPoint repairs: numbers of slides, shapes and masters, sections, notes that do not lead back, tables."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from briefs.verify.grids import grids
from briefs.verify.relationships import Relations, Trees, targets

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAIN = "ppt/presentation.xml"
JUMPS = ("ppaction://hlinksldjump", "ppaction://hlinkshowjump", "ppaction://noaction")
"""What a click may do; another would run something."""
DRAWN = (f"{P}sld", f"{P}sldLayout", f"{P}sldMaster", f"{P}notes", f"{P}notesMaster")
SLIDE_IDS, MASTER_IDS = range(256, 0x80000000), range(0x80000000, 0x100000000)
SHAPE_IDS = range(0x100000000)
SLIDE_SIZE = range(914_400, 51_206_401)
"""English metric units: from one inch to 56."""
GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}")


def presentation(trees: Trees, relations: Relations) -> Iterator[str]:
    """Faults of a deck; none for another kind of package."""
    main = trees.get(MAIN)
    if main is None:
        return
    for name, tree in trees.items():
        if tree.tag in DRAWN:
            yield from (f"{name}: {fault}" for fault in (*_shapes(tree), *grids(tree), *_clicks(tree)))
    yield from (f"{MAIN}: {fault}" for fault in (*_slides(main), *_sections(main), *_masters(main, trees)))
    yield from _unlisted(main, trees, relations)
    yield from _layouts(trees, relations)
    yield from _notes(trees, relations)


def _doubled(names: list[str], what: str) -> Iterator[str]:
    yield from (f"two {what} with the id {name}" for name, count in Counter(names).items() if count > 1)


def _is_in(value: str, allowed: range) -> bool:
    return value.isdecimal() and int(value) in allowed


def _clicks(tree: etree._Element) -> Iterator[str]:
    actions = {node.get("action", "") for node in tree.iter(etree.Element)} - {""}
    yield from (f"a click does '{action}'" for action in sorted(actions) if not action.startswith(JUMPS))
    if next(tree.iter(f"{P}cmd"), None) is not None:
        yield "an animation calls a command"


def _slides(main: etree._Element) -> Iterator[str]:
    slides = [node.get("id", "") for node in main.iter(f"{P}sldId")]
    yield from _doubled(slides, "slides")
    yield from (f"the slide id {key} is out of range" for key in slides if not _is_in(key, SLIDE_IDS))
    listed = Counter(node.get(f"{R}id", "") for node in main.iter(f"{P}sldId"))
    yield from (f"the list of slides names '{key}' twice" for key, count in listed.items() if count > 1)
    for size in main.iter(f"{P}sldSz"):
        if not all(_is_in(size.get(name, ""), SLIDE_SIZE) for name in ("cx", "cy")):
            yield "the slide size is out of range"


def _sections(main: etree._Element) -> Iterator[str]:
    slides = [node.get("id", "") for node in main.iter(f"{P}sldId")]
    held = [node.get("id", "") for node in main.iter(f"{P14}sldId")]
    if held and Counter(held) != Counter(slides):
        yield "the sections do not hold each slide once"
    keys = [node.get("id", "") for node in main.iter(f"{P14}section")]
    yield from _doubled(keys, "sections")
    yield from (f"a section has the id '{key}', which is none" for key in keys if not GUID.fullmatch(key))


def _masters(main: etree._Element, trees: Trees) -> Iterator[str]:
    masters = [node.get("id", "") for node in main.iter(f"{P}sldMasterId")]
    layouts = [node.get("id", "") for tree in trees.values() for node in tree.iter(f"{P}sldLayoutId")]
    if not masters:
        yield "has no master"
    yield from _doubled(masters + layouts, "masters or layouts")
    wrong = (key for key in (*masters, *layouts) if not _is_in(key, MASTER_IDS))
    yield from (f"the id {key} of a master or layout is out of range" for key in wrong)
    noted = any(tree.tag in (f"{P}notes", f"{P}notesMaster") for tree in trees.values())
    if noted and next(main.iter(f"{P}notesMasterId"), None) is None:
        yield "has no master of notes"


def _unlisted(main: etree._Element, trees: Trees, relations: Relations) -> Iterator[str]:
    """Slides in the file that nobody is shown: taken out of the list only, they still say what they said."""
    listed = {node.get(f"{R}id", "") for node in main.iter(f"{P}sldId")}
    shown = {item.target for item in relations.get(MAIN, ()) if item.id in listed}
    slides = {name for name, tree in trees.items() if tree.tag == f"{P}sld"}
    yield from (f"{name}: a slide that the deck does not list" for name in sorted(slides - shown))


def _layouts(trees: Trees, relations: Relations) -> Iterator[str]:
    """A master lists each layout that it has, and shares its theme with no other master."""
    themes: list[str] = []
    for name, tree in trees.items():
        if tree.tag == f"{P}sldMaster":
            listed = {node.get(f"{R}id", "") for node in tree.iter(f"{P}sldLayoutId")}
            lost = [item.target for item in relations.get(name, ()) if item.kind == "slideLayout" and item.id not in listed]
            yield from (f"{name}: has the layout '{target}', which it does not list" for target in lost)
        if tree.tag in (f"{P}sldMaster", f"{P}notesMaster", f"{P}handoutMaster"):
            yield from (
                f"{name}: shares its theme with another master" for theme in targets(relations, name, "theme") if theme in themes
            )
            themes += targets(relations, name, "theme")


def _notes(trees: Trees, relations: Relations) -> Iterator[str]:
    """A slide and its notes lead to one another."""
    for name, tree in trees.items():
        kinds = {f"{P}sld": ("notesSlide", "slide"), f"{P}notes": ("slide", "notesSlide")}.get(str(tree.tag))
        for other in targets(relations, name, kinds[0]) if kinds else ():
            if other in trees and kinds and targets(relations, other, kinds[1]) != [name]:
                yield f"{name}: leads to '{other}', which does not lead back"


def _shapes(tree: etree._Element) -> Iterator[str]:
    ids = [node.get("id", "") for node in tree.iter(f"{P}cNvPr")]
    yield from _doubled(ids, "shapes")
    yield from (f"a shape has the id '{key}', which is none" for key in ids if not _is_in(key, SHAPE_IDS))
    for node in tree.iter():
        if any(value in ("NaN", "INF", "-INF") for value in node.attrib.values()):
            yield f"'{etree.QName(node).localname}' has a value that is no number"
