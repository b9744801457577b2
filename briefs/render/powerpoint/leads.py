"""Sets bullets that all begin with bold words as rows: those words at the left, what they stand for at the right.

A list of such points is read by its first words; as rows it fills its place instead of the upper left corner of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefs.metrics import text_height
from briefs.model.deck import Bullet
from briefs.model.geometry import CELL_INSET_X, Frame, Place
from briefs.model.runs import Flow, Run, plain
from briefs.render.powerpoint.measure import measured
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.table import frame, graphic, whole
from briefs.render.powerpoint.text import Look, flow, paragraph
from briefs.render.powerpoint.units import EMU, emu

_LEFT = 0.26
"""Of the frame's width: three of twelve columns and the gap behind them."""
_INSET_Y = 7.0
_SIZES = (22.0, 20.0)
"""Points of the text where there is little of it; else the layout's own."""
_CALM = 0.75
"""Of the place's height: what larger text may take."""
_MOST_AIR = 48.0
"""Points that a row may be higher than its text needs."""
_ROWS = range(2, 7)
_DASHED = (
    f'<a:pPr marL="{emu(14)}" indent="-{emu(14)}"><a:spcBef><a:spcPts val="300"/></a:spcBef>'
    '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="–"/></a:pPr>'
)


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One point: its first words, what follows them, and the second-level lines below."""

    lead: Flow
    rest: Flow
    below: tuple[Flow, ...]


def lead_rows(bullets: Sequence[Bullet]) -> tuple[LeadRow, ...]:
    """The bullets as rows; nothing when they are too few or many, or one does not begin with bold words and go on."""
    rows: list[LeadRow] = []
    for bullet in bullets:
        if bullet.level:
            if not rows:
                return ()
            rows[-1] = replace(rows[-1], below=(*rows[-1].below, bullet.content))
            continue
        row = _row(bullet.content)
        if row is None:
            return ()
        rows.append(row)
    return tuple(rows) if len(rows) in _ROWS else ()


def draw_rows(page: Page, rows: Sequence[LeadRow]) -> bool:
    """Draw the rows in the place of the body, in the largest text that leaves air; False when they need more room than it has."""
    own = page.frame("body")
    body = next((one for one in _larger(own) if _calm(one, own, rows)), own)
    needs = [_height(body, row) for row in rows]
    if sum(needs) > body.height:
        return False
    heights = [emu(height) for height in _shared(needs, body.height)]
    widths = whole((body.width * _LEFT, body.width * (1 - _LEFT)), emu(body.width))
    place = Place(body.x, body.y, body.width, sum(heights) / EMU)
    written = [_tr(page, body, row, height) for row, height in zip(rows, heights, strict=True)]
    alt = f"Table of {len(rows)} points: {', '.join(plain(row.lead) for row in rows)}"
    page.shapes.append(frame(page, "body", "Points", alt, place, graphic(page, widths, written, header=False)))
    return True


def _row(content: Flow) -> LeadRow | None:
    if len(content) < 2:
        return None
    lead, follows = content[0], content[1]
    if not isinstance(lead, Run) or not lead.bold or lead.code or not lead.text.strip(" .:"):
        return None
    rest = (replace(follows, text=follows.text.lstrip(" .:")), *content[2:]) if isinstance(follows, Run) else content[1:]
    return LeadRow((replace(lead, text=lead.text.rstrip(" .:")),), rest, ()) if plain(rest).strip() else None


def _larger(own: Frame) -> Iterator[Frame]:
    return (replace(own, size=size, sub_size=own.sub_size * size / own.size) for size in _SIZES)


def _calm(larger: Frame, own: Frame, rows: Sequence[LeadRow]) -> bool:
    """Whether larger text leaves air, and breaks no line that was whole."""
    needs = [(_height(larger, row), _height(own, row)) for row in rows]
    more = larger.size / own.size
    return sum(high for high, _ in needs) <= _CALM * own.height and all(high <= low * more + 1.0 for high, low in needs)


def _shared(needs: Sequence[float], room: float) -> list[float]:
    """Heights that fill the room, equal where the highest row allows it."""
    highest = max(needs)
    if highest * len(needs) <= room:
        return [min(highest + _MOST_AIR, room / len(needs))] * len(needs)
    air = (room - sum(needs)) / len(needs)
    return [need + air for need in needs]


def _height(body: Frame, row: LeadRow) -> float:
    left = body.width * _LEFT
    right = body.width - left - 2 * CELL_INSET_X
    words = text_height(measured(row.lead, body, body.size), left - CELL_INSET_X)
    text = text_height(measured(row.rest, body, body.size), right)
    text += sum(3.0 + text_height(measured(line, body, body.sub_size), right - 14.0) for line in row.below)
    return max(words, text) + 2 * _INSET_Y


def _tr(page: Page, body: Frame, row: LeadRow, height: int) -> str:
    words = paragraph(flow(page, row.lead, Look(body.size, True, "accent1")))
    text = paragraph(flow(page, row.rest, Look(body.size)))
    text += "".join(f"<a:p>{_DASHED}{flow(page, line, Look(body.sub_size))}</a:p>" for line in row.below)
    return f'<a:tr h="{height}">{_tc(words, 0.0)}{_tc(text, CELL_INSET_X)}</a:tr>'


def _tc(text: str, left: float) -> str:
    insets = f'marL="{emu(left)}" marR="{emu(CELL_INSET_X)}" marT="{emu(_INSET_Y)}" marB="{emu(_INSET_Y)}"'
    return f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody><a:tcPr {insets} anchor="ctr"/></a:tc>'
