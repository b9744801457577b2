"""Writes a native table in the place of its placeholder, in the template's own table style."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefs.model.deck import TableBody
from briefs.model.geometry import CELL_INSET_X, Place
from briefs.model.runs import Flow, plain
from briefs.render.ooxml import xml
from briefs.render.powerpoint.linebreaks import break_links
from briefs.render.powerpoint.measure import measured
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.shapes import solid
from briefs.render.powerpoint.text import Look, Spacing, empty_end, flow, paragraph
from briefs.render.powerpoint.units import EMU, emu, transform

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_AIR, _HEADER_AIR = 44.0, 10.0
"""Points that each row, and the header, may grow where a table leaves room."""
_ALIGN = {"left": None, "center": "ctr", "right": "r"}
_SIDES = f'marL="{emu(CELL_INSET_X)}" marR="{emu(CELL_INSET_X)}"'


def table(page: Page, body: TableBody, place: Place) -> None:
    """Draw a table; ValueError for a row that has too many or too few cells, which PowerPoint would repair."""
    count = len(body.columns)
    if any(len(cells) != count for cells in (body.widths, body.header, *(row.cells for row in body.rows))):
        raise ValueError(f"a row of the table on slide {page.number} has not {count} cells")
    widths = whole(body.widths, emu(place.width))
    heights = [emu(height + air) for height, air in zip(body.heights, _airs(body, place), strict=True)]
    pairs = enumerate(zip(_all_rows(body), heights, strict=True), -1)
    rows = [
        _heading(page, body, cells[0], height) if number in body.headings else _row(page, body, cells, height)
        for number, (cells, height) in pairs
    ]
    drawn = Place(place.x, place.y, place.width, sum(heights) / EMU)
    page.shapes.append(frame(page, "exhibit", "Table", _alt(body), drawn, graphic(page, widths, rows)))


def graphic(page: Page, widths: Sequence[int], rows: Sequence[str], *, header: bool = True) -> str:
    """The table itself, in the template's style: column widths in whole units, and `a:tr` elements."""
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    first = ' firstRow="1"' if header else ' firstCol="1"'
    style = f"<a:tblPr{first}><a:tableStyleId>{page.ledger.template.table_style}</a:tableStyleId></a:tblPr>"
    return f'<a:graphicData uri="{_TABLE}"><a:tbl>{style}<a:tblGrid>{grid}</a:tblGrid>{"".join(rows)}</a:tbl></a:graphicData>'


def frame(page: Page, role: str, name: str, alt: str, place: Place, data: str) -> str:
    """A graphic frame in the placeholder of a role: what tables and charts stand in."""
    reference = page.layout.placeholders[role].reference
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{page.next_id()}" name="{name}" descr="{xml.attribute(alt)}"/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{reference}</p:nvPr>'
        f"</p:nvGraphicFramePr>{transform(place, 'p:xfrm')}<a:graphic>{data}</a:graphic></p:graphicFrame>"
    )


def _all_rows(body: TableBody) -> list[tuple[Flow, ...]]:
    return [body.header, *(row.cells for row in body.rows)]


def _airs(body: TableBody, place: Place) -> list[float]:
    """What each row grows by, headers least: a table fills its place, but never so much that it looks pulled apart."""
    free = max(0.0, place.height - sum(body.heights))
    header = min(_HEADER_AIR, free / len(body.heights))
    heads = 1 + len(body.headings)
    rows = len(body.heights) - heads
    row = min(_AIR, (free - header * heads) / rows) if rows else 0.0
    return [header, *(header if number in body.headings else row for number in range(len(body.rows)))]


def whole(widths: Sequence[float], total: int) -> list[int]:
    """Column widths as whole units that sum to the frame's width."""
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    scaled = [round(edge * total / edges[-1]) for edge in edges]
    return [right - left for left, right in pairwise(scaled)]


def _row(page: Page, body: TableBody, cells: Sequence[Flow], height: int) -> str:
    inner = "".join(
        _cell(page, body, _broken(page, cell, body.size, width), Spacing(align=_ALIGN[column.align]))
        for cell, column, width in zip(cells, body.columns, body.widths, strict=True)
    )
    return f'<a:tr h="{height}">{inner}</a:tr>'


def _properties(body: TableBody, fill: str = "") -> str:
    """Of a cell: its insets and, if any, its fill."""
    inset = emu(body.inset)
    start = f'<a:tcPr {_SIDES} marT="{inset}" marB="{inset}" anchor="ctr"'
    return f"{start}>{fill}</a:tcPr>" if fill else f"{start}/>"


def _heading(page: Page, body: TableBody, content: Flow, height: int) -> str:
    """One cell over all columns, on the panels' colour, for the rows below it."""
    count = len(body.columns)
    text = f"<a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(flow(page, content, Look(body.size, bold=True)))}</a:txBody>"
    filled = _properties(body, solid("bg2"))
    empty = f"<a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(empty_end(page, Look(body.size)))}</a:txBody>"
    spanned = f'<a:tc hMerge="1">{empty}{filled}</a:tc>' * (count - 1)
    span = f' gridSpan="{count}"' if count > 1 else ""
    return f'<a:tr h="{height}"><a:tc{span}>{text}{filled}</a:tc>{spanned}</a:tr>'


def _broken(page: Page, cell: Flow, size: float, width: float) -> Flow:
    return break_links(cell, measured(cell, page.frame("exhibit"), size), width - 2 * CELL_INSET_X)


def _cell(page: Page, body: TableBody, content: Flow, spacing: Spacing) -> str:
    look = Look(body.size)
    runs = flow(page, content, look) if plain(content) else empty_end(page, look)
    text = f"<a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(runs, spacing)}</a:txBody>"
    return f"<a:tc>{text}{_properties(body)}</a:tc>"


def _alt(body: TableBody) -> str:
    names = ", ".join(plain(cell) for cell in body.header)
    count = len(body.rows) - len(body.headings)
    return f"Table of {count} {'row' if count == 1 else 'rows'}: {names}"
