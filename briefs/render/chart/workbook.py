"""Writes the workbook that a native chart carries, so that its numbers can be edited in place."""

from __future__ import annotations

from briefs.render.chart.plot import Plot
from briefs.render.ooxml.package import Part, write_package
from briefs.render.ooxml.relationships import OFFICE, Relationships, content_types
from briefs.render.ooxml.xml import HEAD, attribute, text

SHEET = "Data"
"""Name of the only sheet; the chart's references name it."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_STYLES = (
    '{head}<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{format}"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def column_letter(index: int) -> str:
    """`A` for 0, `AA` for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number(value: float) -> str:
    """A number as Office writes it: no exponent where none is needed, fifteen digits at most."""
    return f"{value:.15g}"


def chart_workbook(plotted: Plot, categories: tuple[str, ...], number_format: str) -> bytes:
    """Return an xlsx: categories in column A, one column for each series, values in the chart's number format."""
    book, root = Relationships(), Relationships()
    root.add(OFFICE + "officeDocument", "xl/workbook.xml")
    sheet = book.add(OFFICE + "worksheet", "worksheets/sheet1.xml")
    book.add(OFFICE + "styles", "styles.xml")
    return write_package(
        [
            content_types(
                [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")],
                [
                    ("xl/workbook.xml", _KIND + "sheet.main+xml"),
                    ("xl/worksheets/sheet1.xml", _KIND + "worksheet+xml"),
                    ("xl/styles.xml", _KIND + "styles+xml"),
                ],
            ),
            Part("_rels/.rels", root.xml()),
            Part("xl/workbook.xml", _workbook(sheet)),
            Part("xl/_rels/workbook.xml.rels", book.xml()),
            Part("xl/worksheets/sheet1.xml", _sheet(plotted, categories)),
            Part("xl/styles.xml", _STYLES.format(head=HEAD, main=_MAIN, format=attribute(number_format)).encode("utf-8")),
        ]
    )


def _workbook(sheet: str) -> bytes:
    return (
        f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{OFFICE[:-1]}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="{sheet}"/></sheets></workbook>'
    ).encode()


def _sheet(plotted: Plot, categories: tuple[str, ...]) -> bytes:
    heads = "".join(_words(f"{column_letter(at)}1", series.name) for at, series in enumerate(plotted.series, 1))
    rows = [f'<row r="1">{heads}</row>']
    for line, category in enumerate(categories):
        cells = "".join(
            _value(f"{column_letter(at)}{line + 2}", series.values[line]) for at, series in enumerate(plotted.series, 1)
        )
        rows.append(f'<row r="{line + 2}">{_words(f"A{line + 2}", category)}{cells}</row>')
    return f'{HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'.encode()


def _words(cell: str, value: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{text(value)}</t></is></c>' if value else ""


def _value(cell: str, value: float | None) -> str:
    return "" if value is None else f'<c r="{cell}" s="1"><v>{number(value)}</v></c>'
