"""The lines on which connectors may run, and which of their pieces a box blocks."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from briefs.compose.exhibits.plane import NEAR, Point, Rect

CLEAR = 4.0
"""Points that a connector keeps from every box but its own two."""

Spot = tuple[int, int]
"""A crossing of two lines, by their indexes."""

NORMALS: tuple[Spot, ...] = ((0, -1), (-1, 0), (0, 1), (1, 0))
"""Away from the box, by connection site: 0 top, 1 left, 2 bottom, 3 right."""


@dataclass(frozen=True, slots=True)
class Lattice:
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: Mapping[str, Rect]
    near: Mapping[tuple[Spot, Spot], frozenset[str]]
    """Boxes to which the piece between two neighbouring crossings comes too near; pieces near to none are left out."""

    def point(self, spot: Spot) -> Point:
        return self.xs[spot[0]], self.ys[spot[1]]

    def inside(self, spot: Spot) -> bool:
        return 0 <= spot[0] < len(self.xs) and 0 <= spot[1] < len(self.ys)

    def site(self, box: str, site: int) -> Spot:
        """The crossing on the middle of a box's side."""
        x, y = site_point(self.boxes[box], site)
        return _index(self.xs, x), _index(self.ys, y)

    def blocked(self, start: Spot, end: Spot, but: str = "") -> bool:
        """Whether the piece between two neighbouring crossings comes too near to a box other than `but`."""
        boxes = self.near.get((start, end) if start < end else (end, start), frozenset())
        return bool(boxes - {but})


def site_point(rect: Rect, site: int) -> Point:
    """The middle of a side: 0 top, 1 left, 2 bottom, 3 right."""
    middle_x, middle_y = rect.middle
    return ((middle_x, rect.y), (rect.x, middle_y), (middle_x, rect.bottom), (rect.right, middle_y))[site]


def lattice(boxes: Mapping[str, Rect], x_lanes: Sequence[float], y_lanes: Sequence[float]) -> Lattice:
    """Lanes, and the lines through every box's sites."""
    sites = [site_point(rect, site) for rect in boxes.values() for site in range(4)]
    xs, ys = _distinct([*x_lanes, *(x for x, _ in sites)]), _distinct([*y_lanes, *(y for _, y in sites)])
    near: dict[tuple[Spot, Spot], frozenset[str]] = {}
    clear = {name: rect.grown(CLEAR) for name, rect in boxes.items()}
    for spot in product(range(len(xs)), range(len(ys))):
        for end in ((spot[0] + 1, spot[1]), (spot[0], spot[1] + 1)):
            if end[0] < len(xs) and end[1] < len(ys):
                a, b = (xs[spot[0]], ys[spot[1]]), (xs[end[0]], ys[end[1]])
                found = frozenset(name for name, rect in clear.items() if rect.crossed(a, b))
                if found:
                    near[spot, end] = found
    return Lattice(xs, ys, boxes, near)


def _distinct(places: Sequence[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return tuple(kept)


def _index(places: Sequence[float], place: float) -> int:
    return bisect_left(places, place - NEAR)
