"""What is wrong with an exhibit, found on the drawing: text that does not fit, boxes that overlap, connectors without a way."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from briefs.compose.exhibits.lettering import lettering
from briefs.compose.exhibits.plane import Rect
from briefs.diagnostics import Diagnostic, error
from briefs.model.exhibits import Box, Diagram
from briefs.model.origin import Origin

MOST_NODES = 14
TEXT_PARTS = {"diamond": (0.5, 0.5), "ellipse": (0.7, 0.7)}
"""The part of a shape's width and height in which its text is set; of others, all of it."""


def faults(diagram: Diagram, origin: Origin) -> tuple[Diagnostic, ...]:
    """Every fault that a reader would see, at the line where the exhibit was asked for."""
    return tuple(
        error(code, origin, f"{message} in the exhibit '{diagram.title}'", hint) for code, message, hint in _found(diagram)
    )


def crowded(nodes: int, title: str, origin: Origin) -> tuple[Diagnostic, ...]:
    """The fault of a diagram with more nodes than a reader takes in."""
    if nodes <= MOST_NODES:
        return ()
    message = f"{nodes} nodes in the diagram '{title}'; at most {MOST_NODES} are drawn"
    return (error("B408", origin, message, "merge nodes, or make two diagrams"),)


@lru_cache(maxsize=256)
def _found(diagram: Diagram) -> tuple[tuple[str, str, str], ...]:
    """Code, message and hint of each; the same drawing stands in many products, and each is composed twice."""
    return tuple(_all(diagram))


def _all(diagram: Diagram) -> Iterator[tuple[str, str, str]]:
    for box in diagram.boxes:
        if box.shape != "group" and (over := _over(box)) > 0.5:
            yield "B501", f"'{box.label}' is {over:.0f} points too high or wide for its box", "shorten its label or detail"
        if not Rect(-0.5, -0.5, diagram.width + 1, diagram.height + 1).holds(rect(box)):
            yield "B501", f"'{box.label or box.id}' lies outside the place", "use fewer columns or rows"
    for one, other in combinations((box for box in diagram.boxes if _solid(box)), 2):
        if rect(one).meets(rect(other)):
            yield "B408", f"'{one.label or one.id}' and '{other.label or other.id}' overlap", "give each its own cell"
    yield from _frames(diagram)
    for connector in diagram.connectors:
        ends = f"from '{connector.source}' to '{connector.target}'"
        if not connector.points:
            yield "B408", f"no way {ends} that crosses no box", "move a node, or leave the edge out"
        elif connector.label and connector.label_at is None:
            yield "B501", f"no room for the label '{connector.label}' {ends}", "shorten the label or move a node"


def _frames(diagram: Diagram) -> Iterator[tuple[str, str, str]]:
    """A frame may hold a box or leave it out, not cut through it; frames keep apart."""
    frames = [box for box in diagram.boxes if box.shape == "group"]
    for frame in frames:
        for box in (box for box in diagram.boxes if _solid(box)):
            if rect(frame).meets(rect(box)) and not rect(frame).holds(rect(box)):
                yield "B408", f"the frame '{frame.label}' cuts through '{box.label}'", "place a group's nodes side by side"
    for one, other in combinations(frames, 2):
        if rect(one).meets(rect(other)):
            yield "B408", f"the frames '{one.label}' and '{other.label}' overlap", "give groups rows or columns of their own"


def rect(box: Box) -> Rect:
    """A box's place."""
    return Rect(box.x, box.y, box.width, box.height)


def _solid(box: Box) -> bool:
    return box.shape not in ("group", "line")


def _over(box: Box) -> float:
    """Points by which a box is too low, or too narrow for its longest word."""
    if not (box.label or box.detail):
        return 0.0
    part_x, part_y = TEXT_PARTS.get(box.shape, (1.0, 1.0))
    width, height = box.width * part_x, box.height * part_y
    letters = lettering(box)
    return max(letters.width(box.label, box.detail) - width, letters.height(box.label, box.detail, width) - height)
