"""Finished files drawn by LibreOffice and poppler: PDF, and a picture of each page."""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.office.programs import command, pdftoppm, soffice

CONVERSION = 300
"""Seconds that one call may take, for a batch on a busy machine."""


def to_pdf(files: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """The PDF of each Word or PowerPoint file, below `folder`; one start of LibreOffice serves a batch.

    Every name in a batch becomes a name in one folder, so files of one name but different types go in different batches.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for batch in batches(files):
        target = folder / str(len(found))
        convert(batch, target)
        found.update({file: target / f"{file.stem}.pdf" for file in batch})
    absent = [str(file) for file, pdf in found.items() if not pdf.is_file()]
    assert not absent, f"LibreOffice could not read {absent}"
    return found


def batches(files: Sequence[Path]) -> list[list[Path]]:
    """Files in as few batches as hold each name once."""
    found: list[dict[str, Path]] = []
    for file in files:
        free = next((batch for batch in found if file.stem not in batch), None)
        if free is None:
            found.append(free := {})
        free[file.stem] = file
    return [list(batch.values()) for batch in found]


def convert(files: Sequence[Path], folder: Path) -> None:
    """One run of LibreOffice with a profile of its own, so that runs at the same time do not meet."""
    with tempfile.TemporaryDirectory(prefix="profile-") as profile:
        words = [command(soffice), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf"]
        words += ["--outdir", str(folder), *map(str, files)]
        subprocess.run(words, check=True, capture_output=True, timeout=CONVERSION)


def to_pages(pdf: Path, folder: Path, dpi: int = 72) -> list[Path]:
    """A PNG of each page, in order: `folder/page-01.png` and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    words = [command(pdftoppm), "-r", str(dpi), "-png", str(pdf), str(folder / "page")]
    subprocess.run(words, check=True, capture_output=True, timeout=CONVERSION)
    for page in folder.glob("page-?.png"):
        page.rename(page.with_name(f"page-0{page.stem[-1]}.png"))
    return sorted(folder.glob("page-*.png"))
