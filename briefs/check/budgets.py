"""Budgets of a product: a limit that is passed says by how much, and which sections weigh most."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from briefs.check.readability import grade, jargon, prose, prose_of, used
from briefs.check.sentences import Passage, sentences, titles
from briefs.diagnostics import Diagnostic, error
from briefs.model.artifact import Artifact
from briefs.model.content import Brief, Selection
from briefs.model.deck import Deck
from briefs.model.document import (
    Callout,
    Cards,
    ChartFigure,
    Code,
    Contents,
    DiagramFigure,
    DocBlock,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    PictureFigure,
    References,
    Table,
)
from briefs.model.runs import Flow, plain

OPENING = "the opening"
"""What stands before the first heading."""
HEAVIEST = 3
BEGINNING = 6
"""Words of a sentence by which an author finds it."""


def budgets(brief: Brief, product: Document | Deck, selection: Selection) -> tuple[Diagnostic, ...]:
    """B406 for each limit of the brief that its product passes; B420 and B421 at each sentence and title that is too long."""
    found = _deck(brief, product) if isinstance(product, Deck) else _document(brief, product, selection)
    return (*found, *_lengths(brief, product, selection))


def _document(brief: Brief, document: Document, selection: Selection) -> Iterator[Diagnostic]:
    limits, texts, parts = brief.budgets, prose(document), _sections(document)
    if limits.words is not None and document.words > limits.words:
        counts = {name: sum(map(_words, blocks)) for name, blocks in parts.items()}
        yield _over(brief, document, "words", document.words, f"{document.words:,} words", _heaviest(counts))
    if limits.grade is not None and (found := grade(texts)) > limits.grade:
        weights = {name: grade(prose_of(blocks)) for name, blocks in parts.items()}
        hint = f"shorten sentences, prefer short words; {_heaviest(weights)}"
        yield _over(brief, document, "grade", found, f"reading grade {found:.1f}", hint)
    names = [term.name for term in selection.terms.values() if term.id in document.uses.terms]
    if limits.jargon_per_100_words is not None and (found := jargon(texts, names)) > limits.jargon_per_100_words:
        weights = {name: used(tuple(prose_of(blocks)), names) for name, blocks in parts.items()}
        hint = f"say it plainly, or drop the term; {_heaviest(weights)}"
        yield _over(brief, document, "jargon_per_100_words", found, f"{found:.1f} terms of art in 100 words", hint)


def _deck(brief: Brief, deck: Deck) -> Iterator[Diagnostic]:
    limits = brief.budgets
    main = Counter(slide.group for slide in deck.slides if not slide.appendix)
    back = Counter(slide.title.partition(" (")[0] for slide in deck.slides if slide.appendix)
    if limits.slides is not None and main.total() > limits.slides:
        have = f"{main.total()} slides up to the closing one"
        yield _over(brief, deck, "slides", main.total(), have, f"merge or drop slides; {_heaviest(main)}")
    if limits.appendix_slides is not None and back.total() > limits.appendix_slides:
        have = f"{back.total()} slides in the appendix"
        yield _over(brief, deck, "appendix_slides", back.total(), have, f"shorten the parts; {_heaviest(back)}")


def _lengths(brief: Brief, product: Document | Deck, selection: Selection) -> Iterator[Diagnostic]:
    """Each where it stands, so that it is mended there; a section of several products is complained of for each brief."""
    limits = brief.budgets
    if limits.sentence_words is not None:
        for one in sentences(brief, product, selection):
            if one.words > limits.sentence_words:
                yield _too_long("B420", "sentence", one, limits.sentence_words, brief, "make two of it")
    if limits.title_words is not None:
        for one in titles(brief, product, selection):
            if one.words > limits.title_words:
                yield _too_long("B421", "title", one, limits.title_words, brief, "say it in fewer words")


def _too_long(code: str, what: str, one: Passage, limit: int, brief: Brief, hint: str) -> Diagnostic:
    words = one.text.split()
    begins = " ".join((*words[:BEGINNING], *("…",) * (len(words) > BEGINNING)))
    text = f"a {what} of {one.words} words, {one.words - limit} more than '{brief.id}' takes: '{begins}'"
    return error(code, one.origin, text, hint)


def _over(brief: Brief, product: Document | Deck | Artifact, name: str, found: float, have: str, hint: str) -> Diagnostic:
    """At the line of the brief that sets the limit."""
    limit: float = getattr(brief.budgets, name)
    place = brief.budgets.places.get(name, brief.mark.origin)
    more = f"{found - limit:,.1f}".removesuffix(".0")
    return error("B406", place, f"{product.meta.product} has {have}, {more} more than its budget of {limit:,g}", hint)


def pages(brief: Brief, artifact: Artifact) -> tuple[Diagnostic, ...]:
    """B406 for a printed file of more pages than its brief allows; only a PDF knows its pages."""
    limit = brief.budgets.pages
    if limit is None or artifact.pages is None or artifact.pages <= limit:
        return ()
    hint = "shorten its sections, or raise the limit"
    return (_over(brief, artifact, "pages", artifact.pages, f"{artifact.pages} pages", hint),)


def _heaviest(weights: Mapping[str, float]) -> str:
    top = [item for item in sorted(weights.items(), key=lambda item: -item[1])[:HEAVIEST] if item[1] > 0]
    return "heaviest are " + ", ".join(f"'{name}' ({round(weight, 1):g})" for name, weight in top)


def _sections(document: Document) -> dict[str, list[DocBlock]]:
    """Level-1 heading -> what stands under it, the heading included."""
    parts: dict[str, list[DocBlock]] = {}
    name = OPENING
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            name = plain(block.content)
        parts.setdefault(name, []).append(block)
    return parts


def _words(block: DocBlock) -> int:
    """Words that count: none of terminology, tables of views, record cards and code."""
    match block:
        case Heading() | Paragraph():
            return _count((block.content,))
        case ListBlock():
            return sum(_words(child) for item in block.items for child in item)
        case Callout():
            return _count((block.title,)) + sum(_words(child) for child in block.blocks)
        case Table():
            return _count(cell for row in block.rows for cell in row.cells) if block.role == "content" else 0
        case ChartFigure() | DiagramFigure() | PictureFigure():
            return _count((block.caption.content,))
        case Cards() | Code() | Contents() | References():
            return 0


def _count(flows: Iterable[Flow]) -> int:
    return sum(len(plain(flow).split()) for flow in flows)
