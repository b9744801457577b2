"""A crash at any step leaves one edition whole, or the next start makes it so; two builds at once wait for one another."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefs.publish import exchange
from tests.publish.editions import edition, held, is_whole, put

STEPS: tuple[tuple[Any, str], ...] = (
    (Path, "rename"),
    (Path, "write_text"),
    (Path, "write_bytes"),
    (Path, "unlink"),
    (Path, "mkdir"),
    (os, "link"),
    (shutil, "rmtree"),
)


class Killed(BaseException):
    """The end of the process, which no handler of the code may stop."""


class Failing:
    """Counts every step that changes the disk, and fails at one of them, before or after it is done."""

    def __init__(self, patch: pytest.MonkeyPatch, at: int, after: bool, fault: type[BaseException]) -> None:
        self.count, self.at, self.after, self.fault = 0, at, after, fault
        for place, name in STEPS:
            patch.setattr(place, name, self.wrapped(getattr(place, name)))

    def wrapped(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*values: Any, **options: Any) -> Any:
            self.count += 1
            failing = self.count == self.at
            if failing and not self.after:
                raise self.fault(5, "failed on purpose")
            done = step(*values, **options)
            if failing:
                raise self.fault(5, "failed on purpose")
            return done

        return run

    @property
    def reached(self) -> bool:
        return self.count >= self.at


@pytest.mark.parametrize("fault", [OSError, Killed])
@pytest.mark.parametrize("after", [False, True], ids=["before the step", "after the step"])
@pytest.mark.parametrize("atomic", [True, False], ids=["one step", "two renames"])
def test_a_failure_at_any_step_loses_nothing(tmp_path: Path, atomic: bool, after: bool, fault: type[BaseException]) -> None:
    whole: list[dict[str, bytes]] = []
    for words in ("one", "two"):
        put(tmp_path / words, edition("one"))
        (tmp_path / words / "note.txt").write_text("mine")
        put(tmp_path / words, edition(words))
        whole.append(held(tmp_path / words))
    for at in range(1, 200):
        out = tmp_path / f"{at}" / "build"
        put(out, edition("one"))
        (out / "note.txt").write_text("mine")
        if not fails_at(out, at, atomic, after, fault):
            break
        assert not out.exists() or held(out) in whole
        if atomic or (fault is OSError and not after):
            assert out.exists()
        put(out, edition("two"))
        assert held(out) == whole[1]
        assert [path.name for path in out.parent.iterdir() if path.name not in ("build", ".build.lock")] == []
    assert at > 5


def fails_at(out: Path, at: int, atomic: bool, after: bool, fault: type[BaseException]) -> bool:
    """Publish the second edition with a failure at one step; whether that step was reached."""
    with pytest.MonkeyPatch.context() as patch:
        if not atomic:
            patch.setattr(exchange, "_swapped", lambda staged, out: False)
        failing = Failing(patch, at, after, fault)
        try:
            put(out, edition("two"))
        except (OSError, Killed):
            assert failing.reached
        return failing.reached


@pytest.mark.parametrize("fault", [OSError, Killed])
def test_a_failure_in_a_first_build_leaves_no_half_of_it(tmp_path: Path, fault: type[BaseException]) -> None:
    for at in range(1, 100):
        out = tmp_path / f"{at}" / "build"
        if not fails_at(out, at, True, False, fault):
            break
        assert not out.exists() or is_whole(out)
        put(out, edition("two"))
        assert is_whole(out)
    assert at > 3


def test_where_names_cannot_be_exchanged_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(*names: object, **options: object) -> None:
        raise OSError("no such library")

    monkeypatch.setattr(exchange.ctypes, "CDLL", lacking)
    for words in ("one", "two"):
        put(tmp_path / "build", edition(words))
    assert is_whole(tmp_path / "build")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".build.lock", "build"]


CHILD = """
import sys
from pathlib import Path
from tests.publish.editions import edition, put
for number in range(25):
    put(Path(sys.argv[1]), edition(f"{sys.argv[2]} {number}"))
"""


@pytest.mark.slow
def test_two_builds_at_once_leave_a_whole_folder_that_is_never_absent(tmp_path: Path) -> None:
    out = tmp_path / "build"
    put(out, edition())
    children = [subprocess.Popen([sys.executable, "-c", CHILD, str(out), name], cwd=Path(__file__).parents[2]) for name in "ab"]
    absent, done = [], threading.Event()

    def watch() -> None:
        while not done.is_set():
            if not (out / "manifest.json").is_file():
                absent.append(True)

    watcher = threading.Thread(target=watch)
    watcher.start()
    codes = [child.wait(60) for child in children]
    done.set()
    watcher.join()
    assert (codes, absent) == ([0, 0], [])
    assert is_whole(out)
    assert (out / "Red/Overview.docx").read_bytes() in (b"overview a 24", b"overview b 24")
