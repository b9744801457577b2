"""Sentences and titles of the sections that a product shows, each with the place where it begins, for limits on their length."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal, assert_never

from briefs.check.readability import SENTENCE
from briefs.model.audience import NOBODY
from briefs.model.content import Brief, PartEntry, Section, SectionEntry, Selection, ViewEntry
from briefs.model.deck import Deck
from briefs.model.document import Document
from briefs.model.nodes import (
    Block,
    Break,
    Cell,
    Code,
    Division,
    Footnote,
    Inline,
    Mark,
    Paragraph,
    Reference,
    SlideBlock,
    Span,
    Styled,
    Text,
    Use,
)
from briefs.model.origin import Origin
from briefs.model.walk import walk

_WORD = re.compile(r"\S*\w\S*")
"""What a reader counts as one: letters or digits up to the next space."""


@dataclass(frozen=True)
class Passage:
    text: str
    origin: Origin

    @cached_property
    def words(self) -> int:
        return len(_WORD.findall(self.text))


Part = tuple[str | None, tuple[Passage, ...]]
"""What a slide says, by its id; without an id what a document says."""


def _surface(product: Document | Deck) -> Literal["documents", "decks"]:
    return "decks" if isinstance(product, Deck) else "documents"


def titles(brief: Brief, product: Document | Deck, selection: Selection) -> Iterator[Passage]:
    """Headings of a document, or titles of slides; those of the parts, too, where the outline words them."""
    for entry in brief.on(_surface(product)).outline:
        match entry:
            case SectionEntry() if entry.section in selection.sections:
                yield from _asked(_titles_of, "titles", entry, product, selection)
            case ViewEntry(heading=heading, mark=mark) | PartEntry(heading=heading, mark=mark):
                yield Passage(heading, mark.origin)


def sentences(brief: Brief, product: Document | Deck, selection: Selection) -> Iterator[Passage]:
    """Sentences of paragraphs, list items, cells and footnotes; none of records, which are written for every product."""
    for entry in brief.on(_surface(product)).outline:
        if isinstance(entry, SectionEntry) and entry.section in selection.sections:
            yield from _asked(_sentences_of, "sentences", entry, product, selection)


def _asked(
    work: Callable[[Section, bool], tuple[Part, ...]],
    what: str,
    entry: SectionEntry,
    product: Document | Deck,
    selection: Selection,
) -> Iterator[Passage]:
    """Of a section's parts those that the product shows; worked out once for all products of an audience."""
    deck = isinstance(product, Deck)
    work_once = partial(work, selection.sections[entry.section], deck)
    for slide, passages in selection.once((what, entry.section, deck), work_once):
        if slide is None or entry.slides is None or slide in entry.slides:
            yield from passages


def _sentences_of(section: Section, deck: bool) -> tuple[Part, ...]:
    found = []
    for block in _shown(section, deck):
        lines = [
            visit.node.children
            for visit in walk(block.blocks if isinstance(block, SlideBlock) else block, NOBODY)
            if isinstance(visit.node, (Paragraph, Cell))
        ]
        found.append((_slide(block), tuple(one for line in lines for one in _sentences(line))))
    return tuple(found)


def _titles_of(section: Section, deck: bool) -> tuple[Part, ...]:
    found: list[Part] = [] if deck else [(None, (_passage(section.title, section.mark),))]
    for block in _shown(section, deck):
        nodes = (visit.node for visit in walk(block, NOBODY))
        titled = (node for node in nodes if isinstance(node, SlideBlock if deck else Division))
        found.append((_slide(block), tuple(_passage(node.title, node.mark) for node in titled)))
    return tuple(found)


def _slide(block: Block) -> str | None:
    return block.id if isinstance(block, SlideBlock) else None


def _passage(title: Iterable[Inline], mark: Mark) -> Passage:
    pieces = tuple(_pieces(title))
    return Passage("".join(piece.text for piece in pieces), pieces[0].origin if pieces else mark.origin)


def _shown(section: Section, deck: bool) -> tuple[Block, ...]:
    """A document shows all but slides; a deck slides, those that the outline names or all of them."""
    if not deck:
        return tuple(_without_slides(section.blocks))
    return tuple(visit.node for visit in walk(section.blocks, NOBODY) if isinstance(visit.node, SlideBlock))


def _without_slides(blocks: Iterable[Block]) -> Iterator[Block]:
    """Slides may stand in groups and under headings: those are taken apart where they hold one."""
    for block in blocks:
        if not any(isinstance(visit.node, SlideBlock) for visit in walk(block, NOBODY)):
            yield block
        elif isinstance(block, Division):
            yield Division(block.level, block.title, tuple(_without_slides(block.blocks)), block.mark)
        elif not isinstance(block, SlideBlock):
            yield from _without_slides(getattr(block, "blocks", ()))


def _sentences(children: Iterable[Inline]) -> Iterator[Passage]:
    """The sentences of a line, each with the place of its first word."""
    pieces = tuple(_pieces(children))
    text = "".join(piece.text for piece in pieces)
    ends = [found.start() for found in SENTENCE.finditer(text)]
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        if words := text[start:end].strip():
            yield Passage(" ".join(words.split()), _place(pieces, start + len(text[start:end]) - len(text[start:end].lstrip())))


def _place(pieces: tuple[Passage, ...], position: int) -> Origin:
    """Where the letter at a position was written: its piece, and how many lines and letters into it."""
    for piece in pieces:
        if position < len(piece.text):
            lines = piece.text[:position].count("\n")
            column = piece.origin.column + position if not lines else position - piece.text.rfind("\n", 0, position)
            return Origin(piece.origin.path, piece.origin.line + lines, column)
        position -= len(piece.text)
    return pieces[-1].origin


def _pieces(children: Iterable[Inline]) -> Iterator[Passage]:
    for node in children:
        match node:
            case Text() | Code():
                yield Passage(node.text, node.mark.origin)
            case Break():
                yield Passage(" ", node.mark.origin)
            case Styled() | Span() | Use():
                yield from _pieces(node.children)
            case Footnote():
                pass
            case Reference():
                raise ValueError(f"a reference to {node.kind}:{node.target} is left after select")
            case _:
                assert_never(node)
