"""The first words of a new section, fact, term, record or brief: valid as they stand, and plainly to be replaced."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from briefs.load.schema.registers import ColumnSpec, RegisterSpec

SENTENCE = "Replace this sentence."
ROLE = "Replace this role"
REVIEW_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of a new entry; an empty owner or title is one to be replaced."""

    id: str
    audience: tuple[str, ...]
    """Nothing where the file's head has one."""
    day: date
    owner: str = ""
    title: str = ""
    source: str = ""
    unit: str = ""
    value: str = ""

    @property
    def head(self) -> tuple[str, ...]:
        return (f"title: {quoted(self.title or f'Replace this title ({self.id})')}", f"owner: {quoted(self.owner or ROLE)}")

    @property
    def tag(self) -> tuple[str, ...]:
        return (f"audience: [{', '.join(self.audience)}]",) if self.audience else ()


def quoted(text: str) -> str:
    """A text in quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def section(start: Start, line: str) -> str:
    """A section with a paragraph and a slide; `line` names its schema."""
    fields = (line, f"id: {start.id}", *start.head, *start.tag, f"reviewed: {start.day.isoformat()}", "status: draft")
    body = f"""\
**Replace this sentence with the section's point.**

Replace this paragraph. A number is a fact, `[[fact:id]]`; a name is a term, `[[term:id]]`; words for some are tagged.

:::: slide "Replace this sentence with the slide's point" layout=bullets id={start.id}
- Replace this line.
::::
"""
    return "\n".join(["---", *fields, "---", body])


def brief(start: Start, line: str) -> str:
    """A brief with every mandatory part; its sections are for the author to name."""
    return "\n".join(
        [
            line,
            f"brief: {start.id}",
            start.head[0],
            "subtitle: Replace this subtitle",
            *start.head[1:],
            *start.tag,
            "status: draft",
            "formats: [docx, pptx]",
            "outline:",
            "  # - section: ID",
            "  - asks: true",
            "  - assumptions: true",
            "  - non-goals: true",
            "  - terminology: true",
            "  - sources: true",
            "budgets: {words: 2500, slides: 20}",
            "",
        ]
    )


def fact(start: Start) -> tuple[str, ...]:
    """A fact without a draft's status: nothing prints it until something refers to it."""
    value = (f"value: {start.value}", f"unit: {quoted(start.unit)}") if start.value else ()
    return (
        f"id: {start.id}",
        f"text: {SENTENCE}",
        *value,
        "kind: public",
        "confidence: low",
        f"source: {start.source}",
        f'as-of: "{start.day.isoformat()}"',
        f'review-by: "{_later(start.day).isoformat()}"',
        f"owner: {quoted(start.owner or ROLE)}",
        *start.tag,
    )


def _later(day: date) -> date:
    """Half a year on, on a day that every month has."""
    months = day.month - 1 + REVIEW_MONTHS
    return date(day.year + months // 12, months % 12 + 1, min(day.day, 28))


def term(start: Start) -> tuple[str, ...]:
    """A term whose name is its id in words: nothing prints it until something refers to it."""
    name = start.title or start.id.replace("-", " ")
    return (f"id: {start.id}", f"name: {quoted(name)}", f"definition: {SENTENCE}", *start.tag)


def record(
    start: Start, spec: RegisterSpec, first: Callable[[str], str], choices: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """A record with every field that its register demands; `first` names a record of a kind; `choices` are the lists."""
    fields = tuple(line for column in spec.columns if column.required for line in _field(column, start, first, choices))
    return (f"id: {start.id}", *start.head, "status: draft", *start.tag, *fields)


def _field(
    column: ColumnSpec, start: Start, first: Callable[[str], str], choices: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    name, field = column.field.name, column.field
    match field.type:
        case "text":
            return (f"{name}: {SENTENCE}",)
        case "blocks":
            return (f"{name}: |", f"  {SENTENCE}")
        case "plain" if column.shape == "date":
            return (f'{name}: "{start.day.isoformat()}"',)
        case "plain":
            values = field.choices or choices.get(column.vocabulary, ())
            return (f"{name}: {quoted(values[0] if values else 'Replace these words')}",)
        case "number":
            return (f"{name}: 0",)
        case "refs":
            return (f"{name}: {first(field.kind) if column.one else f'[{first(field.kind)}]'}",)
