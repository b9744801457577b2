"""One direction of a diagram's grid: cells of one size, the gaps between them, and the lanes in which connectors run."""

from collections.abc import Sequence
from dataclasses import dataclass

EDGE = 12.0
"""Points kept free at both ends, so that a connector can go round the outermost cells."""

MOST_SPARE = 72.0
"""Points by which a gap may grow to fill the place."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a direction must have room for; `before`, `after`: frames around each cell, `gaps`: between neighbours."""

    before: tuple[float, ...]
    after: tuple[float, ...]
    gaps: tuple[float, ...]

    @property
    def cells(self) -> int:
        return len(self.before)

    @property
    def fixed(self) -> float:
        return sum(self.before) + sum(self.after) + sum(self.gaps) + 2 * EDGE

    def room(self, extent: float) -> float:
        """Points that each cell may take of `extent`."""
        return (extent - self.fixed) / self.cells


@dataclass(frozen=True, slots=True)
class Axis:
    starts: tuple[float, ...]
    size: float
    lanes: tuple[float, ...]


def axis(extent: float, needs: Needs, size: float) -> Axis:
    """Cells of `size` points in the middle of `extent`, what is left over given to the gaps."""
    spare = max(0.0, extent - needs.fixed - needs.cells * size)
    more = min(MOST_SPARE, spare / needs.cells)
    gaps = [gap + more for gap in needs.gaps]
    used = needs.fixed - 2 * EDGE + sum(gaps) - sum(needs.gaps) + needs.cells * size
    start = max(EDGE, (extent - used) / 2)
    starts = []
    for cell in range(needs.cells):
        starts.append(round(start + needs.before[cell], 2))
        start = starts[-1] + size + needs.after[cell] + (gaps[cell] if cell < len(gaps) else 0)
    return Axis(tuple(starts), round(size, 2), _lanes(starts, size, needs, extent))


def _lanes(starts: Sequence[float], size: float, needs: Needs, extent: float) -> tuple[float, ...]:
    """In every gap up to three, one in the padding of every frame, one around each end; where they run over no frame's line."""
    low = [start - before for start, before in zip(starts, needs.before, strict=True)]
    high = [start + size + after for start, after in zip(starts, needs.after, strict=True)]
    lanes = [low[0] / 2, high[-1] + (extent - high[-1]) / 2]
    if low[0] > 3 * EDGE:
        lanes += [low[0] - EDGE, high[-1] + EDGE]
    for left, right in zip(high, low[1:], strict=False):
        lanes += spread(left, right)
    lanes += [start - max(6.0, 0.4 * before) for start, before in zip(starts, needs.before, strict=True) if before]
    lanes += [start + size + 6 for start, after in zip(starts, needs.after, strict=True) if after]
    return tuple(sorted({round(lane, 2) for lane in lanes}))


def spread(low: float, high: float) -> list[float]:
    """Up to three lanes between two places, evenly apart."""
    count = 1 if high - low < 24 else 2 if high - low < 40 else 3
    return [low + (high - low) * (number + 1) / (count + 1) for number in range(count)]
