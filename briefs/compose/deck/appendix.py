"""The appendix: assumptions, non-goals, the terms and sources that the deck uses, as compact tables; shortest for executives."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from briefs.compose.deck.desk import Desk, Head
from briefs.compose.deck.records import grid_sheets, in_full, row_cells, targets
from briefs.compose.deck.sources import dated_sources
from briefs.compose.deck.tables import Grid
from briefs.compose.parts import STANDARD
from briefs.compose.query import label
from briefs.model.content import PartEntry
from briefs.model.dates import spoken
from briefs.model.deck import Slide
from briefs.model.document import Column, TableRow
from briefs.model.geometry import DENSE_INSET_Y
from briefs.model.records import Record
from briefs.model.runs import Flow, Link, Run, Url

APPENDIX = "Appendix"
NO_BREAK = "\u00a0"
NONE = "None for this edition"
LEFT = Column("left")
FEW = 6
"""Entries up to which a list of terms or sources has one to a row."""


def records_part(desk: Desk, entries: Sequence[PartEntry]) -> tuple[Slide, ...]:
    """Assumptions and non-goals: engineers read what each says, executives both parts side by side by title."""
    if desk.executive and len(entries) == 2:
        return _side_by_side(desk, entries)
    return tuple(slide for entry in entries for slide in _whole(desk, entry))


def _side_by_side(desk: Desk, entries: Sequence[PartEntry]) -> tuple[Slide, ...]:
    """Two columns of titles; what else the records say stands in the notes."""
    columns = [_records(desk, entry) for entry in entries]
    titles = [[desk.flow(record.title) for record in records] or [_none()] for records in columns]
    count = max(len(column) for column in titles)
    padded = [[*column, *[()] * (count - len(column))] for column in titles]
    rows = tuple(TableRow(cells) for cells in zip(*padded, strict=True))
    grid = Grid((LEFT, LEFT), tuple((Run(_heading(entry)),) for entry in entries), rows)
    notes = tuple(note for records in columns for record in records for note in in_full(desk, record))
    names = [_heading(entry) for entry in entries]
    title = f"{names[0]} and {names[1][:1].lower()}{names[1][1:]}"
    reach = tuple(target for records in columns for target in targets(records))
    head = Head(title, APPENDIX, entries[0].mark.origin, notes, reach, appendix=True)
    return desk.slides(head, grid_sheets(desk, grid))


def _whole(desk: Desk, entry: PartEntry) -> tuple[Slide, ...]:
    """Each record with its first text and its owner."""
    records = _records(desk, entry)
    register = desk.selection.registers.get(entry.part)
    first = next((spec.name for spec in register.fields if spec.type in ("text", "blocks")), "") if register else ""
    names = [name for name in ("title", first, "owner") if name] if not desk.executive else ["title", first][: 1 + bool(first)]
    header = tuple((Run(label(register, name)),) if register else (Run(name.capitalize()),) for name in names)
    made = [desk.apart(partial(row_cells, desk, record, names)) for record in records]
    rows = tuple(TableRow(cells) for cells, _ in made)
    empty = (TableRow((_none(), *[()] * (len(names) - 1))),)
    grid = Grid((LEFT,) * len(names), header, rows or empty, inset=DENSE_INSET_Y)
    head = Head(_heading(entry), APPENDIX, entry.mark.origin, appendix=True)
    return desk.slides(head, grid_sheets(desk, grid, records, full=True, cited=[facts for _, facts in made]))


def _records(desk: Desk, entry: PartEntry) -> tuple[Record, ...]:
    register = desk.selection.registers.get(entry.part)
    records = register.records if register else ()
    desk.inliner.uses.view(entry.part, "matrix")
    for record in records:
        desk.inliner.uses.record(entry.part, record.id)
    return records


def terminology(desk: Desk, entry: PartEntry, used: Sequence[str]) -> tuple[Slide, ...]:
    """The terms that the deck uses, each with its meaning."""
    terms = sorted((desk.selection.terms[name] for name in used), key=lambda term: (term.name.casefold(), term.id))
    cells: list[tuple[Flow, ...]] = [((Run(term.name, bold=True),), (Run(term.definition),)) for term in terms]
    return _listed(desk, entry, ("Term", "Meaning"), cells)


def sources(desk: Desk, entry: PartEntry, facts: Sequence[str]) -> tuple[Slide, ...]:
    """The sources of the facts that the deck uses; what each fact says is in the notes of the slides that use it."""
    dated = dated_sources(desk.selection, facts)
    known = (desk.selection.sources[name] for name in dated)
    found = sorted(known, key=lambda one: (one.publisher.casefold(), one.title, one.id))
    cells: list[tuple[Flow, ...]] = [
        ((Link((Run(one.title),), Url(one.url)), Run(f", {one.publisher}, {_whole_date(dated[one.id])}")),) for one in found
    ]
    return _listed(desk, entry, ("Title, publisher, date",), cells)


def _listed(desk: Desk, entry: PartEntry, header: Sequence[str], cells: list[tuple[Flow, ...]]) -> tuple[Slide, ...]:
    """A table, with two entries to a row unless there are few."""
    wide = len(header)
    if not cells:
        cells = [(_none(), *[()] * (wide - 1))]
    if len(cells) > FEW:
        half = -(-len(cells) // 2)
        right = [*cells[half:], *[((),) * wide] * (2 * half - len(cells))]
        cells = [(*one, *other) for one, other in zip(cells[:half], right, strict=True)]
        header = (*header, *header)
    rows = tuple(TableRow(row) for row in cells)
    labels = tuple((Run(name),) for name in header)
    grid = Grid((LEFT,) * len(header), labels, rows, len(header) // wide, inset=DENSE_INSET_Y)
    head = Head(_heading(entry), APPENDIX, entry.mark.origin, appendix=True)
    return desk.slides(head, grid_sheets(desk, grid))


def _whole_date(day: date) -> str:
    """A date that stays on one line."""
    return spoken(day).replace(" ", NO_BREAK)


def _heading(entry: PartEntry) -> str:
    return entry.heading or STANDARD[entry.part]


def _none() -> Flow:
    return (Run(NONE),)
