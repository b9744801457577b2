"""Rows of the real doc set: what the commands take, beside pandoc on documents of the same words."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import peers, rows
from tests.bench.timing import Timed, in_turn

ROOT = Path(__file__).parents[2]
BRIEFS = [sys.executable, "-c", "from briefs.cli import main; main()"]
RUNS = 5


def briefs(*words: str) -> None:
    """One command as a person runs it: compiled Python is kept, whatever the environment of the measurement says."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([*BRIEFS, *words], check=True, capture_output=True, cwd=ROOT, env=environment)


def docset(scratch: Path) -> None:
    """Time and print the rows."""
    rows.heading("The doc set, each figure a process of its own")
    found = in_turn({"help": lambda: briefs("--help"), "check": lambda: briefs("check", "--quiet")}, RUNS)
    rows.within("briefs --help", found["help"].wall, 0.25, _cpu(found["help"]))
    rows.within("briefs check, cold", found["check"].wall, 1.5, _cpu(found["check"]))
    _whole(scratch)
    out = scratch / "current"
    briefs("build", "--out", str(out))
    again = in_turn({"again": lambda: briefs("build", "--out", str(out))}, RUNS)
    rows.within("nothing changed", again["again"].wall, 0.5, _cpu(again["again"]))


def _cpu(taken: Timed) -> str:
    """Beside the wall clock, what of it was work: on a busy machine only this holds."""
    return f"(CPU {rows.shown(taken.cpu)})"


def _whole(scratch: Path) -> None:
    """All files from nothing, and pandoc on the Markdown edition of each product, one process for each of the same files."""
    texts, built = scratch / "texts", scratch / "built"
    briefs("build", "--format", "md", "--out", str(texts))
    briefs("build", "--out", str(built))
    files = [path.relative_to(built) for path in sorted(built.rglob("*")) if path.suffix in (".docx", ".pptx")]
    pairs = [(texts / path.with_suffix(".md"), path.suffix[1:]) for path in files]

    def ours() -> None:
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            briefs("build", "--jobs", "1", "--out", folder + "/out")

    found = in_turn({"here": ours, "pandoc": lambda: [peers.pandoc(text, form) for text, form in pairs]}, RUNS)
    here, pandoc = found["here"], found["pandoc"]
    rows.beside(f"whole doc set from nothing, {len(files)} files, CPU", here.cpu, ("pandoc", pandoc.cpu))
    rows.stated("the same, wall, one process", here.wall, f"pandoc {rows.shown(pandoc.wall)}")
