"""An authored diagram as drawn: its nodes on their grid, its edges routed, every text measured."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefs.compose.exhibits.faults import crowded, faults
from briefs.compose.exhibits.frames import Side, crossings, frame_boxes, free_sides, heads
from briefs.compose.exhibits.grid import Edge, Layout, Node, directed, layout, ranked
from briefs.compose.exhibits.label import label_places
from briefs.compose.exhibits.lattice import Lattice, lattice
from briefs.compose.exhibits.lettering import PAGE_STEPS, STEPS
from briefs.compose.exhibits.plane import Rect
from briefs.compose.exhibits.route import DETOUR, Route, routes
from briefs.diagnostics import Diagnostic
from briefs.model.exhibits import Box, Connector, Diagram, DiagramSpec
from briefs.model.nodes import Inline
from briefs.model.tones import Tone

Words = Callable[[Iterable[Inline]], str]
"""Prints inline markup as plain text and logs what it uses: `Inliner.words`."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges with all their words, before anything has a place."""

    id: str
    title: str
    alt: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    frames: Mapping[str, str]
    """Group -> label."""
    tones: Mapping[str, Tone]
    """By node."""


def diagram(spec: DiagramSpec, words: Words, width: float, height: float | None, page: bool = False) -> Diagram:
    """The diagram within `width` by `height` points; what does not fit is for `diagram_faults` to say.

    Without a height it is as high as it wants. A page's lettering may be smaller than a slide's.
    """
    tones = {node.id: node.tone for node in spec.nodes}
    frames = {group.id: words(group.label) for group in spec.groups}
    graph = Graph(spec.id, words(spec.title), spec.alt, _nodes(spec, words), _edges(spec, words), frames, tones)
    return drawn(graph, width, height, page)


def drawn(graph: Graph, width: float, height: float | None, page: bool) -> Diagram:
    """A graph placed and routed; without nodes an empty drawing.

    The same graph is drawn once a process: a product is composed twice, and readers share most of their diagrams.
    """
    parts = (graph.id, graph.title, graph.alt, graph.nodes, graph.edges)
    return _drawn(parts, tuple(graph.frames.items()), tuple(graph.tones.items()), width, height, page)


@lru_cache(maxsize=256)
def _drawn(
    parts: tuple[str, str, str, tuple[Node, ...], tuple[Edge, ...]],
    frames: tuple[tuple[str, str], ...],
    tones: tuple[tuple[str, Tone], ...],
    width: float,
    height: float | None,
    page: bool,
) -> Diagram:
    graph = Graph(*parts, dict(frames), dict(tones))
    if not graph.nodes:
        return Diagram(graph.id, graph.title, graph.alt, width, height or 0.0, (), ())
    placed = layout(graph.nodes, graph.edges, width, height, PAGE_STEPS if page else STEPS)
    grid = lattice(placed.boxes, placed.columns.lanes, placed.rows.lanes)
    ways, sides = _routed(directed(graph.edges, graph.nodes, placed), grid, placed, graph.frames)
    solid = (*placed.boxes.values(), *heads(placed, graph.frames, sides))
    places = label_places(ways, Rect(0, 0, width, placed.height), solid, tuple(placed.frames.values()))
    connectors = tuple(_connector(way, place) for way, place in zip(ways, places, strict=True))
    boxes = (*frame_boxes(placed, graph.frames, sides), *_boxes(graph, placed))
    return Diagram(graph.id, graph.title, graph.alt, width, round(placed.height, 2), boxes, connectors)


def _routed(
    edges: Sequence[Edge], grid: Lattice, placed: Layout, labels: Mapping[str, str]
) -> tuple[tuple[Route, ...], Mapping[str, Side]]:
    """The routes and the side of each frame's label; where a connector runs through one on either side, a detour is tried."""
    ways = routes(edges, grid, heads(placed, labels, {}))
    sides = free_sides(placed, labels, [way.path for way in ways])
    if not (count := crossings(heads(placed, labels, sides), ways)):
        return ways, sides
    again = routes(edges, grid, heads(placed, labels, sides), shy=DETOUR)
    return (again, sides) if crossings(heads(placed, labels, sides), again) < count else (ways, sides)


def diagram_faults(spec: DiagramSpec, drawn: Diagram, slide: bool = False) -> tuple[Diagnostic, ...]:
    """Everything that keeps a drawn diagram from being shown, at the node or edge at fault; `slide`: what is tight, too."""
    origins = {group.id: group.mark.origin for group in spec.groups} | {node.id: node.mark.origin for node in spec.nodes}
    origins |= {f"{edge.source}>{edge.target}": edge.mark.origin for edge in spec.edges}
    many = crowded(len(spec.nodes), drawn.title, spec.mark.origin)
    return (*many, *faults(drawn, spec.mark.origin, origins, slide))


def _nodes(spec: DiagramSpec, words: Words) -> tuple[Node, ...]:
    cells = ranked(node.at for node in spec.nodes)
    known = {group.id for group in spec.groups}
    return tuple(
        Node(node.id, words(node.label), words(node.detail), node.group if node.group in known else "", *cells[node.at])
        for node in spec.nodes
    )


def _edges(spec: DiagramSpec, words: Words) -> tuple[Edge, ...]:
    """Those with both ends left; an edge with a hidden end is hidden."""
    known = {node.id for node in spec.nodes}
    return tuple(
        Edge(edge.source, edge.target, words(edge.label), edge.style == "return")
        for edge in spec.edges
        if edge.source in known and edge.target in known and edge.source != edge.target
    )


def _boxes(graph: Graph, placed: Layout) -> tuple[Box, ...]:
    sizes = placed.letters.label, placed.letters.detail
    return tuple(
        Box(node.id, "rounded", *placed.boxes[node.id].rounded(), node.label, node.detail, graph.tones[node.id], *sizes)
        for node in graph.nodes
    )


def _connector(way: Route, place: tuple[float, float] | None) -> Connector:
    edge = way.edge
    sites = way.source_site, way.target_site
    return Connector(edge.source, edge.target, *sites, way.path, edge.label, place, edge.dashed, edge.size)
