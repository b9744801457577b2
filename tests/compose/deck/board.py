"""A geometry like the template's, and short ways to build slides."""

from briefs.model.geometry import ROLES, Frame, Geometry
from briefs.model.nodes import Block, Inline, Item, ItemList, SlideBlock, Text, ViewCall
from tests.compose.build import MARK, line, para

SIZES = {"title": 28.0, "subtitle": 20.0, "details": 16.0, "big": 54.0, "source": 10.0, "left-title": 18.0, "right-title": 18.0}
PLACES = {
    "title": (43.2, 36.0, 873.6, 68.4),
    "source": (43.2, 468.0, 873.6, 21.6),
    "left": (43.2, 167.8, 422.4, 293.0),
    "right": (494.4, 167.8, 422.4, 293.0),
    "left-title": (43.2, 118.8, 422.4, 32.4),
    "right-title": (494.4, 118.8, 422.4, 32.4),
    "big": (43.2, 118.8, 355.6, 342.0),
}
BODY = (43.2, 118.8, 873.6, 342.0)
OWN = {
    ("chart", "exhibit"): (43.2, 118.8, 577.6, 342.0),
    ("chart", "takeaway"): (635.2, 118.8, 281.6, 342.0),
    ("picture", "takeaway"): (635.2, 118.8, 281.6, 342.0),
    ("diagram", "exhibit"): (43.2, 118.8, 873.6, 288.0),
    ("diagram", "takeaway"): (43.2, 415.4, 873.6, 45.4),
    ("closing", "title"): (43.2, 86.4, 274.4, 352.8),
    ("closing", "body"): (427.6, 54.0, 489.2, 424.8),
    ("title", "title"): (43.2, 126.0, 503.6, 169.2),
}


def _frame(layout: str, role: str) -> Frame:
    x, y, width, height = OWN.get((layout, role), PLACES.get(role, BODY))
    size = SIZES.get(role, 18.0)
    indent = 18.0 if role in ("body", "left", "right") and layout in ("bullets", "two-columns") else 0.0
    bold = role in ("title", "big", "left-title", "right-title")
    return Frame(x, y, width, height, "Calibri", size, bold, 0.0, 0.0, 8.0, 1.0, min(size, 16.0), indent, 40.0)


GEOMETRY = Geometry(960, 540, {(layout, role): _frame(layout, role) for layout, roles in ROLES.items() for role in roles})


def bullets(*lines: str | tuple[Inline, ...]) -> ItemList:
    items = (para(one) if isinstance(one, str) else para(*one) for one in lines)
    return ItemList(False, 1, tuple(Item((item,), MARK) for item in items), MARK)


def slide(identity: str, title: str, layout: str, *blocks: Block, notes: tuple[Block, ...] = ()) -> SlideBlock:
    return SlideBlock(identity, line(title), layout, blocks, notes, MARK)


def view(register: str, shape: str = "matrix", *columns: str) -> ViewCall:
    return ViewCall(register, shape, columns, (), "", "", "", MARK)


def text(words: str) -> Text:
    return Text(words, MARK)
