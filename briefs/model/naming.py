"""Which name of a term an audience reads: the claim of the fewest readers wins, and two equal claims have no winner."""

from collections.abc import Sequence

from briefs.model.audience import Audiences
from briefs.model.facts import Named


def claims(named: Sequence[Named], audience: str, audiences: Audiences) -> tuple[Named, ...]:
    """The claims that no narrower claim beats: one when all is well, none when nothing covers the audience, more on a tie."""
    covering = [(claim, audiences.expand(claim.audience)) for claim in named if audience in audiences.expand(claim.audience)]
    return tuple(claim for claim, readers in covering if not any(other < readers for _, other in covering))
