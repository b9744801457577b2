"""Phases as a row of chevrons, below each the lines that matter of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.compose.exhibits.lettering import PAGE_STEPS, STEPS, Lettering
from briefs.model.exhibits import Box
from briefs.model.tones import Tone

GAP = 10.0
HEAD, PAD = 56.0, 8.0
"""Points of a chevron's height, and between a panel and its lines."""
LARGER = ((26.0, 24.0), (24.0, 22.0), (22.0, 20.0), (20.0, 18.0))
"""Lettering of a slide with few lines, before the steps of all drawings."""


@dataclass(frozen=True, slots=True)
class Phase:
    name: str
    tone: Tone
    lines: tuple[str, ...]


def chevrons(phases: Sequence[Phase], width: float, height: float | None, page: bool = False) -> tuple[Box, ...]:
    """A chevron and a panel for each phase, in the largest lettering in which all panels hold their lines.

    The panels fill the place, and their lines begin at one height.
    """
    wide = (width - GAP * (len(phases) - 1)) / len(phases)
    steps = [Lettering(label, detail) for label, detail in (PAGE_STEPS if page else (*LARGER, *STEPS))]
    texts = ["\n".join(f"• {line}" for line in phase.lines) for phase in phases]
    room = height - HEAD - GAP if height else 1e9
    letters = next((step for step in steps if max(_tall(step, text, wide) for text in texts) <= room), steps[-1])
    tall = max(_tall(letters, text, wide) for text in texts)
    high = max(tall, room) if height else tall
    size = letters.label, letters.detail
    boxes: list[Box] = []
    for number, (phase, text) in enumerate(zip(phases, texts, strict=True)):
        left, right = round(number * (wide + GAP), 2), round(wide, 2)
        y, inner = HEAD + GAP, round(_tall(letters, text, wide) - 2 * PAD, 2)
        boxes.append(Box(f"phase-{phase.name}", "chevron", left, 0.0, right, HEAD, phase.name, "", phase.tone, *size))
        boxes.append(Box(f"panel-{phase.name}", "group", left, y, right, round(high, 2), "", "", "neutral", *size))
        sides = round(left + PAD, 2), y + PAD, round(right - 2 * PAD, 2), inner
        boxes.append(Box(f"lines-{phase.name}", "rectangle", *sides, "", text, "plain", *size, "left"))
    return tuple(boxes)


def _tall(letters: Lettering, text: str, wide: float) -> float:
    """Of a panel of this width around its lines."""
    return letters.height("", text, wide - 2 * PAD) + 2 * PAD + 1.0
