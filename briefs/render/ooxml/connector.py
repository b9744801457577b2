"""Finds the native connector that draws a routed line exactly, and writes it: glued to its shapes, still where it was routed.

DrawingML flips a shape within its box and then turns it clockwise about the box's middle; which preset, turn and
flips give a wanted line is found by trying the sixteen of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from briefs.model.exhibits import Box

Point = tuple[float, float]
_NEAR = 0.1
"""Points within which two places are the same; a line's own weight is fifteen times that."""
_MOST_POINTS = 6
"""Of `bentConnector5`, the last of the presets."""
_THINNEST = 0.05
"""Points: the box of a route that ends level with its start is kept open, for adjusts are parts of it."""
_ELLIPSE_SITES = (0, 2, 4, 6)
"""Top, left, bottom, right: an ellipse has sites at its corners, too."""


@dataclass(frozen=True, slots=True)
class Elbow:
    """A connector as DrawingML says it, lengths in the unit of the points that it was made from."""

    preset: str
    """`straightConnector1`, `bentConnector2` to `bentConnector5`."""
    x: float
    y: float
    width: float
    height: float
    turn: int
    """Degrees clockwise: 0, 90, 180 or 270."""
    flip_x: bool
    flip_y: bool
    adjusts: tuple[int, ...]
    """In 100,000ths of the box, `adj1` first."""


def solve(points: Sequence[Point]) -> Elbow:
    """The elbow of an orthogonal route with at most four bends; ValueError when no preset draws it."""
    route = _corners(points)
    if len(route) == 2:
        return _straight(route[0], route[1])
    missed, pose = min(((_missed(pose, route), pose) for pose in _poses(route)), key=lambda pair: pair[0])
    if len(route) > _MOST_POINTS or missed > _NEAR:
        raise ValueError(f"no native connector draws the route {list(points)}")
    local = [pose.to_local(point) for point in route]
    return pose.elbow(f"bentConnector{len(route) - 1}", _adjusts(local, pose.width, pose.height))


def geometry(elbow: Elbow, emu: Callable[[float], int]) -> str:
    """Place and preset as the first children of a connector's `spPr`; `emu` turns a length into English Metric Units."""
    turn = f' rot="{elbow.turn * 60000}"' if elbow.turn else ""
    flips = (' flipH="1"' if elbow.flip_x else "") + (' flipV="1"' if elbow.flip_y else "")
    guides = "".join(f'<a:gd name="adj{order}" fmla="val {value}"/>' for order, value in enumerate(elbow.adjusts, 1))
    return (
        f'<a:xfrm{turn}{flips}><a:off x="{emu(elbow.x)}" y="{emu(elbow.y)}"/>'
        f'<a:ext cx="{emu(elbow.width)}" cy="{emu(elbow.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="{elbow.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
    )


def glue(start: tuple[Box, int, int], end: tuple[Box, int, int]) -> str:
    """What holds a connector to its ends, each a box, its shape id and the side: 0 top, 1 left, 2 bottom, 3 right.

    ValueError for a shape whose sites are not at the middles of its sides, where the route begins.
    """
    return "".join(
        f'<a:{tag} id="{key}" idx="{_site(box, side)}"/>' for tag, (box, key, side) in (("stCxn", start), ("endCxn", end))
    )


def _site(box: Box, side: int) -> int:
    match box.shape:
        case "rectangle" | "rounded" | "diamond":
            return side
        case "ellipse":
            return _ELLIPSE_SITES[side]
        case "chevron" | "group" | "line":
            raise ValueError(f"a connector cannot be glued to the {box.shape} '{box.label}'")


def _corners(points: Sequence[Point]) -> list[Point]:
    """The route without doubled points and points on a straight piece; both ends stay where they are."""
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
    return Elbow("straightConnector1", min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1), 0, x2 < x1, y2 < y1, ())


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
        """A point of the page in the unturned, unflipped box."""
        x, y = point[0] - self.middle[0], point[1] - self.middle[1]
        for _ in range((360 - self.turn) // 90 % 4):
            x, y = -y, x
        return (-x if self.flip_x else x) + self.width / 2, (-y if self.flip_y else y) + self.height / 2

    def elbow(self, preset: str, adjusts: Sequence[float]) -> Elbow:
        x, y = self.middle[0] - self.width / 2, self.middle[1] - self.height / 2
        parts = tuple(round(value * 100000) for value in adjusts)
        return Elbow(preset, x, y, self.width, self.height, self.turn, self.flip_x, self.flip_y, parts)


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


def _missed(pose: _Pose, route: Sequence[Point]) -> float:
    """By how much, in points, the preset in this pose misses the route at its worst."""
    local = [pose.to_local(point) for point in route]
    drawn = _drawn(len(route) - 2, pose.width, pose.height, _adjusts(local, pose.width, pose.height))
    return round(max(abs(a - b) for one, other in zip(local, drawn, strict=True) for a, b in zip(one, other, strict=True)), 6)


def _close(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < _NEAR and abs(a[1] - b[1]) < _NEAR
