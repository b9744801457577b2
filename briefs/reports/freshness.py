"""Which facts are due for review, who reviews them, and which products show them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefs.model.content import Brief, Resolved
from briefs.model.deck import Deck
from briefs.model.document import Document
from briefs.model.facts import Fact
from briefs.model.paths import product_path


@dataclass(frozen=True, slots=True)
class Due:
    fact: Fact
    url: str
    """The address of the source, at which to look again."""
    used: tuple[str, ...]
    """Products that show it, as paths below the output folder; empty when none does."""


def due(facts: Iterable[Fact], by: date) -> tuple[Fact, ...]:
    """Facts whose review-by day is on or before `by`, the most overdue first."""
    return tuple(sorted((fact for fact in facts if fact.review_by <= by), key=lambda fact: (fact.review_by, fact.id)))


def reviews(resolved: Resolved, products: Sequence[tuple[Brief, Document | Deck]], by: date) -> tuple[Due, ...]:
    """Facts to be reviewed by a day, soonest first, with the products that print, cite or draw them."""
    return tuple(
        Due(fact, resolved.sources[fact.source].url, tuple(sorted(_used(fact.id, resolved, products))))
        for fact in due(resolved.facts.values(), by)
    )


def as_json(found: Iterable[Due]) -> str:
    """`[{id, text, owner, as_of, review_by, source, url, used: [path, …]}, …]`, days as 2026-11-23."""
    rows = [
        {
            "id": item.fact.id,
            "text": item.fact.text,
            "owner": item.fact.owner,
            "as_of": item.fact.as_of.isoformat(),
            "review_by": item.fact.review_by.isoformat(),
            "source": item.fact.source,
            "url": item.url,
            "used": list(item.used),
        }
        for item in found
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def _used(fact: str, resolved: Resolved, products: Sequence[tuple[Brief, Document | Deck]]) -> Iterator[str]:
    for brief, product in products:
        if fact in product.uses.facts:
            suffix = "pptx" if isinstance(product, Deck) else next((form for form in brief.formats if form != "pptx"), "docx")
            yield f"{product_path(brief, resolved.audiences.get(product.meta.audience))}.{suffix}"
