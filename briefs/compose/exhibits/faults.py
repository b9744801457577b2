"""What is wrong with an exhibit, found on the drawing: text that does not fit, boxes that overlap, connectors without a way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from briefs.compose.exhibits.excess import characters, lines_over, surplus
from briefs.compose.exhibits.plane import Rect
from briefs.compose.exhibits.room import fills, rect, too_tall, too_wide
from briefs.diagnostics import Diagnostic, error, warning
from briefs.model.exhibits import Box, Connector, Diagram
from briefs.model.origin import Origin

MOST_NODES = 14
TIGHT = 0.93
"""Of a box's width or height: what its text may take on a slide without a warning."""
MEASURED = ("-timeline", "-chevron", "-steps")
"""Ends of the ids of drawings whose boxes are made as large as their text: full ones are meant to be."""


@dataclass(frozen=True, slots=True)
class Fault:
    code: str
    before: str
    """The message up to the name of the exhibit, and from there on."""
    after: str
    hint: str
    at: str = ""
    """Id of the box, or `source>target` of the connector, that is at fault."""
    only_slides: bool = False
    """A warning, and for slides alone: text that just fits."""


def faults(
    diagram: Diagram, origin: Origin, origins: Mapping[str, Origin] | None = None, slide: bool = False
) -> tuple[Diagnostic, ...]:
    """Every fault that a reader would see, at the line of what is at fault, else where the exhibit was asked for.

    `origins`: by what `Fault.at` says. On a slide text that only just fits is a warning (B502).
    """
    found = (one for one in _found(diagram) if slide or not one.only_slides)
    return tuple(_diagnostic(one, diagram.title, (origins or {}).get(one.at, origin)) for one in found)


def crowded(nodes: int, title: str, origin: Origin) -> tuple[Diagnostic, ...]:
    """The fault of a diagram with more nodes than a reader takes in."""
    if nodes <= MOST_NODES:
        return ()
    message = f"{nodes} nodes in the diagram '{title}'; at most {MOST_NODES} are drawn"
    return (error("B408", origin, message, "merge nodes, or make two diagrams"),)


def _diagnostic(one: Fault, title: str, origin: Origin) -> Diagnostic:
    made = warning if one.only_slides else error
    return made(one.code, origin, f"{one.before}the exhibit '{title}'{one.after}", one.hint)


@lru_cache(maxsize=256)
def _found(diagram: Diagram) -> tuple[Fault, ...]:
    """All faults; the same drawing stands in many products, and each is composed twice."""
    return tuple(_all(diagram))


def _all(diagram: Diagram) -> Iterator[Fault]:
    for box in diagram.boxes:
        if box.shape != "group" and (box.label or box.detail):
            yield from _text(box, warns=box.tone != "plain" and not diagram.id.endswith(MEASURED))
    yield from _outside(diagram)
    for one, other in combinations((box for box in diagram.boxes if _solid(box)), 2):
        if rect(one).meets(rect(other)):
            yield Fault("B408", f"'{_name(one)}' and '{_name(other)}' overlap in ", "", "give each its own cell", other.id)
    yield from _frames(diagram)
    for connector in diagram.connectors:
        yield from _connector(diagram, connector)


def _text(box: Box, *, warns: bool) -> Iterator[Fault]:
    """Text that its box does not hold, and how much of it is too much."""
    name = (box.label or box.detail).replace("\n", " ")
    if too_wide(box) > 0.5:
        word, over = characters(box)
        size = f" is too long by about {_count(over, 'character')}"
        yield Fault("B501", f"the word '{word}' in the box '{name}' of ", size, "take a shorter word, or fewer columns", box.id)
    elif too_tall(box) > 0.5:
        lines, over = lines_over(box)
        size = f" is too long by {_count(lines, 'line')}, about {_count(over, 'character')}"
        yield Fault("B501", f"the text of the box '{name}' of ", size, "shorten its label or detail, or take fewer rows", box.id)
    elif warns and (part := fills(box)) > TIGHT:
        said = f"the text of the box '{name}' of ", f" fills {part:.0%} of its box"
        yield Fault("B502", *said, "shorten its label or detail a little", box.id, only_slides=True)


def _outside(diagram: Diagram) -> Iterator[Fault]:
    """Boxes beyond the place: as columns and rows too many where all are of one size on a grid, else as so many boxes."""
    place = Rect(-0.5, -0.5, diagram.width + 1, diagram.height + 1)
    out = [box for box in diagram.boxes if not place.holds(rect(box))]
    if len({(box.width, box.height) for box in diagram.boxes if _solid(box)}) > 1:
        if out:
            size = f"{len(out)} of the {len(diagram.boxes)} boxes of "
            yield Fault("B501", size, " lie outside its place", "show fewer records, or make two exhibits")
        return
    columns = len({box.x for box in out if _solid(box) and box.x + box.width > diagram.width + 0.5})
    rows = len({box.y for box in out if _solid(box) and box.y + box.height > diagram.height + 0.5})
    for count, what in ((columns, "column"), (rows, "row")):
        if count:
            size = f" has {_count(count, what)} too many for its place"
            yield Fault("B501", "", size, f"take fewer {what}s, or make two exhibits")


def _frames(diagram: Diagram) -> Iterator[Fault]:
    """A frame may hold a box or leave it out, not cut through it; frames keep apart."""
    frames = [box for box in diagram.boxes if box.shape == "group"]
    for frame in frames:
        for box in (box for box in diagram.boxes if _solid(box)):
            if rect(frame).meets(rect(box)) and not rect(frame).holds(rect(box)):
                said = f"the frame '{frame.label}' cuts through '{_name(box)}' in "
                yield Fault("B408", said, "", "place a group's nodes side by side", box.id)
    for one, other in combinations(frames, 2):
        if rect(one).meets(rect(other)):
            said = f"the frames '{_name(one)}' and '{_name(other)}' overlap in "
            yield Fault("B408", said, "", "give groups rows or columns of their own", other.id)


def _connector(diagram: Diagram, connector: Connector) -> Iterator[Fault]:
    ends, at = f"from '{connector.source}' to '{connector.target}'", f"{connector.source}>{connector.target}"
    if not connector.points:
        yield Fault("B408", f"no way {ends} that crosses no box in ", "", "move a node, or leave the edge out", at)
    elif connector.label and connector.label_at is None:
        over = surplus(diagram, connector)
        size = f" is too long by about {_count(over, 'character')}" if over else " has no room, however short"
        hint = "shorten the label, or move a node" if over else "leave it out, or move a node"
        yield Fault("B501", f"the label '{connector.label}' {ends} in ", size, hint, at)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _name(box: Box) -> str:
    return (box.label or box.id).replace("\n", " ")


def _solid(box: Box) -> bool:
    return box.shape not in ("group", "line")
