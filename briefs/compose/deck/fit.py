"""Whether every text of a slide fits its frame, by metrics: an error above 1.00, a warning above 0.93."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import assert_never

from briefs.compose.deck.measure import least_width, lines
from briefs.diagnostics import Diagnostic, error, warning
from briefs.model.deck import (
    AgendaBody,
    Bullet,
    BulletsBody,
    CardsBody,
    ChartBody,
    ClosingBody,
    ColumnsBody,
    CoverBody,
    DiagramBody,
    PictureBody,
    SectionBody,
    Slide,
    SlideBody,
    StatementBody,
    TableBody,
)
from briefs.model.document import Card, CardField
from briefs.model.geometry import (
    AGENDA_INSET,
    AGENDA_SIZE,
    CARD_INSET,
    CARD_KICKER_SIZE,
    CARD_SPACE,
    CARD_TITLE_MORE,
    CELL_INSET_X,
    Frame,
    Geometry,
    agenda_places,
    card_places,
)
from briefs.model.runs import Flow, Run, plain

TIGHT = 0.93
MOST_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class Need:
    """One text and its place: points needed and had, and the text's lines for telling how much is too much."""

    what: str
    need: float
    have: float
    lines: tuple[str, ...]
    warns: bool = True
    """Whether a place that is nearly full is worth a word; pages of tables and titles are filled by intent."""


def fit(slide: Slide, geometry: Geometry) -> tuple[Diagnostic, ...]:
    """Every text of the slide that does not fit (B501) or only just (B502), at the line that the slide comes from."""
    return tuple(found for need in _needs(slide, geometry) if (found := _judged(need, slide)) is not None)


def _judged(need: Need, slide: Slide) -> Diagnostic | None:
    if need.need > need.have + 0.05:
        over = max(1, ceil((need.need - need.have) / max(need.need / max(len(need.lines), 1), 1.0) - 0.01))
        characters = sum(len(line) for line in need.lines[-over:])
        size = f"{over} {'line' if over == 1 else 'lines'}, about {characters} characters"
        message = f"{need.what} of the slide '{slide.title}' is too long by {size}"
        return error("B501", slide.origin, message, "shorten it, or move detail into the notes")
    if need.warns and need.have > 0 and need.need / need.have > TIGHT:
        message = f"{need.what} of the slide '{slide.title}' fills {need.need / need.have:.0%} of its place"
        return warning("B502", slide.origin, message, "shorten it a little")
    return None


def _needs(slide: Slide, geometry: Geometry) -> Iterator[Need]:
    yield from _title(slide, geometry.frame(slide.layout, "title"))
    yield from _body(slide.layout, slide.body, geometry)


def _title(slide: Slide, frame: Frame) -> Iterator[Need]:
    found = lines((Run(slide.title),), frame.font, frame.size, frame.width - frame.inset_x, frame.bold)
    pitch = found[0].height * frame.line_spacing
    most = int((frame.height - frame.inset_y + 0.05) / pitch)
    most = most if slide.layout in ("title", "section", "closing") else min(MOST_TITLE_LINES, most)
    yield Need("the title", len(found) * pitch, most * pitch, tuple(line.text for line in found), warns=False)


def _body(layout: str, body: SlideBody, geometry: Geometry) -> Iterator[Need]:  # noqa: C901 - one case for each kind of body
    match body:
        case CoverBody():
            yield stack("the subtitle", geometry.frame(layout, "subtitle"), [Bullet(0, (Run(body.subtitle),))])
        case SectionBody():
            yield stack("the summary", geometry.frame(layout, "body"), [Bullet(0, body.summary)])
        case AgendaBody():
            yield from _agenda(body, geometry.frame(layout, "body"))
        case BulletsBody():
            yield stack("the body", geometry.frame(layout, "body"), body.bullets)
        case ColumnsBody():
            for side, title, bullets in (("left", body.left_title, body.left), ("right", body.right_title, body.right)):
                yield stack(f"the {side} heading", geometry.frame(layout, f"{side}-title"), [Bullet(0, title)])
                yield stack(f"the {side} column", geometry.frame(layout, side), bullets)
        case StatementBody():
            yield from _big(body.big, geometry.frame(layout, "big"))
            yield stack("the body", geometry.frame(layout, "body"), [Bullet(0, line) for line in body.lines])
        case TableBody():
            yield from _table(body, geometry)
        case ChartBody() | DiagramBody() | PictureBody():
            if body.takeaway:
                yield stack("the takeaway", geometry.frame(layout, "takeaway"), [Bullet(0, body.takeaway)])
        case CardsBody():
            yield from _cards(body, geometry.frame(layout, "cards"))
        case ClosingBody():
            pairs = (bullet for label, text in body.lines for bullet in (Bullet(0, (Run(label),)), Bullet(1, text)))
            yield stack("the body", geometry.frame(layout, "body"), list(pairs))
        case _:
            assert_never(body)


