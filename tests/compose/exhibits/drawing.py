"""Hand-built diagram specifications, and geometry written apart from the code under test."""

from collections.abc import Sequence

from hypothesis import strategies as st

from briefs.metrics import Face, text_width
from briefs.model.exhibits import Box, Connector, DiagramSpec, EdgeSpec, GroupSpec, NodeSpec
from briefs.model.nodes import Inline, Text
from tests.compose.build import MARK, line


def words(children: Sequence[Inline]) -> str:
    return "".join(child.text for child in children if isinstance(child, Text))


def node(identity: str, column: int, row: int, group: str = "", label: str = "", detail: str = "") -> NodeSpec:
    return NodeSpec(identity, line(label or identity), line(detail) if detail else (), group, (column, row), "neutral", MARK)


def edge(source: str, target: str, label: str = "") -> EdgeSpec:
    return EdgeSpec(source, target, line(label) if label else (), "flow", MARK)


def spec(nodes: Sequence[NodeSpec], edges: Sequence[EdgeSpec] = (), groups: Sequence[str] = ()) -> DiagramSpec:
    frames = tuple(GroupSpec(name, line(name), MARK) for name in groups)
    return DiagramSpec("d", line("Title"), "Alt", frames, tuple(nodes), tuple(edges), MARK)


@st.composite
def specs(draw_: st.DrawFn) -> DiagramSpec:
    """Up to fourteen nodes anywhere on five by four cells, with or without tiers, and up to ten edges between any of them."""
    cells = draw_(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 4)), min_size=2, max_size=14, unique=True))
    tiered = draw_(st.booleans())
    nodes = [
        node(f"n{number}", column, row, ("low" if row > 2 else "high") if tiered else "", f"Node {number}", "detail")
        for number, (column, row) in enumerate(cells)
    ]
    ends = st.tuples(st.integers(0, len(cells) - 1), st.integers(0, len(cells) - 1)).filter(lambda pair: pair[0] != pair[1])
    pairs = draw_(st.lists(ends, max_size=10))
    label = st.sampled_from(["", "read", "copy of data"])
    edges = [edge(f"n{one}", f"n{other}", draw_(label)) for one, other in pairs]
    return spec(nodes, edges, ["high", "low"] if tiered else [])


def cuts(box: Box, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a straight piece has a point inside a box; a hundred points along it are tried."""
    for step in range(101):
        x = start[0] + (end[0] - start[0]) * step / 100
        y = start[1] + (end[1] - start[1]) * step / 100
        if box.x + 0.1 < x < box.x + box.width - 0.1 and box.y + 0.1 < y < box.y + box.height - 0.1:
            return True
    return False


def label_box(connector: Connector) -> Box:
    """A connector's label as it is drawn, without the white around it."""
    assert connector.label_at is not None
    width, height = text_width(connector.label, Face("Calibri"), connector.label_size), 1.2 * connector.label_size
    x, y = connector.label_at
    return Box("label", "rectangle", x - width / 2, y - height / 2, width, height, connector.label, "", "neutral", 11, 11)


def title_box(frame: Box) -> Box:
    """A frame's label as it is drawn, at the left or right of its top."""
    width = text_width(frame.label, Face("Calibri", bold=True), frame.label_size)
    x = frame.x + 5 if frame.align == "left" else frame.x + frame.width - 5 - width
    return Box("title", "rectangle", x, frame.y + 2, width, 1.2 * frame.label_size, frame.label, "", "neutral", 12, 12)


def on_border(frame: Box, box: Box) -> bool:
    """Whether a box lies partly inside a frame and partly outside."""
    within_x = frame.x <= box.x and box.x + box.width <= frame.x + frame.width
    within_y = frame.y <= box.y and box.y + box.height <= frame.y + frame.height
    return overlap(frame, box) and not (within_x and within_y)


def overlap(one: Box, other: Box) -> bool:
    apart_x = one.x + one.width <= other.x + 0.05 or other.x + other.width <= one.x + 0.05
    apart_y = one.y + one.height <= other.y + 0.05 or other.y + other.height <= one.y + 0.05
    return not (apart_x or apart_y)


def site(box: Box, number: int) -> tuple[float, float]:
    middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
    return ((middle_x, box.y), (box.x, middle_y), (middle_x, box.y + box.height), (box.x + box.width, middle_y))[number]
