"""Records on slides: as rows of a table that pages, or as cards, with the rest of what they say in the notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import assert_never

from briefs.compose.cards import tone
from briefs.compose.deck.desk import Desk, Sheet
from briefs.compose.deck.fit import card_height
from briefs.compose.deck.sources import source_details
from briefs.compose.deck.tables import Grid, paged
from briefs.compose.links import Target, record_kind
from briefs.compose.query import View, ViewColumn, ViewGroup, cell
from briefs.model.deck import CardsBody
from briefs.model.document import Card, CardField, Column, TableRow
from briefs.model.geometry import CARD_INSET, CARD_SIZES, card_places
from briefs.model.origin import Origin
from briefs.model.records import Record
from briefs.model.runs import Flow, LineBreak, Link, NoteMark, Run, plain

MOST_CARDS = 6
FULL = 0.93
"""Of a card's height: what its text may take."""
TICKED, BOX = "Done", "☐"
"""As the template of the checklist has them."""
NOTHING: Flow = (Run("–"),)
"""What stands where a record says nothing: an empty cell looks forgotten, but in a checklist, where it waits to be filled in."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What stands behind one row of a table."""

    records: tuple[Record, ...] = ()
    facts: tuple[str, ...] = ()
    written: Origin | None = None

    @property
    def origin(self) -> Origin | None:
        """Where the row was written; of records, where the first was."""
        return self.records[0].mark.origin if self.records else self.written


def table_sheets(
    desk: Desk, view: View, columns: Sequence[ViewColumn], full: bool = False, boxes: bool = False
) -> tuple[Sheet, ...]:
    """The view's records as tables; with groups, each under its heading.

    `full`: every field into the notes. `boxes`: a column before the others, to tick.
    """
    box: tuple[Flow, ...] = ((Run(BOX),),) if boxes else ()
    head = (*((ViewColumn("", TICKED, "left"),) if boxes else ()), *columns)
    rows: list[TableRow] = []
    shown: list[_Shown] = []
    headings: set[int] = set()
    for group in view.groups:
        if view.group_label:
            headings.add(len(rows))
            rows.append(TableRow((_group(desk, view, group), *[()] * (len(head) - 1))))
            shown.append(_Shown())
        for record in group.records:
            cells, facts = desk.apart(partial(row_cells, desk, record, [column.name for column in columns]))
            rows.append(TableRow((*box, *(said if boxes or plain(said) else NOTHING for said in cells))))
            shown.append(_Shown((record,), facts))
            desk.inliner.uses.record(view.register.name, record.id)
    labels = tuple((Run(column.label),) for column in head)
    grid = Grid(tuple(Column(column.align) for column in head), labels, tuple(rows), headings=frozenset(headings))
    return _sheets(desk, grid, shown, full)


def _group(desk: Desk, view: View, group: ViewGroup) -> Flow:
    """The heading of a group; a number says of what."""
    title = strong(desk.cell(group.title))
    return (Run(f"{view.group_label} ", bold=True), *title) if plain(title).isdigit() else title


def row_cells(desk: Desk, record: Record, names: Sequence[str]) -> tuple[Flow, ...]:
    """The fields of a record as cells of a row, its title in bold."""
    made = ((name, desk.cell(cell(desk.selection, record, name, desk.inliner.links))) for name in names)
    return tuple(strong(flow) if name == "title" else flow for name, flow in made)


def strong(flow: Flow) -> Flow:
    """A flow in bold: what the eye looks for in a row."""
    return tuple(_strong(piece) for piece in flow)


def _strong(piece: Run | Link | NoteMark | LineBreak) -> Run | Link | NoteMark | LineBreak:
    match piece:
        case Run():
            return replace(piece, bold=True)
        case Link():
            return replace(piece, runs=tuple(replace(run, bold=True) for run in piece.runs))
        case NoteMark() | LineBreak():
            return piece
        case _:
            assert_never(piece)


def written_sheets(desk: Desk, grid: Grid, origins: Sequence[Origin]) -> tuple[Sheet, ...]:
    """A table that its author wrote, on as many slides as it needs; `origins`: where each of its rows stands."""
    return _sheets(desk, grid, [_Shown(written=origin) for origin in origins], full=False)


def grid_sheets(
    desk: Desk, grid: Grid, records: Sequence[Record] = (), full: bool = False, cited: Sequence[tuple[str, ...]] = ()
) -> tuple[Sheet, ...]:
    """A table on as many slides as it needs; `records` and the facts of `cited` stand behind its rows."""
    return _sheets(desk, grid, [_Shown((record,), facts) for record, facts in zip(records, cited, strict=True)], full)


