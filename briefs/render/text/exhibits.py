"""Charts as the table of their data, diagrams as the list of what they show: nothing that is drawn is lost in text."""

from collections.abc import Sequence

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
    """The description, the boxes under their groups, then who leads to whom."""
    boxes = [box for box in diagram.boxes if box.shape not in ("group", "line")]
    groups = [box for box in diagram.boxes if box.shape == "group"]
    text = [opening(escape(diagram.alt)), ""]
    for group in groups:
        inside = [box for box in boxes if _holds(group, box)]
        text.append(f"-   **{_words(group)}**")
        text.extend(f"    -   {_described(box)}" for box in inside)
        boxes = [box for box in boxes if box not in inside]
    text.extend(f"-   {_described(box)}" for box in boxes)
    names = {box.id: box for box in diagram.boxes}
    text.extend(_edge(connector, names[connector.source], names[connector.target]) for connector in diagram.connectors)
    return text


def _edge(connector: Connector, source: Box, target: Box) -> str:
    label = f": {escape(connector.label)}" if connector.label else ""
    return f"-   {_words(source)} → {_words(target)}{label}{' (return)' if connector.dashed else ''}"


def _described(box: Box) -> str:
    return f"{_words(box)}: {escape(box.detail)}" if box.detail else _words(box)


def _words(box: Box) -> str:
    return escape(box.label) or escape(box.id)


def _holds(group: Box, box: Box) -> bool:
    """Whether the middle of a box lies in the frame of a group."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return group.x <= x <= group.x + group.width and group.y <= y <= group.y + group.height


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escape(cell) for cell in cells)} |"
