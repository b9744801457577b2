"""The second project: another subject, other organisations and groups, the same engine, in all formats."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from briefs.model.artifact import Artifact
from tests.pipeline.building import audience, copy

pytestmark = pytest.mark.slow

NEVER = {
    "Project Heron": {"teachers", "sponsors", "council"},
    "Heron": {"teachers", "sponsors", "council"},
    "318": {"teachers", "sponsors", "council"},
    "Store": {"teachers", "sponsors", "council"},
    "lends the class sets": {"teachers", "sponsors", "council"},
    "endowment": {"librarians", "teachers", "sponsors", "council"},
    "Shelf space": {"teachers", "sponsors"},
    "Count kept at the desk": {"teachers", "sponsors", "council"},
    "Lost books": {"teachers", "sponsors", "council"},
    "Do not name the losses": {"teachers", "sponsors", "council"},
    "Teachers find the lists": {"trustees", "sponsors", "council"},
    "682 books": {"teachers", "sponsors", "council"},
    "Come back to the desk": {"teachers", "sponsors", "council"},
    "the books that did not come back": {"teachers", "sponsors", "council"},
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Artifact]:
    return copy(tmp_path_factory.mktemp("library")).files()


def words(file: Artifact) -> str:
    """All text of a file, of every part of its package, tags taken out."""
    if not zipfile.is_zipfile(io.BytesIO(file.data)):
        return file.data.decode()
    package = zipfile.ZipFile(io.BytesIO(file.data))
    parts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return "\n".join(re.sub(r"<[^>]*>", "", part) + part for part in parts)


def says(file: Artifact, secret: str) -> bool:
    """Whether a file says it; digits inside a longer number, such as a width in EMU, are another number."""
    return re.search(rf"(?<!\d){re.escape(secret)}(?!\d)", words(file)) is not None


def test_each_audience_gets_its_files_in_every_format(files: dict[str, Artifact]) -> None:
    names = [
        f"{folder}/Reading Programme for {who}"
        for folder, who in (
            ("City Library", "librarians"),
            ("City Library", "trustees"),
            ("Schools", "teachers"),
            ("Sponsors", "sponsors"),
            ("City Council", "council"),
        )
    ]
    programme = {f"{name}.{form}" for name in names for form in ("docx", "pptx", "md", "html")}
    notes = {f"City Library/Notes for the Desk.{form}" for form in ("docx", "md", "html")}
    assert files.keys() == programme | notes


def test_nobody_reads_what_is_not_theirs_in_any_part_of_any_file(files: dict[str, Artifact]) -> None:
    found = [
        f"'{secret}' in {path}"
        for path, file in files.items()
        for secret, others in NEVER.items()
        if audience(path) in others and says(file, secret)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("City Library/Reading Programme for trustees.pptx", "The endowment is the trustees&apos; own matter"),
        ("City Library/Reading Programme for librarians.docx", "Project Heron"),
        ("City Library/Reading Programme for librarians.pptx", "Do not name the losses"),
        ("Schools/Reading Programme for teachers.docx", "reading ladder"),
        ("Schools/Reading Programme for teachers.html", "One reading hour a week in each class"),
        ("City Council/Reading Programme for council.docx", "Shelf space in each school"),
        ("Sponsors/Reading Programme for sponsors.docx", "children read 620\u00a0books of them"),
        ("Schools/Reading Programme for teachers.docx", "targets of School liaison: the sets of next year"),
        ("City Library/Reading Programme for trustees.docx", "Come back to the desk"),
    ],
)
def test_readers_read_what_is_theirs(files: dict[str, Artifact], path: str, told: str) -> None:
    text = words(files[path])
    assert told in text or told.replace("&apos;", "'") in text or told.replace("&apos;", "’") in text


def test_nothing_of_the_first_project_is_in_the_second(files: dict[str, Artifact]) -> None:
    said = {path: words(file) for path, file in files.items() if file.format in ("md", "html")}
    assert [path for path, text in said.items() if re.search(r"VAST|Microsoft|Tuscany", text)] == []


def test_a_files_own_id_is_in_its_markdown_and_differs_between_audiences(files: dict[str, Artifact]) -> None:
    markdown = [file for file in files.values() if file.format == "md"]
    assert [file.path for file in markdown if file.meta.id not in words(file)] == []
    assert len({file.meta.id for file in markdown}) == len(markdown)


def test_the_folder_of_the_project_is_all_that_it_takes(tmp_path: Path) -> None:
    assert sorted(path.name for path in copy(tmp_path).content.parent.iterdir()) == ["content"]


def test_the_projects_own_values_have_the_tones_that_its_vocabulary_gives_them(files: dict[str, Artifact]) -> None:
    deck = zipfile.ZipFile(io.BytesIO(files["City Library/Reading Programme for librarians.pptx"].data))
    slides = [deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/slide")]
    (desk,) = {
        found for slide in slides for found in re.findall(r'name="Lending desk".*?<a:solidFill>(.*?)</a:solidFill>', slide)
    }
    assert desk == '<a:schemeClr val="accent1"/>'
