"""Rows of PowerPoint: 20 slides with notes at three sizes beside pandoc and plain python-pptx, and how time grows."""

from pathlib import Path

from tests.bench import peers, rows
from tests.bench.project import opened
from tests.bench.timing import Timed, exponent, in_turn
from tests.bench.workload import SLIDES, workload

SIZES = {1: 9, 4: 5, 16: 3}
"""How many times the workload, and how often it is timed."""


def powerpoint(scratch: Path) -> None:
    """Time and print the rows."""
    rows.heading("PowerPoint: 20 slides with notes, from selection to bytes, warm")
    taken = {size: _timed(size, runs, scratch / f"deck-{size}") for size, runs in SIZES.items()}
    for size, found in taken.items():
        slides = f"{SLIDES * size} slides"
        rows.beside(slides, found["here"].wall, ("pandoc", found["pandoc"].wall), 20)
        rows.beside(f"{slides}, proven", found["proven"].wall, ("pandoc", found["pandoc"].wall), 8)
        rows.stated(slides, found["here"].wall, f"python-pptx {rows.shown(found['python-pptx'].wall)}")
    grown, pandoc, plain = (exponent(taken[4][name].wall, taken[16][name].wall, 4) for name in ("here", "pandoc", "python-pptx"))
    rows.within("growth from 80 to 320 slides, exponent", grown, 1.1, f"pandoc {pandoc:.2f}, pptx {plain:.2f}", unit="")


def _timed(size: int, runs: int, folder: Path) -> dict[str, Timed]:
    work = workload(size)
    ours, source = opened(work, folder), peers.pandoc_deck(work, folder)
    works = {
        "here": lambda: ours.made("pptx"),
        "proven": lambda: ours.made("pptx", prove=True),
        "pandoc": lambda: peers.pandoc(source, "pptx"),
        "python-pptx": lambda: peers.pptx_deck(work),
    }
    return in_turn(works, runs)
