"""`make proof`: the proofs in their long form, and the page of figures that they print, `PROOF.md`."""

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple
from pathlib import Path

from tests.proof.finished import grown
from tests.proof.holds import Count, nothing_foreign_is_in_a_file, what_is_hidden_changes_no_byte

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "PROOF.md"
CHUNK = 25
PROVEN = (
    ("Faults in the filter, caught on selections", ("tests/select/test_mutations.py",)),
    ("Faults in resolve, select, compose and render, caught on finished files", ("tests/proof/test_faults.py",)),
    ("Faults planted in finished files, caught by verify", ("tests/verify/test_planted.py", "tests/verify/test_channels.py")),
    ("Faults of structure in finished files, caught by our lint or a validator", ("tests/verify/test_structural.py",)),
    ("Kills and broken machines survived (200 kills in 8 tests, 10 in one)", ("tests/proof/test_kills.py",)),
    ("The real content: all that is hidden changed, and places drawn by seed", ("tests/proof/test_real.py",)),
    (
        "Fuzzing of what authors type, 27,500 examples a property",
        ("tests/markup", "tests/load/test_fuzz.py", "--hypothesis-profile=thorough"),
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


def passed(words: tuple[str, ...]) -> str:
    """How many tests a part of the suite ran; raises CalledProcessError when one fails."""
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", str(os.cpu_count() or 1), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"(\d+) passed", ran.stdout)
    if found is None:
        raise RuntimeError(ran.stdout)
    return found[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trees", type=int, default=6800, help="random content trees; each becomes about fifteen files")
    trees = parser.parse_args().trees
    began = time.monotonic()
    rows = []
    with ProcessPoolExecutor() as pool:
        count = total(pool.map(canaries, range(0, trees, CHUNK)))
        rows.append(("Random content trees carried to finished files", f"{count.trees:,}"))
        rows.append(("Finished files opened, in four formats", f"{count.files:,}"))
        rows.append(("Parts read, packages within packages too", f"{count.parts:,}"))
        rows.append(("Canaries found where they belong; none elsewhere", f"{count.canaries:,}"))
        say(rows)
        count = total(pool.map(interference, range(0, trees // 10, CHUNK)))
        rows.append(("Files that stayed the same bytes while all that is hidden changed", f"{count.files:,}"))
    for what, words in PROVEN:
        say(rows[-1:])
        rows.append((f"{what}: tests passed", passed(words)))
    say(rows[-1:])
    PAGE.write_text(page(rows, time.monotonic() - began), "utf-8")


def say(rows: list[tuple[str, str]]) -> None:
    for what, figure in rows:
        sys.stdout.write(f"{what}: {figure}\n")
    sys.stdout.flush()


def page(rows: list[tuple[str, str]], seconds: float) -> str:
    table = "\n".join(f"| {what} | {figure} |" for what, figure in rows)
    return f"""# Proof on the finished files

`make proof` ran everything below and wrote this page; no figure was typed. It took {seconds / 60:.0f} minutes on
{os.cpu_count()} processors. The same proofs run in `make test` with fewer trees (`--trees 2000`) and fewer fuzzing
examples. SECURITY.md says what they promise.

| What | Figure |
|---|---|
{table}

A tree is a small content project with a word of its own in every place that a reader could see: headings, paragraphs,
spans, cells, items, footnotes, code, alt texts, captions, notes, slides, fields of records, chart series and categories,
boxes and arrows, names of terms, facts, sources and briefs. Each word has readers, worked out beside the tree by sets
alone. Every file of every audience is opened, part by part: no word of somebody else's may be there, and every word of
running text of one's own has to be.
"""


if __name__ == "__main__":
    main()
