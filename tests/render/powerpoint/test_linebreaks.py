"""Links are broken where their lines end, and only there; nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.metrics import Face, wrap
from briefs.metrics import Run as Measured
from briefs.model.runs import Flow, LineBreak, Link, Run, Url, plain
from briefs.render.powerpoint.linebreaks import break_links

TITLE = "Access on-premises resources from an Azure Machine Learning managed network"


def link(*texts: str) -> Link:
    return Link(tuple(Run(text) for text in texts), Url("https://example.com/"))


def measured(content: Flow) -> list[Measured]:
    texts = [run.text for piece in content for run in (piece.runs if isinstance(piece, Link) else [piece])]  # type: ignore[union-attr]
    return [Measured(text, Face("Calibri"), 12) for text in texts]


def broken(content: Flow, width: float) -> Flow:
    return break_links(content, measured(content), width)


def lines(content: Flow) -> list[str]:
    text = ["".join(run.text for run in piece.runs) if isinstance(piece, Link) else "\n" for piece in content]
    return [line.rstrip(" ") for line in "".join(text).split("\n")]


def test_a_link_on_one_line_is_left_alone() -> None:
    content = (link("Private Link"),)
    assert broken(content, 300) == content


def test_a_long_link_is_broken_where_its_lines_end() -> None:
    content = (link(TITLE),)
    assert lines(broken(content, 200)) == [line.text for line in wrap(measured(content), 200)]
    assert len(lines(broken(content, 200))) == 3


def test_plain_text_is_never_broken() -> None:
    content = (Run(TITLE),)
    assert broken(content, 100) == content


def test_text_before_a_link_moves_its_break() -> None:
    content = (Run("See the page called "), link("Access on-premises resources"))
    first, *rest = broken(content, 200)
    assert first == Run("See the page called ")
    assert lines(tuple(rest)) == ["Access on-premises", "resources"]


def test_a_link_that_begins_a_line_has_its_break_before_it() -> None:
    first, second = link("Access on-premises resources"), link("resources and managed")
    content = (first, Run(", "), second)
    assert broken(content, 180) == (first, Run(", "), LineBreak(), second)


def test_a_broken_link_ends_without_a_space_which_would_need_a_line_of_its_own() -> None:
    found = broken((link(TITLE),), 200)
    ends = [piece.runs[-1].text[-1] for piece in found if isinstance(piece, Link)]
    assert len(ends) == 3
    assert " " not in ends


@given(st.lists(st.text("abc -/", min_size=1, max_size=40), min_size=1, max_size=4), st.floats(30, 400))
def test_no_word_is_lost_and_no_line_is_added(texts: list[str], width: float) -> None:
    content = (link(*texts),)
    found = broken(content, width)
    assert "".join(plain(found).split()) == "".join("".join(texts).split())
    assert sum(isinstance(piece, LineBreak) for piece in found) <= len(wrap(measured(content), width)) - 1
