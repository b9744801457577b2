"""Nodes on the grid that their author chose: boxes of one size, frames around groups, lettering as large as the place allows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefs.compose.exhibits.axis import Axis, Needs, axis
from briefs.compose.exhibits.lettering import EDGES, Lettering, edge_label
from briefs.compose.exhibits.plane import Rect, around
from briefs.model.exhibits import EDGE_LABEL_SIZE

PAD = 13.0
"""Points between a frame and the boxes in it."""
HEAD = 26.0
"""Points above the boxes of a frame, for its label."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """The least gaps between neighbours, and what a label's line shows or keeps clear of a frame at both ends together."""

    across: float
    down: float
    shown: float
    clear: float


ROOM, LOWEST = 12.0, 32.0
"""Points around a text above and below it, and the least height of a box, where a diagram is as high as it wants."""
HALF_A_PAGE = 324.0
"""Height up to which a drawing on a page has the larger of its letterings."""
BETWEEN = 12.0
"""Points between two frames there: their own padding is room enough for connectors."""
JOINS = 10.0
"""Points below a label on a line between tiers, on which other connectors may join the line."""
ROOMY, LOW, TIGHT = Spacing(30.0, 28.0, 28.0, 8.0), Spacing(22.0, 22.0, 28.0, 8.0), Spacing(15.0, 20.0, 12.0, 1.5)
"""On a slide, in a diagram as high as it wants, and where neither does."""
AIRY = 0.93
"""Of a box's height: what its text may take on a slide where smaller lettering would leave more air."""
WIDEST = 240.0
"""Points that a box never exceeds, however much place there is."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its printed text; column and row count from 0 and leave nothing out."""

    id: str
    label: str
    detail: str
    group: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Edge:
    source: str
    target: str
    label: str
    dashed: bool
    way: Literal["any", "down", "across"] = "any"
    """How it leaves and arrives by preference: down between tiers, across between zones that stand side by side."""
    size: float = EDGE_LABEL_SIZE
    """Points of its label, once the lettering of the boxes is chosen."""


@dataclass(frozen=True, slots=True)
class Span:
    """The cells that a group's frame covers, from first to last, both included."""

    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Layout:
    boxes: Mapping[str, Rect]
    frames: Mapping[str, Rect]
    columns: Axis
    rows: Axis
    letters: Lettering
    height: float


Steps = Sequence[tuple[float, float]]


def layout(nodes: Sequence[Node], edges: Sequence[Edge], width: float, height: float | None, steps: Steps) -> Layout:
    """Every node's box and every group's frame, within the place or, when it is too small, beyond it.

    Points; without a height the layout is as high as its text wants. `steps`: sizes of label and detail, largest first.
    """
    spans = _spans(nodes)
    for letters, spacing in _tries(steps, low=height is None):
        across = _across(nodes, edges, spans.values(), spacing, letters)
        down = _down(nodes, edges, spans.values(), spacing, letters, low=height is None)
        size = _width(nodes, letters, across.room(width))
        text = max(letters.height(node.label, node.detail, size) for node in nodes)
        tall = max(44.0, 1.5 * text) if height else max(LOWEST, text + ROOM)
        extent = height or down.fixed + down.cells * tall
        fits = _fits(nodes, letters, across.room(width), AIRY * down.room(height) if height else 1e9)
        if fits and (height or extent <= HALF_A_PAGE):
            break
    columns, rows = axis(width, across, size), axis(extent, down, max(24.0, min(tall, down.room(extent))))
    boxes = {node.id: Rect(columns.starts[node.column], rows.starts[node.row], columns.size, rows.size) for node in nodes}
    frames = {name: _frame(span, columns, rows) for name, span in spans.items()}
    return Layout(boxes, frames, columns, rows, letters, extent)


def directed(edges: Sequence[Edge], nodes: Sequence[Node], placed: Layout) -> tuple[Edge, ...]:
    """The edges, each with the way that its ends' frames suggest, and with the size of its label."""
    frame = {node.id: placed.frames.get(node.group) for node in nodes}
    size = placed.letters.edge
    return tuple(replace(edge, way=_way(frame[edge.source], frame[edge.target]), size=size) for edge in edges)


def _way(one: Rect | None, other: Rect | None) -> Literal["any", "down", "across"]:
    if one is None or other is None or one == other:
        return "any"
    return "down" if one.bottom <= other.y or other.bottom <= one.y else "across"


def _tries(steps: Steps, *, low: bool) -> list[tuple[Lettering, Spacing]]:
    """What is tried in turn: every size with room around, then the least without; boxes before the labels between them."""
    roomy = LOW if low else ROOMY
    sizes = dict.fromkeys(Lettering(*step, min(edge, step[1])) for step in steps for edge in EDGES)
    return [*((letters, roomy) for letters in sizes), (list(sizes)[-1], TIGHT)]


