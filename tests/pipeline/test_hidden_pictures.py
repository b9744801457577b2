"""A picture that an audience may not see is found in a file by its bytes, under whatever name it stands there."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from briefs import verify
from briefs.model.options import Options
from briefs.pipeline import make
from briefs.project import open_project
from briefs.select import select

LIBRARY = Path(__file__).parents[1] / "projects/library/content"
FIGURE = '::: figure "A class set of the ladder"'
OUTSIDE = "sponsors"


def content(tmp_path: Path, tag: str) -> Path:
    """The library's content with the tag at its one picture."""
    copy = tmp_path / "content"
    shutil.copytree(LIBRARY, copy)
    section = copy / "sections/reading/next-year.md"
    text = section.read_text("utf-8")
    assert FIGURE in text
    section.write_text(text.replace(FIGURE, f"{FIGURE}{tag}"), "utf-8")
    return copy


def found(content: Path, name: str = "word/media/logo.png") -> tuple[list[str], int]:
    """What verify says of the pictures of all files in one of the outside, under that name, and how many were put there."""
    made = make(open_project(content), Options(), None, lambda what, done, total: None)
    files = {file.path: file for file in made.artifacts if file.path.endswith((".docx", ".pptx"))}
    held = {data for file in files.values() for data in pictures(file.data)}
    target = next(file for file in files.values() if file.meta.audience == OUTSIDE and file.path.endswith(".docx"))
    changed = io.BytesIO(target.data)
    with zipfile.ZipFile(changed, "a") as archive:
        for number, data in enumerate(sorted(held)):
            archive.writestr(name.replace(".png", f"{number}.png"), data)
    expected = verify.expect(made.resolved, select(made.resolved, OUTSIDE))
    said = [
        item.message for item in verify.prove("x.docx", changed.getvalue(), expected) if "the picture is hidden" in item.message
    ]
    return said, len(held)


def pictures(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist() if "/media/" in name and name.endswith(".png")]


@pytest.mark.parametrize("name", ["word/media/logo.png", "docProps/thumbnail.png"])
def test_a_hidden_picture_is_found_under_any_name(name: str, tmp_path: Path) -> None:
    said, put = found(content(tmp_path, " audience=house"), name)
    assert put > 0
    (one,) = said
    assert one.startswith(f"'x.docx', {name.removesuffix('.png')}")
    assert one.endswith(f"the picture is hidden from {OUTSIDE}")


def test_a_picture_for_everybody_is_no_secret(tmp_path: Path) -> None:
    said, put = found(content(tmp_path, ""))
    assert put > 0
    assert said == []
