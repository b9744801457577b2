"""Rendered briefs before the programs that judge them: two validators, and LibreOffice."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pymupdf
import pytest

from briefs.model.document import Caption, Card, CardField, Cards, ChartFigure, Document
from briefs.render.word import render
from tests.office.convert import to_pdf
from tests.office.validate import audit_errors, sdk_errors
from tests.render.word import sample
from tests.render.word.sample import flow, heading, table

Reader = Literal["executive", "engineer"]


def wide() -> Document:
    tall = replace(table(8, 30, "some interchangeability requirements"), caption=Caption("Table", 1, flow("Wide")))
    charts = tuple(
        ChartFigure(sample.chart(kind), Caption("Figure", at, flow(kind)), "")
        for at, kind in enumerate(("bar", "column", "line", "stacked", "waterfall"), 1)
    )
    return Document(sample.meta("engineer"), (heading(1, "1", "First"), tall, heading(1, "2", "Charts"), *charts), (), 0)


def written(folder: Path, name: str, document: Document) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(render(document, sample.template()))
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [
        written(tmp_path, "engineer", sample.document()),
        written(tmp_path, "executive", sample.document("executive", contents=False)),
        written(tmp_path, "wide", wide()),
    ]


@pytest.mark.validator
@pytest.mark.slow
def test_the_sdk_finds_nothing_wrong(files: list[Path]) -> None:
    assert {file.name: sdk_errors(file) for file in files} == {file.name: [] for file in files}


@pytest.mark.slow
def test_the_audit_finds_nothing_wrong(files: list[Path]) -> None:
    assert {file.name: audit_errors(file) for file in files} == {file.name: [] for file in files}


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_draws_every_text_and_the_pages_that_were_meant(files: list[Path], tmp_path: Path) -> None:
    drawn = to_pdf(files, tmp_path / "pdf")
    with pymupdf.open(drawn[files[0]]) as pdf:
        pages = [page.get_text() for page in pdf]
    assert "Facts checked as of" in pages[0]
    assert pages[1].count("What the plan delivers") == 2, "as the section's heading and in the header"
    assert "What it costs" in pages[2].splitlines()[1], "the header names the section that the page begins with"
    for word in ("Entra ID", "tokens", "Idle GPUs", "USD thousand a month", "Databricks"):
        assert word in "".join(pages)
    assert "Page 3 of 4" in pages[2]


@pytest.mark.office
@pytest.mark.slow
def test_a_wide_table_lies_on_its_side_with_its_header_on_each_page(files: list[Path], tmp_path: Path) -> None:
    drawn = to_pdf(files[2:], tmp_path / "pdf")
    with pymupdf.open(drawn[files[2]]) as pdf:
        turned = [page.get_text() for page in pdf if page.rect.width > page.rect.height]
    assert turned
    assert all("Column 0" in text for text in turned)


@pytest.mark.office
@pytest.mark.slow
def test_no_card_goes_on_over_a_page(tmp_path: Path) -> None:
    def card(number: int) -> Card:
        text = "Some words that say what is asked of the team that owns it, and why. " * (2 + number % 3)
        fields = tuple(CardField(f"{name} {number}", flow(text)) for name in ("First", "Second", "Third", "Last"))
        return Card(flow(f"Title {number}"), "Crawl · Product lead", fields, f"card-{number}", "neutral")

    document = Document(sample.meta("engineer"), (heading(1, "1", "Asks"), Cards(tuple(map(card, range(20, 40))))), (), 0)
    drawn = to_pdf([written(tmp_path, "cards", document)], tmp_path / "pdf")
    with pymupdf.open(next(iter(drawn.values()))) as pdf:
        pages = [page.get_text() for page in pdf]
    assert len(pages) > 4
    assert all((f"Title {number}" in page) == (f"Last {number}:" in page) for number in range(20, 40) for page in pages)