def ranked(places: Iterable[tuple[int, int]]) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Columns and rows counted from 0 without gaps, so that a gap cannot betray what an audience is not shown."""
    known = set(places)
    columns = sorted({column for column, _ in known})
    rows = sorted({row for _, row in known})
    return {(column, row): (columns.index(column), rows.index(row)) for column, row in known}


def _fits(nodes: Sequence[Node], letters: Lettering, width: float, height: float) -> bool:
    """Whether no word breaks, every box is high enough, and no text takes more than two lines."""
    if max(letters.width(node.label, node.detail) for node in nodes) > width:
        return False
    size = _width(nodes, letters, width)
    lines = (letters.lines(node.label, letters.label, True, size) for node in nodes)
    return max(lines) <= 2 and max(letters.height(node.label, node.detail, size) for node in nodes) <= height


def _width(nodes: Sequence[Node], letters: Lettering, room: float) -> float:
    """As wide as the longest label or detail on one line wants, within what there is."""
    wanted = max(max(letters.one_line(node.label), letters.width(node.label, node.detail)) for node in nodes)
    details = max(letters.detail_line(node.detail) for node in nodes)
    return max(24.0, min(room, WIDEST, max(wanted + 14, min(details, wanted * 1.6), 96.0)))


def _spans(nodes: Sequence[Node]) -> Mapping[str, Span]:
    """The cells of each group; tiers that share no row, or columns that share none, are stretched to one length."""
    groups = list(dict.fromkeys(node.group for node in nodes if node.group))
    spans = {group: _span([node for node in nodes if node.group == group]) for group in groups}
    if not all(node.group for node in nodes) or len(groups) < 2:
        return spans
    every = _span(nodes)
    if _apart((span.top, span.bottom) for span in spans.values()):
        return {name: Span(every.left, every.right, span.top, span.bottom) for name, span in spans.items()}
    if _apart((span.left, span.right) for span in spans.values()):
        return {name: Span(span.left, span.right, every.top, every.bottom) for name, span in spans.items()}
    return spans


def _span(nodes: Sequence[Node]) -> Span:
    columns, rows = [node.column for node in nodes], [node.row for node in nodes]
    return Span(min(columns), max(columns), min(rows), max(rows))


def _apart(ranges: Iterable[tuple[int, int]]) -> bool:
    """Whether no two ranges of whole numbers share one."""
    cells = [cell for low, high in ranges for cell in range(low, high + 1)]
    return len(cells) == len(set(cells))


def _across(nodes: Sequence[Node], edges: Sequence[Edge], spans: Iterable[Span], spacing: Spacing, letters: Lettering) -> Needs:
    """Room between columns: for the labels of the edges that run there, clear of frames' lines, and for frames."""
    count = max(node.column for node in nodes) + 1
    at, frames = {node.id: node for node in nodes}, list(spans)
    before = [PAD if any(span.left == cell for span in frames) else 0.0 for cell in range(count)]
    after = [PAD if any(span.right == cell for span in frames) else 0.0 for cell in range(count)]
    gaps = [spacing.across] * (count - 1)
    for edge in edges:
        one, other = at[edge.source], at[edge.target]
        low, high = sorted((one.column, other.column))
        if edge.label and high == low + 1 and one.row == other.row:
            gaps[low] = max(gaps[low], _gap(edge_label(edge.label, letters.edge)[0], spacing, after[low], before[low + 1]))
    return Needs(tuple(before), tuple(after), tuple(gaps))


def _down(
    nodes: Sequence[Node], edges: Sequence[Edge], spans: Iterable[Span], spacing: Spacing, letters: Lettering, *, low: bool
) -> Needs:
    """Room between rows, more where a labelled edge goes from one to the next; `low`: as little as reads well."""
    count = max(node.row for node in nodes) + 1
    at, frames = {node.id: node for node in nodes}, list(spans)
    before = [HEAD if any(span.top == cell for span in frames) else 0.0 for cell in range(count)]
    after = [PAD if any(span.bottom == cell for span in frames) else 0.0 for cell in range(count)]
    gaps = [BETWEEN if low and after[cell] and before[cell + 1] else spacing.down for cell in range(count - 1)]
    for edge in edges:
        upper, lower = sorted((at[edge.source].row, at[edge.target].row))
        if edge.label and lower == upper + 1:
            high = edge_label(edge.label, letters.edge)[1]
            gaps[upper] = max(gaps[upper], _gap(high, spacing, after[upper], before[lower], JOINS))
    return Needs(tuple(before), tuple(after), tuple(gaps))


def _gap(label: float, spacing: Spacing, after: float, before: float, joins: float = 0.0) -> float:
    """Room for a label on a line between two cells; it stands clear of frames' lines, whose paddings show the rest of its own."""
    return label + max(spacing.shown - after - before, spacing.clear + joins if after or before else 0.0)


def _frame(span: Span, columns: Axis, rows: Axis) -> Rect:
    corners = (
        Rect(columns.starts[column], rows.starts[row], columns.size, rows.size)
        for column in (span.left, span.right)
        for row in (span.top, span.bottom)
    )
    inner = around(corners)
    return Rect(inner.x - PAD, inner.y - HEAD, inner.width + 2 * PAD, inner.height + HEAD + PAD)
