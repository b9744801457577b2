"""Views: a call names a register, a shape, columns and filters that exist; what it would show is for compose."""

from collections.abc import Collection, Iterator, Mapping

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error, nearest
from briefs.model.content import Corpus
from briefs.model.nodes import ViewCall
from briefs.model.records import KINDS, FieldSpec, Register

BUILT_IN = ("title", "owner", "status")
"""Columns that every register has beside its fields."""


def views(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B405 for each view of a section or brief that names what its register does not have; compose knows the shapes."""
    unread = {KINDS[kind] for kind in corpus.unread if kind in KINDS}
    for visit in root.visits:
        if isinstance(visit.node, ViewCall) and visit.node.register not in unread:
            yield from view_problems(visit.node, corpus.registers, (visit.node.shape,))


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
        if name not in (*columns, "id"):
            yield _unknown(call, "filter", name, columns)
        elif name in fields:
            yield from _values(call, fields[name], value)


def _names(call: ViewCall) -> Iterator[tuple[str, str]]:
    yield from (("column", name) for name in call.columns)
    yield from (("sort field", name.removeprefix("-")) for name in _listed(call.sort))
    if call.group:
        yield "group field", call.group


def _values(call: ViewCall, spec: FieldSpec, value: str) -> Iterator[Diagnostic]:
    """An enum is filtered by values that it has: a slip would show an empty view, and look like the truth."""
    for name in _listed(value) if spec.choices else ():
        if name not in spec.choices:
            yield _unknown(call, f"{spec.name}", name, spec.choices)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _unknown(call: ViewCall, use: str, name: str, known: Collection[str]) -> Diagnostic:
    message = f"unknown {use} '{name}' in a view of '{call.register}'" if use != "register" else f"unknown register '{name}'"
    return error("B405", call.mark.origin, message, nearest(name, known))
