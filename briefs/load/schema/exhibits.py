"""Shapes of charts and diagrams."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from briefs.load.schema.base import Fault, Id, Names, Shape, Text

ValueRef = Annotated[str, Field(pattern=r"^(fact|result):[A-Za-z0-9][\w.@-]*$")]


class CategoryShape(Shape):
    label: Text
    highlight: bool = False
    audience: Names = ()


def _category(value: Any) -> Any:
    return {"label": value} if isinstance(value, str) else value


Category = Annotated[CategoryShape, BeforeValidator(_category)]


class SeriesShape(Shape):
    name: Text
    values: tuple[ValueRef, ...]
    highlight: bool = False
    audience: Names = ()


class ChartShape(Shape):
    chart: Id
    kind: Literal["bar", "column", "line", "stacked", "waterfall"]
    title: Text
    alt: Text
    unit: Text
    categories: Annotated[tuple[Category, ...], Field(max_length=100)]
    series: Annotated[tuple[SeriesShape, ...], Field(max_length=20)]
    audience: Names = ()

    @model_validator(mode="after")
    def _has_bars_to_highlight(self) -> "ChartShape":
        first = next((at for at, category in enumerate(self.categories) if category.highlight), None)
        if first is not None and (self.kind not in ("bar", "column") or len(self.series) != 1):
            message = "a category stands out in bars or columns of one series only"
            raise Fault(message, "highlight a series, or leave one series", "categories", first, "highlight")
        return self


class GroupShape(Shape):
    id: Id
    label: Text
    audience: Names = ()


class NodeShape(Shape):
    id: Id
    label: Text
    detail: str = ""
    group: str = ""
    at: Annotated[
        tuple[int, int],
        WithJsonSchema({"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 2, "maxItems": 2}),
    ]
    tone: Text | None = None
    audience: Names = ()


class EdgeShape(Shape):
    from_: Id
    to: Id
    label: str = ""
    style: Literal["flow", "return"] = "flow"
    audience: Names = ()


class DiagramShape(Shape):
    diagram: Id
    title: Text
    alt: Text
    groups: Annotated[tuple[GroupShape, ...], Field(max_length=20)] = ()
    nodes: Annotated[tuple[NodeShape, ...], Field(max_length=20)]
    edges: Annotated[tuple[EdgeShape, ...], Field(max_length=30)] = ()
    audience: Names = ()
