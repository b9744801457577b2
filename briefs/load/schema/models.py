"""Shapes of models: inputs, formulas, scenarios, results."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from briefs.load.schema.base import Fault, Id, Names, Shape, Text


class InputShape(Shape):
    """A fact, or a value that is an assumption or a target of somebody."""

    title: str = ""
    fact: Id | None = None
    value: Decimal | None = None
    unit: Text
    kind: Literal["assumption", "target"] | None = None
    owner: str = ""
    audience: Names = ()

    @model_validator(mode="after")
    def _is_vouched_for(self) -> "InputShape":
        if (self.fact is None) == (self.value is None):
            hint = "remove one of them" if self.fact else "add 'fact:' with an id, or 'value:' with its kind and owner"
            raise Fault("an input has a fact or a value, one of the two", hint, *(("value",) if self.fact else ()))
        if self.value is not None and (self.kind is None or not self.owner):
            hint = "add 'kind:' and 'owner:', the role that answers for it"
            raise Fault("a value says its kind, assumption or target, and its owner", hint, "value")
        if self.fact is not None and (self.kind is not None or self.owner):
            at = "kind" if self.kind else "owner"
            raise Fault("a fact has its kind and owner already", "remove 'kind:' and 'owner:' here", at)
        return self


class ResultShape(Shape):
    title: str = ""
    unit: Text
    format: Annotated[str, Field(pattern=r"^0(,0)?(\.0{1,6})?$")] = "0,0"
    """How many decimals print: `0,0` none, `0.0` one; thousands always have their comma."""
    audience: Names = ()


class ModelShape(Shape):
    model: Id
    title: Text
    owner: Text
    inputs: Annotated[dict[Id, InputShape], Field(max_length=100)]
    formulas: Annotated[dict[Id, Text], Field(max_length=100)]
    scenarios: Annotated[dict[Id, dict[Id, Decimal]], Field(max_length=20)] = Field(default_factory=dict)
    results: Annotated[dict[Id, ResultShape], Field(max_length=100)]
    audience: Names = ()
