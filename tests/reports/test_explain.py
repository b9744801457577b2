"""Explain says of each block who reads it, and which line decided."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.load import load
from briefs.model.content import Corpus, SectionEntry
from briefs.model.visibility import with_readers
from briefs.project import open_project
from briefs.reports.appears import appears
from briefs.reports.explain import Explained, explain
from briefs.resolve import resolve
from briefs.select import select

LIBRARY = Path(__file__).parents[1] / "projects/library/content"
EVERYONE = {"librarians", "trustees", "teachers", "sponsors", "council"}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return with_readers(load(open_project(LIBRARY))[0])


def found(corpus: Corpus, words: str, section: str = "ladder") -> Explained:
    return next(item for item in explain(corpus.sections[section]) if words in item.what)


@pytest.mark.parametrize(
    ("words", "readers", "decided"),
    [
        ("paragraph 'The [[term:reading-ladder]] reached", EVERYONE, "4:11"),
        ("span ', which is more", {"librarians", "trustees"}, "9:163"),
        ("footnote 'Quarters", {"librarians", "teachers"}, "13:48"),
        ("row 'Write off Store summer'", {"librarians", "trustees"}, "25:30"),
        ("paragraph 'The count of lost books is [[fact:desk.lost]];", {"librarians", "trustees"}, "27:1"),
        ("heading 'How a book travels'", EVERYONE, "4:11"),
        ("paragraph 'Do not name the losses.'", {"librarians", "trustees"}, "46:25"),
        ("slide 'What the desk keeps to itself'", {"librarians", "trustees"}, "54:11"),
    ],
)
def test_each_block_names_its_readers_and_what_decided(corpus: Corpus, words: str, readers: set[str], decided: str) -> None:
    item = found(corpus, words)
    assert item.readers == readers
    assert str(item.decided) == f"content/sections/reading/ladder.md:{decided}"


def test_exhibits_are_blocks_too(corpus: Corpus) -> None:
    assert [
        item.what.strip() for item in explain(corpus.sections["ladder"]) if item.what.strip().startswith(("chart", "diagram"))
    ] == [
        "chart 'ladder'",
        "diagram 'way-of-a-book'",
        "chart 'ladder'",
        "diagram 'way-of-a-book'",
    ]
    assert found(corpus, "figure", "next-year").what == "figure 'A class set of the ladder'"


def test_explain_says_the_same_as_the_filter(corpus: Corpus) -> None:
    """A paragraph that explain calls in is selected, and one that it calls out is not."""
    resolved = resolve(corpus)
    for audience in EVERYONE:
        shown = repr(select(resolved, audience).sections)
        for section in corpus.sections.values():
            for item in explain(section):
                if "paragraph 'Sets" in item.what or "paragraph 'The trustees" in item.what:
                    words = item.what.split("'")[1].rstrip("…")
                    assert (words in shown) == (audience in item.readers)


@pytest.mark.parametrize(
    ("words", "by", "through"),
    [
        ("paragraph 'The [[term:reading-ladder]] reached", "section head", {"council": "all", "teachers": "all"}),
        ("span ', which is more", "own tag", {"librarians": "house", "council": ""}),
        ("paragraph 'The count of lost books is [[fact:desk.lost]];", "container", {"trustees": "house", "teachers": ""}),
        ("note paragraph 'Do not name the losses.'", "own tag", {"librarians": "house", "sponsors": ""}),
        ("item 'Sets that do not come back", "own tag", {"librarians": "house", "council": ""}),
    ],
)
def test_each_block_names_how_it_was_decided_and_by_which_group_one_is_in(
    corpus: Corpus, words: str, by: str, through: dict[str, str]
) -> None:
    item = found(corpus, words)
    assert item.by == by
    assert {name: item.through(name, corpus.audiences) for name in through} == through


def test_long_words_are_cut_between_two_words(corpus: Corpus) -> None:
    for item in explain(corpus.sections["ladder"]):
        assert len(item.text) <= 53
        assert not item.text.endswith((" …", "-…"))


def test_products_that_show_a_section_come_first_and_the_others_say_why_not(corpus: Corpus) -> None:
    rows = appears(corpus.sections["ladder"], corpus, ("librarians", "council"))
    assert [(row.product, row.shown) for row in rows] == [
        ("desk-notes@librarians", True),
        ("programme@librarians", True),
        ("programme@council", True),
        ("desk-notes", False),
    ]
    whys = {row.product: row.why for row in rows}
    assert whys["programme@council"].endswith("; slides reach, travel")
    assert whys["programme@librarians"].endswith("; slides reach, travel, desk-only")
    assert whys["desk-notes"] == "the brief is not for council: content/briefs/desk-notes.yaml:5:11"
    rows = appears(corpus.sections["board-only"], corpus, ("librarians", "trustees"))
    assert {row.product: row.why for row in rows} == {
        "programme@trustees": "in the outline: content/briefs/programme.yaml:12:5; slides endowment",
        "programme@librarians": "the section's head is not for librarians: content/sections/reading/board-only.md:4:11",
        "desk-notes@librarians": "not in the outline: content/briefs/desk-notes.yaml",
        "desk-notes": "the brief is not for trustees: content/briefs/desk-notes.yaml:5:11",
    }


def test_drafts_and_slides_that_are_not_listed_are_said(corpus: Corpus) -> None:
    section = corpus.sections["ladder"]
    brief = corpus.briefs["programme"]
    entries = tuple(
        replace(entry, slides=("travel",)) if isinstance(entry, SectionEntry) and entry.section == "ladder" else entry
        for entry in brief.outline
    )
    narrowed = replace(corpus, briefs={"programme": replace(brief, outline=entries)})
    (row,) = appears(section, narrowed, ("council",))
    assert row.why.endswith("; slides travel; not listed: reach")
    (row,) = appears(replace(section, draft=True), narrowed, ("council",))
    assert (row.shown, row.why) == (False, "the section is a draft: content/sections/reading/ladder.md")
