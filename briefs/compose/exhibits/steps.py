"""Records in their order: a chevron for each, which points at the next, and what is told of it in a panel below."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.compose.exhibits.lettering import PAGE_STEPS, STEPS, Lettering
from briefs.model.exhibits import Box
from briefs.model.tones import Tone

MOST_ACROSS, PAGE_MOST_ACROSS = 5, 3
GAP, ROW_GAP = 10.0, 18.0
"""Points between neighbours and between a chevron and its panel, and between rows."""
POINT, PAD = 12.0, 8.0
"""Points of a chevron's point, which holds no text, and between an edge and its text."""
HEAD, MOST_HEAD = 56.0, 110.0
"""Points of a chevron's height at least, and where a slide has room."""
LARGER = ((26.0, 20.0), (24.0, 18.0), (22.0, 18.0))
"""Lettering of a slide with few steps, before the sizes of all drawings."""


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    title: str
    tone: Tone
    key: str
    """What matters most of it, in bold; may be empty."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Of every chevron and panel in one lettering, in points."""

    letters: Lettering
    wide: float
    head: float
    panel: float
    """0 where nothing is told."""

    @property
    def row(self) -> float:
        return self.head + (GAP + self.panel if self.panel else 0.0)


def steps(found: Sequence[Step], width: float, height: float | None, page: bool = False) -> tuple[Box, ...]:
    """Rows of even length in the largest lettering that the place holds; chevrons, then panels, grow to fill it.

    Without a height, as high as the text wants.
    """
    rows = -(-len(found) // (PAGE_MOST_ACROSS if page else MOST_ACROSS))
    across = -(-len(found) // rows)
    wide = (width - GAP * (across - 1)) / across
    tries = [_measured(found, wide, Lettering(*sizes), page) for sizes in (PAGE_STEPS if page else (*LARGER, *STEPS))]
    room = (height - ROW_GAP * (rows - 1)) / rows if height else 1e9
    least = next((one for one in tries if one.row <= room), tries[-1])
    sizes = _grown(least, room) if height else least
    top = max(0.0, (room - sizes.row) / 2) if height else 0.0
    boxes: list[Box] = []
    for number, step in enumerate(found):
        left, above = number % across * (wide + GAP), number // across * (sizes.row + ROW_GAP)
        boxes += _step(step, number, (left, top + above), sizes)
    return tuple(sorted(boxes, key=lambda box: box.shape != "group"))


def _measured(found: Sequence[Step], wide: float, letters: Lettering, page: bool) -> _Sizes:
    head = max(letters.height(_numbered(step, number), "", wide - POINT) for number, step in enumerate(found)) + PAD
    told = [step for step in found if step.key or step.lines]
    panel = max((letters.height(step.key, _told(step), wide - 2 * PAD) for step in told), default=0.0)
    return _Sizes(letters, wide, head if page else max(head, HEAD), panel + 2 * PAD + 1.0 if told else 0.0)


def _grown(sizes: _Sizes, room: float) -> _Sizes:
    head = min(max(MOST_HEAD, sizes.head), sizes.head + max(0.0, room - sizes.row) / 2)
    panel = max(sizes.panel, room - head - GAP) if sizes.panel else 0.0
    return _Sizes(sizes.letters, sizes.wide, head, panel)


def _step(step: Step, number: int, at: tuple[float, float], sizes: _Sizes) -> list[Box]:
    left, top, wide = round(at[0], 2), round(at[1], 2), round(sizes.wide, 2)
    points = sizes.letters.label, sizes.letters.detail
    label = _numbered(step, number)
    head = Box(step.id, "chevron", left, top, wide, round(sizes.head, 2), label, "", step.tone, *points)
    if not sizes.panel:
        return [head]
    below = round(at[1] + sizes.head + GAP, 2)
    panel = Box(f"{step.id}-panel", "group", left, below, wide, round(sizes.panel, 2), "", "", "neutral", *points)
    inside = round(left + PAD, 2), round(below + PAD, 2), round(wide - 2 * PAD, 2), round(sizes.panel - 2 * PAD, 2)
    text = Box(f"{step.id}-told", "rectangle", *inside, step.key, _told(step), "plain", *points, "left", "top")
    return [head, panel, text]


def _numbered(step: Step, number: int) -> str:
    return f"{number + 1}. {step.title}"


def _told(step: Step) -> str:
    return "\n\n".join(step.lines)