def _sheets(desk: Desk, grid: Grid, shown: Sequence[_Shown], full: bool) -> tuple[Sheet, ...]:
    place = desk.geometry.exhibit("table", takeaway=False)
    sheets = []
    for page in paged(grid, place.width, place.height, desk.geometry.frame("table", "exhibit").font):
        held = shown[page.first : page.first + page.count]
        records = [record for one in held for record in one.records]
        notes = tuple(note for record in records for note in in_full(desk, record)) if full else ()
        facts = dict.fromkeys(fact for one in held for fact in one.facts)
        origins = tuple(one.origin for one in held)
        repeated = (None,) * (len(page.body.rows) - len(origins)) if origins else ()
        sheets.append(Sheet("table", page.body, notes, targets(records), tuple(facts), (*repeated, *origins)))
    return tuple(sheets)


def card_sheet(desk: Desk, records: Sequence[Record], columns: Sequence[ViewColumn]) -> Sheet:
    """One slide of at most six cards, each with its title, a line above it and the columns that have something to say."""
    sheet = cards_of(desk, tuple(_card(desk, record, columns) for record in records), records)
    return replace(sheet, origins=tuple(record.mark.origin for record in records))


def cards_of(desk: Desk, cards: tuple[Card, ...], records: Sequence[Record]) -> Sheet:
    """One slide of cards that show these records, in the largest text that fits, with what else they say in the notes."""
    notes = tuple(note for record in records for note in in_full(desk, record))
    for record in records:
        desk.inliner.uses.record(record.register, record.id)
    bodies = [CardsBody(cards, size) for size in CARD_SIZES]
    body = next((one for one in bodies if _fits(desk, one)), bodies[-1])
    return Sheet("asks", body, notes, targets(records))


def cards_fit(desk: Desk, sheet: Sheet) -> bool:
    """Whether the text of every card stays inside its card."""
    if not isinstance(sheet.body, CardsBody):
        raise TypeError(f"{sheet.layout} has no cards")
    return _fits(desk, sheet.body)


def _fits(desk: Desk, body: CardsBody) -> bool:
    frame = desk.geometry.frame("asks", "cards")
    places = card_places(frame, len(body.cards))
    inner = [(place.width - 2 * CARD_INSET, place.height - 2 * CARD_INSET) for place in places]
    pairs = zip(body.cards, inner, strict=True)
    return all(card_height(card, frame.font, body.size, width)[0] <= height * FULL for card, (width, height) in pairs)


def in_full(desk: Desk, record: Record) -> tuple[str, ...]:
    """A record's title, each field that the audience may see with its name, and its sources, as paragraphs of notes.

    An executive is told its first two texts, which say what and why.
    """
    specs = desk.selection.registers[record.register].fields
    if desk.executive:
        specs = tuple(spec for spec in specs if spec.type in ("text", "blocks"))[:2]
    values = [(spec.label, cell(desk.selection, record, spec.name, desk.inliner.links)) for spec in specs]
    said = list(desk.asides.remarks)
    told = [(label, *desk.aside(value)) for label, value in values if value]
    facts = dict.fromkeys(fact for _, _, facts in told for fact in facts)
    title, _ = desk.aside(record.title)
    remarks = tuple(plain(remark) for remark in desk.asides.remarks[len(said) :])
    desk.asides.remarks[:] = said
    return (f"{title}.", *(f"{label}: {text}" for label, text, _ in told), *remarks, *source_details(desk.selection, facts))


def targets(records: Iterable[Record]) -> tuple[Target, ...]:
    """What references name the records by."""
    return tuple((record_kind(record.register), record.id) for record in records)


def _card(desk: Desk, record: Record, columns: Sequence[ViewColumn]) -> Card:
    texts = {column.name: cell(desk.selection, record, column.name, desk.inliner.links) for column in columns}
    kicker = " · ".join(desk.words(texts[name]) for name in ("team", "phase") if texts.get(name))
    named = [column for column in columns if column.name not in ("title", "team", "phase") and texts[column.name]]
    fields = tuple(CardField(column.label, desk.cell(texts[column.name])) for column in named)
    anchor = "-".join(targets([record])[0])
    told = tuple(item for item in fields if plain(item.content))
    return Card(desk.cell(record.title), kicker, told, anchor, tone(desk.selection, record))
