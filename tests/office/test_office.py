"""The programs of the tests tell good files from bad ones, so that their silence means something."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from pptx import Presentation

from tests.office import programs
from tests.office.convert import batches, to_pages, to_pdf
from tests.office.validate import audit_errors, sdk_errors


@pytest.fixture
def good(tmp_path: Path) -> Path:
    document = Document()
    document.add_heading("A heading", 1)
    document.add_paragraph("A paragraph.")
    document.save(str(tmp_path / "brief.docx"))
    return tmp_path / "brief.docx"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A run within a run's properties: no schema allows it."""
    document = Document()
    document.add_paragraph("A paragraph.").runs[0]._r.get_or_add_rPr().append(OxmlElement("w:r"))
    document.save(str(tmp_path / "bad.docx"))
    return tmp_path / "bad.docx"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    presentation = Presentation()
    for layout in (0, 1):
        presentation.slides.add_slide(presentation.slide_layouts[layout]).shapes.title.text = "A title"
    presentation.save(str(tmp_path / "brief.pptx"))
    return tmp_path / "brief.pptx"


@pytest.mark.office
@pytest.mark.slow
def test_a_brief_and_a_deck_of_one_name_are_drawn_page_by_page(good: Path, deck: Path, tmp_path: Path) -> None:
    pdfs = to_pdf([good, deck], tmp_path / "pdf")
    assert [page.name for page in to_pages(pdfs[good], tmp_path / "word")] == ["page-01.png"]
    assert [page.name for page in to_pages(pdfs[deck], tmp_path / "powerpoint")] == ["page-01.png", "page-02.png"]


@pytest.mark.validator
def test_the_sdk_tells_a_bad_file_from_a_good_one(good: Path, bad: Path) -> None:
    assert sdk_errors(good) == []
    assert any("invalid child element" in error for error in sdk_errors(bad))


@pytest.mark.slow
def test_the_audit_tells_a_bad_file_from_a_good_one(deck: Path, bad: Path) -> None:
    assert audit_errors(deck) == []
    assert any("Unexpected element 'r'" in error for error in audit_errors(bad))


@pytest.mark.validator
def test_a_file_that_is_no_office_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_text("not a package")
    assert sdk_errors(tmp_path / "x.docx") != []
    assert audit_errors(tmp_path / "x.docx") != []


def test_files_of_one_name_go_in_different_batches() -> None:
    files = [Path("a/x.docx"), Path("b/x.pptx"), Path("a/y.docx")]
    assert batches(files) == [[files[0], files[2]], [files[1]]]


def test_a_missing_program_skips_a_test_and_fails_it_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    assert programs.missing({"office", "slow"}) == ["LibreOffice", "pdftoppm of poppler"]
    with pytest.raises(pytest.skip.Exception, match="NOT PROVEN HERE: LibreOffice"):
        programs.require({"office"})
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"ci/system-parts installs it"):
        programs.require({"office"})
