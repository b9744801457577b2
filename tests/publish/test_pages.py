"""The manifest, the download page of each organisation and the archive of each audience."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from briefs.diagnostics import EnvironmentFault
from briefs.publish import archives, read_manifest
from tests.publish.editions import BLUE, DECK, OVERVIEW, artifact, edition, put

KEYS = [
    "path",
    "product",
    "brief",
    "audience",
    "format",
    "sha256",
    "bytes",
    "pages",
    "slides",
    "words",
    "sections",
    "facts",
    "terms",
    "id",
]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    put(tmp_path / "build", edition())
    return tmp_path / "build"


def test_the_manifest_has_the_keys_that_are_promised(out: Path) -> None:
    document = json.loads((out / "manifest.json").read_text("utf-8"))
    assert list(document) == ["schema", "edition", "files"]
    assert (document["schema"], document["edition"]) == (1, {"date": "2026-03-04", "version": "0.1"})
    assert [list(row) for row in document["files"]] == [KEYS] * 3
    assert [row["path"] for row in document["files"]] == sorted([OVERVIEW, DECK, BLUE])


def test_a_row_says_what_its_file_is(out: Path) -> None:
    row = {row.path: row for row in read_manifest(out)}[DECK]
    data = (out / DECK).read_bytes()
    assert (row.bytes, row.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (row.slides, row.pages, row.words) == (3, None, 12)
    assert (row.product, row.brief, row.audience, row.format) == ("overview@red-maker", "overview", "red-maker", "pptx")
    assert (row.sections, row.facts, row.terms) == (("s",), ("f",), ("t",))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": 2, "files": []}', '{"schema": 1, "files": [{"path": "x"}]}', "\xff"]
)
def test_another_programs_manifest_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, "latin-1")
    assert read_manifest(tmp_path) == ()


def test_an_organisations_page_names_its_own_files_and_no_others(out: Path) -> None:
    red, blue = ((out / name / "index.html").read_text("utf-8") for name in ("Red", "Blue & Sons"))
    assert "Overview.docx" in red
    assert "Overview.pptx" in red
    assert "3 slides" in red
    assert "Blue" not in red
    assert "Shared" not in red
    assert "Red" not in blue
    assert "Blue &amp; Sons" in blue
    for row in read_manifest(out):
        own, other = (red, blue) if row.audience.startswith("red") else (blue, red)
        assert row.sha256 in own
        assert row.id in own
        assert row.sha256 not in other
        assert row.id not in other
    assert "Edition of 4 March 2026, version 0.1" in red


def test_files_in_a_folder_of_several_organisations_are_listed_for_each_alone(tmp_path: Path) -> None:
    files = [artifact("Shared/Red 50%.docx", b"1"), artifact("Shared/Blue.docx", b"2", "blue-chief")]
    put(tmp_path / "build", files)
    red = (tmp_path / "build/Red/index.html").read_text("utf-8")
    assert 'href="../Shared/Red%2050%25.docx"' in red
    assert "Blue" not in red
    assert not (tmp_path / "build/Shared/index.html").exists()


def test_an_archive_holds_exactly_the_files_of_its_audience(out: Path, tmp_path: Path) -> None:
    made = archives(out, tmp_path / "zips")
    assert [path.name for path in made] == ["blue-chief.zip", "red-chief.zip", "red-maker.zip"]
    assert [zipfile.ZipFile(path).namelist() for path in made] == [[BLUE], [OVERVIEW], [DECK]]
    assert zipfile.ZipFile(made[1]).read(OVERVIEW) == b"overview one"


def test_an_archive_is_the_same_bytes_twice(out: Path, tmp_path: Path) -> None:
    first, second = (archives(out, tmp_path / name) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first[0].read_bytes())).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_a_person_changed_is_handed_to_nobody(out: Path, tmp_path: Path) -> None:
    (out / OVERVIEW).write_bytes(b"by hand")
    with pytest.raises(EnvironmentFault, match=r"B702.*'Red/Overview.docx' is not what was published"):
        archives(out, tmp_path / "zips")
    assert not (tmp_path / "zips").exists()


def test_nothing_published_is_nothing_to_archive(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        archives(tmp_path, tmp_path / "zips")
