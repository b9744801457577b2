"""Which other product of the same reader has what this one does not show."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import assert_never

from briefs.compose.links import Target, record_kind
from briefs.compose.prune import shown
from briefs.compose.query import query
from briefs.model.audience import NOBODY
from briefs.model.content import Brief, PartEntry, Section, SectionEntry, Selection, ViewEntry
from briefs.model.nodes import Block, ChartCall, DiagramCall, SlideBlock, ViewCall
from briefs.model.walk import walk


def elsewhere(selection: Selection, brief: Brief, deck: bool) -> Mapping[Target, str]:
    """Target -> title of the first other product, in the order of the briefs, that shows it; of a deck another deck."""
    found: dict[Target, str] = {}
    for other in selection.briefs.values():
        if other.id != brief.id and other.title != brief.title and _is(other, deck):
            for target in selection.once(("shown", other.id, deck), partial(_all_targets, selection, other, deck)):
                found.setdefault(target, other.title)
    return found


def _is(brief: Brief, deck: bool) -> bool:
    return any((name == "pptx") == deck for name in brief.formats)


def _all_targets(selection: Selection, brief: Brief, deck: bool) -> tuple[Target, ...]:
    return tuple(dict.fromkeys(_targets(selection, brief, deck)))


def _targets(selection: Selection, brief: Brief, deck: bool) -> Iterator[Target]:
    """Every section, exhibit and record that it shows."""
    for entry in brief.on("decks" if deck else "documents").outline:
        match entry:
            case SectionEntry(section=name) if name in selection.sections:
                if blocks := _blocks(selection, selection.sections[name], entry, deck):
                    yield "section", name
                    yield from _exhibits(selection, blocks)
            case SectionEntry():
                pass
            case ViewEntry(view=call):
                yield from _records(selection, call)
            case PartEntry():
                yield from _records(selection, entry.records())
            case _:
                assert_never(entry)


def _blocks(selection: Selection, section: Section, entry: SectionEntry, deck: bool) -> tuple[Block, ...]:
    """A document shows all but slides, a deck what stands on those that the outline names."""
    if not deck:
        return shown(selection, section.blocks)
    slides = [visit.node for visit in walk(section.blocks, NOBODY) if isinstance(visit.node, SlideBlock)]
    return tuple(block for slide in slides if entry.slides is None or slide.id in entry.slides for block in slide.blocks)


def _exhibits(selection: Selection, blocks: tuple[Block, ...]) -> Iterator[Target]:
    for visit in walk(blocks, NOBODY):
        match visit.node:
            case ViewCall() as call:
                yield from _records(selection, call)
            case ChartCall(chart=target):
                yield "chart", target
            case DiagramCall(diagram=target):
                yield "diagram", target


def _records(selection: Selection, call: ViewCall) -> Iterator[Target]:
    for record in query(selection, call).records:
        yield record_kind(call.register), record.id
