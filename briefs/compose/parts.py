"""The mandatory parts: asks in the reader's form, assumptions, non-goals, the terms and the sources that the product uses."""

from collections.abc import Mapping
from typing import assert_never

from briefs.compose.blocks import Place, Writer
from briefs.compose.findings import Findings
from briefs.compose.notes import Endnotes, NoteKey, note_anchor, owned, source_note
from briefs.model.content import PartEntry, PartName, Selection
from briefs.model.dates import spoken
from briefs.model.document import DocBlock, Paragraph, Reference, References
from briefs.model.facts import Fact, Source
from briefs.model.nodes import ViewCall
from briefs.model.records import Register
from briefs.model.runs import Flow, Link, Run, Url

STANDARD: Mapping[PartName, str] = {
    "asks": "Asks",
    "assumptions": "Assumptions",
    "non-goals": "Non-goals",
    "terminology": "Terminology",
    "sources": "Sources",
}
"""Heading of a part whose entry gives none."""
EMPTY: tuple[DocBlock, ...] = (Paragraph((Run("None for this edition"),), "muted"),)


def part(writer: Writer, findings: Findings, entry: PartEntry, place: Place) -> tuple[DocBlock, ...]:
    """What stands under the heading of a part; a word for it when there is nothing."""
    selection = writer.inliner.selection
    match entry.part:
        case "asks" | "assumptions" | "non-goals":
            return writer.blocks((record_view(selection, entry),), place) or EMPTY
        case "terminology":
            return terminology(writer, findings)
        case "sources" if isinstance(writer.inliner.notes, Endnotes):
            return numbered_sources(selection, findings)
        case "sources":
            return sources(selection, findings)
        case _:
            assert_never(entry.part)


def record_view(selection: Selection, entry: PartEntry) -> ViewCall:
    """The view that a part of records is: executives read one page, engineers whom asks are put to read everything.

    Who sees priorities is of the house that asks: for them the asks are work in hand, so they read priority and progress;
    engineers among them get a table of what is open and when it is done, in place of the argument that they wrote.
    """
    executive = selection.audience.reader == "executive"
    register = selection.registers.get(entry.part) or Register(entry.part, (), ())
    have = [spec.name for spec in register.fields]
    first = next((spec.name for spec in register.fields if spec.type in ("text", "blocks")), "")
    group = "team" if entry.part == "asks" and "team" in have else ""
    sort = next((name for name in ("priority", "phase") if name in have), "") if entry.part == "asks" else ""
    inside = ("priority", "progress") if any("priority" in record.fields for record in register.records) else ()
    if not executive and entry.part == "asks" and inside:
        columns = tuple(name for name in ("title", "team", "phase", *inside) if name in (*have, "title"))
        return ViewCall(entry.part, "matrix", columns, (), sort, "", "", entry.mark)
    if not executive:
        shape = "cards" if entry.part == "asks" else "digest"
        return ViewCall(entry.part, shape, (), (), sort, group, "", entry.mark)
    wanted = ("title", "why", "phase", *(inside or ("owner",))) if group else ("title", first)
    columns = tuple(name for name in wanted if name in (*have, "title", "owner"))
    return ViewCall(entry.part, "one-page" if group else "matrix", columns, (), sort, group, "", entry.mark)


def terminology(writer: Writer, findings: Findings) -> tuple[DocBlock, ...]:
    """The terms that the product uses, by name, each with its meaning."""
    terms = writer.inliner.selection.terms
    used = sorted((terms[name] for name in findings.uses.terms), key=lambda term: (term.name.casefold(), term.id))
    for term in used:
        writer.inliner.uses.term(term.id)
    entries = tuple(
        Reference("", (Run(term.name, bold=True), Run(f" {term.definition}")), writer.numbering.claim("term", term.id))
        for term in used
    )
    return (References(entries),) if entries else EMPTY


def sources(selection: Selection, findings: Findings) -> tuple[DocBlock, ...]:
    """Below footnotes: the sources of the facts used, by publisher and title."""
    used = sorted(_cited(selection, findings), key=lambda name: (_source_words(selection, name), name))
    entries = tuple(Reference("", _source(selection, findings, name)) for name in used)
    return (References(entries),) if entries else EMPTY


def numbered_sources(selection: Selection, findings: Findings) -> tuple[DocBlock, ...]:
    """In the order of the numbers in the text, assumptions and targets with their owners among them; last what has none."""
    keys: list[tuple[str, NoteKey]] = [(f"{number}", key) for key, number in findings.numbers.items()]
    noted = {name for kind, name in findings.numbers if kind == "source"}
    keys.extend(("", ("source", name)) for name in _cited(selection, findings) if name not in noted)
    entries = tuple(_numbered(selection, findings, number, key) for number, key in keys)
    return (References(entries),) if entries else EMPTY


def _numbered(selection: Selection, findings: Findings, number: str, key: NoteKey) -> Reference:
    kind, name = key
    anchor = note_anchor(int(number)) if number else ""
    content: Flow = _source(selection, findings, name) if kind == "source" else (Run(owned(kind, name)),)
    if kind == "model":
        for fact in _behind(selection, findings, name):
            content = (*content, Run(" "), *source_note(selection, selection.facts[fact], with_text=True))
    return Reference(number, content, anchor)


def _behind(selection: Selection, findings: Findings, provenance: str) -> tuple[str, ...]:
    """The facts behind the results that came about so."""
    used = (selection.results[name] for name in findings.uses.results)
    return tuple(dict.fromkeys(fact for item in used if item.provenance == provenance for fact in item.facts))


def _cited(selection: Selection, findings: Findings) -> list[str]:
    return list(dict.fromkeys(selection.facts[fact].source for fact in findings.uses.facts))


def _source_words(selection: Selection, name: str) -> str:
    source = selection.sources[name]
    return f"{source.publisher} {source.title}".casefold()


def _source(selection: Selection, findings: Findings, name: str) -> Flow:
    """Title as a link, publisher, whose statement it is, its dates; then the text of each fact that only a note stands for."""
    source = selection.sources[name]
    facts = [selection.facts[fact] for fact in findings.uses.facts if selection.facts[fact].source == name]
    tail = f", {source.publisher}{_whose(facts)}, {_dates(source, facts)}."
    texts = [fact.text for fact in facts if fact.id in findings.uses.cited]
    return (Link((Run(source.title),), Url(source.url)), Run(" ".join((tail, *texts))))


def _whose(facts: list[Fact]) -> str:
    claims = [fact.kind == "vendor-claim" for fact in facts]
    if not any(claims):
        return ""
    return ", the vendor's own statement" if all(claims) else ", in part the vendor's own statement"


def _dates(source: Source, facts: list[Fact]) -> str:
    """The page's own date, any other day as of which a fact holds, and the day on which the page was read."""
    dated = [f"dated {spoken(source.dated)}"] if source.dated else []
    others = sorted({fact.as_of for fact in facts} - {source.dated, source.seen})
    return ", ".join([*dated, *(f"as of {spoken(day)}" for day in others), f"checked {spoken(source.seen)}"])
