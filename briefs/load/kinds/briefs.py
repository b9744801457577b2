"""Briefs: one product for each of their audiences."""

from briefs.load.scalars import places
from briefs.load.schema.briefs import BriefShape, BudgetsShape, EntryShape
from briefs.load.shelf import Shelf
from briefs.load.source import Source, is_draft, items, softened
from briefs.load.tree import Entry, Mapping, Node, Scalar
from briefs.model.content import PARTS, Brief, Budgets, OutlineEntry, PartEntry, SectionEntry, ViewEntry
from briefs.model.nodes import ViewCall
from briefs.model.origin import Origin


def read_brief(source: Source, root: Node, shelf: Shelf) -> None:
    """`briefs/*.yaml`, one brief a file; a draft's faults are warnings, whatever finds them."""
    _read(source, root, shelf)
    if is_draft(root):
        source.found[:] = softened(source.found)


def _read(source: Source, root: Node, shelf: Shelf) -> None:
    shape = source.take(BriefShape, root)
    if shape is None or not isinstance(root, Mapping):
        return
    nodes = items(root, "outline")
    entries = tuple(_entry(source, node, row) for node, row in zip(nodes, shape.outline, strict=True))
    because = next((row.because for row in shape.outline if row.asks == "none"), None)
    value = Brief(
        id=shape.brief,
        title=source.words(root.get("title")),
        subtitle=source.words(root.get("subtitle")),
        owner=shape.owner,
        formats=shape.formats,
        path=shape.path,
        outline=tuple(entry for entry in entries if entry is not None),
        budgets=_budgets(source, root, shape),
        asks_because=because,
        draft=shape.status == "draft",
        mark=source.mark(root, shape.audience),
        delivers=shape.delivers,
        definitions=shape.definitions,
        source_notes=shape.source_notes,
        lists=shape.lists,
        places={name: _place(source, entry) for name, entry in root.entries.items()},
    )
    shelf.put("product", shelf.briefs, shape.brief, value, source.key(root, "brief"), value.draft)


def _place(source: Source, entry: Entry) -> Origin:
    if isinstance(entry.value, Scalar) and entry.value.text:
        return places(entry.value, source.text, source.path)(0)
    return Origin(source.path, entry.line, entry.column)


def _budgets(source: Source, root: Mapping, shape: BriefShape) -> Budgets:
    """The limits, and where each is set."""
    limits = {name: getattr(shape.budgets, name) for name in BudgetsShape.model_fields}
    written = root.get("budgets") or root
    set_at = {name: source.key(written, name.replace("_", "-")) for name, limit in limits.items() if limit is not None}
    return Budgets(**limits, places=set_at)


def _entry(source: Source, node: Node, row: EntryShape) -> OutlineEntry | None:
    """The entry; None for `asks: none`, which is a decision of the brief's, not a part of its outline."""
    mark = source.mark(node, row.audience)
    heading = source.words(node.get("heading")) if isinstance(node, Mapping) else ""
    if row.section is not None:
        return SectionEntry(row.section, _slides(source, node, row), mark, row.only or "")
    if row.view is not None:
        return ViewEntry(heading, _view(source, node, row), mark, row.only or "")
    if row.asks == "none":
        return None
    part = next(part for part in PARTS if getattr(row, part.replace("-", "_")))
    return PartEntry(part, heading, mark, row.columns, tuple(row.where.items()))


def _slides(source: Source, node: Node, row: EntryShape) -> tuple[str, ...] | None:
    """Ids of slides, as `id` or `section#id` of the same section."""
    if row.slides is None:
        return None
    for name in row.slides:
        if "#" in name and name.split("#")[0] != row.section:
            source.complain(
                "B103", source.key(node, "slides"), f"slide '{name}' is of another section", f"slides of '{row.section}' only"
            )
    return tuple(name.split("#")[-1] for name in row.slides)


def _view(source: Source, node: Node, row: EntryShape) -> ViewCall:
    written = node.get("view") if isinstance(node, Mapping) else None
    view = row.view
    if view is None or not isinstance(written, Mapping):
        raise TypeError("the shape has let a view through that is no mapping")
    empty = source.words(written.get("empty"))
    mark = source.mark(written, view.audience)
    return ViewCall(view.of, view.as_, view.columns, tuple(view.where.items()), view.sort, view.group, empty, mark)
