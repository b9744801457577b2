"""Builds of the library in memory and on disk, for tests of the whole."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from briefs.model.artifact import Artifact
from briefs.model.content import Format
from briefs.pipeline import Options, make
from briefs.project import open_project

LIBRARY = Path(__file__).parents[1] / "projects/library/content"
FORMATS: tuple[Format, ...] = ("docx", "pptx", "md", "html")


@dataclass(frozen=True)
class Copy:
    """A copy of the library's content that a test may change."""

    content: Path

    def change(self, name: str, before: str, after: str) -> None:
        """Replace words in one of its files; they have to be there."""
        path = self.content / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")

    def files(self, formats: tuple[Format, ...] = FORMATS) -> dict[str, Artifact]:
        """Path -> file, of a build in memory."""
        made = make(open_project(self.content), Options(formats=formats), None, lambda what, done, total: None)
        return {artifact.path: artifact for artifact in made.artifacts}


def copy(folder: Path) -> Copy:
    shutil.copytree(LIBRARY, folder / "content")
    return Copy(folder / "content")


def audience(path: str) -> str:
    """Of whom a file of the library is."""
    return "librarians" if "Desk" in path else path.rpartition(" for ")[2].partition(".")[0]
