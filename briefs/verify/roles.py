"""What each kind of part is: its content type, the relationships that it needs, and what its elements may lead to."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from briefs.verify.relationships import Relations, Trees, rels_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES: Mapping[str, str] = {
    f"{P}presentation": f"{OFFICE}presentationml.presentation.main+xml",
    f"{P}sld": f"{OFFICE}presentationml.slide+xml",
    f"{P}sldLayout": f"{OFFICE}presentationml.slideLayout+xml",
    f"{P}sldMaster": f"{OFFICE}presentationml.slideMaster+xml",
    f"{P}notes": f"{OFFICE}presentationml.notesSlide+xml",
    f"{P}notesMaster": f"{OFFICE}presentationml.notesMaster+xml",
    f"{A}tblStyleLst": f"{OFFICE}presentationml.tableStyles+xml",
    f"{A}theme": f"{OFFICE}theme+xml",
    f"{C}chartSpace": f"{OFFICE}drawingml.chart+xml",
    f"{S}workbook": f"{OFFICE}spreadsheetml.sheet.main+xml",
    f"{S}worksheet": f"{OFFICE}spreadsheetml.worksheet+xml",
    f"{W}document": f"{OFFICE}wordprocessingml.document.main+xml",
    f"{W}styles": f"{OFFICE}wordprocessingml.styles+xml",
    f"{W}settings": f"{OFFICE}wordprocessingml.settings+xml",
    f"{W}numbering": f"{OFFICE}wordprocessingml.numbering+xml",
    f"{W}footnotes": f"{OFFICE}wordprocessingml.footnotes+xml",
    f"{W}hdr": f"{OFFICE}wordprocessingml.header+xml",
    f"{W}ftr": f"{OFFICE}wordprocessingml.footer+xml",
}
"""Of a part by its root."""
PIXELS: Mapping[str, tuple[str, bytes]] = {
    "png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    "jpg": ("image/jpeg", b"\xff\xd8\xff"),
    "jpeg": ("image/jpeg", b"\xff\xd8\xff"),
}
"""Content type of a picture by the ending of its name, and how it begins."""
MANY = 100_000
NEEDS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    f"{P}presentation": {"slideMaster": (1, MANY), "notesMaster": (0, 1)},
    f"{P}sld": {"slideLayout": (1, 1), "notesSlide": (0, 1)},
    f"{P}sldLayout": {"slideMaster": (1, 1)},
    f"{P}sldMaster": {"theme": (1, 1), "slideLayout": (1, MANY)},
    f"{P}notes": {"notesMaster": (1, 1), "slide": (1, 1)},
    f"{P}notesMaster": {"theme": (1, 1)},
    f"{C}chartSpace": {"package": (1, 1)},
    f"{W}document": {"styles": (1, 1), "settings": (1, 1), "numbering": (0, 1), "footnotes": (0, 1)},
}
"""How many relationships of a kind the part of a root has, at least and at most."""
PACKAGE = {"officeDocument": (1, 1), "core-properties": (0, 1), "extended-properties": (0, 1)}
LEADS: Mapping[str, tuple[str, ...]] = {
    f"{A}blip": ("image",),
    f"{A}hlinkClick": ("hyperlink", "slide"),
    f"{C}chart": ("chart",),
    f"{C}externalData": ("package",),
    f"{P}sldId": ("slide",),
    f"{P}sldLayoutId": ("slideLayout",),
    f"{P}sldMasterId": ("slideMaster",),
    f"{P}notesMasterId": ("notesMaster",),
    f"{W}headerReference": ("header",),
    f"{W}footerReference": ("footer",),
    f"{W}hyperlink": ("hyperlink",),
}
"""The kinds of relationship that an element may use."""
ROOTS: Mapping[str, str] = {
    "slide": f"{P}sld", "slideLayout": f"{P}sldLayout", "slideMaster": f"{P}sldMaster", "notesSlide": f"{P}notes",
    "notesMaster": f"{P}notesMaster", "theme": f"{A}theme", "chart": f"{C}chartSpace", "header": f"{W}hdr",
    "footer": f"{W}ftr", "settings": f"{W}settings", "numbering": f"{W}numbering",
    "footnotes": f"{W}footnotes",
}  # fmt: skip
"""The root of the part to which a relationship of a kind leads."""
JUMP = "ppaction://hlinksldjump"
ADDRESS = re.compile(r"(https?://[^\s\[\]<>\"{}|\\^`]+|mailto:[^\s@]+@[^\s@]+)")


def roles(trees: Trees, relations: Relations) -> Iterator[str]:
    """Relationships that a part lacks or has too many of, and ones that lead to something else than they say or are used for."""
    for kind, (least, most) in PACKAGE.items():
        yield from (f"the package {fault}" for fault in _counted(relations, "", kind, least, most))
    for name, tree in trees.items():
        for kind, (least, most) in NEEDS.get(str(tree.tag), {}).items():
            yield from (f"{name}: {fault}" for fault in _counted(relations, name, kind, least, most))
        yield from (f"{name}: {fault}" for fault in _used(tree, relations, name))
    for owner, items in relations.items():
        for item in items:
            root = ROOTS.get(item.kind)
            if not item.external and root and item.target in trees and trees[item.target].tag != root:
                yield f"{rels_of(owner)}: '{item.id}' says that '{item.target}' is a {item.kind}"
            if item.external and not ADDRESS.fullmatch(item.target):
                yield f"{rels_of(owner)}: '{item.id}' leads to '{item.target}', which is no address"


def types(
    trees: Trees, pictures: Mapping[str, bytes], overrides: Mapping[str, str], defaults: Mapping[str, str]
) -> Iterator[str]:
    """Parts under another content type than theirs, and pictures that are not what their names say."""
    for name in (*trees, *pictures):
        ending = name.rpartition(".")[2].casefold()
        said = overrides.get(name, defaults.get(ending, ""))
        wanted = TYPES.get(str(trees[name].tag)) if name in trees else PIXELS[ending][0]
        if said and wanted and said != wanted:
            yield f"{name}: has the content type '{said}', not '{wanted}'"
    for name, data in pictures.items():
        ending = name.rpartition(".")[2].casefold()
        if not data.startswith(PIXELS[ending][1]):
            yield f"{name}: is no {ending}"


def _counted(relations: Relations, owner: str, kind: str, least: int, most: int) -> Iterator[str]:
    count = sum(item.kind == kind for item in relations.get(owner, ()))
    if not least <= count <= most:
        yield f"has {count or 'no'} relationship{'s' if count > 1 else ''} to a {kind}"


def _used(tree: etree._Element, relations: Relations, owner: str) -> Iterator[str]:
    kinds = {item.id: item.kind for item in relations.get(owner, ())}
    for node in tree.iter(*LEADS):
        for key in (node.get(f"{R}id"), node.get(f"{R}embed")):
            if key in kinds and kinds[key] not in LEADS[str(node.tag)]:
                yield f"'{etree.QName(node).localname}' uses '{key}', which leads to a {kinds[key]}"
            if key in kinds and node.get("action") == JUMP and kinds[key] != "slide":
                yield "a jump that leads to no slide"
