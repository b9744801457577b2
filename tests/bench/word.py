"""Rows of Word: a 15-page brief at three sizes beside pandoc and docxtpl, how time grows, and a brief with exhibits."""

from pathlib import Path

from tests.bench import peers, rows
from tests.bench.project import opened
from tests.bench.timing import Timed, exponent, in_turn
from tests.bench.workload import workload

SIZES = {1: 9, 4: 5, 16: 3}
"""How many times the workload, and how often it is timed."""


def word(scratch: Path) -> None:
    """Time and print the rows."""
    rows.heading("Word: a brief of 15 pages, from selection to bytes, warm")
    taken = {size: _timed(size, runs, scratch / f"word-{size}") for size, runs in SIZES.items()}
    for size, found in taken.items():
        pages = f"{15 * size} pages"
        rows.beside(pages, found["here"].wall, ("pandoc", found["pandoc"].wall), 20)
        rows.beside(pages, found["here"].wall, ("docxtpl", found["docxtpl"].wall), 4)
        rows.beside(f"{pages}, proven", found["proven"].wall, ("pandoc", found["pandoc"].wall), 8)
    grown = exponent(taken[4]["here"].wall, taken[16]["here"].wall, 4)
    peer = exponent(taken[4]["pandoc"].wall, taken[16]["pandoc"].wall, 4)
    rows.within("growth from 4 to 16 times the size, exponent", grown, 1.1, f"pandoc {peer:.2f}", unit="")
    _exhibits(scratch / "word-exhibits")


def _timed(size: int, runs: int, folder: Path) -> dict[str, Timed]:
    work = workload(size)
    ours = opened(work, folder)
    source, template = peers.pandoc_brief(work, folder), peers.docxtpl_template()
    works = {
        "here": lambda: ours.made("docx"),
        "proven": lambda: ours.made("docx", prove=True),
        "pandoc": lambda: peers.pandoc(source, "docx"),
        "docxtpl": lambda: peers.docxtpl_brief(work, template),
    }
    return in_turn(works, runs)


def _exhibits(folder: Path) -> None:
    ours = opened(workload(1), folder, exhibits=True)
    found = in_turn({"here": lambda: ours.made("docx"), "proven": lambda: ours.made("docx", prove=True)}, SIZES[1])
    rows.stated("15 pages, and a chart, a diagram, 20 footnotes", found["here"].wall)
    rows.stated("the same, proven", found["proven"].wall)
