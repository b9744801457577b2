"""How many words a deck shows; speaker notes are not counted."""

from typing import assert_never

from briefs.model.deck import (
    AgendaBody,
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
from briefs.model.runs import Flow, plain


def words(slide: Slide) -> int:
    """Words of the title and the body."""
    return len(slide.title.split()) + sum(len(text.split()) for text in _texts(slide.body))


def _texts(body: SlideBody) -> list[str]:  # noqa: C901 - one case for each kind of body
    match body:
        case CoverBody():
            return [body.subtitle]
        case AgendaBody():
            return [entry.text for entry in body.entries]
        case SectionBody():
            return _plain(body.summary)
        case BulletsBody():
            return _plain(*(bullet.content for bullet in body.bullets))
        case ColumnsBody():
            bullets = (bullet.content for bullet in (*body.left, *body.right))
            return _plain(body.left_title, body.right_title, *bullets)
        case StatementBody():
            return _plain(body.big, *body.lines)
        case TableBody():
            return _plain(*body.header, *(cell for row in body.rows for cell in row.cells))
        case ChartBody() | PictureBody():
            return _plain(body.takeaway)
        case DiagramBody():
            return [*_plain(body.takeaway), *(f"{box.label} {box.detail}" for box in body.diagram.boxes)]
        case CardsBody():
            fields = (field.content for card in body.cards for field in card.fields)
            return [*_plain(*(card.title for card in body.cards), *fields), *(card.kicker for card in body.cards)]
        case ClosingBody():
            return [*(label for label, _ in body.lines), *_plain(*(text for _, text in body.lines))]
        case _:
            assert_never(body)


def _plain(*flows: Flow) -> list[str]:
    return [plain(flow) for flow in flows]
