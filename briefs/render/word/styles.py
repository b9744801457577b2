"""The named styles that a Word template must offer; the renderer uses no others and sets no looks of its own."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from briefs.model.document import Callout, Role


class Paragraphs(Enum):
    """Paragraph styles, by the name that Word shows."""

    BODY = "Body Text"
    LEAD = "Lead"
    SMALL = "Reference Text"
    SMALL_HEADING = "Reference Heading"
    QUOTE = "Quotation"
    MUTED = "Empty Note"
    HEADING_1 = "Heading 1"
    HEADING_2 = "Heading 2"
    HEADING_3 = "Heading 3"
    HEADING_4 = "Heading 4"
    BAND_KICKER = "Band Kicker"
    BAND_TITLE = "Title"
    BAND_SUBTITLE = "Subtitle"
    BAND_META = "Band Meta"
    COVER_KICKER = "Cover Kicker"
    COVER_TITLE = "Cover Title"
    COVER_SUBTITLE = "Cover Subtitle"
    COVER_LABEL = "Cover Label"
    COVER_TEXT = "Cover Text"
    BULLET_1 = "List Bullet"
    BULLET_2 = "List Bullet 2"
    BULLET_3 = "List Bullet 3"
    NUMBER_1 = "List Number"
    NUMBER_2 = "List Number 2"
    NUMBER_3 = "List Number 3"
    CONTINUE_1 = "List Continue"
    CONTINUE_2 = "List Continue 2"
    CONTINUE_3 = "List Continue 3"
    STEP = "Step"
    STEP_CONTINUE = "Step Continue"
    CODE = "Code Block"
    CAPTION = "Caption"
    SOURCE = "Source Note"
    FIGURE = "Figure Place"
    TABLE_TEXT = "Table Text"
    TABLE_HEAD = "Table Head"
    TABLE_NUMBER = "Table Number"
    TABLE_HEAD_NUMBER = "Table Head Number"
    CALLOUT_DECISION = "Callout Title Decision"
    CALLOUT_WARNING = "Callout Title Warning"
    CALLOUT_EXAMPLE = "Callout Title Example"
    CALLOUT_NOTE = "Callout Title Note"
    CALLOUT_TEXT = "Callout Text"
    CARD_KICKER = "Card Kicker"
    CARD_TITLE = "Card Title"
    CARD_TEXT = "Card Text"
    SPACER = "Spacer"
    NOTE = "footnote text"
    CONTENTS_TITLE = "TOC Heading"
    CONTENTS_1 = "toc 1"
    CONTENTS_2 = "toc 2"
    CONTENTS_LIST = "table of figures"
    HEADER = "Header"
    FOOTER = "Footer"


class Characters(Enum):
    """Character styles, by the name that Word shows."""

    CODE = "Inline Code"
    LINK = "Hyperlink"
    NOTE_MARK = "footnote reference"
    PRIMARY = "Tone Primary"
    TEAL = "Tone Teal"
    AMBER = "Tone Amber"
    CORAL = "Tone Coral"
    SLATE = "Tone Slate"
    DEEP = "Tone Deep"


class Tables(Enum):
    """Table styles, by the name that Word shows."""

    CONTENT = "Brief Table"
    CARD = "Brief Card"
    COVER = "Cover Facts"
    CALLOUT_DECISION = "Callout Decision"
    CALLOUT_WARNING = "Callout Warning"
    CALLOUT_EXAMPLE = "Callout Example"
    CALLOUT_NOTE = "Callout Note"


Named = Paragraphs | Characters | Tables

HEADINGS = (Paragraphs.HEADING_1, Paragraphs.HEADING_2, Paragraphs.HEADING_3, Paragraphs.HEADING_4)
BULLETS = (Paragraphs.BULLET_1, Paragraphs.BULLET_2, Paragraphs.BULLET_3)
NUMBERS = (Paragraphs.NUMBER_1, Paragraphs.NUMBER_2, Paragraphs.NUMBER_3)
CONTINUES = (Paragraphs.CONTINUE_1, Paragraphs.CONTINUE_2, Paragraphs.CONTINUE_3)
NUMBERED = (*HEADINGS, *BULLETS, *NUMBERS, Paragraphs.STEP)
"""Styles that must carry a native numbering of their own."""


def of_role(role: Role) -> Paragraphs:
    """The style of a paragraph by what it is for."""
    match role:
        case "body":
            return Paragraphs.BODY
        case "lead":
            return Paragraphs.LEAD
        case "small":
            return Paragraphs.SMALL
        case "quote":
            return Paragraphs.QUOTE
        case "muted":
            return Paragraphs.MUTED
    assert_never(role)


def of_callout(callout: Callout) -> tuple[Tables, Paragraphs, str]:
    """Panel, title and the word that says the kind, since colour alone must not."""
    match callout.kind:
        case "decision":
            return Tables.CALLOUT_DECISION, Paragraphs.CALLOUT_DECISION, "Decision"
        case "warning":
            return Tables.CALLOUT_WARNING, Paragraphs.CALLOUT_WARNING, "Warning"
        case "example":
            return Tables.CALLOUT_EXAMPLE, Paragraphs.CALLOUT_EXAMPLE, "Example"
        case "note":
            return Tables.CALLOUT_NOTE, Paragraphs.CALLOUT_NOTE, "Note"
    assert_never(callout.kind)


_TONES = {
    "neutral": Characters.SLATE,
    "plain": Characters.SLATE,
    "slate": Characters.SLATE,
    "teal": Characters.TEAL,
    "ready": Characters.TEAL,
    "primary": Characters.PRIMARY,
    "amber": Characters.AMBER,
    "attention": Characters.AMBER,
    "deep": Characters.DEEP,
    "coral": Characters.CORAL,
    "blocked": Characters.CORAL,
}


def of_tone(tone: str) -> Characters:
    """The character style of a tone; KeyError for a word that is no tone."""
    return _TONES[tone]
