"""How a register is declared: its columns, their types, and the lists of values that a project keeps for itself."""

from dataclasses import dataclass
from typing import Literal

from briefs.model.records import FieldSpec

LEVELS = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A field of a register, and what only the reader of records needs to know of it."""

    field: FieldSpec
    required: bool = True
    one: bool = False
    """For refs: a single id, not a list."""
    vocabulary: str = ""
    """The list of vocabulary.yaml that holds its values; empty when the engine knows them, or any text will do."""
    shape: Literal["text", "date"] = "text"
    """For plain fields: any text, or a day, which prints as 23 November 2026."""


@dataclass(frozen=True, slots=True)
class RegisterSpec:
    name: str
    kind: str
    columns: tuple[ColumnSpec, ...]

    @property
    def fields(self) -> tuple[FieldSpec, ...]:
        return tuple(column.field for column in self.columns)


def text(name: str, label: str, required: bool = True) -> ColumnSpec:
    """A line with markup."""
    return ColumnSpec(FieldSpec(name, label, "text"), required)


def blocks(name: str, label: str, required: bool = True) -> ColumnSpec:
    """Paragraphs, lists and code."""
    return ColumnSpec(FieldSpec(name, label, "blocks"), required)


def plain(name: str, label: str, *choices: str, required: bool = True) -> ColumnSpec:
    """A name, or one of the values that the engine itself gives a meaning."""
    return ColumnSpec(FieldSpec(name, label, "plain", choices), required)


def listed(name: str, label: str, vocabulary: str) -> ColumnSpec:
    """One of the values that the project lists in vocabulary.yaml, in that order."""
    return ColumnSpec(FieldSpec(name, label, "plain"), vocabulary=vocabulary)


def day(name: str, label: str, required: bool = True) -> ColumnSpec:
    """A date."""
    return ColumnSpec(FieldSpec(name, label, "plain"), required, shape="date")


def number(name: str, label: str, required: bool = True) -> ColumnSpec:
    """A number that views sort and draw by."""
    return ColumnSpec(FieldSpec(name, label, "number"), required)


def refs(name: str, label: str, kind: str, required: bool = False) -> ColumnSpec:
    """Ids of records of another register."""
    return ColumnSpec(FieldSpec(name, label, "refs", kind=kind), required)


def ref(name: str, label: str, kind: str) -> ColumnSpec:
    """The id of one record of another register."""
    return ColumnSpec(FieldSpec(name, label, "refs", kind=kind), one=True)
