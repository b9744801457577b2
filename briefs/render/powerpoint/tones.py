"""What a tone looks like: meaning comes in, theme colours go out, the same on every slide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from briefs.model.tones import Tone


@dataclass(frozen=True, slots=True)
class Colour:
    """Theme colours of a box; text on a fill always has a contrast of at least 4.5."""

    fill: str | None
    line: str | None
    label: str
    detail: str
    edge: str
    """Of a card's edge or a kicker on white."""


def _filled(slot: str) -> Colour:
    return Colour(slot, None, "bg1", "bg1", slot)


_COLOURS: dict[Tone, Colour] = {
    "neutral": Colour("bg1", "accent5", "tx1", "accent5", "accent1"),
    "primary": _filled("accent1"),
    "teal": _filled("accent2"),
    "amber": _filled("accent3"),
    "coral": _filled("accent4"),
    "slate": _filled("accent5"),
    "deep": _filled("tx2"),
    "attention": _filled("accent3"),
    "blocked": _filled("accent4"),
    "ready": _filled("accent2"),
    "plain": Colour(None, None, "tx1", "accent5", "accent5"),
}


def colour_of(tone: str) -> Colour:
    """The colours of a tone; ValueError names an unknown one."""
    known: tuple[Tone, ...] = get_args(Tone)
    for name in known:
        if name == tone:
            return _COLOURS[name]
    raise ValueError(f"unknown tone '{tone}'; known are {', '.join(known)}")
