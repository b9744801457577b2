"""Rows of a run with many readers: 1,000 briefs, each with words for its reader alone, and the memory that they take."""

import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from briefs.model.options import Options
from briefs.pipeline import make
from briefs.project import open_project
from tests.bench import rows
from tests.bench.project import write
from tests.bench.workload import workload

READERS = 1000
PROCESSES = 2
PART = "part-0"
"""The part that every reader gets, two pages, with a sentence of the reader's own."""


def personal(scratch: Path) -> None:
    """Time and print the rows."""
    rows.heading(f"{READERS:,} personal briefs of two pages, with {PROCESSES} processes, read, made and proven")
    few, many = (_child(scratch / f"personal-{readers}", readers) for readers in (READERS // 4, READERS))
    rows.within("briefs a second", many[0], 100, unit="a second", least=True)
    rows.stated("peak of a worker at a quarter of the readers", few[1], unit="MB")
    rows.within("peak of a worker", many[1], max(200.0, 1.1 * few[1]), unit="MB")
    rows.stated("peak of the process that holds all files", many[2], unit="MB")


def _child(folder: Path, readers: int) -> tuple[float, float, float]:
    """Rate and peaks of one run in a process of its own, so that no other row's memory counts."""
    _write(folder, readers)
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        return alone.submit(_run, folder, readers).result()


def _run(folder: Path, readers: int) -> tuple[float, float, float]:
    """(briefs a second, MB of the largest worker, MB of this process)."""
    start = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as executor:
        made = make(open_project(folder / "content"), Options(formats=("docx",)), executor, lambda what, done, total: None)
    seconds = time.perf_counter() - start
    assert len(made.artifacts) == readers
    return readers / seconds, _peak(resource.RUSAGE_CHILDREN), _peak(resource.RUSAGE_SELF)


def _peak(who: int) -> float:
    """MB; Linux counts kilobytes, macOS bytes."""
    return resource.getrusage(who).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def _write(folder: Path, readers: int) -> None:
    """The workload's first part for all, and a paragraph that only one reader gets, for each of them."""
    work = workload(1)
    write(replace(work, parts=work.parts[:1], sheets=()), folder)
    content = folder / "content"
    row = "  - {{id: reader-{0}, name: Reader {0}, organisation: House {0}, groups: [], reader: engineer, marking: For you}}\n"
    (content / "audiences.yaml").write_text("audiences:\n" + "".join(row.format(_name(number)) for number in range(readers)))
    part = content / f"sections/{PART}.md"
    own = "".join(
        f"\nOnly {_name(number)} reads what {_name(number)} asked. {{audience=reader-{_name(number)}}}\n"
        for number in range(readers)
    )
    part.write_text(part.read_text() + own)


def _name(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:04}")
