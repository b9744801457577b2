"""A view's records for one audience: filtered, sorted, grouped, with the columns that have anything to show."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from briefs.compose.flatten import flatten
from briefs.compose.links import Links, record_kind, spoken_name
from briefs.model.content import Selection
from briefs.model.nodes import Code, Inline, Mark, Span, Styled, Text, Use, ViewCall
from briefs.model.records import KINDS, BlocksField, Field, PlainField, Record, RefsField, Register, TextField

BUILT_IN = ("id", "title", "owner", "status")
"""Columns that every register has."""
IN_SHORT = "In short"
"""Label of the title where a field says the same at length: an assumption's statement."""
NONE_GIVEN = "Other"
"""Heading of the records that have no value in the field by which a view groups."""

SortKey = tuple[int, float, str]


@dataclass(frozen=True, slots=True)
class ViewColumn:
    name: str
    label: str
    align: Literal["left", "right"]
    type: Literal["title", "text", "plain", "number", "refs"] = "plain"
    """`text` for fields of blocks, too: what takes room."""


@dataclass(frozen=True, slots=True)
class ViewGroup:
    title: tuple[Inline, ...]
    """Empty when the view is not grouped."""
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What a view shows; `cells` of a record come from `cell`."""

    register: Register
    columns: tuple[ViewColumn, ...]
    groups: tuple[ViewGroup, ...]
    group_label: str
    """The label of the field that groups; empty when none does."""

    @property
    def records(self) -> tuple[Record, ...]:
        """All records in the order of the groups; one that is in two groups is here once."""
        return tuple({record.id: record for group in self.groups for record in group.records}.values())


def query(selection: Selection, call: ViewCall) -> View:
    """The records that a view call asks for, of those that the audience may see.

    None when the register is hidden whole, or every column that the call asks for; no groups when the field that groups is.
    """
    register = selection.registers.get(call.register) or Register(call.register, (), ())
    records = [record for record in register.records if all(_matches(record, name, value) for name, value in call.where)]
    for name in reversed(names(call.sort)):
        field = name.removeprefix("-")
        records.sort(key=lambda record: _sort_key(selection, record, field), reverse=name.startswith("-"))
    filled = {name for record in records for name in record.fields} | set(BUILT_IN)
    shown = _shown(register, filled, call)
    columns = tuple(_column(register, name, shown) for name in shown)
    if not columns or not records:
        return View(register, (), (), "")
    if call.group not in filled:
        return View(register, columns, (ViewGroup((), tuple(records)),), "")
    return View(register, columns, _grouped(selection, records, call.group), label(register, call.group))


def narrowed(selection: Selection, view: View, call: ViewCall) -> tuple[str, ...]:
    """To what a view's filters keep it, as its caption says: values as written, records by the titles that this reader sees.

    Nothing for ids, which nobody reads, and for the field that groups, whose values are the headings.
    """
    said: list[str] = []
    specs = {spec.name: spec for spec in view.register.fields}
    for name, value in call.where:
        if name in ("id", call.group):
            continue
        spec = specs.get(name)
        if spec is None or spec.type != "refs":
            said.append(value)
            continue
        seen = _records(selection, spec.kind)
        said.extend(_words(seen[target].title) for target in names(value) if target in seen)
    return tuple(said)


def names(listed: str) -> tuple[str, ...]:
    """The names in `a, b`."""
    return tuple(name.strip() for name in listed.split(",") if name.strip())


def label(register: Register, name: str, shown: Collection[str] | None = None) -> str:
    """Heading of a column; the title's is the kind of record, `Service`, unless a field has that label already.

    `shown`: the fields beside it, where they are not all fields.
    """
    labels = {spec.name: spec.label for spec in register.fields}
    if name != "title":
        return labels.get(name, name.capitalize())
    kind = spoken_name(record_kind(register.name))
    beside = {text for field, text in labels.items() if shown is None or field in shown}
    return IN_SHORT if kind in beside else kind


def cell(selection: Selection, record: Record, name: str, links: Links) -> tuple[Inline, ...]:
    """One field of a record as a line of text; empty when the record has none that the audience may see."""
    match name:
        case "id":
            return (Code(record.id, record.mark),)
        case "title":
            return record.title
        case "owner":
            return (Text(record.owner, record.mark),) if record.owner else ()
        case "status":
            return (Text(record.status.capitalize(), record.mark),)
    value = record.fields.get(name)
    return _printed(selection, value, links) if value else ()


def reference(kind: str, record: Record, links: Links) -> tuple[Inline, ...]:
    """A title that leads to its record where this product shows it; in a cell, other products are not named."""
    if links.anchor(kind, record.id) is None:
        return record.title
    return (Use(kind, record.id, "plain", record.title, record.mark),)


def choices(selection: Selection, call: ViewCall, name: str) -> tuple[str, ...]:
    """The values of an enum in their order, for exhibits that have a place for each."""
    register = selection.registers.get(call.register)
    return next((spec.choices for spec in register.fields if spec.name == name), ()) if register else ()


def _printed(selection: Selection, value: Field, links: Links) -> tuple[Inline, ...]:
    match value:
        case TextField():
            return value.children
        case BlocksField():
            return flatten(value.blocks)
        case PlainField():
            return (Text(value.text, value.mark),) if value.text else ()
        case RefsField():
            return _listed([reference(value.kind, record, links) for record in _targets(selection, value)], value.mark)
        case _:
            assert_never(value)


def _targets(selection: Selection, value: RefsField) -> list[Record]:
    """Those targets that this audience may see: a hidden one is not there, so its id cannot be printed."""
    found = _records(selection, value.kind)
    return [found[name] for name in value.ids if name in found]


def _records(selection: Selection, kind: str) -> Mapping[str, Record]:
    """The records of a kind that this audience may see, in the order of their register."""
    register = selection.registers.get(KINDS.get(kind, kind))
    records = register.records if register else ()
    return selection.once(("records", kind), lambda: {record.id: record for record in records})


def _listed(items: Sequence[tuple[Inline, ...]], mark: Mark) -> tuple[Inline, ...]:
    line: list[Inline] = []
    for item in items:
        line.extend((Text(", ", mark), *item) if line else item)
    return tuple(line)


def _matches(record: Record, name: str, wanted: str) -> bool:
    """Whether a field has the wanted value, or one of several for enums and references: `Crawl, Walk`."""
    match record.fields.get(name):
        case RefsField() as value:
            return not set(value.ids).isdisjoint(names(wanted))
        case PlainField() as value if value.choices:
            return value.text in names(wanted)
        case PlainField() as value:
            return value.text == wanted
        case TextField() as value:
            return _words(value.children) == wanted
        case BlocksField() as value:
            return _words(flatten(value.blocks)) == wanted
        case None:
            return _built_in(record, name) in (wanted, *names(wanted))
        case value:
            assert_never(value)


def _built_in(record: Record, name: str) -> str:
    match name:
        case "id":
            return record.id
        case "title":
            return _words(record.title)
        case "owner":
            return record.owner
        case "status":
            return record.status
        case _:
            return ""


def _sort_key(selection: Selection, record: Record, name: str) -> SortKey:
    """Enums in their own order, numbers by size, references by their register's order, the rest by words; no value last."""
    match record.fields.get(name):
        case PlainField() as value:
            return _plain_key(value)
        case RefsField() as value:
            targets = _targets(selection, value)
            return (0, float(_position(selection, value.kind, targets[0].id)), "") if targets else (1, 0.0, "")
        case TextField() as value:
            return (0, 0.0, _words(value.children).casefold())
        case BlocksField() as value:
            return (0, 0.0, _words(flatten(value.blocks)).casefold())
        case None:
            words = _built_in(record, name)
            return (0 if words else 1, 0.0, words.casefold())
        case value:
            assert_never(value)


