"""A brief as a document for one audience, composed twice: once to learn what it prints, once to link, count and list it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from briefs.compose.blocks import Place, Writer
from briefs.compose.contents import contents
from briefs.compose.count import words
from briefs.compose.elsewhere import elsewhere
from briefs.compose.findings import Findings, has
from briefs.compose.flow import Inliner
from briefs.compose.lead import without_decision
from briefs.compose.links import Target
from briefs.compose.meta import meta
from briefs.compose.notes import Endnotes, Footnotes, are_numbers
from briefs.compose.numbering import Numbering
from briefs.compose.parts import STANDARD, part
from briefs.compose.prune import shown
from briefs.compose.uses import UseLog
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Brief, PartEntry, SectionEntry, Selection, ViewEntry
from briefs.model.document import DocBlock, Document, Paragraph
from briefs.model.nodes import Block, Callout, Mark, Text
from briefs.model.runs import Flow


@dataclass(frozen=True, slots=True)
class Draft:
    """One pass over a product."""

    blocks: tuple[DocBlock, ...]
    notes: tuple[Flow, ...]
    words: int
    findings: Findings
    faults: tuple[Diagnostic, ...]


def document(selection: Selection, brief: Brief, views: Mapping[str, str]) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document and what is wrong with it; `views` is shape -> template text, the document's id is not yet set."""
    brief = brief.on("documents")
    # Executives are not sent to other papers: theirs stands alone.
    other = {} if selection.audience.reader == "executive" else elsewhere(selection, brief, deck=False)
    first = _draft(selection, brief, views, Findings(), other)
    final = _draft(selection, brief, views, first.findings, other)
    uses = final.findings.uses.frozen()
    blocks = (*contents(selection, brief, final.blocks), *final.blocks)
    made = Document(meta(selection, brief, uses), blocks, final.notes, final.words, uses)
    return made, (*_nothing(selection, brief, made), *final.faults)


def _draft(selection: Selection, brief: Brief, views: Mapping[str, str], known: Findings, other: Mapping[Target, str]) -> Draft:
    executive = selection.audience.reader == "executive"
    notes = Endnotes(selection, has(brief, "sources")) if are_numbers(brief) else Footnotes(selection)
    inliner = Inliner(selection, known.links(brief, other), UseLog(), notes, brief.definitions)
    writer = Writer(inliner, Numbering(numbered=not executive, listed=bool(brief.lists)), views)
    blocks = tuple(_outline(writer, brief, known))
    numbers = notes.numbers if isinstance(notes, Endnotes) else {}
    findings = Findings(inliner.uses, {**writer.numbering.drawn, **writer.numbering.anchors}, numbers)
    return Draft(blocks, tuple(notes.notes), words(blocks) - writer.uncounted, findings, tuple(writer.faults))


def _outline(writer: Writer, brief: Brief, known: Findings) -> Iterator[DocBlock]:
    """The entries of the outline in order; before them, for executives, the decision that the brief asks for."""
    selection = writer.inliner.selection
    bodies = {
        entry.section: shown(selection, selection.sections[entry.section].blocks)
        for entry in brief.outline
        if isinstance(entry, SectionEntry) and entry.section in selection.sections
    }
    if selection.audience.reader == "executive":
        decision, bodies = _decision(bodies)
        yield from writer.blocks((decision,) if decision else (), Place(1, 1))
    for entry in brief.outline:
        writer.inliner.section()
        match entry:
            case SectionEntry():
                yield from _section(writer, entry, bodies)
            case ViewEntry():
                yield from _headed(writer, entry.heading, (entry.view,), entry.mark)
            case PartEntry():
                yield writer.heading(1, (Text(entry.heading or STANDARD[entry.part], entry.mark),), "")
                yield from part(writer, known, entry, Place(1, 1, captioned=False))
            case _:
                assert_never(entry)


def _decision(bodies: Mapping[str, tuple[Block, ...]]) -> tuple[Callout | None, dict[str, tuple[Block, ...]]]:
    """The first decision of the first section that has one, and the sections without it."""
    left = dict(bodies)
    for name, blocks in bodies.items():
        decision, rest = without_decision(blocks)
        if decision is not None:
            return decision, {**left, name: rest}
    return None, left


def _section(writer: Writer, entry: SectionEntry, bodies: Mapping[str, tuple[Block, ...]]) -> Iterator[DocBlock]:
    body = bodies.get(entry.section, ())
    if not body:
        return
    section = writer.inliner.selection.sections[entry.section]
    writer.inliner.uses.section(section.id)
    yield writer.heading(1, section.title, writer.numbering.claim("section", section.id))
    blocks = writer.blocks(body, Place(1, 1))
    opens = blocks[0] if blocks else None
    if writer.inliner.selection.audience.reader == "executive" and isinstance(opens, Paragraph) and opens.role == "body":
        blocks = (replace(opens, role="lead"), *blocks[1:])
    yield from blocks


def _headed(writer: Writer, heading: str, body: tuple[Block, ...], mark: Mark) -> Iterator[DocBlock]:
    """A heading and what is left of its body; neither when nothing is left."""
    left = shown(writer.inliner.selection, body)
    if left:
        yield writer.heading(1, (Text(heading, mark),), "")
        yield from writer.blocks(left, Place(1, 1))


def _nothing(selection: Selection, brief: Brief, made: Document) -> tuple[Diagnostic, ...]:
    """A product whose sections and views are all hidden from its reader is a mistake of its outline."""
    if made.uses.sections or (any(isinstance(entry, ViewEntry) for entry in brief.outline) and made.uses.views):
        return ()
    message = f"'{brief.id}' has nothing to show for '{selection.audience.id}'"
    return (error("B407", brief.place("outline"), message, "name a section that this audience may read, or narrow the brief"),)
