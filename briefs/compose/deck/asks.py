"""The asks in the reader's form: executives on one slide, engineers as a table with everything in the notes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from briefs.compose.deck.board import board
from briefs.compose.deck.desk import Desk, Head, Sheet
from briefs.compose.deck.records import MOST_CARDS, card_sheet, cards_fit, table_sheets
from briefs.compose.query import View, ViewColumn, query
from briefs.model.content import PartEntry
from briefs.model.deck import Bullet, BulletsBody, Slide
from briefs.model.nodes import ViewCall
from briefs.model.records import BlocksField, Field, PlainField, RefsField, Register, TextField
from briefs.model.runs import Run

NONE = "None for this edition"
CARD_COLUMNS = ("title", "team", "phase", "why", "priority", "progress")
EXECUTIVE_TABLES = (
    ("title", "team", "priority", "progress", "phase"),
    ("title", "team", "priority", "phase"),
    ("title", "team"),
)
"""Columns of the executives' table, the fullest that fits on one slide."""
ENGINEERS_TABLE = ("title", "team", "what", "phase")
OWN_ENGINEERS_TABLE = ("title", "team", "phase", "priority", "progress")
"""Of the house that asks, whose engineers read what is open, not what they wrote; all of it is in the notes."""


def asks(desk: Desk, entry: PartEntry, head: Head) -> tuple[Slide, ...]:
    """The slides of the asks, under a title of their own when `head` has none; a word for it when there are none to read."""
    register = desk.selection.registers.get("asks")
    head = replace(head, title=head.title or _title(register))
    view = query(desk.selection, _call(entry, register, desk.executive))
    if not view.records or register is None:
        return desk.slides(head, (Sheet("bullets", BulletsBody((Bullet(0, (Run(NONE),)),))),))
    desk.inliner.uses.view("asks", "one-page" if desk.executive else "matrix")
    if desk.executive:
        return desk.slides(head, _executive(desk, view))
    inside = any("priority" in record.fields for record in view.records)
    columns = _columns(view, OWN_ENGINEERS_TABLE if inside else ENGINEERS_TABLE)
    return desk.slides(head, table_sheets(desk, view, columns, full=True))


def _title(register: Register | None) -> str:
    """A sentence; by priority only for those who may see it."""
    ranked = register is not None and any("priority" in record.fields for record in register.records)
    return "These are the asks, the most urgent first" if ranked else "These are the asks, phase by phase"


def _call(entry: PartEntry, register: Register | None, executive: bool) -> ViewCall:
    """All asks, the most urgent first; engineers read them under headings of priority or phase."""
    have = {name for record in register.records for name in record.fields} if register else set()
    order = [name for name in ("priority", "phase", "team") if name in have]
    group = "" if executive or not order or order[0] == "team" else order[0]
    return ViewCall("asks", "matrix", (), entry.where, ", ".join(order), group, "", entry.mark)


def _columns(view: View, wanted: Sequence[str]) -> tuple[ViewColumn, ...]:
    """Those of the wanted columns that some record shown has a value for, without those that say the same of all."""
    known = {column.name: column for column in view.columns}
    return tuple(known[name] for name in wanted if name in known and (name == "title" or _tells(view, name)))


def _tells(view: View, name: str) -> bool:
    """Whether a field says something: progress to those who see priorities, others where they are not the same for all."""
    if name == "progress":
        return any("priority" in record.fields for record in view.records)
    values = {_compared(record.fields[name]) for record in view.records if name in record.fields}
    return len(values) > 1 or (len(values) == 1 and len(view.records) == 1)


def _compared(value: Field) -> object:
    """What two fields of the same value have in common; texts are never the same."""
    match value:
        case PlainField():
            return value.text
        case RefsField():
            return value.ids
        case TextField() | BlocksField():
            return value
        case _:
            assert_never(value)


def _executive(desk: Desk, view: View) -> tuple[Sheet, ...]:
    """Cards when there are few, else a column for each phase, else the fullest table that fits, else a card for each team."""
    if len(view.records) <= MOST_CARDS:
        sheet = card_sheet(desk, view.records, _columns(view, CARD_COLUMNS))
        if cards_fit(desk, sheet):
            return (sheet,)
    phases = board(desk, view, "phase", ("team", "priority"))
    if phases is not None:
        return (phases,)
    for wanted in EXECUTIVE_TABLES:
        sheets = table_sheets(desk, view, _columns(view, wanted), full=True)
        if len(sheets) == 1:
            return sheets
    teams = board(desk, view, "team", ())
    return (teams,) if teams is not None else sheets
