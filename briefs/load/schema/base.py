"""What all shapes share: names with hyphens, unknown fields refused, audiences as a name or a list of names."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema


class Fault(ValueError):
    """What one field alone cannot show: what is wrong, what to do, and below which key; the whole mapping without one."""

    def __init__(self, message: str, hint: str, *at: str | int) -> None:
        super().__init__(message)
        self.message, self.hint, self.at = message, hint, at


class Shape(BaseModel):
    """A mapping of a content file."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        validate_by_alias=True,
        validate_by_name=False,
    )


def _names(value: Any) -> Any:
    """`a, b` and `[a, b]` both."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$")]
_ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
Names = Annotated[tuple[Text, ...], Field(min_length=1), BeforeValidator(_names), WithJsonSchema(_ONE_OR_MORE)]
Status = Literal["draft", "open", "agreed", "closed"]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_names), WithJsonSchema(_ONE_OR_MORE)]
