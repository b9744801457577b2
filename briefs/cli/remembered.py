"""What a check found the last time, kept in the user's cache folder under the digest of all that a check reads."""

import hashlib
import json
import os
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from briefs.diagnostics import Diagnostic
from briefs.model.origin import Origin
from briefs.project import Project, cache_folder

MOST = 64
"""Files that are kept: one for each project, and with `--release` another."""
READERS = ("jinja2", "lxml", "markdown-it-py", "mdit-py-plugins", "pillow", "pydantic", "python-docx", "python-pptx", "pyyaml")
"""Libraries by which content and templates are read: another version may find something else."""


def key(project: Project, release: bool) -> str:
    """The digest of content, templates, engine, libraries and arguments: where it is the same, a check finds the same."""
    unread = [project.shown(link) for link in project.content_links()]
    unread += [str(fault) for fault in project.content_folders()[1]]
    versions = [f"{name} {metadata.version(name)}" for name in READERS]
    return project.digest("check", str(release), str(project.as_of), str(project.content), sys.version, *versions, *unread)


def recall(project: Project, release: bool, digest: str) -> tuple[Diagnostic, ...] | None:
    """The complaints under this digest; None when nothing is kept, or what is kept cannot be read."""
    path = _path(project, release)
    try:
        kept = json.loads(path.read_text("utf-8")) if path else {}
        return tuple(_diagnostic(*row) for row in kept["found"]) if kept.get("key") == digest else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def remember(project: Project, release: bool, digest: str, found: tuple[Diagnostic, ...]) -> None:
    """Keep the complaints for the next time; a disk that refuses costs that time only."""
    path = _path(project, release)
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"key": digest, "found": [_row(item) for item in found]}, file)
        Path(name).replace(path)
        _prune(path.parent)
    except OSError:
        return


def _path(project: Project, release: bool) -> Path | None:
    folder = cache_folder()
    name = hashlib.sha256(os.fsencode(f"{project.content}\0{project.templates}\0{release}")).hexdigest()[:16]
    return folder / f"check-{name}.json" if folder else None


def _prune(folder: Path) -> None:
    kept = sorted(folder.glob("check-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST:]:
        path.unlink(missing_ok=True)


def _row(item: Diagnostic) -> tuple[str, str, str, str, tuple[str, int, int] | None]:
    place = (item.origin.path, item.origin.line, item.origin.column) if item.origin else None
    return (item.severity, item.code, item.message, item.hint, place)


def _diagnostic(severity: str, code: str, message: str, hint: str, place: tuple[str, int, int] | None) -> Diagnostic:
    match severity:
        case "error" | "warning":
            return Diagnostic(severity, code, Origin(*place) if place else None, message, hint)
        case _:
            raise ValueError(severity)
