"""Many records on one slide for executives: a column for each phase or team, with a line or two for each record."""

from collections.abc import Sequence

from briefs.compose.cards import tone
from briefs.compose.deck.desk import Desk, Sheet
from briefs.compose.deck.records import MOST_CARDS, cards_fit, cards_of, strong
from briefs.compose.query import View, cell, label, query
from briefs.model.document import Card, CardField
from briefs.model.nodes import ViewCall
from briefs.model.records import Record
from briefs.model.runs import Flow, LineBreak, Run, plain


def board(desk: Desk, view: View, by: str, below: Sequence[str]) -> Sheet | None:
    """The view's records under each value of a field, the fields `below` on a second line.

    None when there is but one column or more than six, a record stands in none or in two, or there is too much to say.
    """
    first = view.records[0]
    call = ViewCall(view.register.name, "matrix", (), (), "", by, "", first.mark)
    order = {record.id: number for number, record in enumerate(view.records)}
    groups = query(desk.selection, call).groups
    held = [sorted((one for one in group.records if one.id in order), key=lambda one: order[one.id]) for group in groups]
    found = [(group.title, records) for group, records in zip(groups, held, strict=True) if records]
    if not 1 < len(found) <= MOST_CARDS or sum(len(records) for _, records in found) != len(view.records):
        return None
    if any(by not in record.fields for record in view.records):
        return None
    cards = tuple(_card(desk, view, by, desk.flow(title), records, below) for title, records in found)
    sheet = cards_of(desk, cards, view.records)
    return sheet if cards_fit(desk, sheet) else None


def _card(desk: Desk, view: View, by: str, name: Flow, records: Sequence[Record], below: Sequence[str]) -> Card:
    fields = tuple(CardField("", _entry(desk, view, record, below)) for record in records)
    return Card(name, "", fields, f"{by}-{plain(name)}", tone(desk.selection, records[0]) if by == "phase" else "neutral")


def _entry(desk: Desk, view: View, record: Record, below: Sequence[str]) -> Flow:
    """The title, and what stands below it: a number with its label, anything else alone."""
    found = [(name, desk.words(cell(desk.selection, record, name, desk.inliner.links))) for name in below]
    second = [f"{label(view.register, name).lower()} {text}" if text.isdigit() else text for name, text in found if text]
    title = strong(desk.flow(record.title))
    return (*title, LineBreak(), Run(", ".join(second))) if second else title
