"""The sources of a document: by publisher below footnotes, by number where numbers in the text lead to them."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from briefs.compose.findings import Findings
from briefs.compose.notes import NoteKey, note_anchor, owned, source_note
from briefs.model.content import Selection
from briefs.model.dates import spoken
from briefs.model.document import Reference, References
from briefs.model.facts import Fact, Source
from briefs.model.runs import Flow, Link, Run, Url


def sources(selection: Selection, findings: Findings, *, numbered: bool) -> tuple[References, ...]:
    """All sources of the facts used; nothing when there are none."""
    keys = _numbered(selection, findings) if numbered else _by_publisher(selection, findings)
    usual = _usual_day(selection.sources[name] for _, (kind, name) in keys if kind == "source")
    entries = tuple(_entry(selection, findings, number, key, usual) for number, key in keys)
    opening = f"Read on {spoken(usual)}, where no other day is named." if usual else ""
    return (References(entries, opening),) if entries else ()


def _by_publisher(selection: Selection, findings: Findings) -> list[tuple[str, NoteKey]]:
    def words(name: str) -> str:
        source = selection.sources[name]
        return f"{source.publisher} {source.title}".casefold()

    return [("", ("source", name)) for name in sorted(_used(selection, findings), key=lambda name: (words(name), name))]


def _numbered(selection: Selection, findings: Findings) -> list[tuple[str, NoteKey]]:
    """In the order of the numbers in the text, assumptions and targets with their owners among them; last what has none."""
    keys: list[tuple[str, NoteKey]] = [(f"{number}", key) for key, number in findings.numbers.items()]
    return [*keys, *(("", ("source", name)) for name in _used(selection, findings) if ("source", name) not in findings.numbers)]


def _used(selection: Selection, findings: Findings) -> list[str]:
    return list(dict.fromkeys(selection.facts[fact].source for fact in findings.uses.facts))


def _usual_day(sources: Iterable[Source]) -> date | None:
    """The day on which most pages were read, the later of two; said once instead of in each entry."""
    days = Counter(source.seen for source in sources)
    return max(days, key=lambda day: (days[day], day)) if days else None


def _entry(selection: Selection, findings: Findings, number: str, key: NoteKey, usual: date | None) -> Reference:
    kind, name = key
    anchor = note_anchor(int(number)) if number else ""
    if kind == "source":
        return Reference(number, _source(selection, findings, selection.sources[name], usual), anchor)
    content: Flow = (Run(owned(kind, name)),)
    for fact in _behind(selection, findings, name) if kind == "model" else ():
        content = (*content, Run(" "), *source_note(selection, selection.facts[fact], with_text=True))
    return Reference(number, content, anchor)


def _behind(selection: Selection, findings: Findings, provenance: str) -> tuple[str, ...]:
    """The facts behind the results that came about so."""
    used = (selection.results[name] for name in findings.uses.results)
    return tuple(dict.fromkeys(fact for item in used if item.provenance == provenance for fact in item.facts))


def _source(selection: Selection, findings: Findings, source: Source, usual: date | None) -> Flow:
    """Title as a link, publisher, whose statement it is, its dates; then the text of each fact that only a note stands for."""
    facts = [selection.facts[fact] for fact in findings.uses.facts if selection.facts[fact].source == source.id]
    said = ", ".join((source.publisher, *_whose(facts), *_dates(source, facts, usual)))
    texts = [fact.text for fact in facts if fact.id in findings.uses.cited]
    return (Link((Run(source.title),), Url(source.url)), Run(" ".join((f", {said}.", *texts))))


def _whose(facts: list[Fact]) -> tuple[str, ...]:
    claims = [fact.kind == "vendor-claim" for fact in facts]
    if not any(claims):
        return ()
    return ("the vendor's own statement" if all(claims) else "in part the vendor's own statement",)


def _dates(source: Source, facts: list[Fact], usual: date | None) -> tuple[str, ...]:
    """The page's own date, any other day as of which a fact holds, and the day on which the page was read."""
    dated = [f"dated {spoken(source.dated)}"] if source.dated else []
    others = sorted({fact.as_of for fact in facts} - {source.dated, source.seen})
    read = [f"read on {spoken(source.seen)}"] if source.seen != usual else []
    return (*dated, *(f"as of {spoken(day)}" for day in others), *read)
