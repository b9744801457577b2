"""Shapes of sources, units, numbers, facts and terms."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from briefs.load.schema.base import Fault, Id, Names, Shape, Text

ADDRESS = r"""^https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\s"'<>\\^`{|}]*)?$"""
"""A page of a named host: no user, no password, nothing that another program could read as a share or the end of a quote."""


class SourceShape(Shape):
    id: Id
    title: Text
    publisher: Text
    url: Annotated[Text, Field(pattern=ADDRESS)]
    dated: date | None = None
    seen: date
    audience: Names = ()


class UnitShape(Shape):
    id: Text
    name: Text = ""
    dimension: str = ""
    counted: bool = False


class PatternShape(Shape):
    pattern: Text
    why: Text
    example: Text


class FactShape(Shape):
    id: Id
    text: Text
    value: Decimal | None = None
    unit: Text | None = None
    kind: Literal["public", "vendor-claim", "derived"]
    confidence: Literal["low", "medium", "high"] = "high"
    source: Id
    as_of: date
    review_by: date
    owner: Text
    audience: Names = ()

    @model_validator(mode="after")
    def _unit_goes_with_value(self) -> "FactShape":
        if (self.value is None) != (self.unit is None):
            hint = "add the one that is missing, or leave out both: then it can be cited, not printed"
            raise Fault("a value and its unit come together", hint, "unit" if self.value is None else "value")
        return self


def _claims(value: Any) -> Any:
    """A name alone is everyone's."""
    return {"all": value} if isinstance(value, str) else value


_NAME = {"anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]}
Claims = Annotated[dict[str, Text], BeforeValidator(_claims), WithJsonSchema(_NAME)]


class ForbidShape(Shape):
    spelling: Text
    audience: Names
    instead: str = ""
    any_case: bool = False


class TermShape(Shape):
    id: Id
    name: Claims
    plural: Claims = Field(default_factory=dict)
    definition: Text
    forbid: tuple[ForbidShape, ...] = ()
    audience: Names = ()
