"""The work of a deck grows with its slides and no faster: calls counted, bytes counted, and the processor's time."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import briefs
from briefs.model.deck import Deck
from briefs.render.powerpoint import render
from tests.render.powerpoint import samples
from tests.render.powerpoint.reading import parts

ENGINE = str(Path(briefs.__file__).parent)
SIZES = (80, 200, 320)
"""Slides: two steps of the same length, so that the second costs what the first did."""
Work = Callable[[int], object]


def repeated(count: int) -> Deck:
    """Columns, charts, tables and diagrams over and over, all with notes."""
    deck = samples.deck()
    kinds = [slide for slide in deck.slides if slide.anchor in ("columns", "chart", "table", "diagram")]
    return replace(deck, slides=tuple(replace(kinds[number % 4], anchor=f"s{number}") for number in range(count)))


def rendered(count: int) -> bytes:
    return render(repeated(count), samples.template())


def calls(work: Work, count: int, within: str = ENGINE) -> int:
    """How many calls the code of a folder makes and receives: what no busy machine, collector or neighbour changes."""
    made = 0

    def seen(frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal made
        made += event in ("call", "c_call") and frame.f_code.co_filename.startswith(within)

    gc.collect()
    gc.disable()
    sys.setprofile(seen)
    try:
        work(count)
    finally:
        sys.setprofile(None)
        gc.enable()
    return made


def growth(measure: Callable[[int], float]) -> float:
    """What the second step costs as a part of the first: 1 when work is linear, and 1.7 when it is quadratic."""
    small, middle, large = (measure(count) for count in SIZES)
    return (large - middle) / (middle - small)


def seconds(work: Work, counts: tuple[int, ...], rounds: int = 7) -> dict[int, float]:
    """The least time of this thread's own for each size; the rounds alternate, so that a busy minute meets every size."""
    least = dict.fromkeys(counts, float("inf"))
    for _ in range(rounds):
        for count in counts:
            gc.collect()
            start = time.thread_time()
            work(count)
            least[count] = min(least[count], time.thread_time() - start)
    return least


def each_sees_all_others(count: int) -> None:
    """Work as a careless writer does it: for each slide a look at each slide."""
    names: list[str] = []
    for number in range(count):
        names.append(f"slide{number}.xml")
        for name in names:
            name.upper()


@pytest.mark.slow
def test_calls_grow_with_slides_and_no_faster() -> None:
    rendered(SIZES[0])  # fills the caches of text that is measured
    assert growth(lambda count: calls(rendered, count)) == pytest.approx(1, abs=0.01)
    assert calls(rendered, 80) == calls(rendered, 80)


@pytest.mark.slow
def test_parts_and_bytes_grow_with_slides_and_no_faster() -> None:
    made = {count: parts(rendered(count)) for count in SIZES}
    assert growth(lambda count: len(made[count])) == 1
    assert growth(lambda count: sum(map(len, made[count].values()))) == pytest.approx(1, abs=0.01)
    assert sum(name.startswith("ppt/notesSlides/notesSlide") for name in made[320]) == 320


@pytest.mark.slow
def test_time_grows_with_slides_and_hardly_faster() -> None:
    """What a call does inside is not counted above; a search through all names in each slide would show here."""
    least = seconds(rendered, (40, 320))
    assert least[320] / least[40] < 8 * 1.5


def test_the_measure_tells_quadratic_work_from_linear() -> None:
    assert growth(lambda count: calls(each_sees_all_others, count, __file__)) > 1.5
    assert growth(lambda count: calls(lambda number: [str.upper("x") for _ in range(number)], count, __file__)) == 1
