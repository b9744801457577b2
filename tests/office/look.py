"""Draw every product below build/ to .look/, so that a person can look at each page: `make look`."""

import shutil
import sys
from pathlib import Path

from tests.office.convert import to_pages, to_pdf
from tests.office.programs import NEEDS, ROOT, missing

LOOK = ROOT / ".look"
DPI = 70


def products(names: list[str]) -> list[Path]:
    """The Word and PowerPoint files named, or all below build/."""
    files = [Path(name).resolve() for name in names] or sorted((ROOT / "build").rglob("*"))
    return [file for file in files if file.suffix in (".docx", ".pptx") and file.is_file()]


def title(file: Path) -> str:
    """A folder's name for one product: its place below build/ and its type."""
    place = file.relative_to(ROOT / "build") if file.is_relative_to(ROOT / "build") else Path(file.name)
    return " ".join(place.with_suffix("").parts) + file.suffix


def main() -> None:
    """Draw the products and say where the pictures are."""
    if absent := missing(set(NEEDS) & {"office"}):
        sys.exit(f"{' and '.join(absent)} not installed; .ci/system-parts installs it")
    shutil.rmtree(LOOK, ignore_errors=True)
    for file, pdf in to_pdf(products(sys.argv[1:]), LOOK / ".pdf").items():
        pages = to_pages(pdf, LOOK / title(file), DPI)
        sys.stdout.write(f"{len(pages):4} pages  {LOOK / title(file)}\n")


if __name__ == "__main__":
    main()
