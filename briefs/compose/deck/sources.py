"""The evidence of a slide: one line at its foot, shortened until it fits, and all of it in the speaker notes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from briefs.compose.deck.measure import lines
from briefs.compose.notes import source_note
from briefs.model.content import Selection
from briefs.model.dates import spoken
from briefs.model.geometry import Frame
from briefs.model.runs import Run, plain


def source_line(selection: Selection, facts: Sequence[str], frame: Frame) -> str:
    """`Source: title, publisher, date; …`, the longest form that the frame holds; empty without facts."""
    dated = dated_sources(selection, facts)
    if not dated:
        return ""
    forms = list(_forms(selection, dated))
    return next((form for form in forms if _fits(form, frame)), forms[-1])


def source_details(selection: Selection, facts: Iterable[str]) -> tuple[str, ...]:
    """For the notes: every fact with its text and source."""
    notes = (plain(source_note(selection, selection.facts[fact], with_text=True)) for fact in facts)
    return tuple(f"Source: {note}" for note in notes)


def dated_sources(selection: Selection, facts: Iterable[str]) -> dict[str, date]:
    """Source -> the latest day of which it speaks, in the order of first use."""
    dated: dict[str, date] = {}
    for name in facts:
        fact = selection.facts[name]
        dated[fact.source] = max(fact.as_of, dated.get(fact.source, fact.as_of))
    return dated


def _forms(selection: Selection, dated: dict[str, date]) -> Iterator[str]:
    """From the fullest to the shortest: with dates, without, then ever fewer sources by name."""
    sources = [selection.sources[name] for name in dated]
    yield _worded([f"{source.title}, {source.publisher}, {spoken(dated[source.id])}" for source in sources], 0)
    short = [f"{source.title}, {source.publisher}" for source in sources]
    for count in range(len(short), 0, -1):
        yield _worded(short[:count], len(short) - count)
    publishers = list(dict.fromkeys(source.publisher for source in sources))
    yield _worded(publishers, 0)
    yield f"Sources: {len(sources)} documents, listed in the notes"


def _worded(names: Sequence[str], more: int) -> str:
    tail = f"; and {more} more, listed in the notes" if more else ""
    return f"{'Source' if len(names) + more == 1 else 'Sources'}: {'; '.join(names)}{tail}"


def _fits(text: str, frame: Frame) -> bool:
    found = lines((Run(text),), frame.font, frame.size, frame.width - frame.inset_x, frame.bold)
    return sum(line.height for line in found) * frame.line_spacing <= frame.height - frame.inset_y
