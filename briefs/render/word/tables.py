"""Writes tables: repeated header row, rows that do not split, numbers to the right, widths from the text."""

from __future__ import annotations

from briefs.model.document import Table, TableRow
from briefs.model.runs import Flow, plain
from briefs.render.ooxml.xml import attribute
from briefs.render.word.body import Body, Place
from briefs.render.word.captions import caption_text, write_caption
from briefs.render.word.decimals import numeric
from briefs.render.word.inline import write_flow
from briefs.render.word.shell import Template
from briefs.render.word.styles import Paragraphs, Tables
from briefs.render.word.widths import Type, height, needs, share

_KEPT_WHOLE = 0.3
"""The part of a page's height up to which a table stays on one page; a longer one would leave a gap that is seen."""
KEEP = "<w:keepNext/>"


def table_properties(body: Body, style: Tables, width: int, *, indent: int, title: str, header: bool) -> str:
    """The `w:tblPr` of any table; `title` is its alternative text. Without a header row its first column is the header."""
    look = "0420" if header else "0480"
    return (
        f'<w:tblPr><w:tblStyle w:val="{body.template.styles[style]}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="{int(header)}" w:lastRow="0" w:firstColumn="{int(not header)}" w:lastColumn="0" '
        f'w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="{attribute(title)}"/></w:tblPr>'
    )


def grid(widths: tuple[int, ...]) -> str:
    """The `w:tblGrid` of columns in twentieths of a point."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def open_cell(width: int, span: int = 1) -> str:
    """Begin a cell."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}</w:tcPr>'


def open_row(*, header: bool = False) -> str:
    """Begin a row, which never splits over pages."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>"


def table_type(template: Template) -> Type:
    """How the cells of a table are set."""
    return Type(template.body_font, template.table_size)


def write_table(body: Body, table: Table, place: Place) -> None:
    """Write a table and its caption; without one, the space that a caption would give."""
    need = body.measured.get(id(table)) or needs(table, table_type(body.template))
    points = share(need, place.width / 20)
    widths = _whole(points, place.width)
    title = caption_text(table.caption) if table.caption else ", ".join(plain(cell) for cell in table.header)
    body.write(
        "<w:tbl>",
        table_properties(body, Tables.CONTENT, place.width, indent=place.indent, title=title, header=bool(table.header)),
        grid(widths),
    )
    right = numeric(table)
    if table.header:
        _write_header(body, table.header, widths, right)
    low = height(need, place.width / 20) <= _KEPT_WHOLE * body.template.sections.upright.height / 20
    kept = _kept_rows(len(table.rows), captioned=table.caption is not None, low=low)
    for at, (row, insets) in enumerate(zip(table.rows, need.insets, strict=True)):
        _write_row(body, row, widths, right, insets, keep=KEEP if at in kept else "")
    body.write("</w:tbl>")
    if table.caption:
        write_caption(body, table.caption)
    else:
        body.open(Paragraphs.SPACER)
        body.close()


def _whole(points: tuple[float, ...], width: int) -> tuple[int, ...]:
    """Twentieths of a point that sum to `width` exactly."""
    widths = [int(point * 20) for point in points]
    widths[widths.index(max(widths))] += width - sum(widths)
    return tuple(widths)


def _kept_rows(count: int, *, captioned: bool, low: bool) -> set[int]:
    """Rows that stay with what follows, so that neither one row nor a caption stands alone; all those of a low table."""
    kept = set(range(count - 1)) if low else {0, count - 2} - {count - 1}
    return kept | {count - 1} if captioned else kept


def _write_header(body: Body, header: tuple[Flow, ...], widths: tuple[int, ...], right: tuple[bool, ...]) -> None:
    body.write(open_row(header=True))
    for cell, width, number in zip(header, widths, right, strict=True):
        body.write(open_cell(width))
        body.open(Paragraphs.TABLE_HEAD_NUMBER if number else Paragraphs.TABLE_HEAD)
        write_flow(body, cell, link_look=False)
        body.write("</w:p></w:tc>")
    body.write("</w:tr>")


def _write_row(
    body: Body, row: TableRow, widths: tuple[int, ...], right: tuple[bool, ...], insets: tuple[float, ...], *, keep: str
) -> None:
    start, end = body.bookmark(row.anchor)
    body.write(open_row())
    for at, (cell, width, number, inset) in enumerate(zip(row.cells, widths, right, insets, strict=True)):
        body.write(open_cell(width))
        shift = f'<w:ind w:right="{round(inset * 20)}"/>' if inset else ""
        body.open(Paragraphs.TABLE_NUMBER if number else Paragraphs.TABLE_TEXT, keep + shift)
        if at == 0:
            body.write(start, end)
        write_flow(body, cell)
        body.write("</w:p></w:tc>")
    body.write("</w:tr>")
