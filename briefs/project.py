"""A project's folders, edition override and options, and the one door to clock, environment and disk."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project's content, templates and output are; all paths absolute."""

    content: Path
    templates: Path
    """The project's own `templates/`, or the engine's when it has none."""
    out: Path
    as_of: date | None = None
    """Overrides the edition's date."""

    def content_files(self, suffixes: tuple[str, ...]) -> Iterator[Path]:
        """Every file below `content/` with one of the suffixes, sorted by path, hidden folders left out."""
        for folder, names, files in os.walk(self.content):
            names[:] = sorted(name for name in names if not name.startswith("."))
            for name in sorted(files):
                if name.endswith(suffixes) and not name.startswith("."):
                    yield Path(folder) / name

    def shown(self, path: Path) -> str:
        """A path as messages and origins show it: relative to the folder that holds `content/`, forward slashes."""
        base = self.content.parent
        return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()

    def template(self, name: str) -> bytes:
        """The bytes of a file below the templates folder, as `word/brief.docx`; FileNotFoundError when it is missing."""
        return (self.templates / name).read_bytes()

    def view_templates(self) -> Mapping[str, str]:
        """Shape -> text of `templates/views/SHAPE.md.j2`."""
        folder = self.templates / "views"
        return {path.name.removesuffix(".md.j2"): path.read_text("utf-8") for path in sorted(folder.glob("*.md.j2"))}


def open_project(
    content: Path | None = None, templates: Path | None = None, out: Path | None = None, as_of: date | None = None
) -> Project:
    """The project around `content` (default: `content/` below the working folder)."""
    root = (content or Path.cwd() / "content").resolve()
    own = root.parent / "templates"
    look = templates.resolve() if templates else own if own.is_dir() else engine_templates()
    return Project(root, look, (out or root.parent / "build").resolve(), as_of)


def engine_templates() -> Path:
    """The templates that the engine brings: in the wheel below the package, in a checkout beside it."""
    packaged = Path(str(resources.files("briefs"))) / "_templates"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parent.parent / "templates"


def today() -> date:
    """The wall clock's date: for `facts --due` and scheduled commands only."""
    return date.today()


def environment(name: str) -> str:
    """An environment variable, or an empty string."""
    return os.environ.get(name, "")


def processors() -> int:
    """How many processes a pool may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
