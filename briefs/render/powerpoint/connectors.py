"""Finds the native elbow that draws a routed line exactly: glued to its shapes, and still where it was routed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from briefs.model.geometry import Place

Point = tuple[float, float]
_NEAR = 0.75
"""Points by which the elbow may miss the route: less than half of the line's own weight is not seen."""


@dataclass(frozen=True, slots=True)
class Elbow:
    """A preset connector: DrawingML flips within the box, then turns clockwise about its middle."""

    preset: str
    place: Place
    turn: int
    """Degrees: 0, 90, 180 or 270."""
    flip_x: bool
    flip_y: bool
    adjusts: tuple[int, ...]
    """In 100,000ths of the box, `adj1` first."""


_MOST_POINTS = 6
"""Of `bentConnector5`, the last of the presets."""
_THINNEST = 1.0
"""Points: as PowerPoint does, the box of a route that ends level with its start is kept open, for adjusts are parts of it."""


def solve(points: Sequence[Point]) -> Elbow:
    """The elbow of an orthogonal route with at most four bends; ValueError when no preset draws it."""
    route = _corners(points)
    if len(route) == 2:
        return _straight(route[0], route[1])
    for pose in _poses(route) if len(route) <= _MOST_POINTS else ():
        local = [pose.to_local(point) for point in route]
        adjusts = _adjusts(local, pose.width, pose.height)
        if _same(local, _drawn(len(route) - 2, pose.width, pose.height, adjusts)):
            return pose.elbow(f"bentConnector{len(route) - 1}", adjusts)
    raise ValueError(f"no native connector draws the route {list(points)}")


def _corners(points: Sequence[Point]) -> list[Point]:
    """The route without doubled points and points on a straight piece."""
    kept: list[Point] = []
    for point in points:
        if kept and _close(kept[-1], point):
            continue
        if len(kept) > 1 and _straight_on(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    if len(kept) < 2:
        raise ValueError(f"a connector needs two ends, not {list(points)}")
    return kept


def _straight_on(a: Point, b: Point, c: Point) -> bool:
    return any(abs(a[axis] - b[axis]) < 1e-6 and abs(b[axis] - c[axis]) < 1e-6 for axis in (0, 1))


def _straight(start: Point, end: Point) -> Elbow:
    (x1, y1), (x2, y2) = start, end
    place = Place(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
    return Elbow("straightConnector1", place, 0, x2 < x1, y2 < y1, ())


@dataclass(frozen=True, slots=True)
class _Pose:
    """One way in which a preset's box can lie over a route."""

    middle: Point
    width: float
    height: float
    turn: int
    flip_x: bool
    flip_y: bool

    def to_local(self, point: Point) -> Point:
        """A point of the slide in the unturned, unflipped box."""
        x, y = point[0] - self.middle[0], point[1] - self.middle[1]
        for _ in range((360 - self.turn) // 90 % 4):
            x, y = -y, x
        return (-x if self.flip_x else x) + self.width / 2, (-y if self.flip_y else y) + self.height / 2

    def elbow(self, preset: str, adjusts: Sequence[float]) -> Elbow:
        place = Place(self.middle[0] - self.width / 2, self.middle[1] - self.height / 2, self.width, self.height)
        return Elbow(preset, place, self.turn, self.flip_x, self.flip_y, tuple(round(value * 100000) for value in adjusts))


def _poses(route: Sequence[Point]) -> Iterator[_Pose]:
    (x1, y1), (x2, y2) = route[0], route[-1]
    middle = ((x1 + x2) / 2, (y1 + y2) / 2)
    across, down = max(abs(x2 - x1), _THINNEST), max(abs(y2 - y1), _THINNEST)
    for turn, flip_x, flip_y in product((0, 90, 180, 270), (False, True), (False, True)):
        width, height = (across, down) if turn in (0, 180) else (down, across)
        yield _Pose(middle, width, height, turn, flip_x, flip_y)


def _adjusts(local: Sequence[Point], width: float, height: float) -> list[float]:
    """Where the inner pieces stand: the preset's first and third across, the second down."""
    sizes = (width, height)
    return [point[order % 2] / sizes[order % 2] for order, point in enumerate(local[1:-2])]


def _drawn(bends: int, width: float, height: float, adjusts: Sequence[float]) -> list[Point]:
    """The line that a preset draws in its own box."""
    if bends == 1:
        return [(0, 0), (width, 0), (width, height)]
    points: list[Point] = [(0, 0)]
    x = y = 0.0
    for order, value in enumerate(adjusts):
        x, y = (width * value, y) if order % 2 == 0 else (x, height * value)
        points.append((x, y))
    last = (x, height) if len(adjusts) % 2 == 1 else (width, y)
    return [*points, last, (width, height)]


def _same(one: Sequence[Point], other: Sequence[Point]) -> bool:
    return len(one) == len(other) and all(_close(a, b) for a, b in zip(one, other, strict=True))


def _close(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < _NEAR and abs(a[1] - b[1]) < _NEAR
