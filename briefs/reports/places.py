"""Where a composed product shows what: slides by number, documents by their headings, for pages are the printer's affair."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefs.model.deck import CardsBody, ChartBody, Deck, DiagramBody, Slide, SlideBody, TableBody
from briefs.model.document import Cards, ChartFigure, DiagramFigure, DocBlock, Document, Heading, Table
from briefs.model.origin import Origin
from briefs.model.runs import plain


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in one product, as far as its reader may see it."""

    sections: frozenset[tuple[str, tuple[str, ...]]]
    """Id of a section, and the patterns of the headings below its title."""
    slides: frozenset[Origin]
    charts: frozenset[str]
    diagrams: frozenset[str]
    anchors: frozenset[str]
    """Of records: `ask-id`."""


def places(product: Document | Deck, sought: Sought) -> tuple[str, ...]:
    """`slide 7: Title`, or `2 Title > 2.1 Title`, in reading order, each once."""
    found = _slides(product, sought) if isinstance(product, Deck) else _headings(product.blocks, sought)
    return tuple(dict.fromkeys(found))


def numbered(deck: Deck) -> Iterator[tuple[int, Slide]]:
    """The slides with the numbers that PowerPoint shows."""
    return enumerate(deck.slides, start=1)


def _slides(deck: Deck, sought: Sought) -> Iterator[str]:
    for number, slide in numbered(deck):
        if slide.origin in sought.slides or _shows(slide.body, sought):
            yield f"slide {number}: {slide.title}"


def _headings(blocks: Iterable[DocBlock], sought: Sought) -> Iterator[str]:
    path: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            path = [*(item for item in path if item.level < block.level), block]
            if _under(path, sought):
                yield _shown(path)
        elif _shows(block, sought):
            yield _shown(path)


def _under(path: list[Heading], sought: Sought) -> bool:
    """Whether the innermost heading is one under which a section says it."""
    for at, heading in enumerate(path):
        below = [plain(item.content) for item in path[at + 1 :]]
        for section, patterns in sought.sections:
            if heading.anchor == f"section-{section}" and len(below) == len(patterns) and all(map(_alike, patterns, below)):
                return True
    return False


def _alike(pattern: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("\x00"))), text) is not None


def _shows(what: DocBlock | SlideBody, sought: Sought) -> bool:
    """Whether a block of a document or the body of a slide shows a chart, diagram or record that is sought."""
    match what:
        case ChartFigure(chart=chart) | ChartBody(chart=chart):
            return chart.id in sought.charts
        case DiagramFigure(diagram=diagram) | DiagramBody(diagram=diagram):
            return diagram.id in sought.diagrams
        case Cards(cards=cards) | CardsBody(cards=cards):
            return any(card.anchor in sought.anchors for card in cards)
        case Table(rows=rows) | TableBody(rows=rows):
            return any(row.anchor in sought.anchors for row in rows)
        case _:
            return False


def _shown(path: list[Heading]) -> str:
    return " > ".join(f"{item.number} {plain(item.content)}".strip() for item in path) or "before the first heading"
