"""The four core products, as their readers get them."""

import json
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.docset.conftest import DocSet, built
from tests.office.validate import audit_errors, sdk_errors

CORE = (
    "Microsoft/Engineering Alignment & Asks.docx",
    "Microsoft/Engineering Alignment & Asks.pptx",
    "Microsoft/Executive Overview.docx",
    "Microsoft/Executive Overview.pptx",
    "VAST/Engineering Delivery Plan.docx",
    "VAST/Engineering Delivery Plan.pptx",
    "VAST/Executive Overview.docx",
    "VAST/Executive Overview.pptx",
)
PARTS = ("Assumptions", "Non-goals", "Terminology", "Sources")

pytestmark = pytest.mark.slow


def words(file: Path) -> str:
    """All text of all parts, markup taken away."""
    with zipfile.ZipFile(file) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return " ".join(re.sub(r"<[^>]+>", " ", part) + " " + " ".join(re.findall(r'"([^"]*)"', part)) for part in parts)


def test_each_core_product_is_a_word_brief_and_a_deck_under_its_reader_s_organization(docset: DocSet) -> None:
    assert [row.path for row in docset.rows if row.path in CORE] == list(CORE)
    assert all((docset.folder / path).is_file() for path in CORE)


@pytest.mark.parametrize("path", CORE)
def test_every_product_has_its_mandatory_parts_and_the_asks(docset: DocSet, path: str) -> None:
    text = words(docset.folder / path).casefold()
    assert all(part.casefold() in text for part in PARTS)
    assert "asks" in text


def test_no_part_of_a_microsoft_file_holds_the_codename(docset: DocSet) -> None:
    for path in CORE:
        text = words(docset.folder / path).casefold()
        if path.startswith("Microsoft/"):
            assert "tuscany" not in text
            assert "vast internal" not in text


def test_executives_read_no_more_than_was_promised(docset: DocSet) -> None:
    rows = {row.path: row for row in docset.rows}
    for organization in ("VAST", "Microsoft"):
        assert rows[f"{organization}/Executive Overview.docx"].words <= 1200
        assert (rows[f"{organization}/Executive Overview.pptx"].slides or 0) <= 14


def test_a_product_lists_only_the_terms_and_facts_that_it_uses(docset: DocSet) -> None:
    manifest = json.loads((docset.folder / "manifest.json").read_text("utf-8"))
    for row in manifest["files"]:
        assert row["terms"], row["path"]
        assert row["facts"], row["path"]


@pytest.mark.validator
def test_the_sdk_finds_nothing_in_any_product(docset: DocSet) -> None:
    files = docset.files("docx", "pptx")
    assert len(files) >= 40
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = dict(zip(files, pool.map(sdk_errors, files), strict=True))
    assert {str(file): errors for file, errors in found.items() if errors} == {}


def test_the_audit_finds_nothing_in_any_product(docset: DocSet) -> None:
    assert {str(file): found for file in docset.files("docx", "pptx") if (found := audit_errors(file))} == {}


def test_a_sentence_changed_in_a_shared_section_is_in_every_product_that_has_it_and_in_no_other(
    docset: DocSet, content: Path, tmp_path: Path
) -> None:
    section, sentence = "private-connectivity", "Nobody reads this canary sentence by chance."
    file = next((content / "sections").rglob(f"{section}.md"))
    file.write_text(file.read_text("utf-8").replace("## ", f"{sentence}\n\n## ", 1), "utf-8")
    changed = built(content, tmp_path / "changed", "docx")
    having = {row.path for row in docset.rows if row.format == "docx" and section in row.sections}
    assert len(having) >= 2
    assert {row.path for row in changed.rows if sentence in words(changed.folder / row.path)} == having
    same = {row.path: row.sha256 for row in docset.rows if row.format == "docx" and row.path not in having}
    assert {row.path: row.sha256 for row in changed.rows if row.path not in having} == same


def test_markdown_and_web_editions_exist_for_every_product(tmp_path: Path) -> None:
    made = built(Path(__file__).parents[2] / "content", tmp_path / "out", "md", "html")
    assert {Path(row.path).suffix for row in made.rows} == {".md", ".html"}
    for row in made.rows:
        text = (made.folder / row.path).read_text("utf-8")
        assert row.id in text
        assert len(text) > 2000
