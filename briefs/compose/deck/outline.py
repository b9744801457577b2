"""The outline of a brief as slides, in the order in which a deck is presented: content, asks, closing, appendix."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from briefs.compose.deck.appendix import lookups, records_part
from briefs.compose.deck.asks import asks
from briefs.compose.deck.bodies import sheets
from briefs.compose.deck.desk import Desk, Head, Sheet
from briefs.compose.deck.exhibits import view_sheets
from briefs.compose.deck.sources import source_details
from briefs.compose.flatten import flatten
from briefs.compose.parts import STANDARD
from briefs.model.content import Brief, PartEntry, PartName, SectionEntry, ViewEntry
from briefs.model.deck import CoverBody, Slide
from briefs.model.nodes import Block, Division, Group, SlideBlock

OPENING, CLOSING = "Opening", "Closing"


def cover(desk: Desk, brief: Brief) -> tuple[Slide, ...]:
    """The title slide."""
    from_brief = Head(brief.title, OPENING, brief.mark.origin)
    return desk.slides(from_brief, (_cover_sheet(brief),))


def content(desk: Desk, brief: Brief) -> tuple[Slide, ...]:
    """Everything up to the closing slides, which come last whatever section they stand in."""
    made = tuple(slide for entry in brief.outline for slide in _entry(desk, entry))
    closing = tuple(slide for slide in made if slide.layout == "closing")
    others = tuple(slide for slide in made if slide.layout != "closing")
    return (*others, *_last_group(closing, {slide.group for slide in others}))


def appendix(desk: Desk, brief: Brief) -> tuple[Slide, ...]:
    """The parts behind the closing slide; terms and sources last in the making, for they list what all others use."""
    parts = [entry for entry in brief.outline if isinstance(entry, PartEntry) and entry.part != "asks"]
    made: dict[PartName, tuple[Slide, ...]] = {}
    records = [entry for entry in parts if entry.part in ("assumptions", "non-goals")]
    if records:
        made[records[0].part] = records_part(desk, records)
    made.update(lookups(desk, parts))
    return tuple(slide for entry in parts for slide in made.get(entry.part, ()))


def _entry(desk: Desk, entry: SectionEntry | ViewEntry | PartEntry) -> Iterator[Slide]:
    match entry:
        case SectionEntry():
            yield from _section(desk, entry)
        case ViewEntry():
            head = Head(entry.heading, entry.heading, entry.mark.origin)
            found = view_sheets(desk, entry.view, (), cards=False)
            yield from desk.slides(head, found)
        case PartEntry():
            if entry.part == "asks":
                yield from asks(desk, entry, entry.heading or STANDARD["asks"])
        case _:
            assert_never(entry)


def _section(desk: Desk, entry: SectionEntry) -> Iterator[Slide]:
    """The section's slides, all or those named, in that order."""
    section = desk.selection.sections.get(entry.section)
    if section is None:
        return
    blocks = {block.id: block for block in _slide_blocks(section.blocks)}
    names = blocks if entry.slides is None else [name.rpartition("#")[2] for name in entry.slides]
    group = desk.words(section.title)
    first = True
    for name in names:
        if name in blocks:
            made = _slide(desk, blocks[name], group, section.id, first)
            first = first and not made
            yield from made
    if not first:
        desk.inliner.uses.section(section.id)


def _slide(desk: Desk, block: SlideBlock, group: str, section: str, first: bool) -> tuple[Slide, ...]:
    found = sheets(desk, block)
    if not found:
        return ()
    title = desk.words(block.title)
    told = [desk.aside(flatten((note,))) for note in block.notes]
    notes = tuple(text for text, _ in told if text)
    sources = source_details(desk.selection, dict.fromkeys(fact for _, facts in told for fact in facts))
    reach = (("section", f"{section}#{block.id}"), *((("section", section),) if first else ()))
    return desk.slides(Head(title, group, block.mark.origin, (*notes, *sources), reach), found)


def _slide_blocks(blocks: tuple[Block, ...]) -> Iterator[SlideBlock]:
    for block in blocks:
        match block:
            case SlideBlock():
                yield block
            case Group() | Division():
                yield from _slide_blocks(block.blocks)
            case _:
                pass


def _last_group(closing: tuple[Slide, ...], taken: set[str]) -> tuple[Slide, ...]:
    """A PowerPoint section is one stretch of slides, so a closing slide leaves a section that has others."""
    return tuple(replace(slide, group=CLOSING) if slide.group in taken else slide for slide in closing)


def _cover_sheet(brief: Brief) -> Sheet:
    return Sheet("title", CoverBody(brief.subtitle))
