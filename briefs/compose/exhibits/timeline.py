"""Milestones as bars over weeks, in a lane for each phase; the one that waits for all others of its lane is its gate."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.compose.exhibits.grid import HALF_A_PAGE
from briefs.compose.exhibits.lettering import Lettering
from briefs.model.exhibits import Box
from briefs.model.tones import Tone

LANE = 66.0
"""Points of the lane's name at the left."""
AXIS = 21.0
"""Points of the weeks along the top."""
GAP, APART = 5.0, 6.0
"""Points between lanes, and between a bar with its name and the next."""
DIAMOND, WEEK = 14.0, 60.0
MOST_ROW, MOST_AIR = 84.0, 0.25
"""Points of a row, and the part of it that is left free between bars, where the place allows both."""
NAMES, PAGE_NAMES = (18.0, 16.0, 14.0, 13.0, 12.0, 11.0), (10.0, 9.0)
"""Points of the milestones' names, the largest first."""


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    name: str
    start: float
    finish: float
    """Weeks from the start of the plan."""


@dataclass(frozen=True, slots=True)
class Lane:
    name: str
    tone: Tone
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """An event with its row in the lane and where its name stands, in points from the left."""

    event: Event
    row: int
    left: float
    right: float
    name_left: float
    name_right: float
    gate: bool

    @property
    def inside(self) -> bool:
        return not self.gate and self.name_left >= self.left and self.name_right <= self.right


def timeline(lanes: Sequence[Lane], width: float, height: float | None, page: bool = False) -> tuple[Box, ...]:
    """All boxes of the timeline, its names as large as the place allows; what lies below `height` did not fit."""
    first = min(event.start for lane in lanes for event in lane.events)
    last = max(event.finish for lane in lanes for event in lane.events)
    scale = (width - LANE - 16) / max(last - first, 1)
    room = (height or HALF_A_PAGE) - AXIS - GAP * len(lanes)
    for size in PAGE_NAMES if page else NAMES:
        letters = Lettering(10.0 if page else _lane_size(lanes, size), size)
        placed = [_bars(lane, first, scale, width, letters) for lane in lanes]
        counts = [1 + max(bar.row for bar in bars) for bars in placed]
        least = letters.height("", "x", 100) + 1.0
        if sum(counts) * least <= room:
            break
    row = max(least, min(MOST_ROW, room / sum(counts))) if height else least + 1
    boxes = list(_ticks(first, last, scale, (PAGE_NAMES if page else NAMES)[-1]))
    top = AXIS
    for lane, bars, count in zip(lanes, placed, counts, strict=True):
        boxes += _lane(lane, bars, top, count * row, width, letters)
        top += count * row + GAP
    return tuple(sorted(boxes, key=_depth))


def _lane_size(lanes: Sequence[Lane], size: float) -> float:
    """Points of the lanes' names: those of the milestones, where the longest has room, and at least 12."""
    return max(12.0, size) if all(Lettering(size, size).one_line(lane.name) <= LANE for lane in lanes) else 12.0


def _depth(box: Box) -> int:
    """Frames behind lines, lines behind the rest."""
    return {"group": 0, "line": 1}.get(box.shape, 2)


def _bars(lane: Lane, first: float, scale: float, width: float, letters: Lettering) -> list[Bar]:
    """Every event in the first row where it and its name touch nothing."""
    gate = _gate(lane.events)
    ends: list[list[tuple[float, float]]] = []
    bars: list[Bar] = []
    for event in sorted(lane.events, key=lambda event: (event.start, event.finish, event.id)):
        left, right = LANE + 8 + (event.start - first) * scale, LANE + 8 + (event.finish - first) * scale
        if event is gate:
            left, right = right - DIAMOND / 2, right + DIAMOND / 2
        names = _name_places(event, left, right, width, letters, event is gate)
        row, (low, high) = _first_free(ends, left, right, names)
        if row == len(ends):
            ends.append([])
        ends[row].append((min(left, low), max(right, high)))
        bars.append(Bar(event, row, left, right, low, high, event is gate))
    return bars


