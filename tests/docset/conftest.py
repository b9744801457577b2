"""The doc set of this repository, built once for all of these tests."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefs.model.artifact import Artifact
from briefs.pipeline import Options, build
from briefs.project import open_project
from briefs.publish import Row

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class DocSet:
    folder: Path
    rows: tuple[Row, ...]
    artifacts: tuple[Artifact, ...]

    def files(self, *suffixes: str) -> list[Path]:
        return [self.folder / row.path for row in self.rows if row.format in suffixes]


def built(content: Path, out: Path, *formats: str) -> DocSet:
    project = open_project(content, ROOT / "templates", out)
    published, made = build(project, Options(formats=formats), None, lambda *_: None)  # type: ignore[arg-type]
    return DocSet(out, published.rows, made.artifacts)


@pytest.fixture(scope="session")
def docset(tmp_path_factory: pytest.TempPathFactory) -> DocSet:
    return built(ROOT / "content", tmp_path_factory.mktemp("docset") / "build")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content that a test may change."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
