"""Phases as a row of chevrons, below each the lines that matter of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.compose.exhibits.lettering import PAGE_STEPS, STEPS, Lettering
from briefs.model.exhibits import Box
from briefs.model.tones import Tone

GAP = 10.0
HEAD = 56.0


@dataclass(frozen=True, slots=True)
class Phase:
    name: str
    tone: Tone
    lines: tuple[str, ...]


def chevrons(phases: Sequence[Phase], width: float, height: float | None, page: bool = False) -> tuple[Box, ...]:
    """A chevron and a panel for each phase, in the largest lettering in which all panels hold their lines."""
    wide = (width - GAP * (len(phases) - 1)) / len(phases)
    steps = [Lettering(label, detail) for label, detail in (PAGE_STEPS if page else STEPS)]
    texts = ["\n".join(f"• {line}" for line in phase.lines) for phase in phases]
    room = height - HEAD - GAP if height else 1e9
    letters = next((step for step in steps if max(step.height("", text, wide) for text in texts) <= room), steps[-1])
    tall = max(letters.height("", text, wide) for text in texts) + 8
    high = max(tall, min(room, tall * 1.35)) if height else tall
    size = max(letters.label, steps[-1].label), letters.detail
    boxes: list[Box] = []
    for number, (phase, text) in enumerate(zip(phases, texts, strict=True)):
        x = round(number * (wide + GAP), 2)
        boxes.append(Box(f"phase-{phase.name}", "chevron", x, 0.0, round(wide, 2), HEAD, phase.name, "", phase.tone, *size))
        y, h = round(HEAD + GAP, 2), round(min(high, max(room, tall)), 2)
        boxes.append(Box(f"lines-{phase.name}", "rectangle", x, y, round(wide, 2), h, "", text, "neutral", *size, "left"))
    return tuple(boxes)
