"""The look's tokens, as the renderers and the contract check of the templates read them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour is six hexadecimal digits in upper case, without the hash, as Office writes it."""

    ink: str
    white: str
    primary: str
    deep: str
    teal: str
    amber: str
    coral: str
    slate: str
    mist: str
    line: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """Family names; each has an open twin of the same widths, so that checks by metrics hold."""

    heading: str
    body: str
    code: str


@dataclass(frozen=True, slots=True)
class WordSizes:
    """Points of the named styles of a brief."""

    cover_title: float
    title: float
    subtitle: float
    heading_1: float
    heading_2: float
    heading_3: float
    body: float
    table: float
    note: float
    code: float


@dataclass(frozen=True, slots=True)
class SlideSizes:
    """Points of the placeholders and of drawn text of a deck."""

    title: float
    subtitle: float
    body: float
    table: float
    label: float
    detail: float
    source: float
    footer: float


@dataclass(frozen=True, slots=True)
class MinimumSizes:
    """Points below which a finished file is refused."""

    slide_title: float
    slide_body: float
    slide_table: float
    slide_label: float
    slide_detail: float
    slide_source: float
    slide_footer: float
    word_body: float
    word_table: float
    word_note: float


@dataclass(frozen=True, slots=True)
class Brand:
    """All tokens of `templates/brand.yaml`."""

    wordmark: str
    colours: Colours
    fonts: Fonts
    word: WordSizes
    slide: SlideSizes
    minimum: MinimumSizes


THEME_SLOTS: tuple[tuple[str, str], ...] = (
    ("dk1", "ink"),
    ("lt1", "white"),
    ("dk2", "deep"),
    ("lt2", "mist"),
    ("accent1", "primary"),
    ("accent2", "teal"),
    ("accent3", "amber"),
    ("accent4", "coral"),
    ("accent5", "slate"),
    ("accent6", "line"),
    ("hlink", "primary"),
    ("folHlink", "deep"),
)
"""Theme slot and token, the same in both templates, so that a chart or diagram names colours by slot alone."""