def stack(what: str, frame: Frame, bullets: Sequence[Bullet]) -> Need:
    """Paragraphs below one another in a frame."""
    texts: list[str] = []
    need = frame.space_before * max(0, len(bullets) - 1)
    for bullet in bullets:
        size, indent = (frame.size, frame.indent) if bullet.level == 0 else (frame.sub_size, frame.sub_indent)
        found = lines(bullet.content, frame.font, size, frame.width - frame.inset_x - indent, frame.bold)
        need += sum(line.height for line in found) * frame.line_spacing
        texts += [line.text for line in found]
    return Need(what, need, frame.height - frame.inset_y, tuple(texts))


def _big(big: Flow, frame: Frame) -> Iterator[Need]:
    width = frame.width - frame.inset_x
    yield Need("the longest word", least_width(big, frame.font, frame.size, frame.bold), width, (plain(big),), warns=False)
    yield stack("the statement", frame, [Bullet(0, big)])


def _agenda(body: AgendaBody, area: Frame) -> Iterator[Need]:
    for entry, place in zip(body.entries, agenda_places(area, len(body.entries)), strict=True):
        found = lines((Run(entry.text),), area.font, AGENDA_SIZE, place.width - AGENDA_INSET - 10)
        need = sum(line.height for line in found)
        yield Need(f"the entry '{entry.text}'", need, place.height, tuple(line.text for line in found), warns=False)


def _cards(body: CardsBody, area: Frame) -> Iterator[Need]:
    for card, place in zip(body.cards, card_places(area, len(body.cards)), strict=True):
        need, texts = card_height(card, area.font, body.size, place.width - 2 * CARD_INSET)
        yield Need(f"the card '{plain(card.title)}'", need, place.height - 2 * CARD_INSET, texts)


def card_height(card: Card, font: str, size: float, width: float) -> tuple[float, tuple[str, ...]]:
    """Points and lines of a card's text."""
    found = list(lines((Run(card.kicker),), font, CARD_KICKER_SIZE, width, bold=True)) if card.kicker else []
    found += lines(card.title, font, size + CARD_TITLE_MORE, width, bold=True)
    for one in card.fields:
        found += lines(card_field(one), font, size, width)
    return sum(line.height for line in found) + CARD_SPACE * len(card.fields), tuple(line.text for line in found)


def card_field(field: CardField) -> Flow:
    """A field as it is printed: behind its label, if it has one."""
    return (Run(f"{field.label}: ", bold=True), *field.content) if field.label else field.content


def _table(body: TableBody, geometry: Geometry) -> Iterator[Need]:
    place, font = geometry.exhibit("table", takeaway=False), geometry.frame("table", "exhibit").font
    wide = ", ".join(f"'{plain(head)}'" for head in body.header)
    yield Need(f"the table of {wide}", sum(body.widths), place.width + 0.5, ("its columns",), warns=False)
    lines_of = tuple(plain(cell) for row in body.rows[-1:] for cell in row.cells)
    yield Need("a row", sum(body.heights), place.height, lines_of, warns=False)
    rows = (row.cells for number, row in enumerate(body.rows) if number not in body.headings)
    for row in (body.header, *rows):
        for cell, width in zip(row, body.widths, strict=True):
            word = least_width(cell, font, body.size)
            yield Need("a word", word, width - 2 * CELL_INSET_X, (plain(cell),), warns=False)
