"""`make templates`, on a copy of the committed templates."""

import shutil
import zipfile
from pathlib import Path

import pytest

from briefs.brandbook import TEMPLATES, main
from tests.verify.damage import put

COMMITTED = Path(__file__).parents[2] / "templates"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("brand.yaml", *(name for name, _, _ in TEMPLATES)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(COMMITTED / name, tmp_path / name)
    return tmp_path


def bytes_of(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name, _, _ in TEMPLATES]


def test_the_committed_templates_hold_every_token(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(folder)
    assert main(folder) == 0
    assert bytes_of(folder) == before
    assert capsys.readouterr().out.count("nothing is missing, every token is as in brand.yaml") == len(TEMPLATES)


def test_a_changed_token_is_said_with_both_values_and_written_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    brand = folder / "brand.yaml"
    brand.write_text(brand.read_text("utf-8").replace('primary: "#0F5EA8"', 'primary: "#0B5394"'), "utf-8")
    assert main(folder) == 0
    said = capsys.readouterr().out
    for name, _, _ in TEMPLATES:
        assert f"{name}: warning[B602]: colour 'primary' is #0F5EA8" in said
    main(folder)
    assert "B602" not in capsys.readouterr().out


def test_a_brand_that_cannot_be_read_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(folder)
    (folder / "brand.yaml").write_text("wordmark: x\n", "utf-8")
    assert main(folder) == 1
    assert "the tokens in 'brand.yaml' cannot be read: tokens of 'brand.yaml': missing 'colours'" in capsys.readouterr().out
    assert bytes_of(folder) == before


def test_tokens_are_written_into_a_dotx_and_a_potx_that_stay_such(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forms = {"word/brief.docx": "word/brief.dotx", "powerpoint/deck.pptx": "powerpoint/deck.potx"}
    for document, template in forms.items():
        (folder / document).rename(folder / template)
        edit = put("[Content_Types].xml", r"(document|presentation)\.main\+xml", "template.main+xml")
        (folder / template).write_bytes(edit((folder / template).read_bytes()))
    brand = folder / "brand.yaml"
    brand.write_text(brand.read_text("utf-8").replace('primary: "#0F5EA8"', 'primary: "#0B5394"'), "utf-8")
    assert main(folder) == 0
    said = capsys.readouterr().out
    for template in forms.values():
        assert f"{template}: tokens written: 1" in said
        with zipfile.ZipFile(folder / template) as package:
            assert b"template.main+xml" in package.read("[Content_Types].xml")
            assert any(b"0B5394" in package.read(name) for name in package.namelist() if "/theme/" in name)


def test_a_template_that_cannot_be_used_is_one_line_and_the_other_is_still_looked_at(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = folder / "word/brief.docx"
    word.write_bytes(word.read_bytes()[:5_000])
    assert main(folder) == 1
    said = capsys.readouterr().out
    assert said.count("error[B603]: the Word template cannot be unpacked") == 1
    assert "powerpoint/deck.pptx: nothing is missing" in said
    assert len(word.read_bytes()) == 5_000
