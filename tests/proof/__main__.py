"""`make proof`: the proofs in their long form, and the page of figures that they print, `PROOF.md`."""

import argparse
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.proof.faults import SEEDED
from tests.proof.finished import grown
from tests.proof.holds import Count, nothing_foreign_is_in_a_file, what_is_hidden_changes_no_byte
from tests.proof.test_kills import CHUNKS, KILLS
from tests.select.test_mutations import FAULTS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "PROOF.md"
CHUNK = 25
KILLING = "loses_nothing or ten_kills"
EXAMPLES = 27_500
"""Of each property in the long form; conftest's profile `thorough` says the same."""


@dataclass(frozen=True, slots=True)
class Suite:
    """A part of the tests, and how its figure is read."""

    what: str
    words: tuple[str, ...]
    figure: Callable[[int], str] = "{:,} tests passed".format
    """Of the number of tests that passed."""


def suites(places: int, quick: bool) -> tuple[Suite, ...]:
    seeded = sum(map(len, SEEDED.values()))
    stages = ", ".join(f"{stage} {len(faults)}" for stage, faults in SEEDED.items())
    fuzzed = 100 if quick else EXAMPLES
    profile = () if quick else ("--hypothesis-profile=thorough",)
    return (
        Suite("Faults in the filter, caught on selections", ("tests/select/test_mutations.py",), lambda _: f"{len(FAULTS)}"),
        Suite(
            f"Faults in the stages ({stages}), caught on finished files", ("tests/proof/test_faults.py",), lambda _: f"{seeded}"
        ),
        Suite(
            "Faults planted in finished files, caught by verify",
            ("tests/verify/test_planted.py", "tests/verify/test_channels.py"),
        ),
        Suite("Faults of structure in finished files, caught by our lint or a validator", ("tests/verify/test_structural.py",)),
        Suite("Kills survived", ("tests/proof/test_kills.py", "-k", KILLING), lambda _: f"{CHUNKS * KILLS} and 10"),
        Suite(
            "Broken machines survived: disk, target, lock, worker, template",
            ("tests/proof/test_kills.py", "-k", f"not ({KILLING})"),
        ),
        Suite("Attacks by content and templates of a stranger, each without effect", ("tests/untrusted",)),
        Suite(
            f"The real content: all that is hidden changed, gone, more; then {places or 'each'} of its places alone",
            ("tests/proof/test_real.py", f"--places={places}"),
        ),
        Suite(
            f"Examples of fuzzing what authors type, {fuzzed:,} a property",
            ("tests/markup", "tests/load", "tests/untrusted", "-m", "hypothesis", *profile),
            lambda passed: f"{passed * fuzzed:,}",
        ),
    )


def canaries(first: int) -> Count:
    count = Count()
    for seed in range(first, first + CHUNK):
        nothing_foreign_is_in_a_file(grown(seed), count)
    return count


def interference(first: int) -> Count:
    count = Count()
    for seed in range(first, first + CHUNK):
        what_is_hidden_changes_no_byte(grown(seed), count)
    return count


def total(counts: Iterable[Count]) -> Count:
    return Count(*(sum(each) for each in zip(*map(astuple, counts), strict=True)))


def passed(words: tuple[str, ...]) -> int:
    """How many tests a part of the suite ran; raises CalledProcessError when one fails."""
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", str(os.cpu_count() or 1), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"(\d+) passed", ran.stdout)
    if found is None or ran.returncode:
        raise RuntimeError(f"{' '.join(words)}\n{ran.stdout[-4000:]}{ran.stderr[-1000:]}")
    return int(found[1])


@dataclass(frozen=True, slots=True)
class Line:
    """One figure, and the command that prints it."""

    what: str
    figure: str
    command: str

    def __post_init__(self) -> None:
        sys.stdout.write(f"{self.what}: {self.figure}\n")
        sys.stdout.flush()


def scanned(trees: int) -> Iterator[Line]:
    """The long proofs over random trees: every file opened, then every file made again four ways."""
    command = f"python -m tests.proof --trees {trees}"
    with ProcessPoolExecutor() as pool:
        count = total(pool.map(canaries, range(0, trees, CHUNK)))
        yield Line("Random content trees carried to finished files", f"{count.trees:,}", command)
        yield Line("Finished files opened, in four formats", f"{count.files:,}", command)
        yield Line("Parts read, packages within packages too", f"{count.parts:,}", command)
        yield Line("Canaries found where they belong; none elsewhere", f"{count.canaries:,}", command)
        count = total(pool.map(interference, range(0, trees // 10, CHUNK)))
        what = "Files that stayed the same bytes while all that is hidden was changed, taken away, added to"
        yield Line(what, f"{count.files:,}", command)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trees", type=int, default=6800, help="random content trees; each becomes about fifteen files")
    parser.add_argument("--places", type=int, default=0, help="places of the real content that are changed alone; 0 for all")
    parser.add_argument("--quick", action="store_true", help="100 examples of each property")
    parser.add_argument("--page", type=Path, default=PAGE, help="where the page is written")
    asked = parser.parse_args()
    began = time.monotonic()
    lines = list(scanned(asked.trees))
    for suite in suites(asked.places, asked.quick):
        lines.append(Line(suite.what, suite.figure(passed(suite.words)), f"pytest {shlex.join(suite.words)}"))
    words = f"--trees {asked.trees} --places {asked.places}{' --quick' if asked.quick else ''}"
    asked.page.write_text(page(lines, words, time.monotonic() - began), "utf-8")


def page(lines: Iterable[Line], words: str, seconds: float) -> str:
    table = "\n".join(f"| {line.what} | {line.figure} | `{line.command}` |" for line in lines)
    return f"""# Proof on the finished files

`python -m tests.proof {words}` ran everything below and wrote this page; no figure was typed. `make proof` is the long form:
100,000 files, each place of the real content. This run took {seconds / 60:.0f} minutes on {os.cpu_count()} processors. The same
proofs run in `make test` with fewer trees (`--trees 2000`), 20 places and fewer fuzzing examples; the last line of a test run
says what they took. SECURITY.md says what they promise.

| What | Figure | Printed by |
|---|---|---|
{table}

A tree is a small content project with a word of its own in every place that a reader could see: headings, paragraphs,
spans, cells, items, footnotes, code, alt texts, captions, notes, slides, fields of records, chart series and categories,
boxes and arrows, names of terms, facts, sources and briefs, link targets, file names. Each word has readers, worked out beside
the tree by sets alone, at all six grains: brief, section, block, span, row or record, slide. Every file of every audience is
opened, part by part: no word of somebody else's may be there, and every word of running text of one's own has to be.
"""


if __name__ == "__main__":
    main()
