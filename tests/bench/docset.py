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


def briefs(*words: str, cache: Path | None = None) -> None:
    """One command as a person runs it, compiled Python kept; what it remembers stands in `cache`, or is forgotten."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as forgotten:
        environment["BRIEFS_CACHE"] = str(cache or forgotten)
        subprocess.run([*BRIEFS, *words], check=True, capture_output=True, cwd=ROOT, env=environment)


def docset(scratch: Path) -> None:
    """Time and print the rows."""
    rows.heading("The doc set, each figure a process of its own")
    kept = scratch / "kept"
    works = {
        "help": lambda: briefs("--help"),
        "cold": lambda: briefs("check", "--quiet"),
        "cached": lambda: briefs("check", "--quiet", cache=kept),
    }
    found = in_turn(works, RUNS)
    rows.within("briefs --help", found["help"].wall, 0.25, _cpu(found["help"]))
    rows.within("briefs check, cold", found["cold"].wall, 1.5, _cpu(found["cold"]))
    rows.within("briefs check of what was checked before", found["cached"].wall, 0.6, _cpu(found["cached"]))
    _whole(scratch)
    out = scratch / "current"
    briefs("build", "--out", str(out))
    again = in_turn({"again": lambda: briefs("build", "--out", str(out))}, RUNS)
    rows.within("nothing changed", again["again"].wall, 0.5, _cpu(again["again"]))
    rows.within("peak memory of a build, one process", _peak(scratch / "measured"), 200, unit="MB")


def _peak(out: Path) -> float:
    """MB of the whole doc set from nothing, told by the process itself, so that no other child counts; Linux counts kilobytes."""
    tell = "import resource; sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))"
    words = ["build", "--quiet", "--jobs", "1", "--out", str(out)]
    run = f"import sys; from briefs.cli import main; main({words!r}, standalone_mode=False)"
    done = subprocess.run([sys.executable, "-c", f"{run}; {tell}"], check=True, capture_output=True, cwd=ROOT, text=True)
    return int(done.stdout) / (1e6 if sys.platform == "darwin" else 1e3)


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
