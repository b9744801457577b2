"""Whether every text of a slide fits its frame, by metrics: an error above 1.00, a warning above 0.93."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from briefs.compose.deck.measure import least_width, lines
from briefs.compose.deck.need import Need, judged
from briefs.compose.deck.table_fit import table_needs
from briefs.diagnostics import Diagnostic
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
    Frame,
    Geometry,
    agenda_places,
    card_places,
)
from briefs.model.origin import Origin
from briefs.model.runs import Flow, Run, plain

TextBody = (
    CoverBody
    | SectionBody
    | AgendaBody
    | BulletsBody
    | ColumnsBody
    | StatementBody
    | ChartBody
    | DiagramBody
    | PictureBody
    | ClosingBody
)
"""All bodies but tables and cards, whose parts were written in places of their own."""
MOST_TITLE_LINES = 2


def fit(slide: Slide, geometry: Geometry, origins: Sequence[Origin | None] = ()) -> tuple[Diagnostic, ...]:
    """Every text of the slide that does not fit (B501) or only just (B502), at the line that it or its slide comes from.

    `origins`: where each row of its table or each of its cards was written, as far as that is known.
    """
    return tuple(found for need in _needs(slide, geometry, origins) if (found := judged(need, slide)) is not None)


def _needs(slide: Slide, geometry: Geometry, origins: Sequence[Origin | None]) -> Iterator[Need]:
    yield from _title(slide, geometry.frame(slide.layout, "title"))
    match slide.body:
        case TableBody():
            yield from table_needs(slide.body, geometry, origins)
        case CardsBody():
            yield from _cards(slide.body, geometry.frame(slide.layout, "cards"), origins)
        case _:
            yield from _text(slide.layout, slide.body, geometry)


def _title(slide: Slide, frame: Frame) -> Iterator[Need]:
    found = lines((Run(slide.title),), frame.font, frame.size, frame.width - frame.inset_x, frame.bold)
    pitch = found[0].height * frame.line_spacing
    most = int((frame.height - frame.inset_y + 0.05) / pitch)
    most = most if slide.layout in ("title", "section", "closing") else min(MOST_TITLE_LINES, most)
    yield Need("the title", len(found) * pitch, most * pitch, tuple(line.text for line in found), warns=False)


def _text(layout: str, body: TextBody, geometry: Geometry) -> Iterator[Need]:  # noqa: C901 - one case for each kind of body
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
        case ChartBody() | DiagramBody() | PictureBody():
            if body.takeaway:
                yield stack("the takeaway", geometry.frame(layout, "takeaway"), [Bullet(0, body.takeaway)])
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


def _cards(body: CardsBody, area: Frame, origins: Sequence[Origin | None]) -> Iterator[Need]:
    for number, (card, place) in enumerate(zip(body.cards, card_places(area, len(body.cards)), strict=True)):
        need, texts = card_height(card, area.font, body.size, place.width - 2 * CARD_INSET)
        origin = origins[number] if number < len(origins) else None
        yield Need(f"the card '{plain(card.title)}'", need, place.height - 2 * CARD_INSET, texts, origin=origin)


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
