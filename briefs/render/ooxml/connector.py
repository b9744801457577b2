"""Finds the native connector that draws a routed line exactly: preset, box, turn, flips and adjustments.

DrawingML flips a shape within its box and then turns it clockwise about the box's centre; which preset, turn and
flips give a wanted line is found by trying the sixteen of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

Point = tuple[float, float]
_CLOSE = 0.5
"""Points within which two places are the same."""
_MOST_BENDS = 4


@dataclass(frozen=True, slots=True)
class Elbow:
    """A connector as DrawingML says it; lengths in the unit of the points it was made from."""

    preset: str
    """`straightConnector1`, `bentConnector2` to `bentConnector5`."""
    x: float
    y: float
    width: float
    height: float
    rotation: int
    """Degrees clockwise."""
    flip_h: bool
    flip_v: bool
    adjustments: tuple[float, ...]
    """Parts of width or height, in turn; DrawingML wants them times 100,000."""


def elbow(points: tuple[Point, ...]) -> Elbow:
    """The connector through `points`; a straight one between the ends when no preset follows the way between."""
    line = _simplified(points)
    bends = len(line) - 2
    if 1 <= bends <= _MOST_BENDS:
        for found in _tries(line, bends):
            return found
    (x1, y1), (x2, y2) = line[0], line[-1]
    return Elbow(
        "straightConnector1", min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1), 0, x2 < x1, y2 < y1, ()
    )  # fmt: skip


def _simplified(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Without places that repeat or lie on the way between their neighbours; the ends stay."""
    if len(points) < 2:
        raise ValueError("a connector needs two points")
    kept = [points[0]]
    for here, following in pairwise(points[1:]):
        before = kept[-1]
        on_the_way = any(
            abs(before[axis] - here[axis]) < _CLOSE and abs(here[axis] - following[axis]) < _CLOSE for axis in (0, 1)
        )
        if not on_the_way and not _same(before, here):
            kept.append(here)
    return (*kept, points[-1])


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < _CLOSE and abs(one[1] - other[1]) < _CLOSE


def _tries(line: tuple[Point, ...], bends: int) -> Iterator[Elbow]:
    (x1, y1), (x2, y2) = line[0], line[-1]
    centre = ((x1 + x2) / 2, (y1 + y2) / 2)
    across, down = abs(x2 - x1), abs(y2 - y1)
    for rotation, flip_h, flip_v in product((0, 90, 180, 270), (False, True), (False, True)):
        width, height = (across, down) if rotation % 180 == 0 else (down, across)
        local = [_unturned(point, centre, width, height, rotation, flip_h, flip_v) for point in line]
        adjustments = _adjustments(local, width, height)
        if all(_same(one, other) for one, other in zip(local, _preset_line(bends, width, height, adjustments), strict=True)):
            yield Elbow(
                f"bentConnector{bends + 1}", centre[0] - width / 2, centre[1] - height / 2, width, height,
                rotation, flip_h, flip_v, adjustments,
            )  # fmt: skip


def _unturned(point: Point, centre: Point, width: float, height: float, rotation: int, flip_h: bool, flip_v: bool) -> Point:
    """A place on the page as the shape's own place before it is flipped and turned."""
    dx, dy = point[0] - centre[0], point[1] - centre[1]
    for _ in range((360 - rotation) // 90 % 4):
        dx, dy = -dy, dx
    return (-dx if flip_h else dx) + width / 2, (-dy if flip_v else dy) + height / 2


def _adjustments(local: list[Point], width: float, height: float) -> tuple[float, ...]:
    """Where the bends between the first and the last are, in turn along the width and the height."""
    found = []
    for at, (x, y) in enumerate(local[1:-2]):
        along, size = (x, width) if at % 2 == 0 else (local[at + 2][1], height)
        del y
        found.append(along / size if size > _CLOSE else 0.5)
    return tuple(found)


def _preset_line(bends: int, width: float, height: float, adjustments: tuple[float, ...]) -> list[Point]:
    """The way of a preset connector in its own box."""
    if bends == 1:
        return [(0, 0), (width, 0), (width, height)]
    line: list[Point] = [(0, 0)]
    for at, part in enumerate(adjustments):
        x, y = line[-1]
        line.append((width * part, y) if at % 2 == 0 else (x, height * part))
    x, y = line[-1]
    line.append((x, height) if bends % 2 == 0 else (width, y))
    return [*line, (width, height)]
