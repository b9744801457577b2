"""Charts as the table of their data, diagrams as the list of what they show: nothing that is drawn is lost in text."""

from collections.abc import Mapping, Sequence

from briefs.model.exhibits import Box, Chart, Connector, Diagram
from briefs.render.text.escape import escape, opening


def chart_lines(chart: Chart) -> list[str]:
    """The description, then a row for each category and a column for each series."""
    unit = f" ({chart.unit})" if chart.unit else ""
    header = ["", *(f"{series.name}{unit}" for series in chart.series)]
    rows = [
        [category, *(number(series.values[index], chart.number_format) for series in chart.series)]
        for index, category in enumerate(chart.categories)
    ]
    return [opening(escape(chart.alt)), "", _row(header), f"|---|{'---:|' * len(chart.series)}", *(_row(row) for row in rows)]


def number(value: float, number_format: str) -> str:
    """A number by its Office format, of which charts use `0`, `#,##0` and their decimals."""
    whole, _, decimals = number_format.partition(".")
    return f"{value:{',' if ',' in whole else ''}.{decimals.count('0')}f}"


def diagram_lines(diagram: Diagram) -> list[str]:
    """The description, the boxes under their groups, then who leads to whom; a box without words says nothing."""
    boxes = [box for box in diagram.boxes if box.shape not in ("group", "line") and _words(box)]
    text = [opening(escape(diagram.alt)), ""]
    for group in (box for box in diagram.boxes if box.shape == "group" and box.label):
        inside = [box for box in boxes if _holds(group, box)]
        text.append(f"-   **{_line(group.label)}**")
        text.extend(f"    -   {_words(box)}" for box in inside)
        boxes = [box for box in boxes if box not in inside]
    text.extend(f"-   {_words(box)}" for box in boxes)
    names = {box.id: _line(box.label or box.detail) for box in diagram.boxes}
    text.extend(_edge(connector, names) for connector in diagram.connectors)
    return text


def _edge(connector: Connector, names: Mapping[str, str]) -> str:
    label = f": {_line(connector.label)}" if connector.label else ""
    return f"-   {names[connector.source]} → {names[connector.target]}{label}{' (return)' if connector.dashed else ''}"


def _words(box: Box) -> str:
    """Label and detail on one line."""
    return ": ".join(_line(part) for part in (box.label, box.detail) if part)


def _line(text: str) -> str:
    """Lines as drawn, one after the other; the first word may not open a block of its own within a list."""
    return opening(escape("; ".join(part.removeprefix("• ") for part in text.split("\n"))))


def _holds(group: Box, box: Box) -> bool:
    """Whether the middle of a box lies in the frame of a group."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return group.x <= x <= group.x + group.width and group.y <= y <= group.y + group.height


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escape(cell) for cell in cells)} |"
