"""Charts and diagrams."""

from briefs.diagnostics import nearest
from briefs.load.schema.exhibits import ChartShape, DiagramShape
from briefs.load.shelf import Shelf
from briefs.load.source import Source, items
from briefs.load.tree import Mapping, Node
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, EdgeSpec, GroupSpec, NodeSpec, SeriesSpec, Value
from briefs.model.nodes import Mark
from briefs.model.tones import TONES, Tone, tone_named


def read_chart(source: Source, root: Node, shelf: Shelf) -> None:
    """`charts/*.yaml`, one chart a file."""
    shape = source.take(ChartShape, root)
    if shape is None or not isinstance(root, Mapping):
        return
    categories = tuple(
        Category(_label(source, node), source.mark(node, row.audience), row.highlight)
        for node, row in zip(items(root, "categories"), shape.categories, strict=True)
    )
    series = tuple(_series(source, node, len(categories)) for node in items(root, "series"))
    highlighted = tuple(
        SeriesSpec(name, values, row.highlight, source.mark(node, row.audience))
        for (name, values), row, node in zip(series, shape.series, items(root, "series"), strict=True)
    )
    value = ChartSpec(
        id=shape.chart,
        kind=shape.kind,
        title=source.inline(root.get("title")),
        alt=source.words(root.get("alt")),
        unit=shape.unit,
        categories=categories,
        series=highlighted,
        mark=source.mark(root, shape.audience),
    )
    shelf.put("chart", shelf.charts, shape.chart, value, source.key(root, "chart"))


def _label(source: Source, node: Node) -> str:
    return source.words(node.get("label") if isinstance(node, Mapping) else node)


def _series(source: Source, node: Node, count: int) -> tuple[str, tuple[Value, ...]]:
    """Name and values of a series, which has one for each category."""
    name = source.words(node.get("name")) if isinstance(node, Mapping) else ""
    values = tuple(_value(source, item) for item in items(node, "values"))
    if len(values) != count:
        hint = "one value for each category"
        source.complain("B103", source.key(node, "values"), f"{len(values)} values for {count} categories", hint)
    return name, values


def _value(source: Source, node: Node) -> Value:
    kind, _, target = (getattr(node, "text", "") or "").partition(":")
    return Value("result" if kind == "result" else "fact", target, Mark(source.origin(node)))


def read_diagram(source: Source, root: Node, shelf: Shelf) -> None:
    """`diagrams/*.yaml`, one diagram a file."""
    shape = source.take(DiagramShape, root)
    if shape is None or not isinstance(root, Mapping):
        return
    value = DiagramSpec(
        id=shape.diagram,
        title=source.inline(root.get("title")),
        alt=source.words(root.get("alt")),
        groups=_groups(source, root, shape),
        nodes=_nodes(source, root, shape, shelf),
        edges=_edges(source, root, shape),
        mark=source.mark(root, shape.audience),
    )
    shelf.put("diagram", shelf.diagrams, shape.diagram, value, source.key(root, "diagram"))


def _groups(source: Source, root: Mapping, shape: DiagramShape) -> tuple[GroupSpec, ...]:
    return tuple(
        GroupSpec(row.id, source.inline(_field(node, "label")), source.mark(node, row.audience))
        for node, row in zip(items(root, "groups"), shape.groups, strict=True)
    )


def _nodes(source: Source, root: Mapping, shape: DiagramShape, shelf: Shelf) -> tuple[NodeSpec, ...]:
    seen: set[str] = set()
    found = []
    for node, row in zip(items(root, "nodes"), shape.nodes, strict=True):
        if row.id in seen:
            source.complain("B105", source.key(node, "id"), f"node '{row.id}' is there twice", "ids are unique within a diagram")
        seen.add(row.id)
        if min(row.at) < 1:
            source.complain("B103", source.key(node, "at"), "columns and rows begin at 1", "as in at: [1, 2]")
        label, detail = source.inline(_field(node, "label")), source.inline(_field(node, "detail"))
        tone = _tone(source, node, row.tone, shelf) if row.tone else "neutral"
        found.append(NodeSpec(row.id, label, detail, row.group, row.at, tone, source.mark(node, row.audience)))
    return tuple(found)


def _tone(source: Source, node: Node, name: str, shelf: Shelf) -> Tone:
    """The tone of a box, by a value of the vocabulary or by its own name."""
    tone = tone_named(name, shelf.tones)
    if tone is None and "tone" not in shelf.unread:
        source.complain("B103", source.key(node, "tone"), f"'tone' cannot be '{name}'", nearest(name, (*shelf.tones, *TONES)))
    return tone or "neutral"


def _edges(source: Source, root: Mapping, shape: DiagramShape) -> tuple[EdgeSpec, ...]:
    return tuple(
        EdgeSpec(row.from_, row.to, source.inline(_field(node, "label")), row.style, source.mark(node, row.audience))
        for node, row in zip(items(root, "edges"), shape.edges, strict=True)
    )


def _field(node: Node, name: str) -> Node | None:
    return node.get(name) if isinstance(node, Mapping) else None
