"""Contents and lists of captions: filled fields, on the cover where they fit, with page numbers only when they are known."""

import pytest

from briefs.model.document import (
    Caption,
    Column,
    Contents,
    ContentsEntry,
    DocBlock,
    Document,
    Heading,
    Paragraph,
    Table,
    TableRow,
)
from briefs.model.runs import Run
from briefs.render.word import render
from tests.render.word import sample
from tests.render.word.read import NAMES, Brief, text_of


def headings(count: int) -> tuple[Heading, ...]:
    return tuple(Heading(1, str(number), (Run(f"Part {number}"),), f"part-{number}") for number in range(1, count + 1))


def contents(count: int) -> Contents:
    return Contents(tuple(ContentsEntry(1, item.number, f"Part {item.number}", item.anchor) for item in headings(count)))


TABLE = Table((Column("left"),), ((Run("H"),),), (TableRow(((Run("a"),),)),), Caption("Table", 1, (Run("Reach"),), "table-1"))
LIST = Contents((ContentsEntry(1, "Table 1.", "Reach", "table-1"),), "tables")


def engineers(*blocks: DocBlock, pages: dict[str, int] | None = None) -> Brief:
    return Brief(render(Document(sample.meta("engineer"), blocks, (), 10), sample.template(), pages or {}))


def sections(made: Brief) -> list[list[str]]:
    """The texts of each section."""
    found: list[list[str]] = [[]]
    for node in made.find("//w:p"):
        found[-1] += [text_of(node)] if text_of(node) else []
        if node.find("{*}pPr/{*}sectPr") is not None:
            found.append([])
    return found


@pytest.mark.parametrize(("count", "covered"), [(18, True), (19, False)])
def test_contents_stand_on_the_cover_when_they_fit_there(count: int, covered: bool) -> None:
    cover, *rest = sections(engineers(contents(count), *headings(count)))
    assert ("Contents" in cover) is covered
    assert any("Contents" in texts for texts in rest) is not covered
    assert rest[-1] == [f"Part {number}" for number in range(1, count + 1)]


def test_above_contents_no_page_names_a_section() -> None:
    _, listed, last = engineers(contents(23), LIST, *headings(23), TABLE).find("//w:sectPr")
    header = "string(w:headerReference[@w:type='{}']/@r:id)"
    shown = [[part.xpath(header.format(kind), namespaces=NAMES) for kind in ("first", "default")] for part in (listed, last)]
    assert shown[0][0] == shown[0][1] != shown[1][1]


def test_a_list_of_tables_follows_on_a_page_of_its_own_and_leads_to_their_captions() -> None:
    made = engineers(contents(2), LIST, *headings(2), TABLE)
    cover, listed, _ = sections(made)
    assert cover[-3:] == ["Contents", "1\tPart 1", "2\tPart 2"]
    assert listed == ["Tables", "Table 1. Reach"]
    assert made.values("//w:instrText/text()")[:2] == [' TOC \\o "1-1" \\n "1-1" \\h \\z \\u ', ' TOC \\n \\h \\z \\c "Table" ']
    assert made.values("//w:hyperlink/@w:anchor") == ["_part_1", "_part_2", "_table_1"]
    assert made.values("//w:p[w:pPr/w:pStyle/@w:val='Caption']/w:bookmarkStart/@w:name") == ["_table_1"]


def test_pages_that_are_known_are_fields_that_are_filled() -> None:
    made = engineers(contents(2), LIST, *headings(2), TABLE, pages={"part-1": 2, "part-2": 14, "table-1": 15})
    assert made.styled("Toc1") == ["1\tPart 1\t2", "2\tPart 2\t14"]
    assert made.styled("TableofFigures") == ["Table 1. Reach\t15"]
    codes = [code.strip() for code in made.values("//w:instrText/text()")]
    assert codes[:4] == ['TOC \\o "1-1" \\h \\z \\u', "PAGEREF _part_1 \\h", "PAGEREF _part_2 \\h", 'TOC \\h \\z \\c "Table"']


def test_executives_have_no_cover_and_a_list_that_they_ask_for_opens_a_page() -> None:
    made = Brief(render(Document(sample.meta("executive"), (LIST, Paragraph((Run("x"),)), TABLE), (), 10), sample.template()))
    assert sections(made)[0][-2:] == ["Tables", "Table 1. Reach"]
