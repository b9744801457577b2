"""How the tests start the program, and how they read what a box round an error has broken over lines."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def shown_words(text: str) -> str:
    """A complaint without the box that is drawn round it, its lines joined."""
    return re.sub(r"\s+", " ", re.sub(r"[│╭╮╰╯─]", " ", text))


def touched(out: Path) -> dict[Path, tuple[int, int]]:
    """Which file each name of a folder is, and when it was last written."""
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in [out, *out.rglob("*")]}
