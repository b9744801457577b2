"""The mandatory parts: asks in the reader's form, assumptions, non-goals, the terms and the sources that the product uses."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from briefs.compose.blocks import Place, Writer
from briefs.compose.findings import Findings
from briefs.compose.notes import Endnotes
from briefs.compose.sources import sources
from briefs.model.content import PartEntry, PartName, Selection
from briefs.model.document import DocBlock, Paragraph, Reference, References, Table
from briefs.model.nodes import ViewCall
from briefs.model.records import Register
from briefs.model.runs import Flow, Run, plain

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
        case "asks":
            return writer.blocks((record_view(selection, entry),), place) or EMPTY
        case "assumptions" | "non-goals":
            blocks = writer.blocks((record_view(selection, entry),), place) or EMPTY
            dense = selection.audience.reader == "executive" or len(entry.columns) == 2
            return tuple(map(_dense, blocks)) if dense else blocks
        case "terminology":
            return terminology(writer, findings)
        case "sources":
            return sources(selection, findings, numbered=isinstance(writer.inliner.notes, Endnotes)) or EMPTY
        case _:
            assert_never(entry.part)


def record_view(selection: Selection, entry: PartEntry) -> ViewCall:
    """The view that a part of records is: executives read one page, engineers whom asks are put to read everything.

    Who sees priorities is of the house that asks: for them the asks are work in hand, so they read priority and progress;
    engineers among them get a table of what is open and when it is done, in place of the argument that they wrote.
    """
    call = _form(selection, entry)
    return replace(call, where=entry.where, columns=entry.columns or call.columns)


def _form(selection: Selection, entry: PartEntry) -> ViewCall:
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


def _dense(block: DocBlock) -> DocBlock:
    """A table of a title and a sentence as entries, which take half its room; any other block as it is."""
    if not isinstance(block, Table) or len(block.columns) != 2:
        return block
    return References(tuple(Reference("", _entry(*row.cells), row.anchor) for row in block.rows))


def _entry(title: Flow, says: Flow) -> Flow:
    """The title in bold, with a full stop, before what it says."""
    end = "" if plain(title).endswith((".", "?", "!")) else "."
    bold = tuple(replace(piece, bold=True) if isinstance(piece, Run) else piece for piece in title)
    return (*bold, Run(f"{end} ", bold=True), *says)


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
