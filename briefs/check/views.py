"""Views: a call names a register, a shape, columns and filters that exist; what it would show is for compose."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error, nearest
from briefs.model.content import Corpus, PartEntry
from briefs.model.nodes import ViewCall
from briefs.model.records import KINDS, FieldSpec, PlainField, Register

BUILT_IN = ("id", "title", "owner", "status")
"""Columns that every register has beside its fields."""
STATUSES = ("open", "agreed", "closed")
"""What a view may filter by: a draft is in no view."""


def views(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B405 for each view of a section or brief that names what its register does not have; compose knows the shapes."""
    unread = {KINDS[kind] for kind in corpus.unread if kind in KINDS}
    for visit in root.visits:
        if isinstance(visit.node, ViewCall) and visit.node.register not in unread:
            known = {name: register for name, register in corpus.registers.items() if name not in unread}
            yield from view_problems(visit.node, known, (visit.node.shape,))
        if isinstance(visit.node, PartEntry) and visit.node.part not in unread and (visit.node.columns or visit.node.where):
            call = replace(visit.node.records(), columns=visit.node.columns)
            yield from view_problems(call, corpus.registers, ("matrix",))


def view_problems(call: ViewCall, registers: Mapping[str, Register], shapes: Collection[str]) -> tuple[Diagnostic, ...]:
    """B405 for each name of a call that its register or the templates do not have, with the nearest that they do."""
    return tuple(_problems(call, registers, shapes))


def _problems(call: ViewCall, registers: Mapping[str, Register], shapes: Collection[str]) -> Iterator[Diagnostic]:
    if call.shape not in shapes:
        yield _unknown(call, "shape", call.shape, shapes)
    register = registers.get(call.register)
    if register is None:
        yield _unknown(call, "register", call.register, registers)
        return
    fields = {spec.name: spec for spec in register.fields}
    columns = (*BUILT_IN, *fields)
    for use, name in _names(call):
        if name not in columns:
            yield _unknown(call, use, name, columns)
    for name, value in call.where:
        if name not in columns:
            yield _unknown(call, "filter", name, columns)
        else:
            yield from _values(call, name, value, _possible(call, name, fields.get(name), registers))


def _names(call: ViewCall) -> Iterator[tuple[str, str]]:
    yield from (("column", name) for name in call.columns)
    yield from (("sort field", name.removeprefix("-")) for name in _listed(call.sort))
    if call.group:
        yield "group field", call.group


def _values(call: ViewCall, name: str, value: str, known: Collection[str]) -> Iterator[Diagnostic]:
    """A filter names values that there are: a slip would show an empty view, and look like the truth."""
    for wanted in _listed(value) if known and value not in known else ():
        if wanted not in known:
            yield _unknown(call, name, wanted, known)


def _possible(call: ViewCall, name: str, spec: FieldSpec | None, registers: Mapping[str, Register]) -> Collection[str]:
    """The values that a field can have; empty when any will do: in prose, and where the call says what to print for none."""
    register = registers[call.register]
    match name:
        case "status":
            return STATUSES
        case "id":
            return tuple(record.id for record in register.records)
        case "owner":
            return () if call.empty else {record.owner for record in register.records}
    if spec is None or spec.type in ("text", "blocks"):
        return ()
    if spec.type == "refs":
        targets = registers.get(KINDS[spec.kind])
        return tuple(record.id for record in targets.records) if targets else ()
    return spec.choices or (() if call.empty else _written(register, name))


def _written(register: Register, name: str) -> Collection[str]:
    return {value.text for record in register.records if isinstance(value := record.fields.get(name), PlainField)}


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _unknown(call: ViewCall, use: str, name: str, known: Collection[str]) -> Diagnostic:
    message = f"unknown {use} '{name}' in a view of '{call.register}'" if use != "register" else f"unknown register '{name}'"
    return error("B405", call.mark.origin, message, nearest(name, known))