Reach = tuple[float, float]


def _first_free(rows: Sequence[Sequence[Reach]], left: float, right: float, names: Sequence[Reach]) -> tuple[int, Reach]:
    """The first row, a new one at the end, in which the bar and its name at one of its places touch nothing."""
    for number, taken in enumerate(rows):
        for low, high in names:
            if _free(taken, min(left, low), max(right, high)):
                return number, (low, high)
    return len(rows), names[0]


def _gate(events: Sequence[Event]) -> Event | None:
    """The event that starts when all the others have finished."""
    for event in events:
        others = [other for other in events if other is not event]
        if others and all(other.finish <= event.start for other in others):
            return event
    return None


def _name_places(event: Event, left: float, right: float, width: float, letters: Lettering, gate: bool) -> list[Reach]:
    """Inside the bar when it is long enough; else right of it or left of it, as far as there is room."""
    wide = letters.detail_line(event.name)
    if wide <= right - left and not gate:
        return [(left, right)]
    after, before = (right + 2, right + 2 + wide), (left - 2 - wide, left - 2)
    return [place for place in (after, before) if place[0] >= LANE + 4 and place[1] <= width] or [after]


def _free(taken: Sequence[tuple[float, float]], low: float, high: float) -> bool:
    return all(high + APART <= other_low or other_high + APART <= low for other_low, other_high in taken)


def _ticks(first: float, last: float, scale: float, size: float) -> list[Box]:
    """A mark and a number every few weeks, above the lanes: lines through them would cross the names."""
    step = next(step for step in (1, 2, 4, 8, 13, 26, 52, 1e9) if step * scale >= WEEK + 4)
    boxes: list[Box] = []
    week = first
    while LANE + 8 + (week - first) * scale + WEEK / 2 <= LANE + 16 + (last - first) * scale:
        x = LANE + 8 + (week - first) * scale
        boxes.append(Box(f"tick-{week:g}", "line", _r(x), AXIS - 4, 0.0, 4.0, "", "", "neutral", size, size))
        name = f"Week {week:g}"
        boxes.append(Box(f"week-{week:g}", "rectangle", _r(x - WEEK / 2), 0.0, WEEK, AXIS - 4.5, "", name, "plain", size, size))
        week += step
    return boxes


def _lane(lane: Lane, bars: Sequence[Bar], top: float, tall: float, width: float, letters: Lettering) -> list[Box]:
    row = tall / (1 + max(bar.row for bar in bars))
    size = letters.label, letters.detail
    boxes = [
        Box(f"lane-{lane.name}", "group", 0.0, _r(top), _r(width), _r(tall), "", "", "neutral", *size),
        Box(f"name-{lane.name}", "rectangle", 0.0, _r(top), LANE, _r(tall), lane.name, "", lane.tone, *size),
    ]
    air = min(max(1.0, row - letters.height("", "x", 100)), MOST_AIR * row)
    for bar in bars:
        boxes += _bar(bar, lane.tone, (top + bar.row * row, row, air), size)
    return boxes


def _bar(bar: Bar, tone: Tone, band: tuple[float, float, float], size: tuple[float, float]) -> list[Box]:
    """The bar and, when it does not fit inside, its name beside it; `band` is its row's top and height and the air in it."""
    top, row, air = band
    high, y = row - air, top + air / 2
    if bar.gate:
        high, y = DIAMOND, top + (row - DIAMOND) / 2
    label = bar.event.name if bar.inside else ""
    sides = _r(bar.left), _r(y), _r(bar.right - bar.left), _r(high)
    drawn = Box(bar.event.id, "diamond" if bar.gate else "rectangle", *sides, "", label, tone, *size)
    if bar.inside:
        return [drawn]
    wide = bar.name_right - bar.name_left
    name = Box(
        f"{bar.event.id}-name",
        "rectangle",
        _r(bar.name_left),
        _r(top),
        _r(wide),
        _r(row - 0.5),
        "",
        bar.event.name,
        "plain",
        *size,
        "left",
    )
    return [drawn, name]


def _r(value: float) -> float:
    return round(value, 2)
