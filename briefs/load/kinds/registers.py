"""Registers: records whose fields are declared in one table."""

from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import Field as Default

from briefs.diagnostics import nearest
from briefs.load.kinds.evidence import required_tag
from briefs.load.schema.base import Names, Shape, Text
from briefs.load.schema.registers import REGISTERS, ColumnSpec, OutcomeShape, RecordShape, RegisterSpec, record_shape, register
from briefs.load.shelf import Shelf
from briefs.load.source import Source, is_draft, items, softened
from briefs.load.tree import Entry, Mapping, Node, Scalar, Sequence
from briefs.model.audience import Tag
from briefs.model.dates import spoken
from briefs.model.nodes import Mark
from briefs.model.origin import Origin
from briefs.model.records import BlocksField, Field, FieldSpec, PlainField, Record, RefsField, TextField


class _FieldHead(Shape):
    audience: Names


class _Head(Shape):
    register_: Text
    audience: Names = ()
    fields_: dict[str, _FieldHead] = Default(default_factory=dict)
    records: tuple[Any, ...]


class _Tagged(Shape):
    """A field with an audience of its own."""

    text: Any
    audience: Names


def read_register(source: Source, root: Node, shelf: Shelf) -> None:
    """`registers/*.yaml`; a register may be split over files."""
    head = source.take(_Head, root)
    if head is None or not isinstance(root, Mapping):
        return
    spec = register(head.register_)
    if spec is None:
        names = [known.name for known in REGISTERS]
        source.broken = True
        source.complain(
            "B103", source.key(root, "register"), f"unknown register '{head.register_}'", nearest(head.register_, names)
        )
        return
    shelf.fields[spec.name] = tuple(_spec(column, spec, shelf) for column in spec.columns)
    default = source.tag(root, head.audience)
    tags = _field_tags(source, root, spec)
    for node in items(root, "records"):
        before = len(source.found)
        _record(source, node, spec, default, tags, shelf)
        if is_draft(node):
            source.found[before:] = softened(source.found[before:])


def _spec(column: ColumnSpec, spec: RegisterSpec, shelf: Shelf) -> FieldSpec:
    """A column as the project has it: under its own heading, with its own values."""
    name = column.field.name
    label = shelf.labels.get(f"{spec.name}.{name}", shelf.labels.get(name, column.field.label))
    choices = shelf.choices.get(column.vocabulary, column.field.choices)
    tones = tuple((value, shelf.tones[value]) for value in choices if value in shelf.tones)
    return replace(column.field, label=label, choices=choices, tones=tones)


def _field_tags(source: Source, root: Mapping, spec: RegisterSpec) -> dict[str, Tag]:
    """Tags that the head gives to a field of all records."""
    fields = root.get("fields")
    tags: dict[str, Tag] = {}
    known = [column.field.name for column in spec.columns]
    if not isinstance(fields, Mapping):
        return tags
    for name, entry in fields.entries.items():
        shape = source.take(_FieldHead, entry.value)
        if name not in known:
            source.complain(
                "B103", Origin(source.path, entry.line, entry.column), f"unknown field '{name}'", nearest(name, known)
            )
        elif shape:
            tags[name] = Tag(shape.audience, source.key(entry.value, "audience"))
    return tags


def _record(source: Source, node: Node, spec: RegisterSpec, default: Tag | None, heads: dict[str, Tag], shelf: Shelf) -> None:
    if not isinstance(node, Mapping):
        source.take(RecordShape, node)
        return
    if spec.name == "results":
        if source.take(OutcomeShape, node) is None:
            return
        node = _named(node, len(shelf.records.get("results", {})))
    bare, tags = _unwrap(source, node, spec, heads)
    listed = _listed(source, bare, spec, shelf)
    shape = source.take(record_shape(spec), bare)
    source.broken = source.broken or not listed
    tag = required_tag(source, node, shape.audience if shape else None, default)
    if shape is None or tag is None or not listed:
        return
    fields = {
        column.field.name: _field(source, column, value, tags.get(column.field.name), shelf)
        for column in spec.columns
        if (value := bare.get(column.field.name)) is not None
    }
    title, owner = source.inline(bare.get("title")), source.words(bare.get("owner"))
    mark = source.mark(node, shape.audience, default)
    record = Record(spec.name, shape.id, title, owner, shape.status, fields, shape.delivers, mark)
    shelf.put(spec.kind, shelf.records.setdefault(spec.name, {}), shape.id, record, source.key(node, "id"), is_draft(node))


