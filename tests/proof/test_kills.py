"""A build that is killed at any moment leaves the last whole output, and the next build finds nothing in its way."""

import fcntl
import hashlib
import io
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "tests/projects/library"
COMMAND = [sys.executable, "-c", "from briefs.cli import main; main(prog_name='briefs')"]
CHUNKS, KILLS = 8, 25
"""200 kills on the small project; as many in each test."""
DAY = date(2026, 11, 25)


def start(project: Path, day: date, *words: str, limit: int = 0) -> subprocess.Popen[str]:
    """A build of another edition, so that every file is written anew; `limit` is the most bytes that a file may get."""
    return subprocess.Popen(
        [*COMMAND, "build", "--as-of", day.isoformat(), "--quiet", *words],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit else None,  # noqa: PLW1509
    )


def kill(running: subprocess.Popen[str]) -> bool:
    """Whether the build was still running."""
    alive = running.poll() is None
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate(timeout=60)
    return alive


def build(project: Path, day: date, *words: str, limit: int = 0) -> tuple[int, str]:
    made = start(project, day, *words, limit=limit)
    _, told = made.communicate(timeout=300)
    return made.returncode, told


def whole(out: Path) -> str:
    """The edition of the output folder, when every file is there with the bytes that the manifest names."""
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    for row in manifest["files"]:
        assert hashlib.sha256((out / row["path"]).read_bytes()).hexdigest() == row["sha256"], row["path"]
    assert not [path for path in out.rglob("*") if "edited" in path.name or path.name.endswith((".new", ".tmp", ".old"))]
    return str(manifest["edition"]["date"])


def left_beside(out: Path) -> set[str]:
    return {path.name for path in out.parent.iterdir() if path.name.startswith(".build")} - {".build.lock"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(LIBRARY / "content", tmp_path / "content")
    assert build(tmp_path, DAY)[0] == 0
    return tmp_path


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_a_kill_at_any_moment_loses_nothing(project: Path, chunk: int) -> None:
    random, out = Random(chunk), project / "build"
    before = time.monotonic()
    assert build(project, DAY + timedelta(1))[0] == 0
    takes = time.monotonic() - before
    old, killed = whole(out), 0
    for number in range(KILLS):
        day = DAY + timedelta(2 + number)
        running = start(project, day)
        # Half of the kills fall into the last quarter, where files are written and folders exchanged.
        time.sleep(takes * (random.random() if number % 2 else 0.7 + 0.35 * random.random()))
        killed += kill(running)
        edition = whole(out)
        assert edition in {old, day.isoformat()}
        old = edition
    assert killed >= KILLS // 4
    last = DAY + timedelta(60)
    assert build(project, last) == (0, "")
    assert whole(out) == last.isoformat()
    assert left_beside(out) == set()


def test_ten_kills_on_the_content_of_this_repository(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    before = time.monotonic()
    assert build(tmp_path, DAY, "--format", "docx")[0] == 0
    takes, random = time.monotonic() - before, Random(7)
    for number in range(10):
        running = start(tmp_path, DAY + timedelta(number), "--format", "docx")
        time.sleep(takes * random.random())
        kill(running)
        whole(tmp_path / "build")
    assert build(tmp_path, DAY + timedelta(50), "--format", "docx")[0] == 0
    assert left_beside(tmp_path / "build") == set()


def test_a_full_disk_is_said_and_the_old_output_stays(project: Path) -> None:
    code, told = build(project, DAY + timedelta(1), limit=9000)
    assert code == 4
    assert "File too large" in told or "No space" in told
    assert "Traceback" not in told
    assert whole(project / "build") == DAY.isoformat()
    assert build(project, DAY + timedelta(2)) == (0, "")


def test_a_target_that_cannot_be_written_is_said(project: Path) -> None:
    code, told = build(project, DAY, "--out", "/proc/nothing/build")
    assert code == 4
    assert "/proc/nothing" in told
    assert "Traceback" not in told


def test_a_worker_that_is_killed_is_said_and_the_old_output_stays(project: Path) -> None:
    running = start(project, DAY + timedelta(1), "--jobs", "2")
    struck = False
    deadline = time.monotonic() + 30
    while running.poll() is None and time.monotonic() < deadline and not struck:
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
        for child in children:
            os.kill(int(child), signal.SIGKILL)
            struck = True
        time.sleep(0.005)
    _, told = running.communicate(timeout=60)
    assert struck
    assert running.returncode == 4, told
    assert "Traceback" not in told
    assert whole(project / "build") == DAY.isoformat()
    assert build(project, DAY + timedelta(2)) == (0, "")


def test_a_file_that_somebody_has_open_is_replaced_and_the_reader_keeps_what_was_there(project: Path) -> None:
    """Word keeps a document open, and locked, while it is read."""
    path = next((project / "build").rglob("*.docx"))
    with path.open("rb") as reader:
        fcntl.flock(reader, fcntl.LOCK_EX)
        before = path.read_bytes()
        assert build(project, DAY + timedelta(1)) == (0, "")
        assert reader.read() == before
    assert path.read_bytes() != before
    assert whole(project / "build") == (DAY + timedelta(1)).isoformat()


def test_a_second_build_waits_for_the_first(project: Path) -> None:
    with (project / ".build.lock").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        second = start(project, DAY + timedelta(1))
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(timeout=8)
        assert whole(project / "build") == DAY.isoformat()
    _, told = second.communicate(timeout=60)
    assert (second.returncode, told) == (0, "")
    assert whole(project / "build") == (DAY + timedelta(1)).isoformat()


def torn(data: bytes) -> bytes:
    return data[: len(data) // 2]


def bomb(data: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/x.png", bytes(300 << 20))
    return out.getvalue()


def noise(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes(64) + data[middle + 64 :]


@pytest.mark.parametrize("harm", [torn, bomb, noise, lambda data: b""], ids=["torn", "a bomb", "a hole", "empty"])
@pytest.mark.parametrize("name", ["word/brief.docx", "powerpoint/deck.pptx"])
def test_a_template_that_cannot_be_used_is_said_and_the_old_output_stays(
    project: Path, name: str, harm: Callable[[bytes], bytes]
) -> None:
    shutil.copytree(ROOT / "templates", project / "templates")
    path = project / "templates" / name
    path.write_bytes(harm(path.read_bytes()))
    code, told = build(project, DAY + timedelta(1))
    assert (code, "Traceback" in told) == (1, False)
    assert told.count("error[B603]") == 1
    assert whole(project / "build") == DAY.isoformat()
    assert left_beside(project / "build") == set()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_is_said_and_the_old_output_stays(project: Path) -> None:
    project.chmod(0o555)
    try:
        code, told = build(project, DAY + timedelta(1))
    finally:
        project.chmod(0o755)
    assert (code, "Traceback" in told) == (4, False)
    assert whole(project / "build") == DAY.isoformat()
