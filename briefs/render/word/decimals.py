"""Columns of numbers: which columns they are, and how far each number is set in so that their decimal points meet."""

from __future__ import annotations

import re

from briefs.metrics import Face, text_width
from briefs.model.document import Table
from briefs.model.runs import Flow, plain

_NUMBER = re.compile(
    r"(?P<whole>[-−+~≈<>≤≥]?\s?[$€£]?\d[\d,]*)(?P<part>\.\d+)?"
    r"(?P<unit>\s?%|\u00a0[^\s()]+(?:\u00a0[^\s()]+)?)?(?P<aside>\s\([^()]*\))?(?:\s?\[\d+\])*\Z"
)
"""A number with its unit, which a fixed space holds to it, whatever is said of it in brackets, and numbers of its sources."""


def numeric(table: Table) -> tuple[bool, ...]:
    """Columns that the author set to the right, and those that hold numbers and nothing else."""
    return tuple(
        column.align == "right" or (column.align == "left" and _all_numbers([row.cells[at] for row in table.rows]))
        for at, column in enumerate(table.columns)
    )


def insets(table: Table, font: str, points: float) -> tuple[tuple[float, ...], ...]:
    """Points by which each cell of each row is set in from the right; where units differ, decimal points need not meet."""
    columns = [
        _insets([row.cells[at] for row in table.rows], Face(font), points) if right else [0.0] * len(table.rows)
        for at, right in enumerate(numeric(table))
    ]
    return tuple(zip(*columns, strict=True))


def _all_numbers(cells: list[Flow]) -> bool:
    """Single digits are grades or ranks, and read better on the left."""
    texts = [text for text in map(_text, cells) if text]
    return any(len(text) > 1 for text in texts) and all(_NUMBER.match(text) for text in texts)


def _insets(cells: list[Flow], face: Face, points: float) -> list[float]:
    found = [_NUMBER.match(_text(cell)) for cell in cells]
    numbers = [match for match in found if match]
    if len({(match["unit"], match["aside"]) for match in numbers}) != 1:
        return [0.0] * len(cells)
    parts = [text_width(match["part"] or "", face, points) if match else None for match in found]
    most = max(part for part in parts if part is not None)
    return [0.0 if part is None else most - part for part in parts]


def _text(cell: Flow) -> str:
    return plain(cell).strip(" ")
