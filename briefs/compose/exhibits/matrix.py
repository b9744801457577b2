"""A grid of two enums, in which a risk map and a heat table place their records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefs.compose.exhibits.lettering import Lettering
from briefs.model.exhibits import Box
from briefs.model.tones import Tone

SIDE = 108.0
"""Points of the names of the rows, at the left."""
HEAD = 26.0
"""Points of the names of the columns."""
GAP = 6.0
LARGER = 2.0
"""Points by which the names are larger than the least where every one has room."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Records by the values of two enums, each in its order."""

    across: tuple[str, ...]
    down: tuple[str, ...]
    across_name: str
    down_name: str
    cells: Mapping[tuple[str, str], tuple[str, ...]]
    """(value across, value down) -> what stands there."""
    side: float = SIDE
    """Points of the names of the rows, at the left."""
    head: float = HEAD
    """Points of the names of the columns, above."""

    def at(self, column: str, row: str) -> tuple[str, ...]:
        return self.cells.get((column, row), ())


@dataclass(frozen=True, slots=True)
class Board:
    """The places of a matrix's cells, in points: rows from the top in the order given."""

    matrix: Matrix
    rows: tuple[str, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    letters: Lettering

    def names(self) -> list[Box]:
        """The values along the top and the left, each with the name of its enum."""
        matrix, sizes = self.matrix, (self._name_size(), self.letters.detail)
        boxes = []
        for number, column in enumerate(matrix.across):
            sides = self._x(number), 0.0, round(self.widths[number], 2), matrix.head - 2
            boxes.append(Box(f"column-{column}", "rectangle", *sides, named(matrix.across_name, column), "", "plain", *sizes))
        for number, row in enumerate(self.rows):
            sides = 0.0, self._y(number), matrix.side, round(self.heights[number], 2)
            align: Literal["center", "left"] = "center" if matrix.down_name else "left"
            boxes.append(Box(f"row-{row}", "rectangle", *sides, named(matrix.down_name, row), "", "plain", *sizes, align))
        return boxes

    def cell(
        self, place: tuple[int, int], text: tuple[str, str], tone: Tone, label_size: float, align: Literal["center", "left"]
    ) -> Box:
        """The cell of a column and row with its label and detail."""
        column, row = place
        sides = self._x(column), self._y(row), round(self.widths[column], 2), round(self.heights[row], 2)
        name = f"{self.matrix.across[column]}-{self.rows[row]}"
        anchor: Literal["middle", "top"] = "top" if align == "left" else "middle"
        return Box(name, "rectangle", *sides, *text, tone, label_size, self.letters.detail, align, anchor)

    def _name_size(self) -> float:
        """Larger than the least where every name has room for it."""
        large = Lettering(self.letters.label + LARGER, self.letters.detail)
        across = zip(self.matrix.across, self.widths, strict=True)
        down = zip(self.rows, self.heights, strict=True)
        side = self.matrix.side
        wide = all(large.one_line(named(self.matrix.across_name, name)) <= width for name, width in across)
        names = ((named(self.matrix.down_name, name), height) for name, height in down)
        high = all(large.width(name, "") <= side and large.height(name, "", side) <= height for name, height in names)
        return large.label if wide and high else self.letters.label

    def _x(self, column: int) -> float:
        return round(self.matrix.side + GAP + sum(self.widths[:column]) + GAP * column, 2)

    def _y(self, row: int) -> float:
        return round(self.matrix.head + sum(self.heights[:row]) + GAP * row, 2)


def named(field: str, value: str) -> str:
    """A value behind the name of its field, where it has to be told what it is a value of."""
    return f"{field}: {value}" if field else value


def side_for(names: Sequence[str], letters: Lettering, width: float, share: float = 0.4) -> float:
    """The names of the rows on one line each, within a share of the whole drawing."""
    large = Lettering(letters.label + LARGER, letters.detail)
    return min(max((large.one_line(name) for name in names), default=SIDE), share * width)


def shared_widths(shares: Sequence[float], width: float, side: float = SIDE) -> tuple[float, ...]:
    """Widths of the columns by their shares, within the width of the whole drawing."""
    room = width - side - GAP * len(shares)
    return tuple(room * share / sum(shares) for share in shares)
