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
    words = _asking(desk, brief)
    made = tuple(slide for entry in brief.outline for slide in _entry(desk, entry, words))
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


def _asking(desk: Desk, brief: Brief) -> SlideBlock | None:
    """The slide of the outline's sections that words the part of the asks: of its layout, with title and notes alone."""
    for entry in brief.outline:
        if isinstance(entry, SectionEntry):
            for block in _chosen(desk, entry):
                if block.layout == "asks" and not block.blocks:
                    return block
    return None


def _entry(desk: Desk, entry: SectionEntry | ViewEntry | PartEntry, words: SlideBlock | None) -> Iterator[Slide]:
    match entry:
        case SectionEntry():
            yield from _section(desk, entry)
        case ViewEntry():
            head = Head(entry.heading, entry.heading, entry.mark.origin)
            found = view_sheets(desk, entry.view, (), cards=False)
            yield from desk.slides(head, found)
        case PartEntry():
            if entry.part == "asks":
                yield from asks(desk, entry, _asks_head(desk, entry, words))
        case _:
            assert_never(entry)


def _asks_head(desk: Desk, entry: PartEntry, words: SlideBlock | None) -> Head:
    if words is None:
        return Head(entry.heading, entry.heading or STANDARD["asks"], entry.mark.origin)
    return Head(desk.words(words.title), STANDARD["asks"], words.mark.origin, _told(desk, words))


def _section(desk: Desk, entry: SectionEntry) -> Iterator[Slide]:
    """The section's slides, all or those named, in that order."""
    section = desk.selection.sections.get(entry.section)
    if section is None:
        return
    group = desk.words(section.title)
    first = True
    for block in _chosen(desk, entry):
        made = _slide(desk, block, group, section.id, first)
        first = first and not made
        yield from made
    if not first:
        desk.inliner.uses.section(section.id)


def _chosen(desk: Desk, entry: SectionEntry) -> list[SlideBlock]:
    """The slides of a section that an entry asks for: all, or those that it names, in that order."""
    section = desk.selection.sections.get(entry.section)
    blocks = {block.id: block for block in _slide_blocks(section.blocks)} if section else {}
    names = blocks if entry.slides is None else [name.rpartition("#")[2] for name in entry.slides]
    return [blocks[name] for name in names if name in blocks]


def _slide(desk: Desk, block: SlideBlock, group: str, section: str, first: bool) -> tuple[Slide, ...]:
    found = sheets(desk, block)
    if not found:
        return ()
    title = desk.words(block.title)
    reach = (("section", f"{section}#{block.id}"), *((("section", section),) if first else ()))
    return desk.slides(Head(title, group, block.mark.origin, _told(desk, block), reach), found)


def _told(desk: Desk, block: SlideBlock) -> tuple[str, ...]:
    """What the presenter says, and the sources of it."""
    told = [desk.aside(flatten((note,))) for note in block.notes]
    sources = source_details(desk.selection, dict.fromkeys(fact for _, facts in told for fact in facts))
    return (*(text for text, _ in told if text), *sources)


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
