"""All registers: the shapes of their records, made from the tables of plan and engineering."""

from datetime import date
from functools import cache
from typing import Any, Literal

from pydantic import Field, create_model

from briefs.load.schema.base import Id, Ids, Names, Shape, Status, Text
from briefs.load.schema.columns import ColumnSpec, RegisterSpec
from briefs.load.schema.engineering import ENGINEERING
from briefs.load.schema.planning import PLANNING

__all__ = ["REGISTERS", "ColumnSpec", "OutcomeShape", "RecordShape", "RegisterSpec", "record_shape", "register", "written_shape"]

REGISTERS = (*PLANNING, *ENGINEERING)
"""A new register is one entry of a table, and its kind in `briefs.model.records.KINDS`."""


def register(name: str) -> RegisterSpec | None:
    """The register of this name."""
    return next((spec for spec in REGISTERS if spec.name == name), None)


def _type(column: ColumnSpec) -> Any:
    field = column.field
    match field.type:
        case "text" | "blocks":
            return Text
        case "plain" if column.shape == "date":
            return date
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


Day = date
Outcome = Literal["fail", "blocked", "not-run", "pass"]
"""As it is typed; it prints as one of `OUTCOMES`."""


class OutcomeShape(Shape):
    """A result as it is written: no id and no title of its own, because nobody refers to it but by its item."""

    item: Id
    status: Outcome
    date: Day
    evidence: str = ""
    by: Text
    audience: Names = ()


def written_shape(spec: RegisterSpec) -> type[Shape]:
    """What an author writes for a record of the register."""
    return OutcomeShape if spec.name == "results" else record_shape(spec)
