"""The appendix: assumptions, non-goals, the terms and sources that the deck uses, as compact tables; shortest for executives."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from briefs.compose.deck.desk import Desk, Head, Sheet
from briefs.compose.deck.records import grid_sheets, in_full, row_cells, targets
from briefs.compose.deck.sources import dated_sources
from briefs.compose.deck.tables import Grid
from briefs.compose.parts import STANDARD
from briefs.compose.query import label, query
from briefs.model.content import PartEntry, PartName, SelectedTerm
from briefs.model.dates import spoken
from briefs.model.deck import Slide
from briefs.model.document import Column, TableRow
from briefs.model.facts import Source
from briefs.model.geometry import CELL_INSET_Y, DENSE_INSET_Y
from briefs.model.records import Record
from briefs.model.runs import Flow, Link, Run, Url

APPENDIX = "Appendix"
NO_BREAK = "\u00a0"
NONE = "None for this edition"
LEFT = Column("left")
FEW = 6
"""Entries up to which a list of terms or sources has one to a row, and shares a slide with the other when that holds both."""
TERM, SOURCE = ("Term", "Meaning"), ("Title, publisher, date",)
Entry = tuple[Flow, ...]
"""The cells of a term or of a source."""


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
    title = _both(entries[0], entries[1])
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
    records = query(desk.selection, entry.records()).records
    desk.inliner.uses.view(entry.part, "matrix")
    for record in records:
        desk.inliner.uses.record(entry.part, record.id)
    return records


def lookups(desk: Desk, entries: Sequence[PartEntry]) -> dict[PartName, tuple[Slide, ...]]:
    """Terminology and sources, which list what all other slides use; on one slide, that of the first, when either is short."""
    parts = {entry.part: entry for entry in entries if entry.part in ("terminology", "sources")}
    if len(parts) == 2:
        found = _joined(desk, parts["sources"], _terms(desk), _sources(desk))
        if found is not None:
            first = next(iter(parts.values()))
            title = _both(parts["terminology"], parts["sources"])
            return {first.part: desk.slides(_head(first, title), (found,))}
    made: dict[PartName, tuple[Slide, ...]] = {}
    if "terminology" in parts:
        made["terminology"] = _listed(desk, parts["terminology"], TERM, [_defined(term) for term in _terms(desk)])
    if "sources" in parts:
        made["sources"] = _listed(desk, parts["sources"], SOURCE, [_cited(*dated) for dated in _sources(desk)])
    return made


def _terms(desk: Desk) -> list[SelectedTerm]:
    """The terms that the deck uses."""
    found = (desk.selection.terms[name] for name in desk.inliner.uses.terms)
    return sorted(found, key=lambda term: (term.name.casefold(), term.id))


def _sources(desk: Desk) -> list[tuple[Source, date]]:
    """The sources of the facts that the deck uses; what each fact says is in the notes of the slides that use it."""
    dated = dated_sources(desk.selection, tuple(desk.inliner.uses.facts))
    known = ((desk.selection.sources[name], day) for name, day in dated.items())
    return sorted(known, key=lambda one: (one[0].publisher.casefold(), one[0].title, one[0].id))


def _defined(term: SelectedTerm) -> Entry:
    return ((Run(term.name, bold=True),), (Run(term.definition),))


def _cited(source: Source, day: date) -> Entry:
    return ((_link(source), Run(f", {source.publisher}, {_whole_date(day)}")),)


def _published(source: Source, day: date) -> Entry:
    """The same in two cells, the publisher where a term would stand."""
    return ((Run(source.publisher, bold=True),), (_link(source), Run(f", {_whole_date(day)}")))


def _link(source: Source) -> Link:
    return Link((Run(source.title),), Url(source.url))


def _joined(desk: Desk, entry: PartEntry, terms: Sequence[SelectedTerm], sources: Sequence[tuple[Source, date]]) -> Sheet | None:
    """Both lists as one table, sources below a heading of their own; None when both are long, or one slide holds no more."""
    if min(len(terms), len(sources)) > FEW:
        return None
    nothing: Entry = (_none(), ())
    defined = [_defined(term) for term in terms] or [nothing]
    cited = [_published(one, day) for one, day in sources] or [nothing]
    rows = tuple(TableRow(cells) for cells in (*defined, ((Run(_heading(entry), bold=True),), ()), *cited))
    labels, bands = tuple((Run(name),) for name in TERM), frozenset({len(defined)})
    for inset in (CELL_INSET_Y, DENSE_INSET_Y):
        sheets = grid_sheets(desk, Grid((LEFT, LEFT), labels, rows, headings=bands, inset=inset))
        if len(sheets) == 1:
            return sheets[0]
    return None


def _listed(desk: Desk, entry: PartEntry, header: Sequence[str], cells: Sequence[Entry]) -> tuple[Slide, ...]:
    """A table, with two entries to a row unless there are few, which are then as large as in any table."""
    wide = len(header)
    few = len(cells) <= FEW
    cells = cells or [(_none(), *[()] * (wide - 1))]
    if not few:
        half = -(-len(cells) // 2)
        right = [*cells[half:], *[((),) * wide] * (2 * half - len(cells))]
        cells = [(*one, *other) for one, other in zip(cells[:half], right, strict=True)]
        header = (*header, *header)
    rows = tuple(TableRow(row) for row in cells)
    labels = tuple((Run(name),) for name in header)
    inset = CELL_INSET_Y if few else DENSE_INSET_Y
    grid = Grid((LEFT,) * len(header), labels, rows, len(header) // wide, inset=inset)
    return desk.slides(_head(entry, _heading(entry)), grid_sheets(desk, grid))


def _head(entry: PartEntry, title: str) -> Head:
    return Head(title, APPENDIX, entry.mark.origin, appendix=True)


def _both(first: PartEntry, second: PartEntry) -> str:
    """`Terminology and sources`."""
    after = _heading(second)
    return f"{_heading(first)} and {after[:1].lower()}{after[1:]}"


def _whole_date(day: date) -> str:
    """A date that stays on one line."""
    return spoken(day).replace(" ", NO_BREAK)


def _heading(entry: PartEntry) -> str:
    return entry.heading or STANDARD[entry.part]


def _none() -> Flow:
    return (Run(NONE),)
