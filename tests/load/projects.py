"""Small projects on disk, out of texts; and case files that hold a project and what load says of it."""

from pathlib import Path

from briefs.diagnostics import Diagnostic
from briefs.load import load
from briefs.model.content import Corpus
from briefs.project import open_project

BASE = {
    "audiences.yaml": """\
audiences:
  - {id: sales, name: Sales, organisation: Us, groups: [us], reader: executive, marking: Ours}
  - {id: buyer, name: Buyers, organisation: Them, groups: [them], reader: engineer, marking: Shared}
""",
    "edition.yaml": 'date: "2026-11-23"\nversion: "0.1"\n',
}


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below `folder/content`, with the least that every project has; the content folder."""
    content = folder / "content"
    for name, text in {**BASE, **files}.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def read(folder: Path, files: dict[str, str | bytes]) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """What load makes of the files."""
    return load(open_project(write(folder, files)))


def split(text: str) -> dict[str, str | bytes]:
    """Files of a case: each after a line `== name`."""
    files: dict[str, str | bytes] = {}
    for part in text.split("== ")[1:]:
        name, _, body = part.partition("\n")
        files[name.strip()] = body
    return files


def cases(path: Path) -> list[tuple[str, str, str]]:
    """Title, files and expected complaints of each case: three parts, each ended by a line of one point."""
    parts = path.read_text("utf-8").split("\n.\n")
    return [(parts[index].strip(), parts[index + 1], parts[index + 2]) for index in range(0, len(parts) - 2, 3)]


def report(corpus: Corpus, found: tuple[Diagnostic, ...]) -> str:
    """All complaints as printed, and the kinds that could not be read."""
    unread = [f"unread: {', '.join(sorted(corpus.unread))}"] if corpus.unread else []
    return "\n".join([*map(str, found), *unread])
