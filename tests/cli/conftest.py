"""The command line as a person starts it, on copies of small projects."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Run

LIBRARY = Path(__file__).parents[1] / "projects/library"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder that holds the library's content, to work in."""
    shutil.copytree(LIBRARY / "content", tmp_path / "work/content")
    return tmp_path / "work"


@pytest.fixture
def briefs(library: Path) -> Run:
    """Runs the program in the library's folder; output is kept apart from complaints."""
    cache = library.parent / "cache"

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from briefs.cli import main; main(prog_name='briefs')", *words]
        return subprocess.run(
            command,
            cwd=library,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "BRIEFS_CACHE": str(cache), **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