def _plain_key(value: PlainField) -> SortKey:
    if value.text in value.choices:
        return (0, float(value.choices.index(value.text)), "")
    return (0, value.number if value.number is not None else 0.0, value.key.casefold())


def _position(selection: Selection, kind: str, identity: str) -> int:
    return list(_records(selection, kind)).index(identity)


def _grouped(selection: Selection, records: Iterable[Record], name: str) -> tuple[ViewGroup, ...]:
    """Records under each value that they have, so that one with two references stands under both."""
    order: dict[str, tuple[SortKey, tuple[Inline, ...], list[Record]]] = {}
    for record in records:
        for key, title in _values(selection, record, name):
            order.setdefault(_words(title), (key, title, []))[2].append(record)
    return tuple(ViewGroup(title, tuple(held)) for _, title, held in sorted(order.values(), key=lambda item: item[0]))


def _values(selection: Selection, record: Record, name: str) -> list[tuple[SortKey, tuple[Inline, ...]]]:
    value = record.fields.get(name)
    if isinstance(value, RefsField) and (targets := _targets(selection, value)):
        return [((0, float(_position(selection, value.kind, item.id)), ""), item.title) for item in targets]
    words = cell(selection, record, name, Links())
    if not words:
        return [((1, 0.0, ""), (Text(NONE_GIVEN, record.mark),))]
    return [(_sort_key(selection, record, name), words)]


def _shown(register: Register, filled: Collection[str], call: ViewCall) -> tuple[str, ...]:
    """The columns asked for, or all, without the grouping one and without those that are empty for this audience."""
    asked = call.columns or ("title", *(spec.name for spec in register.fields), "owner")
    visible = tuple(name for name in asked if name in filled)
    return tuple(name for name in visible if name != call.group) or (("title",) if visible else ())


def _column(register: Register, name: str, shown: Collection[str]) -> ViewColumn:
    spec = next((spec for spec in register.fields if spec.name == name), None)
    if spec is None:
        return ViewColumn(name, label(register, name, shown), "left", "title" if name == "title" else "plain")
    kind = "text" if spec.type == "blocks" else spec.type
    return ViewColumn(name, spec.label, "right" if kind == "number" else "left", kind)


def _words(children: Iterable[Inline]) -> str:
    """The words of inline nodes, for comparing and sorting only."""
    parts: list[str] = []
    for node in children:
        match node:
            case Text() | Code():
                parts.append(node.text)
            case Styled() | Span() | Use():
                parts.append(_words(node.children))
            case _:
                pass
    return "".join(parts)
