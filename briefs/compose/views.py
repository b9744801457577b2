"""A view call as blocks: the records that it asks for, laid out by the template of its shape."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefs.compose.flow import BLOCKS, CARD, HERE
from briefs.compose.links import Links, record_kind, spoken_name
from briefs.compose.query import View, ViewColumn, ViewGroup, cell, label, narrowed, query, reference
from briefs.compose.template import Printed, fill
from briefs.model.content import Selection
from briefs.model.nodes import Block, Break, Inline, Styled, Text, Use, ViewCall
from briefs.model.records import BlocksField, Record


@dataclass(frozen=True, slots=True)
class Laid:
    """A view laid out: nodes in which `HERE`, `CARD` and `BLOCKS` mark what comes from records."""

    view: View
    blocks: tuple[Block, ...]
    caption: str
    """What its tables show: `Services (Crawl)`."""

    def record(self, identity: str) -> Record:
        return next(record for record in self.view.records if record.id == identity)

    def field(self, target: str) -> tuple[Block, ...]:
        """The blocks of a `BLOCKS` use."""
        identity, _, name = target.partition(" ")
        value = self.record(identity).fields[name]
        return value.blocks if isinstance(value, BlocksField) else ()


def lay_out(selection: Selection, call: ViewCall, links: Links, templates: Mapping[str, str]) -> Laid:
    """The view through its shape's template; TemplateFault when the template fails, KeyError when there is no such shape."""
    view = query(selection, call)
    blocks = fill(call.shape, templates[call.shape], _data(selection, view, links), call.mark)
    return Laid(view, blocks, caption(selection, view, call))


def caption(selection: Selection, view: View, call: ViewCall) -> str:
    """The register's name, and in brackets what it is narrowed to."""
    name = spoken_name(view.register.name)
    kept = ", ".join(narrowed(selection, view, call))
    return f"{name} ({kept})" if kept else name


def _data(selection: Selection, view: View, links: Links) -> Mapping[str, object]:
    """What a template sees: `columns`, `groups` and `records`; see templates/views/README.md."""
    groups = [_group(selection, view, group, links) for group in view.groups]
    return {
        "columns": tuple(_named(column) | {"align": column.align} for column in view.columns),
        "group_label": view.group_label,
        "title_label": label(view.register, "title", [column.name for column in view.columns]),
        "groups": groups,
        "records": [_record(selection, record, view.columns, links) for record in view.records],
    }


def _group(selection: Selection, view: View, group: ViewGroup, links: Links) -> Mapping[str, object]:
    records = [_record(selection, record, view.columns, links) for record in group.records]
    return {"title": Printed(group.title), "records": records}


def _record(selection: Selection, record: Record, columns: Iterable[ViewColumn], links: Links) -> Mapping[str, object]:
    shown = [(column, _value(selection, record, column, links)) for column in columns]
    cells = [value for _, value in shown]
    return {
        "title": Printed(_here(record, record.title)),
        "cells": [Printed(_here(record, value)) if number == 0 else Printed(value) for number, value in enumerate(cells)],
        "fields": [_named(column) | {"value": Printed(value)} for column, value in shown if value and column.name != "title"],
        "value": {column.name: Printed(value) for column, value in shown},
        "link": Printed(reference(record_kind(record.register), record, links)),
        "entry": Printed(_here(record, _entry(record, shown))),
        "card": Printed((Use(CARD, record.id, "plain", record.title, record.mark),)),
    }


def _entry(record: Record, shown: Iterable[tuple[ViewColumn, tuple[Inline, ...]]]) -> tuple[Inline, ...]:
    """The title in bold; below it what is no running text: short values and the role on one line, then references."""
    said = [(column, value) for column, value in shown if value and column.type not in ("title", "text")]
    alone = [item for item in said if item[0].type == "refs" or item[0].name == "id"]
    short = sorted((item for item in said if item not in alone), key=lambda item: item[0].name == "owner")
    parts: list[Inline] = [Styled("strong", record.title, record.mark)]
    for line in ([short] if short else []) + [[item] for item in alone]:
        for number, (column, value) in enumerate(line):
            label = () if column.name == "owner" else (Text(f"{column.label}: ", record.mark),)
            parts.extend((Text(" · ", record.mark) if number else Break(record.mark), *label, *value))
    return tuple(parts)


def _named(column: ViewColumn) -> dict[str, object]:
    return {"name": column.name, "label": column.label, "type": column.type}


def _here(record: Record, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Use(HERE, record.id, "plain", children or (Text("", record.mark),), record.mark),)


def _value(selection: Selection, record: Record, column: ViewColumn, links: Links) -> tuple[Inline, ...]:
    children = cell(selection, record, column.name, links)
    if children and isinstance(record.fields.get(column.name), BlocksField):
        return (Use(BLOCKS, f"{record.id} {column.name}", "plain", children, record.mark),)
    return children
