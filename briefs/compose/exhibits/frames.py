"""The frames of groups: where the label of each stands on its top, free of the connectors that come through."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from briefs.compose.exhibits.grid import Layout
from briefs.compose.exhibits.lettering import FAMILY
from briefs.compose.exhibits.plane import Path, Rect, segments
from briefs.compose.exhibits.route import Route
from briefs.metrics import Face, text_width
from briefs.model.exhibits import Box

Side = Literal["left", "right"]
SIDES: tuple[Side, Side] = ("left", "right")
MOST_SIZE = 12.0


def heads(placed: Layout, labels: Mapping[str, str], sides: Mapping[str, Side]) -> tuple[Rect, ...]:
    """The places of the frames' labels, left on top where `sides` does not say otherwise."""
    return tuple(_head(placed, labels[name], name, sides.get(name, "left")) for name in placed.frames)


def free_sides(placed: Layout, labels: Mapping[str, str], paths: Sequence[Path]) -> Mapping[str, Side]:
    """For each frame the side on which fewest connectors run through its label; the left one when both are alike."""
    found: dict[str, Side] = {}
    for name, label in labels.items():
        if name in placed.frames:
            places = {side: _head(placed, label, name, side) for side in SIDES}
            found[name] = min(SIDES, key=lambda side: sum(1 for _ in _through(places[side], paths)))
    return found


def crossings(places: Sequence[Rect], ways: Sequence[Route]) -> int:
    """How often connectors run through the labels of frames."""
    paths = [way.path for way in ways]
    return sum(1 for head in places for _ in _through(head, paths))


def frame_boxes(placed: Layout, labels: Mapping[str, str], sides: Mapping[str, Side]) -> tuple[Box, ...]:
    """The frames as drawn."""
    size = _size(placed)
    return tuple(
        Box(name, "group", *rect.rounded(), labels[name], "", "neutral", size, size, align=sides.get(name, "left"))
        for name, rect in placed.frames.items()
    )


def _through(head: Rect, paths: Sequence[Path]) -> Iterator[Path]:
    return (path for path in paths if any(head.crossed(*piece) for piece in segments(path)))


def title_place(frame: Rect, label: str, size: float, side: str) -> Rect:
    """Where the label of a frame stands on its top, in letters of `size` points."""
    width = text_width(label, Face(FAMILY, bold=True), size) + 10
    return Rect(frame.right - 4 - width if side == "right" else frame.x + 4, frame.y + 2, width, size * 1.5)


def _head(placed: Layout, label: str, name: str, side: Side) -> Rect:
    return title_place(placed.frames[name], label, _size(placed), side)


def _size(placed: Layout) -> float:
    """A frame's label is never larger than those of the boxes in it."""
    return min(placed.letters.label, MOST_SIZE)
