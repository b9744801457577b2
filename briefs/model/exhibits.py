"""Charts and diagrams twice: as an author specifies them, with audiences on every part, and as they are drawn, in points."""

from dataclasses import dataclass
from typing import Literal

from briefs.model.nodes import Inline, Mark
from briefs.model.tones import Tone

ChartKind = Literal["bar", "column", "line", "stacked", "waterfall"]


@dataclass(frozen=True, slots=True)
class Category:
    label: str
    mark: Mark
    highlight: bool = False
    """Whether its bar stands out from the others; in charts of one series."""


@dataclass(frozen=True, slots=True)
class Value:
    """`fact:id` or `result:model.name@scenario`: a chart's number is always a reference."""

    kind: Literal["fact", "result"]
    target: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class SeriesSpec:
    name: str
    values: tuple[Value, ...]
    """One for each category."""
    highlight: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class ChartSpec:
    id: str
    kind: ChartKind
    title: tuple[Inline, ...]
    alt: str
    unit: str
    categories: tuple[Category, ...]
    series: tuple[SeriesSpec, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class GroupSpec:
    id: str
    label: tuple[Inline, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class NodeSpec:
    id: str
    label: tuple[Inline, ...]
    detail: tuple[Inline, ...]
    group: str
    at: tuple[int, int]
    """Column and row on the authored grid, from 1."""
    tone: Tone
    mark: Mark


@dataclass(frozen=True, slots=True)
class EdgeSpec:
    source: str
    target: str
    label: tuple[Inline, ...]
    style: Literal["flow", "return"]
    mark: Mark


@dataclass(frozen=True, slots=True)
class DiagramSpec:
    id: str
    title: tuple[Inline, ...]
    alt: str
    groups: tuple[GroupSpec, ...]
    nodes: tuple[NodeSpec, ...]
    edges: tuple[EdgeSpec, ...]
    mark: Mark


BOX_INSET_X = 5.0
"""Points between a box's edge and its text, left and right each: measured by compose, set by the renderers."""
BOX_INSET_Y = 1.5
"""The same, above and below each."""
EDGE_LABEL_SIZE = 11.0
"""Points of a connector's label, regular."""

# ---- as drawn -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: tuple[float, ...]
    highlight: bool


@dataclass(frozen=True, slots=True)
class Chart:
    id: str
    kind: ChartKind
    title: str
    alt: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    """An Office number format: `#,##0`, `0.0`."""
    axis: str
    """What is measured, and in which unit, in words: `Network of one machine, Gbps`."""
    highlighted: tuple[int, ...] = ()
    """Places of the categories whose bars stand out; empty when all are alike."""


@dataclass(frozen=True, slots=True)
class Box:
    """A shape of a diagram; x and y are its top left corner, in points from the diagram's own.

    Label and detail stand below one another, middle of the box, the label bold; a group's label stands at its top left or right.
    A new line in either is a new line as drawn. A `line` has a width or a height of 0 and no text.
    """

    id: str
    shape: Literal["rectangle", "rounded", "chevron", "diamond", "ellipse", "group", "line"]
    x: float
    y: float
    width: float
    height: float
    label: str
    detail: str
    tone: Tone
    label_size: float
    """Points; on a slide never below 12, a detail never below 11; on a page never below 10 and 9."""
    detail_size: float
    align: Literal["center", "left", "right"] = "center"
    """Of its lines; a group's label stands at the left or the right."""
    anchor: Literal["middle", "top"] = "middle"
    """Where its text stands; a group's is always on top."""


@dataclass(frozen=True, slots=True)
class Connector:
    """An elbow from a side of one box to a side of another: glued, with the routed points for who cannot glue."""

    source: str
    target: str
    source_site: int
    """Connection site of the shape: 0 top, 1 left, 2 bottom, 3 right."""
    target_site: int
    points: tuple[tuple[float, float], ...]
    label: str
    label_at: tuple[float, float] | None
    """Centre of the label."""
    dashed: bool
    label_size: float = EDGE_LABEL_SIZE
    """Points."""


@dataclass(frozen=True, slots=True)
class Diagram:
    id: str
    title: str
    alt: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    """In drawing order: groups first."""
    connectors: tuple[Connector, ...]
