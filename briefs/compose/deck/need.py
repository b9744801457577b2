"""One text of a slide with the place that it needs and has, and what is said when the two do not agree."""

from dataclasses import dataclass
from math import ceil
from typing import Literal

from briefs.diagnostics import Diagnostic, error, warning
from briefs.model.deck import Slide
from briefs.model.origin import Origin

TIGHT = 0.93
"""Of a place: what its text may take without a warning."""
HINTS = {
    "line": "shorten it, or move detail into the notes",
    "column": "show fewer columns, or shorten their longest words",
}
TOO = {"line": "too long", "column": "too wide"}


@dataclass(frozen=True, slots=True)
class Need:
    """One text and its place: points needed and had, and the text's lines for telling how much is too much."""

    what: str
    need: float
    have: float
    lines: tuple[str, ...]
    """Of a table that is too wide: the headings of its columns."""
    warns: bool = True
    """Whether a place that is nearly full is worth a word; pages of tables and titles are filled by intent."""
    unit: Literal["line", "column"] = "line"
    origin: Origin | None = None
    """Where the text was written, when that is not where its slide was."""


def judged(need: Need, slide: Slide) -> Diagnostic | None:
    """B501 for a text that does not fit, B502 for one that only just fits, at its own line or that of its slide."""
    origin = need.origin or slide.origin
    if need.need > need.have + 0.05:
        message = f"{need.what} of the slide '{slide.title}' is {TOO[need.unit]} by {_size(need)}"
        return error("B501", origin, message, HINTS[need.unit])
    if need.warns and need.have > 0 and need.need / need.have > TIGHT:
        message = f"{need.what} of the slide '{slide.title}' fills {need.need / need.have:.0%} of its place"
        return warning("B502", origin, message, "shorten it a little")
    return None


def _size(need: Need) -> str:
    """How much is too much, in lines and characters or in columns."""
    over = max(1, ceil((need.need - need.have) / max(need.need / max(len(need.lines), 1), 1.0) - 0.01))
    count = f"{over} {need.unit}{'' if over == 1 else 's'}"
    if need.unit == "column":
        return count
    return f"{count}, about {sum(len(line) for line in need.lines[-over:])} characters"
