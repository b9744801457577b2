"""A project from a stranger: the library, one thing of it turned hostile, and what the engine answers, within bounded time."""

import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from briefs.diagnostics import ContentError, VerificationError
from briefs.model.content import Format
from briefs.pipeline import Options, compose_all, make
from briefs.project import open_project

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "tests/projects/library/content"
LADDER = "sections/reading/ladder.md"
FORMATS: tuple[Format, ...] = ("docx", "pptx", "md", "html")
SECRET = "sesame-3f9a"
"""Stands in files beside the content folder, of which no product and no complaint may show a word."""
SECONDS = 10
"""Of processor time, for whatever a stranger writes; the library itself takes two."""

Edit = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Hostile:
    """What is done to the content folder, and the complaint that answers it: its code and how its place begins."""

    edit: Edit
    code: str
    place: str


def project(folder: Path) -> Path:
    """The content folder of a copy of the library, with secrets beside it."""
    shutil.copytree(LIBRARY, folder / "content")
    (folder / "secret.md").write_text(f"---\nid: secret\ntitle: {SECRET}\naudience: all\nowner: O\nreviewed: 2026-08-25\n---\n")
    (folder / "secret.yaml").write_text(f"- {SECRET}\n")
    shutil.copy(LIBRARY / "media/set.png", folder / "secret.png")
    return folder / "content"


def change(name: str, before: str, after: str) -> Edit:
    """Other words in a file of the content; the first time that they stand there."""

    def edit(content: Path) -> None:
        path = content / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")

    return edit


def add(text: str, name: str = LADDER) -> Edit:
    """More at the end of a file."""

    def edit(content: Path) -> None:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text("utf-8") if path.exists() else "") + f"\n{text}\n", "utf-8")

    return edit


def link(name: str, target: str) -> Edit:
    """A symbolic link; its target is relative to the folder that holds content/."""

    def edit(content: Path) -> None:
        path = content / name
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(content.parent / target)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(content: Path) -> None:
        for each in edits:
            each(content)

    return edit


@contextmanager
def in_time() -> Iterator[None]:
    """Fail when the processor has worked for longer than it may; a busy machine does not lengthen that."""

    def late(number: int, frame: object) -> None:
        raise AssertionError(f"more than {SECONDS} s of processor time")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def refusals(content: Path) -> list[str]:
    """The messages with which a build refuses; none when it builds."""
    try:
        products(content)
    except (ContentError, VerificationError) as fault:
        return [str(item) for item in fault.diagnostics]
    return []


def answers(content: Path) -> list[str]:
    """What a check says, as `B101 sections/x.md:1:1 words`; any other error than an author's mistake is a failure."""
    with in_time():
        try:
            found = compose_all(open_project(content)).found
        except ContentError as fault:
            found = fault.diagnostics
    said = [f"{item.code} {str(item.origin or '').removeprefix('content/')} {item.message}" for item in found]
    assert not [line for line in said if SECRET in line]
    return said


def products(content: Path) -> dict[str, bytes]:
    """Every product in every format, proven as a build proves it."""
    with in_time():
        made = make(open_project(content), Options(formats=FORMATS), None, lambda what, done, total: None)
    return {file.path: file.data for file in made.artifacts}


def answered(hostile: Hostile, folder: Path) -> None:
    """The hostile content is refused with its complaint, at its place."""
    content = project(folder)
    hostile.edit(content)
    said = answers(content)
    found = [line.split(" ", 2) for line in said]
    assert any(code.startswith(hostile.code) and place.startswith(hostile.place) for code, place, _ in found), said[:5]
