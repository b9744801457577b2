"""Shapes of briefs: outline, views, budgets."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from briefs.load.schema.base import Id, Ids, Names, Shape, Status, Text


def _texts(value: Any) -> Any:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


class ViewShape(Shape):
    of: Id
    as_: Id
    columns: Annotated[tuple[Text, ...], BeforeValidator(_texts)] = ()
    where: dict[str, Text] = Field(default_factory=dict)
    sort: str = ""
    group: str = ""
    empty: str = ""
    audience: Names = ()


class EntryShape(Shape):
    """One entry of an outline: a section, a view under a heading, or a mandatory part."""

    section: Id | None = None
    slides: Annotated[tuple[Text, ...], BeforeValidator(_texts)] | None = None
    heading: str = ""
    view: ViewShape | None = None
    only: Literal["documents", "decks"] | None = None
    columns: Annotated[tuple[Text, ...], BeforeValidator(_texts)] = ()
    where: dict[str, Text] = Field(default_factory=dict)
    asks: Literal["true", "none"] | None = None
    because: str = ""
    assumptions: Literal["true"] | None = None
    non_goals: Literal["true"] | None = None
    terminology: Literal["true"] | None = None
    sources: Literal["true"] | None = None
    audience: Names = ()

    @model_validator(mode="after")
    def _is_one_thing(self) -> "EntryShape":
        parts = (self.section, self.view, self.asks, self.assumptions, self.non_goals, self.terminology, self.sources)
        if sum(part is not None for part in parts) != 1:
            raise ValueError("an entry is one of section, view, asks, assumptions, non-goals, terminology and sources")
        if self.view is not None and not self.heading:
            raise ValueError("a view needs a heading")
        if self.section is not None and self.heading:
            raise ValueError("a section has its own heading")
        if self.slides is not None and self.section is None:
            raise ValueError("slides belong to a section")
        if self.only and self.section is None and self.view is None:
            raise ValueError("only sections and views are kept to documents or decks")
        if self.columns and "true" not in (self.asks, self.assumptions, self.non_goals):
            raise ValueError("columns belong to the asks, the assumptions and the non-goals")
        if self.where and "true" not in (self.asks, self.assumptions, self.non_goals):
            raise ValueError("a 'where' beside a part belongs to the asks, the assumptions or the non-goals")
        if self.slides is not None and self.only == "documents":
            raise ValueError("a section of documents only has no slides to name")
        if (self.asks == "none") != bool(self.because):
            raise ValueError("'asks: none' and its 'because' come together")
        return self


class BudgetsShape(Shape):
    words: int | None = None
    pages: int | None = None
    slides: int | None = None
    appendix_slides: int | None = None
    grade: float | None = None
    jargon_per_100_words: float | None = None
    sentence_words: int | None = None
    title_words: int | None = None


class BriefShape(Shape):
    brief: Id
    title: Text
    subtitle: Text
    owner: Text
    audience: Names
    formats: tuple[Literal["docx", "pptx", "md", "html", "pdf"], ...]
    path: Text = "{organisation}/{title}"
    outline: tuple[EntryShape, ...]
    budgets: BudgetsShape = Field(default_factory=BudgetsShape)
    status: Status = "open"
    delivers: Ids = ()
    definitions: Literal["none", "text", "footnote"] = "none"
    source_notes: Literal["footnotes", "numbers"] | None = None
    lists: tuple[Literal["figures", "tables"], ...] = ()

    @model_validator(mode="after")
    def _asks_or_says_why_not(self) -> "BriefShape":
        if {entry.asks for entry in self.outline} >= {"true", "none"}:
            raise ValueError("the outline has the asks and leaves them out: keep one of 'asks: true' and 'asks: none'")
        return self
