"""A project's folders, edition override and options, and the one door to clock, environment and disk."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

from briefs.diagnostics import ContentError, error

DESIGNERS = {".docx": ".dotx", ".pptx": ".potx"}
"""The form in which Office saves a template of each type."""
MOST_TEMPLATE_BYTES = 128 << 20
"""The largest templates of designers, full of pictures, stay far below; no file of content may be so large."""
MOST_VIEW_BYTES = 100_000


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
        return (path for path in _files(self.content) if path.name.endswith(suffixes))

    def content_folders(self) -> tuple[tuple[Path, ...], tuple[OSError, ...]]:
        """Every folder below `content/`, and why some of them, or `content/` itself, cannot be listed; hidden ones left out."""
        refused: list[OSError] = []
        folders = tuple(Path(folder) for folder, _, _ in _walk(self.content, refused.append))
        return folders[1:], tuple(refused)

    def content_links(self) -> Iterator[Path]:
        """Every symbolic link below `content/` to a folder or to no file: none is followed, so nothing from outside is read."""
        for folder, names, files in _walk(self.content):
            paths = [f"{folder}/{name}" for name in sorted((*names, *files)) if not name.startswith(".")]
            yield from (Path(path) for path in paths if os.path.islink(path) and not os.path.isfile(path))

    def shown(self, path: Path) -> str:
        """A path as messages and origins show it: relative to the folder that holds `content/`, forward slashes."""
        base = self.content.parent
        return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()

    def template(self, name: str) -> bytes:
        """The bytes of a file below the templates folder, as `word/brief.docx`; ContentError as `template_file` says."""
        return _template_bytes(template_file(self.templates, name), self.templates, MOST_TEMPLATE_BYTES)

    def inputs(self, options: object) -> str:
        """The digest of all that a run with these options depends on; `repr` of the options has to name all of them."""
        return self.digest(repr(options), str(self.as_of))

    def digest(self, *arguments: str) -> str:
        """sha256 over all that a build depends on: content, templates, the engine's own source, and the arguments.

        What no stage reads is named and not opened: a pipe, a device, a link that leads out, a file that is too large.
        """
        total = hashlib.sha256("\0".join(arguments).encode())
        for folder in (self.content, self.templates, Path(__file__).parent):
            for path in _files(folder):
                total.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
                try:
                    total.update(_weight(path, folder))
                except (OSError, RuntimeError) as fault:
                    # Load says so at its place; a file that becomes readable is another input.
                    total.update(str(fault).encode("utf-8", "backslashreplace"))
        return total.hexdigest()

    def view_templates(self) -> Mapping[str, str]:
        """Shape -> text of `templates/views/SHAPE.md.j2`; ContentError for one that is no text of an ordinary file."""
        found = sorted((self.templates / "views").glob("*.md.j2"))
        return {path.name.removesuffix(".md.j2"): _view_text(path, self.templates) for path in found}


def open_project(
    content: Path | None = None, templates: Path | None = None, out: Path | None = None, as_of: date | None = None
) -> Project:
    """The project around `content` (default: `content/` below the working folder)."""
    root = (content or working_folder() / "content").resolve()
    own = root.parent / "templates"
    look = templates.resolve() if templates else own if os.path.isdir(own) else engine_templates()
    return Project(root, look, (out or root.parent / "build").resolve(), as_of)


def template_file(folder: Path, name: str) -> Path:
    """The file `name` below a templates folder, or the designer's form of it: `word/brief.dotx` for `word/brief.docx`.

    ContentError when there is neither, or when there are both and nobody can say which one is meant.
    """
    path = folder / name
    forms = [path, path.with_suffix(DESIGNERS[path.suffix])] if path.suffix in DESIGNERS else [path]
    found = [form for form in forms if form.is_file()]
    if len(found) == 1:
        return found[0]
    names = [f"'{form.relative_to(folder).as_posix()}'" for form in forms]
    if found:
        message = f"there are two templates for one, {' and '.join(names)}"
        raise ContentError([error("B603", None, message, "keep the one that is meant")])
    others = sorted(f"'{other.name}'" for other in path.parent.glob(f"{path.stem}.*"))
    hint = f"save {', '.join(others)} as '{path.name}', without macros" if others else "copy it from the engine's own templates"
    raise ContentError([error("B603", None, f"there is no template {' or '.join(names)}", hint)])


def _template_bytes(path: Path, folder: Path, most: int) -> bytes:
    """The bytes of a template; ContentError for a link that leads out of the folder, for what is no file, or too large."""
    name = path.relative_to(folder).as_posix()
    if not path.resolve().is_relative_to(folder.resolve()):
        text = f"the template '{name}' is a link that leads out of its folder"
        raise ContentError([error("B603", None, text, "copy the file instead")])
    if not path.is_file() or path.stat().st_size > most:
        text = f"the template '{name}' is no ordinary file of at most {most:,} bytes"
        raise ContentError([error("B603", None, text, "put one in its place")])
    return path.read_bytes()


def _view_text(path: Path, folder: Path) -> str:
    try:
        return _template_bytes(path, folder, MOST_VIEW_BYTES).decode("utf-8")
    except UnicodeDecodeError as fault:
        text = f"the template '{path.relative_to(folder).as_posix()}' is not UTF-8 text"
        raise ContentError([error("B603", None, text, "save it as UTF-8")]) from fault


def _weight(path: Path, folder: Path) -> bytes:
    """What stands for a file in a digest: its content, or where it leads or how large it is when no stage would open it."""
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        return os.fsencode(path.readlink())
    if not path.is_file():
        return b""
    if (size := path.stat().st_size) > MOST_TEMPLATE_BYTES:
        return str(size).encode()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def engine_templates() -> Path:
    """The templates that the engine brings: in the wheel below the package, in a checkout beside it."""
    packaged = Path(str(resources.files("briefs"))) / "_templates"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parent.parent / "templates"


def _files(root: Path) -> Iterator[Path]:
    """Every file below a folder, sorted; hidden ones and compiled Python left out."""
    for folder, _, files in _walk(root):
        yield from (Path(folder) / name for name in sorted(files) if not name.startswith("."))


def _walk(root: Path, refused: Callable[[OSError], object] | None = None) -> Iterator[tuple[str, list[str], list[str]]]:
    """Every folder below a folder, in order, with what stands in it; `refused` is told of each that cannot be listed."""
    for folder, names, files in os.walk(root, onerror=refused):
        names[:] = sorted(name for name in names if not name.startswith(".") and name != "__pycache__")
        yield folder, names, files


def today() -> date:
    """The wall clock's date: for `facts --due`, scheduled commands and the day of a recorded result only."""
    return date.today()


def working_folder() -> Path:
    """The folder in which the program was started."""
    return Path.cwd()


def environment(name: str) -> str:
    """An environment variable, or an empty string."""
    return os.environ.get(name, "")


def cache_folder() -> Path | None:
    """Where what can be worked out again may be kept: `BRIEFS_CACHE`, or the user's cache folder; None without either."""
    if named := environment("BRIEFS_CACHE"):
        return Path(named)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        if folder := environment(name):
            return Path(folder) / "briefs"
    try:
        return Path.home() / ".cache/briefs"
    except RuntimeError:
        return None


def program(*names: str) -> str | None:
    """The path of the first of these programs that the machine has, or None."""
    return next((found for name in names if (found := shutil.which(name))), None)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder against a second writer, who waits."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        lock(handle)
        yield
    finally:
        os.close(handle)


def lock(handle: int) -> None:
    """Wait until nobody else has the file, then have it until it is closed."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where writers are not protected from one another
    except ImportError:
        return
    fcntl.flock(handle, fcntl.LOCK_EX)


def processors() -> int:
    """How many processes a pool may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
