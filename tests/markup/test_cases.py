"""Every construct of the content language, input and expected tree side by side in `cases/`."""

from pathlib import Path

import pytest

from briefs.markup import parse_blocks
from tests.markup.printing import cases, tree

FOLDER = Path(__file__).parent / "cases"
ALL = [
    pytest.param(text, expected, id=f"{path.stem}: {title}")
    for path in sorted(FOLDER.glob("*.txt"))
    for title, text, expected in cases(path)
]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_a_text_reads_as_its_case_says(text: str, expected: str) -> None:
    blocks, found = parse_blocks(text, "a.md")
    assert "\n".join(part for part in (tree(blocks), *map(str, found)) if part) == expected


def test_line_ends_of_two_characters_change_nothing() -> None:
    text = "## A\n\nb [[fact:x]]\nc\n\n::: audience vast\nd\n:::\n"
    assert parse_blocks(text.replace("\n", "\r\n"), "a.md") == parse_blocks(text, "a.md")


def test_places_count_from_where_the_text_stands_in_its_file() -> None:
    blocks, found = parse_blocks("a\n\nb {x=1} c", "r.yaml", line=10, column=7)
    assert str(blocks[1].mark.origin) == "r.yaml:12:7"
    assert [str(item.origin) for item in found] == ["r.yaml:12:9"]


def test_tabs_and_wide_characters_count_as_one_column() -> None:
    _, found = parse_blocks("日本\t語 [[x", "a.md")
    assert [str(item.origin) for item in found] == ["a.md:1:6"]


@pytest.mark.parametrize("character", ["\ue000", "\u202e", "\u2028", "\x07", "\xad", "\ufeff"])
def test_each_character_that_nobody_sees_is_refused_at_its_place(character: str) -> None:
    blocks, found = parse_blocks(f"a\nb{character}c", "a.md")
    assert [(item.code, str(item.origin)) for item in found] == [("B108", "a.md:2:2")]
    assert character not in str(blocks)


def test_a_space_that_does_not_break_is_text() -> None:
    blocks, found = parse_blocks("80\u00a0percent", "a.md")
    assert not found
    assert "80\\xa0percent" in repr(blocks)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x" * 20_001, "characters in one block"),
        ("```\n" + "x" * 20_001 + "\n```", "characters in one block"),
        ("x" * 1_000_001, "characters"),
        ("x\n" * 10_001, "lines"),
        ("|" * 20_001, "table cells"),
        ("*a **b " * 10 + "c" + "** a*" * 10, "markup nested too deep"),
        ("> " * 14 + "x", "blocks nested too deep"),
    ],
)
def test_each_limit_is_a_located_error(text: str, words: str) -> None:
    _, found = parse_blocks(text, "a.md")
    assert [item for item in found if item.code == "B112" and words in item.message]
    assert all(item.origin for item in found)


def test_spans_nested_beyond_the_limit_are_refused() -> None:
    _, found = parse_blocks("[a " * 14 + "x" + "]{audience=a}" * 14, "a.md")
    assert {item.code for item in found} == {"B108"}
