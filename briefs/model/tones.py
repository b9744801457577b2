"""Tones: the colours that values and boxes may have, by name, so that a template decides how each of them looks."""

from collections.abc import Mapping
from typing import Literal, get_args

Tone = Literal[
    "neutral", "primary", "teal", "amber", "coral", "slate", "deep", "attention", "blocked", "ready", "plain"
]  # fmt: skip
"""Colours of the brand; `attention`, `blocked` and `ready` are what something means; `plain` is text without a box."""
TONES: tuple[Tone, ...] = get_args(Tone)


def tone_named(name: str, values: Mapping[str, Tone]) -> Tone | None:
    """The tone that a value of the vocabulary has, in any case of its letters, or that is called so; None for neither."""
    for value, tone in values.items():
        if value.casefold() == name.casefold():
            return tone
    return next((tone for tone in TONES if tone == name), None)
