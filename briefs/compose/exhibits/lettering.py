"""Room that the text of a drawn box takes; measured at the page's line pitch, the larger of Word's and PowerPoint's."""

from dataclasses import dataclass

from briefs.metrics import Face, Medium, Run, longest_word_width, text_width, wrap
from briefs.model.exhibits import BOX_INSET_X, BOX_INSET_Y, EDGE_LABEL_SIZE, Box

FAMILY = "Calibri"
"""Drawn text is set in the body font of both templates."""

STEPS: tuple[tuple[float, float], ...] = ((20, 16), (18, 15), (16, 14), (14, 12), (13, 11), (12, 11))
"""Sizes of label and detail, the largest first; the last is the least that a slide's reader is given."""
PAGE_STEPS: tuple[tuple[float, float], ...] = ((12, 11), (11, 10), (10, 9))
"""The same for a page, which is read from near."""

EDGES = (14.0, 12.0, 11.0)
"""Sizes of connectors' labels, the largest first, as far as a detail is not smaller."""
SLACK = 2.0
"""Points of width left free, so that a renderer that rounds differently breaks no line."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Sizes of a box's label, which is bold, of its detail, and of the labels of connectors, in points."""

    label: float
    detail: float
    edge: float = EDGE_LABEL_SIZE

    def runs(self, label: str, detail: str) -> tuple[Run, ...]:
        """One run for each of the two that has a text."""
        both = ((label, self.label, True), (detail, self.detail, False))
        return tuple(Run(text, Face(FAMILY, bold=bold), size) for text, size, bold in both if text)

    def width(self, label: str, detail: str) -> float:
        """Width of the narrowest box that breaks no word of either."""
        words = (longest_word_width([run]) for run in self.runs(label, detail))
        return max(words, default=0.0) + 2 * BOX_INSET_X + SLACK + 0.05

    def lines(self, text: str, size: float, bold: bool, width: float) -> int:
        """Lines that a text takes in a box of this width."""
        return len(wrap([Run(text, Face(FAMILY, bold=bold), size)], width - 2 * BOX_INSET_X - SLACK)) if text else 0

    def height(self, label: str, detail: str, width: float) -> float:
        """Height of a box of this width that holds both."""
        inner = width - 2 * BOX_INSET_X - SLACK
        lines = (line for run in self.runs(label, detail) for line in wrap([run], inner, Medium.PAGE))
        return sum(line.height for line in lines) + 2 * BOX_INSET_Y

    def one_line(self, label: str) -> float:
        """Width of a box that holds the label on one line."""
        return text_width(label, Face(FAMILY, bold=True), self.label) + 2 * BOX_INSET_X + SLACK + 0.5

    def detail_line(self, detail: str) -> float:
        """Width of a box that holds the detail on one line."""
        return text_width(detail, Face(FAMILY), self.detail) + 2 * BOX_INSET_X + SLACK + 0.5


LEAST = Lettering(*STEPS[-1])


def lettering(box: Box) -> Lettering:
    """The sizes that a box already has."""
    return Lettering(box.label_size, box.detail_size)


def edge_label(text: str, size: float) -> tuple[float, float]:
    """Width and height of a connector's label in `size` points, with the white around it."""
    return text_width(text, Face(FAMILY), size) + 6, size * 1.22 + 2
