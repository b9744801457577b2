"""What is wrong with the tables of slides: rows of another length than their grid, and cells that are merged by halves."""

from collections.abc import Iterator

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Place = tuple[int, int]
"""Row and column, from 0."""


def grids(tree: etree._Element) -> Iterator[str]:
    """Faults of each table of a slide, by its number on it."""
    for number, table in enumerate(tree.iter(f"{A}tbl"), start=1):
        yield from (f"table {number}: {fault}" for fault in _table(table))


def _table(table: etree._Element) -> Iterator[str]:
    columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
    rows = [row.findall(f"{A}tc") for row in table.findall(f"{A}tr")]
    if not rows:
        yield "has no row"
    wrong = [len(row) for row in rows if len(row) != columns]
    yield from (f"a row of {count} cells in a grid of {columns}" for count in wrong)
    if any(cell.find(f"{A}txBody") is None for row in rows for cell in row):
        yield "a cell without text"
    if not wrong:
        yield from _merged(
            {(at, column): cell for at, row in enumerate(rows) for column, cell in enumerate(row)}, (len(rows), columns)
        )


def _merged(cells: dict[Place, etree._Element], size: Place) -> Iterator[str]:
    """Each cell that is merged is covered by one that says so, and each that covers others lies within the table."""
    covered: set[Place] = set()
    for (row, column), cell in cells.items():
        high, wide = _span(cell, "rowSpan"), _span(cell, "gridSpan")
        if high < 1 or wide < 1 or row + high > size[0] or column + wide > size[1]:
            yield "a cell that is wider or higher than its table"
            continue
        own = {(at, across) for at in range(row, row + high) for across in range(column, column + wide)} - {(row, column)}
        if any(not _is_merged(cells[place]) for place in own):
            yield "a merged cell that does not cover its neighbours"
        covered |= own
    if any(_is_merged(cell) and place not in covered for place, cell in cells.items()):
        yield "a cell is merged with none"


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1")
    return int(value) if value.isdecimal() else 0


def _is_merged(cell: etree._Element) -> bool:
    return "1" in (cell.get("hMerge"), cell.get("vMerge")) or "true" in (cell.get("hMerge"), cell.get("vMerge"))
