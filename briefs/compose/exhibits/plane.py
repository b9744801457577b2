"""Rectangles and axis-parallel segments: the little geometry that placing and routing need, in points, y downwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Path = tuple[Point, ...]
"""The corners of an elbow, from its first to its last point; every segment is horizontal or vertical."""

NEAR = 0.01
"""Points below which two places are one."""


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def rounded(self) -> tuple[float, float, float, float]:
        """Its x, y, width and height to a hundredth of a point, as drawings have them."""
        return round(self.x, 2), round(self.y, 2), round(self.width, 2), round(self.height, 2)

    def grown(self, margin: float) -> "Rect":
        """The same rectangle with `margin` points more on every side."""
        return Rect(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)

    def meets(self, other: "Rect") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right - NEAR
            and other.x < self.right - NEAR
            and self.y < other.bottom - NEAR
            and other.y < self.bottom - NEAR
        )

    def holds(self, other: "Rect") -> bool:
        """Whether `other` lies inside, edges included."""
        return (
            self.x <= other.x + NEAR
            and self.y <= other.y + NEAR
            and other.right <= self.right + NEAR
            and other.bottom <= self.bottom + NEAR
        )

    def crossed(self, start: Point, end: Point) -> bool:
        """Whether the segment passes through the inside."""
        (x, y), (other_x, other_y) = start, end
        return (
            (x if x < other_x else other_x) < self.x + self.width - NEAR
            and (x if x > other_x else other_x) > self.x + NEAR
            and (y if y < other_y else other_y) < self.y + self.height - NEAR
            and (y if y > other_y else other_y) > self.y + NEAR
        )


def around(rects: Iterator[Rect]) -> Rect:
    """The smallest rectangle that holds them all; ValueError when there are none."""
    first, *rest = rects
    left, top = min([first.x, *(rect.x for rect in rest)]), min([first.y, *(rect.y for rect in rest)])
    right, bottom = max([first.right, *(rect.right for rect in rest)]), max([first.bottom, *(rect.bottom for rect in rest)])
    return Rect(left, top, right - left, bottom - top)


def segments(path: Path) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path."""
    return pairwise(path)


def level(start: Point, end: Point) -> bool:
    """Whether a segment is horizontal."""
    return abs(start[1] - end[1]) < NEAR


def crossing(a: tuple[Point, Point], b: tuple[Point, Point]) -> bool:
    """Whether one horizontal and one vertical segment cross inside both."""
    if level(*a) == level(*b):
        return False
    flat, steep = (a, b) if level(*a) else (b, a)
    (low_x, high_x), (low_y, high_y) = sorted((flat[0][0], flat[1][0])), sorted((steep[0][1], steep[1][1]))
    return low_x + NEAR < steep[0][0] < high_x - NEAR and low_y + NEAR < flat[0][1] < high_y - NEAR


def shared(a: tuple[Point, Point], b: tuple[Point, Point], apart: float = 4) -> float:
    """Points over which two parallel segments run closer than `apart` to one another; 0 when they do not."""
    if level(*a) != level(*b):
        return 0.0
    along, across = (0, 1) if level(*a) else (1, 0)
    if abs(a[0][across] - b[0][across]) >= apart:
        return 0.0
    (low_a, high_a), (low_b, high_b) = sorted((a[0][along], a[1][along])), sorted((b[0][along], b[1][along]))
    return max(0.0, min(high_a, high_b) - max(low_a, low_b))
