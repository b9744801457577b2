"""Which facts are due for review."""

from collections.abc import Iterable
from datetime import date

from briefs.model.facts import Fact


def due(facts: Iterable[Fact], by: date) -> tuple[Fact, ...]:
    """Facts whose review-by day is on or before `by`, the most overdue first."""
    return tuple(sorted((fact for fact in facts if fact.review_by <= by), key=lambda fact: (fact.review_by, fact.id)))
