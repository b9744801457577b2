"""A record in full: its title, a short line above it, its fields with their labels."""

from collections.abc import Iterable

from briefs.compose.flow import Inliner
from briefs.compose.links import record_kind
from briefs.compose.numbering import Numbering
from briefs.compose.query import ViewColumn, cell
from briefs.model.content import Selection
from briefs.model.document import Card, CardField
from briefs.model.records import PlainField, Record
from briefs.model.runs import plain
from briefs.model.tones import Tone

KICKERS = ("team", "phase", "owner")
"""Fields that stand above the title or beside it, without a label: a register that has them is read by them."""


def card(inliner: Inliner, numbering: Numbering, record: Record, columns: Iterable[ViewColumn]) -> Card:
    """The record with those of the columns that it has a value for; hidden fields are not there."""
    named = [column for column in columns if column.name not in ("title", *KICKERS)]
    shown = [(column, inliner.cell(cell(inliner.selection, record, column.name, inliner.links))) for column in named]
    return Card(
        title=inliner.title(record.title),
        kicker=" · ".join(_kickers(inliner, record, [column.name for column in columns])),
        fields=tuple(CardField(column.label, content) for column, content in shown if plain(content)),
        anchor=numbering.claim(record_kind(record.register), record.id),
        tone=tone(inliner.selection, record),
    )


def tone(selection: Selection, record: Record) -> Tone:
    """The tone of the first of the record's values that has one, in the order of its register's fields; neutral without."""
    for spec in selection.registers[record.register].fields:
        value = record.fields.get(spec.name)
        if isinstance(value, PlainField) and spec.tone_of(value.text) != "neutral":
            return spec.tone_of(value.text)
    return "neutral"


def _kickers(inliner: Inliner, record: Record, columns: list[str]) -> list[str]:
    """The values above the title; the field that groups the view stands in the heading instead."""
    words = (inliner.words(cell(inliner.selection, record, name, inliner.links)) for name in KICKERS if name in columns)
    return [word for word in words if word]
