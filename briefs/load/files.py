"""Reads one file of content: refuses links that lead out, what is too large or not UTF-8 text, and folders that hold no files."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefs.diagnostics import Diagnostic, error, warning
from briefs.model.origin import Origin
from briefs.project import Project

MOST_BYTES = 1_000_000
MOST_PICTURE_BYTES = 20_000_000
BOM = "\ufeff"
READ = (".yaml", ".yml", ".md")
"""Endings of the files that are read, or refused by name."""


def read_text(project: Project, path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file with line ends of one character, or None and why it cannot be read."""
    refused = refusal(project, path, MOST_BYTES)
    if refused:
        return None, (refused,)
    try:
        return _decode(path.read_bytes(), project.shown(path))
    except OSError as fault:
        return None, (_unreadable(project.shown(path), fault),)


def refusal(project: Project, path: Path, most: int) -> Diagnostic | None:
    """Why a file is not even opened: a link out of `content/`, no ordinary file, or more than `most` bytes."""
    place = Origin(project.shown(path), 1, 1)
    try:
        inside = path.resolve(strict=True).is_relative_to(project.content.resolve())
        info = path.stat()
    except (OSError, RuntimeError) as fault:
        return _unreadable(place.path, fault)
    if not inside:
        return error("B101", place, "a symbolic link that leaves content/", "copy the file instead")
    if not stat.S_ISREG(info.st_mode):
        return error("B101", place, "not an ordinary file", "put a file there, or remove it")
    if info.st_size > most:
        return error("B112", place, f"a file of {info.st_size:,} bytes", f"at most {most:,}: split it")
    return None


def is_missing(path: Path) -> bool:
    """Whether nothing has this name; what only cannot be seen is not missing."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def refused_folders(project: Project) -> Iterator[tuple[Path, Diagnostic]]:
    """Each folder that nothing is read of, and why: it cannot be listed, is a link, or is named as a file that would be read."""
    folders, faults = project.content_folders()
    for fault in faults:
        path = Path(str(fault.filename))
        reason = (fault.strerror or str(fault)).lower()
        yield path, _at(project, path, f"the folder cannot be read: {reason}", "check its name and its permissions")
    for path in folders:
        if path.suffix in READ:
            yield path, _at(project, path, "a folder with the name of a file", "rename it, or put a file there")
    for path in project.content_links():
        if os.path.isdir(path):
            yield path, _at(project, path, "a symbolic link to a folder", "links to folders are not followed: copy the files")
        elif path.suffix not in READ:
            yield path, _at(project, path, "a symbolic link that leads to no file", "remove it, or put a file in its place")


def misplaced(project: Project, names: Iterable[str]) -> Iterator[tuple[Path, Diagnostic]]:
    """Each file at the top of `content/` that bears the name of a folder, as `facts`: nothing reads it."""
    for name in names:
        path = project.content / name
        try:
            mode = path.lstat().st_mode
        except OSError:
            continue
        if not (stat.S_ISDIR(mode) or stat.S_ISLNK(mode)):
            yield path, _at(project, path, f"a file where the folder '{name}/' belongs", "make a folder, or rename the file")


def _at(project: Project, path: Path, message: str, hint: str) -> Diagnostic:
    return error("B101", Origin(project.shown(path), 1, 1), message, hint)


def _unreadable(shown: str, fault: Exception) -> Diagnostic:
    reason = getattr(fault, "strerror", None) or str(fault)
    return error("B101", Origin(shown, 1, 1), f"the file cannot be read: {reason.lower()}", "check its name and its permissions")


def _decode(data: bytes, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8", "replace")
        place = Origin(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        hint = "save the file as UTF-8"
        return None, (error("B101", place, f"byte 0x{data[fault.start]:02X} is not UTF-8 text", hint),)
    if text.startswith(BOM):
        hint = "save the file as UTF-8 without a byte order mark"
        return None, (error("B101", Origin(shown, 1, 1), "the file begins with a byte order mark", hint),)
    if "\r\n" not in text:
        return text, ()
    line, column = text.count("\n", 0, text.index("\r\n")) + 1, text.index("\r\n") - text.rfind("\n", 0, text.index("\r\n"))
    hint = "it is read all the same; set the editor to LF, so that changes stay small"
    return text.replace("\r\n", "\n"), (warning("B101", Origin(shown, line, column), "lines end in CR LF", hint),)