def _named(node: Mapping, index: int) -> Mapping:
    """A result as a record like any other: its item is its title, who ran it owns it, its id counts."""
    item, by = node.entries.get("item"), node.entries.get("by")
    entries = {name: entry for name, entry in node.entries.items() if name not in ("by", "status")}
    status = node.entries.get("status")
    if status and isinstance(status.value, Scalar):
        printed = replace(status.value, text=(status.value.text or "").replace("-", " "))
        entries["outcome"] = Entry(status.line, status.column, printed)
    for name, entry in (("title", item), ("owner", by)):
        if entry:
            entries[name] = entry
    if item and isinstance(item.value, Scalar):
        identity = replace(item.value, text=f"{item.value.text}.{index + 1}")
        entries["id"] = Entry(item.line, item.column, identity)
    return Mapping(entries, node.line, node.column, node.start)


def _unwrap(source: Source, node: Mapping, spec: RegisterSpec, heads: dict[str, Tag]) -> tuple[Mapping, dict[str, Tag]]:
    """The record with each `{text: …, audience: …}` replaced by its text, and the tags of all its fields."""
    entries, tags = dict(node.entries), dict(heads)
    for column in spec.columns:
        name = column.field.name
        entry = entries.get(name)
        if entry is None or not isinstance(entry.value, Mapping):
            continue
        shape, text = source.take(_Tagged, entry.value), entry.value.get("text")
        if shape is None or text is None:
            del entries[name]
            continue
        if name in heads:
            hint = "put '::: audience' or a span into the text, or remove the tag at the head"
            source.complain(
                "B103", source.key(entry.value, "audience"), f"field '{name}' is tagged at the file's head already", hint
            )
        entries[name] = Entry(entry.line, entry.column, text)
        tags[name] = Tag(shape.audience, source.key(entry.value, "audience"))
    return Mapping(entries, node.line, node.column, node.start), tags


def _field(source: Source, column: ColumnSpec, value: Node, tag: Tag | None, shelf: Shelf) -> Field:
    mark, spec = Mark(source.origin(value), tag), column.field
    match spec.type:
        case "text":
            return TextField(source.inline(value), mark)
        case "blocks":
            return BlocksField(source.blocks(value), mark)
        case "plain" if column.shape == "date":
            text = source.words(value)
            return PlainField(spoken(date.fromisoformat(text)), mark, day=text)
        case "plain":
            choices = shelf.choices.get(column.vocabulary, spec.choices)
            return PlainField(source.words(value), mark, choices=choices)
        case "number":
            text = source.words(value)
            return PlainField(text, mark, number=float(text))
        case "refs":
            return RefsField(spec.kind, _ids(value), mark)


def _listed(source: Source, record: Mapping, spec: RegisterSpec, shelf: Shelf) -> bool:
    """Whether each value that the project lists is one of its list; complains of each that is not."""
    fine = [_chosen(source, column, record.get(column.field.name), shelf) for column in spec.columns if column.vocabulary]
    return all(fine)


def _chosen(source: Source, column: ColumnSpec, value: Node | None, shelf: Shelf) -> bool:
    if not isinstance(value, Scalar) or not value.text:
        return True
    known, name = shelf.choices.get(column.vocabulary), column.field.name
    if known is None:
        message = f"'{name}' chooses from '{column.vocabulary}', a list that there is not"
        hint = f"add '{column.vocabulary}: [{value.text}, …]' under 'choices:' of vocabulary.yaml"
        source.complain("B320", source.origin(value), message, hint)
    elif value.text not in known:
        source.complain("B103", source.origin(value), f"'{name}' cannot be '{value.text}'", nearest(value.text, known))
    return known is not None and value.text in known


def _ids(value: Node) -> tuple[str, ...]:
    if isinstance(value, Sequence):
        return tuple(item.text for item in value.items if isinstance(item, Scalar) and item.text)
    text = value.text if isinstance(value, Scalar) and value.text else ""
    return tuple(part.strip() for part in text.split(",") if part.strip())
