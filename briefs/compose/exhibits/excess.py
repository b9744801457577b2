"""How much of a text is too much for its place in a drawing, in characters, so that an author knows what to cut."""

from dataclasses import replace

from briefs.compose.exhibits.frames import title_place
from briefs.compose.exhibits.grid import Edge
from briefs.compose.exhibits.label import label_places, label_rect
from briefs.compose.exhibits.lettering import SLACK, lettering
from briefs.compose.exhibits.plane import Rect
from briefs.compose.exhibits.room import inner, rect, too_tall
from briefs.compose.exhibits.route import Route
from briefs.metrics import Medium, longest_word_width, wrap
from briefs.model.exhibits import BOX_INSET_X, Box, Connector, Diagram


def characters(box: Box) -> tuple[str, int]:
    """The widest word of a box, and by how many characters it is too long."""
    runs = lettering(box).runs(box.label, box.detail)
    words = [replace(run, text=word) for run in runs for word in run.text.split()]
    widest = max(words, key=lambda word: longest_word_width([word]))
    room, size = inner(box)[0] - 2 * BOX_INSET_X - SLACK, len(widest.text)
    cuts = (count for count in range(1, size) if longest_word_width([replace(widest, text=widest.text[:-count])]) <= room)
    return widest.text, next(cuts, size)


def lines_over(box: Box) -> tuple[int, int]:
    """Lines by which the text of a box is too high, and the characters on them."""
    width = inner(box)[0] - 2 * BOX_INSET_X - SLACK
    runs = lettering(box).runs(box.label, box.detail)
    left, over, count = too_tall(box), 0, 0
    for line in reversed([line for run in runs for line in wrap([run], width, Medium.PAGE)]):
        if left <= 0.5:
            break
        left, over, count = left - line.height, over + 1, count + len(line.text)
    return over, count


def surplus(diagram: Diagram, connector: Connector) -> int:
    """Characters by which a connector's label is too long to stand anywhere; 0 when not even one character has room."""
    place = Rect(0, 0, diagram.width, diagram.height)
    frames = [box for box in diagram.boxes if box.shape == "group"]
    solid = [rect(box) for box in diagram.boxes if box.shape not in ("group", "line")]
    solid += [title_place(rect(frame), frame.label, frame.label_size, frame.align) for frame in frames]
    solid += [label_rect(other.label_at, other.label, other.label_size) for other in diagram.connectors if other.label_at]
    for count in range(1, len(connector.label)):
        edge = Edge(connector.source, connector.target, connector.label[:-count], connector.dashed, size=connector.label_size)
        route = Route(edge, connector.source_site, connector.target_site, connector.points)
        if label_places([route], place, solid, [rect(frame) for frame in frames]) != (None,):
            return count
    return 0
