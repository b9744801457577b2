"""PDF from the finished files: one for each product, the same bytes again, and a clear word where LibreOffice is missing."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from briefs.pdf import pages, settled
from tests.pipeline.building import LIBRARY

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
