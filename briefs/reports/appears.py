"""In which products a section stands, with which slides, and of every other product why it does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefs.model.audience import NOBODY
from briefs.model.content import Brief, Corpus, Section, SectionEntry
from briefs.model.nodes import SlideBlock
from briefs.model.walk import walk


@dataclass(frozen=True, slots=True)
class Appearance:
    product: str
    """`brief@audience`; a brief alone stands for the audiences that do not get it at all."""
    shown: bool
    why: str
    """The entry that shows it, and with which slides; or what keeps it out, with its line."""


def appears(section: Section, corpus: Corpus, audiences: Iterable[str]) -> tuple[Appearance, ...]:
    """One row for each product, those that show it first; readers have to be known."""
    names = tuple(audiences)
    rows = [row for brief in corpus.briefs.values() for row in _rows(section, brief, names)]
    return tuple(sorted(rows, key=lambda row: not row.shown))


def _rows(section: Section, brief: Brief, audiences: tuple[str, ...]) -> Iterator[Appearance]:
    without = [name for name in audiences if name not in brief.mark.readers]
    for name in audiences:
        if name not in without:
            yield _row(section, brief, name)
    if without:
        place = brief.mark.tag.origin if brief.mark.tag else brief.mark.origin
        yield Appearance(brief.id, False, f"the brief is not for {', '.join(without)}: {place}")


def _row(section: Section, brief: Brief, audience: str) -> Appearance:
    product = f"{brief.id}@{audience}"
    reason = next(_kept(section, brief, audience), "")
    return Appearance(product, not reason, reason or _how(section, brief, audience))


def _entries(section: Section, brief: Brief) -> list[SectionEntry]:
    return [item for item in brief.outline if isinstance(item, SectionEntry) and item.section == section.id]


def _kept(section: Section, brief: Brief, audience: str) -> Iterator[str]:
    """What keeps the section out, the first of it that one meets."""
    entries = _entries(section, brief)
    if not entries:
        yield f"not in the outline: {brief.mark.origin.path}"
    if brief.draft:
        yield f"the brief is a draft: {brief.mark.origin.path}"
    if section.draft:
        yield f"the section is a draft: {section.mark.origin.path}"
    if audience not in section.mark.readers:
        tag = section.mark.tag
        yield f"the section's head is not for {audience}: {tag.origin if tag else section.mark.origin}"
    barred = [item.mark for item in entries if audience not in item.mark.readers]
    if len(barred) == len(entries):
        yield f"the outline's entry is not for {audience}: {barred[0].tag.origin if barred[0].tag else barred[0].origin}"
    if brief.formats == ("pptx",) and not _slides(section, brief, audience)[0]:
        yield f"a deck only, and no slide of the section is listed: {entries[0].mark.origin}"


def _how(section: Section, brief: Brief, audience: str) -> str:
    entry = next(item for item in _entries(section, brief) if audience in item.mark.readers)
    listed, others = _slides(section, brief, audience)
    parts = [f"in the outline: {entry.mark.origin}"]
    parts += [f"{entry.only} only"] if entry.only else []
    if "pptx" in brief.formats and entry.only != "documents":
        parts.append(f"slides {', '.join(listed)}" if listed else "no slide in the deck")
        parts += [f"not listed: {', '.join(others)}"] if others else []
    return "; ".join(parts)


def _slides(section: Section, brief: Brief, audience: str) -> tuple[list[str], list[str]]:
    """The slides that an audience may see: those that the entry takes, and those that it does not list."""
    nodes = (visit.node for visit in walk(section.blocks, NOBODY))
    own = [node.id for node in nodes if isinstance(node, SlideBlock) and audience in node.mark.readers]
    entries = [item for item in _entries(section, brief) if audience in item.mark.readers]
    taken = {name for item in entries for name in (own if item.slides is None else item.slides)}
    return [name for name in own if name in taken], [name for name in own if name not in taken]
