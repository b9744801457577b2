"""Which facts are due for review, and what a change of one fact would touch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from briefs.model.content import Resolved
from briefs.model.document import Meta, Uses
from briefs.model.exhibits import Value
from briefs.model.facts import Fact
from briefs.model.nodes import Reference, SlideBlock
from briefs.model.walk import walk


@dataclass(frozen=True, slots=True)
class Impact:
    """Ids of what a fact reaches, each in the order of the content."""

    sections: tuple[str, ...]
    slides: tuple[str, ...]
    """`section#slide`."""
    records: tuple[str, ...]
    """`register:id`."""
    charts: tuple[str, ...]
    products: tuple[str, ...]
    """Products that show it, as `brief@audience`."""


def due(facts: Iterable[Fact], by: date) -> tuple[Fact, ...]:
    """Facts whose review-by day is on or before `by`, the most overdue first."""
    return tuple(sorted((fact for fact in facts if fact.review_by <= by), key=lambda fact: (fact.review_by, fact.id)))


def impact(fact: str, resolved: Resolved, products: Sequence[tuple[Meta, Uses]]) -> Impact:
    """Everything that prints, cites or charts a fact."""
    slides = [
        f"{section.id}#{visit.node.id}"
        for section in resolved.sections.values()
        for visit in walk(section.blocks, frozenset())
        if isinstance(visit.node, SlideBlock) and _names(visit.node, fact)
    ]
    return Impact(
        sections=tuple(key for key, section in resolved.sections.items() if _names(section.blocks, fact)),
        slides=tuple(slides),
        records=tuple(
            f"{name}:{record.id}"
            for name, register in resolved.registers.items()
            for record in register.records
            if _names(record, fact)
        ),
        charts=tuple(key for key, chart in resolved.charts.items() if _names(chart, fact)),
        products=tuple(dict.fromkeys(meta.product for meta, uses in products if fact in uses.facts)),
    )


def _names(value: object, fact: str) -> bool:
    return any(_is(visit.node, fact) for visit in walk(value, frozenset()))


def _is(node: object, fact: str) -> bool:
    match node:
        case Reference(kind="fact", target=target) | Value(kind="fact", target=target):
            return target == fact
        case _:
            return False
