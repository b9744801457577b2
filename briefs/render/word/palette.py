"""What a tone of a diagram looks like, by slots of the template's theme."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.model.exhibits import Box

_THEME_NAMES = {
    "tx1": "text1", "bg1": "background1", "tx2": "text2", "bg2": "background2",
}  # fmt: skip
_SCHEME = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


@dataclass(frozen=True, slots=True)
class Look:
    """Slots of fill, outline, label and detail; an empty fill or line is none."""

    fill: str
    line: str
    label: str
    detail: str


def _filled(slot: str) -> Look:
    return Look(slot, "", "bg1", "bg1")


_LOOKS = {
    "neutral": Look("bg1", "accent5", "tx1", "accent5"),
    "plain": Look("", "", "tx1", "accent5"),
    "primary": _filled("accent1"),
    "teal": _filled("accent2"),
    "amber": _filled("accent3"),
    "coral": _filled("accent4"),
    "slate": _filled("accent5"),
    "deep": _filled("tx2"),
    "ready": _filled("accent2"),
    "attention": _filled("accent3"),
    "blocked": _filled("accent4"),
}
_GROUP = Look("bg2", "accent6", "accent5", "accent5")


def look_of(box: Box) -> Look:
    """The look of a box; KeyError for a word that is no tone."""
    if box.shape == "line":
        return Look("", "accent5", "tx1", "tx1")
    return _GROUP if box.shape == "group" else _LOOKS[box.tone]


def theme_name(slot: str) -> str:
    """A drawing's slot as the text of a Word document names it: `tx1` is `text1`."""
    return _THEME_NAMES.get(slot, slot)


def scheme_name(slot: str) -> str:
    """A drawing's slot as the theme itself names it: `tx1` is `dk1`."""
    return _SCHEME.get(slot, slot)
