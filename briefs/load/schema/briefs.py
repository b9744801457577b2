"""Shapes of briefs: outline, views, budgets."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from briefs.load.schema.base import Fault, Id, Ids, Names, Shape, Status, Text


def _texts(value: Any) -> Any:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


THINGS = ("section", "view", "asks", "assumptions", "non-goals", "terminology", "sources")
"""What an entry of an outline can be."""


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
        given = [name for name in THINGS if getattr(self, name.replace("-", "_")) is not None]
        if len(given) != 1:
            hint = "give each an entry of its own" if given else "as in '- section: its-id' or '- sources: true'"
            raise Fault(f"an entry is one of {', '.join(THINGS[:-1])} and {THINGS[-1]}", hint, *given[1:2])
        for name, applies, message, hint in self._beside(given[0]):
            if name in self.model_fields_set and not applies:
                raise Fault(message, hint, name)
        if self.view is not None and not self.heading:
            raise Fault("a view needs a heading", "add 'heading:' beside 'view:'")
        if self.asks == "none" and not self.because:
            raise Fault("'asks: none' and its 'because' come together", "add 'because:' with the reason", "asks")
        return self

    def _beside(self, what: str) -> tuple[tuple[str, bool, str, str], ...]:
        """Field, whether it may stand beside `what`, what is wrong when it may not, and what to do."""
        records = "true" in (self.asks, self.assumptions, self.non_goals)
        places, parts = what in ("section", "view"), "the asks, the assumptions and the non-goals"
        slides, where = "remove 'slides:'", "a 'where' beside a part belongs to the asks, the assumptions or the non-goals"
        filters = "a view has it below 'view:'; remove it elsewhere"
        return (
            ("heading", what != "section", "a section has its own heading", "remove 'heading:'; the section's title is printed"),
            ("slides", what == "section", "slides belong to a section", slides),
            ("slides", self.only != "documents", "a section of documents only has no slides to name", f"{slides} or 'only:'"),
            (
                "only",
                places,
                "only sections and views are kept to documents or decks",
                "remove 'only:': all have their parts",
            ),
            ("columns", records, f"columns belong to {parts}", filters),
            ("where", records, where, filters),
            ("because", self.asks == "none", "'asks: none' and its 'because' come together", "remove 'because:'"),
        )


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
    outline: Annotated[tuple[EntryShape, ...], Field(max_length=200)]
    budgets: BudgetsShape = Field(default_factory=BudgetsShape)
    status: Status = "open"
    delivers: Ids = ()
    definitions: Literal["none", "text", "footnote"] = "none"
    source_notes: Literal["footnotes", "numbers"] | None = None
    lists: tuple[Literal["figures", "tables"], ...] = ()

    @model_validator(mode="after")
    def _asks_or_says_why_not(self) -> "BriefShape":
        decided = [number for number, entry in enumerate(self.outline) if entry.asks]
        if len({self.outline[number].asks for number in decided}) > 1:
            other = next(number for number in decided if self.outline[number].asks != self.outline[decided[0]].asks)
            hint = "keep one of 'asks: true' and 'asks: none'"
            raise Fault("the outline has the asks and leaves them out", hint, "outline", other)
        return self
