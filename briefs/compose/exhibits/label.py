"""Where connectors' labels stand: on their line, free of boxes, frames' lines, one another and, with room, other connectors."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefs.compose.exhibits.lettering import edge_label
from briefs.compose.exhibits.plane import Path, Point, Rect, level, segments
from briefs.compose.exhibits.route import Route

FRACTIONS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
STEP = 1.0
"""Points between the places that are tried on a piece when none of the fractions will do."""
SHOWN = 8.0
"""Points of a line that stay to be seen at either end of its label."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a label must keep free of."""

    place: Rect
    solid: tuple[Rect, ...]
    """Boxes and the labels of frames."""
    frames: tuple[Rect, ...]
    """Whose lines no label may cover."""
    paths: tuple[Path, ...]
    taken: tuple[Rect, ...] = ()
    """Labels that stand already."""

    def free(self, rect: Rect) -> bool:
        wide, near = rect.grown(1.5), rect.grown(0.5)
        return (
            self.place.holds(rect)
            and not any(wide.meets(other) for other in (*self.solid, *self.taken))
            and not any(near.meets(frame) and not frame.holds(near) for frame in self.frames)
        )

    def quiet(self, rect: Rect, own: Path) -> bool:
        """Whether no other connector runs under it."""
        others = (path for path in self.paths if path is not own)
        return not any(rect.grown(1).crossed(*piece) for path in others for piece in segments(path))


def label_places(routes: Sequence[Route], place: Rect, solid: Sequence[Rect], frames: Sequence[Rect]) -> tuple[Point | None, ...]:
    """The middle of each connector's label; None when it has none or there is no room for it."""
    ground = Ground(place, tuple(solid), tuple(frames), tuple(route.path for route in routes))
    places: list[Point | None] = []
    for route in routes:
        spot = _spot(route, ground) if route.edge.label and route.path else None
        places.append(spot)
        if spot is not None:
            ground = replace(ground, taken=(*ground.taken, label_rect(spot, route.edge.label, route.edge.size)))
    return tuple(places)


def _spot(route: Route, ground: Ground) -> Point | None:
    first: Point | None = None
    for spot in _candidates(route):
        rect = label_rect(spot, route.edge.label, route.edge.size)
        if ground.free(rect):
            if ground.quiet(rect, route.path):
                return spot
            first = first or spot
    return first


def _candidates(route: Route) -> Iterator[Point]:
    """Places for the label, the best first."""
    yield from _on(route, SHOWN)
    yield from _on(route, 0)
    yield from _beside(route)


def label_rect(spot: Point, label: str, size: float) -> Rect:
    """The place of a label in `size` points with its middle at a point, the white around it included."""
    width, height = edge_label(label, size)
    return Rect(spot[0] - width / 2, spot[1] - height / 2, width, height)


def _on(route: Route, shown: float) -> Iterator[Point]:
    """Places on the line, on its longest pieces first, that leave `shown` points of the piece to be seen at both ends."""
    width, height = edge_label(route.edge.label, route.edge.size)
    for start, end in _longest(route.path):
        wide = width if level(start, end) else height
        for fraction in _fractions(_length(start, end)):
            near = min(fraction, 1 - fraction) * _length(start, end)
            if near - wide / 2 >= shown:
                yield _between(start, end, fraction)


def _beside(route: Route) -> Iterator[Point]:
    """Places next to the line, for pieces too short to carry the label."""
    width, height = edge_label(route.edge.label, route.edge.size)
    for start, end in _longest(route.path):
        for fraction in _fractions(_length(start, end)):
            x, y = _between(start, end, fraction)
            for side in (-1, 1):
                yield (x, y + side * (height / 2 + 2)) if level(start, end) else (x + side * (width / 2 + 3), y)


def _fractions(length: float) -> Iterator[float]:
    """Where on a piece of a line: about its middle first, then every few points from there."""
    yield from FRACTIONS
    for number in range(1, int(length / 2 / STEP) + 1):
        yield from (0.5 - number * STEP / length, 0.5 + number * STEP / length)


def _longest(path: Path) -> list[tuple[Point, Point]]:
    return sorted(segments(path), key=lambda piece: -round(_length(*piece), 1))


def _length(start: Point, end: Point) -> float:
    return abs(start[0] - end[0]) + abs(start[1] - end[1])


def _between(start: Point, end: Point, fraction: float) -> Point:
    return round(start[0] + (end[0] - start[0]) * fraction, 2), round(start[1] + (end[1] - start[1]) * fraction, 2)
