"""The registers: one table entry each, from which come the records' shapes, the columns' headings and the order of enums."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import Field, create_model

from briefs.load.schema.base import Id, Ids, Names, Shape, Status, Text
from briefs.model.records import FieldSpec

PHASES = ("Crawl", "Walk", "Run")
LEVELS = ("low", "medium", "high")
INTEGRATIONS = ("mount", "endpoint-based", "picker-based", "none")
LEADS = ("VAST", "Microsoft", "Customer")


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A field of a register, and what only the reader of records needs to know of it."""

    field: FieldSpec
    required: bool = True
    one: bool = False
    """For refs: a single id, not a list."""


@dataclass(frozen=True, slots=True)
class RegisterSpec:
    name: str
    kind: str
    columns: tuple[ColumnSpec, ...]

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        return tuple(column.field for column in self.columns)


def _text(name: str, label: str, required: bool = True) -> ColumnSpec:
    return ColumnSpec(FieldSpec(name, label, "text"), required)


def _plain(name: str, label: str, *choices: str, required: bool = True) -> ColumnSpec:
    return ColumnSpec(FieldSpec(name, label, "plain", choices), required)


def _number(name: str, label: str, required: bool = True) -> ColumnSpec:
    return ColumnSpec(FieldSpec(name, label, "number"), required)


def _refs(name: str, label: str, kind: str, required: bool = False) -> ColumnSpec:
    return ColumnSpec(FieldSpec(name, label, "refs", kind=kind), required)


def _ref(name: str, label: str, kind: str) -> ColumnSpec:
    return ColumnSpec(FieldSpec(name, label, "refs", kind=kind), one=True)


_PHASE = _plain("phase", "Phase", *PHASES)
_LEAD = _plain("lead", "Lead", *LEADS)

REGISTERS: tuple[RegisterSpec, ...] = (
    RegisterSpec("teams", "team", (_plain("contact", "Contact"), _text("scope", "Scope"))),
    RegisterSpec(
        "workloads",
        "workload",
        (
            _text("summary", "Workload"),
            _text("shape", "Shape"),
            _text("io", "Reads and writes"),
            _refs("services", "Azure services", "service"),
            _text("paas", "Platform services"),
            _text("protocol", "Protocol"),
            _PHASE,
            _text("enablement", "What enables it"),
            _refs("variants", "Variants", "variant"),
        ),
    ),
    RegisterSpec(
        "services",
        "service",
        (
            _ref("team", "Azure team", "team"),
            _text("what", "What it is"),
            _plain("category", "Category"),
            _plain("integration", "Integration", *INTEGRATIONS),
            _text("protocol", "Protocol"),
            _text("network", "Network"),
            _text("blocker", "What blocks it"),
            _text("enablement", "What enables it"),
            _PHASE,
            _LEAD,
            _refs("workloads", "Workloads", "workload"),
            _refs("asks", "Asks", "ask"),
        ),
    ),
    RegisterSpec(
        "asks",
        "ask",
        (
            _ref("team", "Azure team", "team"),
            _text("what", "What is asked"),
            _text("why", "Why"),
            _text("effort", "Effort"),
            _text("acceptance", "Acceptance test"),
            _text("validation", "Validation step"),
            _PHASE,
            _text("fallback", "Without it", required=False),
            _refs("workloads", "Workloads", "workload"),
            _refs("services", "Azure services", "service"),
            _number("priority", "Priority", required=False),
            _text("leverage", "What VAST can offer", required=False),
            _plain("progress", "Progress", "proposed", "in-discussion", "agreed", "declined"),
        ),
    ),
    RegisterSpec(
        "assumptions",
        "assumption",
        (_text("statement", "Assumption"), _text("tested", "How it is tested"), _text("wrong", "If it is wrong")),
    ),
    RegisterSpec("non-goals", "non-goal", (_text("why", "Why not"), _text("instead", "Instead", required=False))),
    RegisterSpec(
        "milestones",
        "milestone",
        (
            _PHASE,
            _number("start", "Start week"),
            _number("finish", "Finish week"),
            _refs("depends", "Depends on", "milestone"),
            _text("entry", "Entry criteria"),
            _text("exit", "Exit criteria"),
            _ref("workstream", "Workstream", "workstream"),
        ),
    ),
    RegisterSpec(
        "risks",
        "risk",
        (
            _text("statement", "Risk"),
            _plain("likelihood", "Likelihood", *LEVELS),
            _plain("impact", "Impact", *LEVELS),
            _text("mitigation", "Mitigation"),
            _text("trigger", "Trigger"),
        ),
    ),
    RegisterSpec(
        "workstreams",
        "workstream",
        (
            _text("what", "What"),
            _text("why", "Why"),
            _text("items", "Items"),
            _refs("depends", "Depends on", "workstream"),
        ),
    ),
    RegisterSpec(
        "decisions",
        "decision",
        (_text("decision", "Decision"), _text("why", "Why"), _plain("date", "Date", required=False)),
    ),
    RegisterSpec(
        "gates",
        "gate",
        (
            _PHASE,
            _text("purpose", "Purpose"),
            _text("pass", "Passes when"),
            _text("evidence", "Evidence"),
            _refs("depends", "Depends on", "gate"),
        ),
    ),
    RegisterSpec(
        "variants",
        "variant",
        (
            _text("topology", "Topology"),
            _text("choose", "Choose it when"),
            _text("avoid", "Avoid it when"),
            _PHASE,
            _LEAD,
        ),
    ),
)
"""A new register is one entry here, and its kind in `briefs.model.records.KINDS`."""


def register(name: str) -> RegisterSpec | None:
    """The register of this name."""
    return next((spec for spec in REGISTERS if spec.name == name), None)


def _type(column: ColumnSpec) -> Any:
    field = column.field
    match field.type:
        case "text" | "blocks":
            return Text
        case "plain":
            return Literal[field.choices] if field.choices else Text
        case "number":
            return float
        case "refs":
            return Id if column.one else Ids


class RecordShape(Shape):
    """What all records have."""

    id: Id
    title: Text
    owner: Text
    status: Status = "open"
    audience: Names = ()
    delivers: Ids = ()


@cache
def record_shape(spec: RegisterSpec) -> type[RecordShape]:
    """The shape of one register's records; `x_` before a field's name keeps it clear of pydantic's own."""
    fields: dict[str, Any] = {}
    for column in spec.columns:
        kind = _type(column)
        name = "x_" + column.field.name.replace("-", "_")
        fields[name] = (
            (kind, Field(alias=column.field.name)) if column.required else (kind | None, Field(None, alias=column.field.name))
        )
    return create_model(f"{spec.kind}-record", __base__=RecordShape, **fields)
