"""Explain and compare say of each block who reads it, and which line decided."""

from pathlib import Path

import pytest

from briefs.load import load
from briefs.model.content import Corpus
from briefs.model.visibility import with_readers
from briefs.project import open_project
from briefs.reports.compare import compare
from briefs.reports.explain import Explained, explain
from briefs.resolve import resolve
from briefs.select import select

LIBRARY = Path(__file__).parents[1] / "projects/library/content"
EVERYONE = {"librarians", "trustees", "teachers", "sponsors", "council"}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return with_readers(load(open_project(LIBRARY))[0])


def found(corpus: Corpus, words: str, section: str = "ladder") -> Explained:
    (only,) = [item for item in explain(corpus.sections[section]) if words in item.what]
    return only


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


def test_compare_lists_each_difference_once_where_it_is_written(corpus: Corpus) -> None:
    resolved = resolve(corpus)
    differences = compare(select(resolved, "teachers"), select(resolved, "council"))
    lines = {str(item.origin): item for item in differences}
    assert len(lines) == len(differences)
    desk = lines["content/sections/reading/ladder.md:11:1"]
    assert (desk.kind, desk.first, desk.second) == ("only first", "Teachers find the lists at the lending desk.", "")
    hour = lines["content/sections/reading/next-year.md:9:1"]
    assert hour.kind == "differs"
    assert hour.second == hour.first.removesuffix(".") + ", and the shelves that the council decides on."
    assert lines["content/registers/asks.yaml:20:5"].kind == "only second"


def test_an_audience_does_not_differ_from_itself(corpus: Corpus) -> None:
    resolved = resolve(corpus)
    assert compare(select(resolved, "council"), select(resolved, "council")) == ()
