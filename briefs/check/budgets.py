"""Budgets of a product: words, slides, reading grade, jargon; a limit that is passed says by how much and what weighs most."""

from collections.abc import Iterator

from briefs.check.readability import grade, jargon, prose
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Brief, Selection
from briefs.model.deck import Deck
from briefs.model.document import Document, Heading, Paragraph, Table
from briefs.model.runs import plain


def budgets(brief: Brief, product: Document | Deck, selection: Selection) -> tuple[Diagnostic, ...]:
    """B406 for each limit of the brief that its product passes."""
    found = _deck(brief, product) if isinstance(product, Deck) else _document(brief, product, selection)
    return tuple(found)


def _document(brief: Brief, document: Document, selection: Selection) -> Iterator[Diagnostic]:
    limits, texts = brief.budgets, prose(document)
    if limits.words is not None and document.words > limits.words:
        yield _over(brief, document, f"{document.words:,} words", f"{limits.words:,}", _heaviest(document))
    if limits.grade is not None and (found := grade(texts)) > limits.grade:
        yield _over(brief, document, f"reading grade {found:.1f}", f"{limits.grade:g}", "shorten sentences; prefer short words")
    names = [term.name for term in selection.terms.values() if term.id in document.uses.terms]
    if limits.jargon_per_100_words is not None and (found := jargon(texts, names)) > limits.jargon_per_100_words:
        text = f"{found:.1f} terms of art in 100 words"
        yield _over(brief, document, text, f"{limits.jargon_per_100_words:g}", "say it plainly, or drop the term")


def _deck(brief: Brief, deck: Deck) -> Iterator[Diagnostic]:
    limits = brief.budgets
    main = [slide for slide in deck.slides if not slide.appendix]
    back = len(deck.slides) - len(main)
    if limits.slides is not None and len(main) > limits.slides:
        yield _over(brief, deck, f"{len(main)} slides up to the closing one", f"{limits.slides}", "merge or drop slides")
    if limits.appendix_slides is not None and back > limits.appendix_slides:
        yield _over(brief, deck, f"{back} slides in the appendix", f"{limits.appendix_slides}", "shorten the parts")


def _over(brief: Brief, product: Document | Deck, have: str, limit: str, hint: str) -> Diagnostic:
    return error("B406", brief.mark.origin, f"{product.meta.product} has {have}, its budget is {limit}", hint)


def _heaviest(document: Document) -> str:
    """The three level-1 headings under which most words stand."""
    weights: dict[str, int] = {}
    heading = "the opening"
    for block in document.blocks:
        match block:
            case Heading(level=1, content=content):
                heading = plain(content)
            case Paragraph(content=content):
                weights[heading] = weights.get(heading, 0) + len(plain(content).split())
            case Table(rows=rows, role="content"):
                words = sum(len(plain(cell).split()) for row in rows for cell in row.cells)
                weights[heading] = weights.get(heading, 0) + words
            case _:
                pass
    top = sorted(weights.items(), key=lambda item: -item[1])[:3]
    return "heaviest are " + ", ".join(f"'{name}' ({count})" for name, count in top)
