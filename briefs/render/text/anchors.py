"""To which anchors a product's links lead."""

from dataclasses import fields, is_dataclass

from briefs.model.deck import AgendaEntry
from briefs.model.document import ContentsEntry
from briefs.model.runs import Anchor


def linked(value: object) -> frozenset[str]:
    """Anchors that some link, contents entry or agenda entry below a value leads to."""
    match value:
        case Anchor():
            return frozenset({value.id})
        case ContentsEntry() | AgendaEntry():
            return frozenset({value.anchor})
        case tuple():
            return frozenset().union(*(linked(item) for item in value))
        case _ if is_dataclass(value):
            return frozenset().union(*(linked(getattr(value, item.name)) for item in fields(value)))
        case _:
            return frozenset()
