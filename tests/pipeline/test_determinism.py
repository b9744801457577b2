"""Same content, same bytes: in any folder, time zone, language and order of hashes, in one process or two, without programs."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.building import LIBRARY

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from briefs.cli import main; main(prog_name='briefs')", "build", "--quiet"]
EVERY_FORMAT = [word for form in ("docx", "pptx", "md", "html") for word in ("--format", form)]


def digests(folder: Path, *words: str, **environment: str) -> dict[str, str]:
    """Path -> sha256 of everything that a build in a folder of its own writes."""
    shutil.copytree(LIBRARY, folder / "content")
    done = subprocess.run(
        [*COMMAND, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    out = folder / "build"
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in out.rglob("*")
        if path.is_file()
    }


def test_two_builds_anywhere_are_the_same_bytes(tmp_path: Path) -> None:
    first = digests(tmp_path / "one", *EVERY_FORMAT, TZ="UTC", PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    other = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "de_DE.UTF-8", "HOME": "/nowhere", "PATH": ""}
    second = digests(tmp_path / "a much longer name/two", *EVERY_FORMAT, "--jobs", "1", **other)
    assert len(first) == 23 + 4 + 2
    assert second == first


def test_the_day_and_the_folder_of_a_file_are_not_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "unmistakable-folder"
    digests(folder, "--format", "md", "--format", "html")
    for path in (folder / "build").rglob("*"):
        if path.is_file():
            assert b"unmistakable-folder" not in path.read_bytes()


def test_another_day_is_another_edition(tmp_path: Path) -> None:
    first = digests(tmp_path / "one", "--format", "md")
    second = digests(tmp_path / "two", "--format", "md", "--as-of", "2026-09-02")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] == second[path]] == []
