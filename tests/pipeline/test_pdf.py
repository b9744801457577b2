"""PDF from the finished files: one for each product, the same bytes again, and a clear word where LibreOffice is missing."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from briefs.diagnostics import EnvironmentFault
from briefs.model.artifact import Artifact
from briefs.model.options import Options
from briefs.pdf import destinations, pages, settled
from briefs.pipeline import make
from briefs.project import open_project
from tests.pipeline.building import LIBRARY, copy

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from briefs.cli import main; main(prog_name='briefs')", "build", "--quiet", "--format", "pdf"]


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    shutil.copytree(LIBRARY, folder / "content")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(COMMAND, cwd=folder, env=environment, capture_output=True, text=True, timeout=240, check=False)


def prints(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in (folder / "build").rglob("*.pdf")}


@pytest.mark.slow
@pytest.mark.office
def test_each_product_becomes_one_tagged_pdf_with_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = build(tmp_path / name)
        assert done.returncode == 0, done.stderr
    first = prints(tmp_path / "one")
    assert len(first) == 6
    assert first == prints(tmp_path / "two")
    for pdf in first.values():
        assert pages(pdf) > 0
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
        assert b"/Marked true" in pdf
        assert str(tmp_path).encode() not in pdf


@pytest.mark.slow
@pytest.mark.office
def test_page_numbers_that_are_asked_for_are_those_of_the_print(tmp_path: Path) -> None:
    library = copy(tmp_path)
    library.change("briefs/programme.yaml", "formats: [docx, pptx]", "formats: [docx]\nlists: [figures, tables]")
    options = Options(("programme",), ("librarians",), ("docx", "pdf"), paginate=True)
    first, second = (_made(library.content, options) for _ in range(2))
    assert first == second
    word, pdf = first
    assert word.pages == pdf.pages == pages(pdf.data)
    shown = dict(re.findall(r"PAGEREF (\w+) .{,200}?<w:t [^>]*>(\d+)<", _main(word.data)))
    assert len(shown) > 2
    assert {name: int(page) for name, page in shown.items()} == destinations(pdf.data, shown)
    assert len(set(shown.values())) > 1


@pytest.mark.slow
@pytest.mark.office
def test_a_print_has_page_numbers_and_the_word_brief_beside_it_has_none_unless_asked(tmp_path: Path) -> None:
    library = copy(tmp_path)
    library.change("briefs/programme.yaml", "formats: [docx, pptx]", "formats: [docx]\nlists: [figures]")
    word, pdf = _made(library.content, Options(("programme",), ("librarians",), ("docx", "pdf")))
    assert "PAGEREF" not in _main(word.data)
    assert (word.pages, pdf.pages) == (None, pages(pdf.data))
    (paginated,) = _made(library.content, Options(("programme",), ("librarians",), ("docx",), paginate=True))
    assert "PAGEREF" in _main(paginated.data)
    assert paginated.pages == pdf.pages
    assert paginated.meta.id == word.meta.id


def _made(content: Path, options: Options) -> list[Artifact]:
    return list(make(open_project(content), options, None, lambda what, done, total: None).artifacts)


def _main(brief: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(brief)) as archive:
        return archive.read("word/document.xml").decode()


def test_a_bookmark_stands_on_the_page_whose_object_its_destination_names() -> None:
    pdf = (
        b"1 0 obj\n<</Type/Page/Parent 9 0 R>>\nendobj\n4 0 obj\n<</Type/Page/Parent 9 0 R>>\nendobj\n"
        b"7 0 obj\n<</5Fpart5Fone[4 0 R/XYZ 72 1 0]\n/5Fother[1 0 R/XYZ 72 9 0]>>\nendobj\n"
        b"9 0 obj\n<</Type/Pages\n/Kids[ 4 0 R 1 0 R ]\n/Count 2>>\nendobj\n8 0 obj\n<</Type/Catalog/Pages 9 0 R\n/Dests 7 0 R>>"
    )
    assert destinations(pdf, {"_part_one", "_other"}) == {"_part_one": 1, "_other": 2}
    with pytest.raises(EnvironmentFault, match="'_gone'"):
        destinations(pdf, {"_other", "_gone"})


def test_page_numbers_without_libreoffice_are_refused_in_one_sentence(tmp_path: Path) -> None:
    shutil.copytree(LIBRARY, tmp_path / "content")
    words = [*COMMAND[:-2], "--paginate"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": ""}
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 4
    assert done.stderr.startswith(
        "error[B701]: page numbers need LibreOffice, and this machine has none\n    hint: install LibreOffice"
    )
    assert not (tmp_path / "build").exists()


def test_without_libreoffice_a_pdf_is_refused_in_one_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    done = build(tmp_path, PATH="")
    assert done.returncode == 4
    assert done.stderr.startswith(
        "error[B701]: a PDF needs LibreOffice, and this machine has none\n    hint: install LibreOffice"
    )
    assert not (tmp_path / "build").exists()


def test_what_changes_from_print_to_print_is_taken_from_the_source() -> None:
    printed = (
        b"<</CreationDate(D:20261125205252Z')>>\n/ID [ <" + b"A" * 32 + b">\n<" + b"B" * 32 + b"> ]\n/DocChecksum /" + b"C" * 32
    )
    once = settled(printed, b"a brief", date(2026, 11, 23))
    assert b"(D:20261123000000Z')" in once
    assert not {bytes([letter]) * 32 for letter in b"ABC"} & {once[start : start + 32] for start in range(len(once))}
    assert once == settled(printed.replace(b"A" * 32, b"D" * 32), b"a brief", date(2026, 11, 23))
    assert once != settled(printed, b"another brief", date(2026, 11, 23))
    assert len(once) == len(printed)
