"""The installed wheel builds another team's project in an empty folder, with the templates that it carries."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docset.conftest import ROOT

RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from briefs.cli import main; main()"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's own files and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "build", "--wheel", "--quiet", "--out-dir", folder / "dist", ROOT], check=True, capture_output=True)
    wheel = next((folder / "dist").glob("*.whl"))
    words = [uv, "pip", "install", "--quiet", "--no-deps", "--target", folder / "site", wheel]
    subprocess.run(words, check=True, capture_output=True)
    return folder / "site"


@pytest.mark.slow
def test_a_foreign_project_is_built_by_the_installed_wheel_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "projects" / "library" / "content", tmp_path / "content")
    environment = {**os.environ, "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "-c", RUN, str(installed), "build", "--jobs", "1"]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted((tmp_path / "build").rglob("*.docx"))
    assert sorted((tmp_path / "build").rglob("*.pptx"))
    assert (installed / "briefs" / "_templates" / "word" / "brief.docx").is_file()
