"""Models: `models/*.yaml`, one model a file."""

from collections.abc import Iterator

from briefs.load.schema.models import ModelShape
from briefs.load.shelf import Shelf
from briefs.load.source import Source
from briefs.load.tree import Mapping, Node, Scalar
from briefs.model.models import Change, Formula, Input, ModelSpec, ResultSpec, Scenario
from briefs.model.nodes import Mark
from briefs.model.origin import Origin


def read_model(source: Source, root: Node, shelf: Shelf) -> None:
    """One model; its formulas are computed later, when all facts are known."""
    shape = source.take(ModelShape, root)
    if shape is None or not isinstance(root, Mapping):
        return
    value = ModelSpec(
        id=shape.model,
        title=source.inline(root.get("title")),
        owner=shape.owner,
        inputs=tuple(_inputs(source, root, shape)),
        formulas=tuple(Formula(name, text, Mark(_start(source, root, name))) for name, text in shape.formulas.items()),
        scenarios=tuple(_scenarios(source, root, shape)),
        results=tuple(_results(source, root, shape)),
        mark=source.mark(root, shape.audience),
    )
    shelf.put("model", shelf.models, shape.model, value, source.key(root, "model"))


def _entries(root: Mapping, name: str) -> Mapping:
    found = root.get(name)
    return found if isinstance(found, Mapping) else Mapping({}, root.line, root.column, root.start)


def _node(root: Mapping, name: str, key: str) -> Mapping:
    return _entries(_entries(root, name), key)


def _start(source: Source, root: Mapping, name: str) -> Origin:
    """The first character of a formula, behind its quote when it has one."""
    node = _entries(root, "formulas").entries[name].value
    quoted = isinstance(node, Scalar) and node.style in ("'", '"')
    return Origin(source.path, node.line, node.column + (1 if quoted else 0))


def _spoken(identity: str) -> str:
    return identity.replace("-", " ")


def _inputs(source: Source, root: Mapping, shape: ModelShape) -> Iterator[Input]:
    for name, row in shape.inputs.items():
        node = _node(root, "inputs", name)
        title = source.words(node.get("title")) or _spoken(name)
        kind = row.kind or "fact"
        yield Input(name, title, row.fact or "", row.value, row.unit, kind, row.owner, source.mark(node, row.audience))


def _scenarios(source: Source, root: Mapping, shape: ModelShape) -> Iterator[Scenario]:
    for name, changes in shape.scenarios.items():
        place = _entries(root, "scenarios").entries[name]
        node = _node(root, "scenarios", name)
        made = tuple(
            Change(key, value, Mark(Origin(source.path, node.entries[key].line, node.entries[key].column)))
            for key, value in changes.items()
        )
        yield Scenario(name, made, Mark(Origin(source.path, place.line, place.column)))


def _results(source: Source, root: Mapping, shape: ModelShape) -> Iterator[ResultSpec]:
    for name, row in shape.results.items():
        node = _node(root, "results", name)
        title = source.words(node.get("title")) or _spoken(name)
        places = len(row.format.partition(".")[2])
        yield ResultSpec(name, title, row.unit, places, source.mark(node, row.audience))
