"""`make bench`: how long the commands take on the real doc set, and pandoc on documents of the same words."""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypandoc

ROOT = Path(__file__).parents[2]
BRIEFS = [sys.executable, "-c", "from briefs.cli import main; main()"]
RUNS = 5


@dataclass(frozen=True)
class Timed:
    wall: float
    """Seconds, median."""
    cpu: float
    """Seconds of user and system time of the process and its children, median."""


def timed(work: Callable[[], object], runs: int = RUNS) -> Timed:
    walls, cpus = [], []
    for _ in range(runs):
        before, start = _cpu(), time.perf_counter()
        work()
        walls.append(time.perf_counter() - start)
        cpus.append(_cpu() - before)
    return Timed(statistics.median(walls), statistics.median(cpus))


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def briefs(*words: str) -> None:
    subprocess.run([*BRIEFS, *words], check=True, capture_output=True, cwd=ROOT)


def pandoc(editions: list[Path], formats: list[str], folder: Path) -> None:
    """One pandoc process for each product and format, as people run it."""
    program = pypandoc.get_pandoc_path()
    for number, edition in enumerate(editions):
        for form in formats:
            target = folder / f"{number}.{form}"
            words = [program, str(edition), "-f", "gfm", "-o", str(target)]
            subprocess.run(words, check=True, capture_output=True)


def row(what: str, found: str, budget: str) -> None:
    sys.stdout.write(f"{what:<52} {found:>24}  {budget}\n")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        out, texts = Path(scratch, "out"), Path(scratch, "texts")
        row("what (median of 5)", "measured", "budget or peer")
        row("briefs --help", f"{timed(lambda: briefs('--help')).wall:.2f} s", "0.25 s")
        row("briefs check, cold", f"{timed(lambda: briefs('check', '--quiet')).wall:.2f} s", "1.5 s")
        briefs("build", "--format", "md", "--out", str(texts))
        editions = sorted(texts.rglob("*.md"))
        fresh = iter(range(RUNS + 1))
        ours = timed(lambda: briefs("build", "--jobs", "1", "--out", f"{out}{next(fresh)}"))
        theirs = timed(lambda: pandoc(editions, ["docx", "pptx"], Path(scratch)))
        row(f"whole doc set from nothing, {2 * len(editions)} files, CPU", f"{ours.cpu:.2f} s", f"pandoc {theirs.cpu:.2f} s")
        row("whole doc set from nothing, wall", f"{ours.wall:.2f} s", f"pandoc {theirs.wall:.2f} s")
        briefs("build", "--out", str(out))
        row("nothing changed", f"{timed(lambda: briefs('build', '--out', str(out))).wall:.2f} s", "0.5 s")


if __name__ == "__main__":
    main()
