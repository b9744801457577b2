"""Wrapping keeps every character, stays in its box and breaks where Office does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.metrics import Face, Medium, Run, line_height, longest_word_width, text_height, text_width, wrap
from briefs.metrics.faces import TABLES
from briefs.metrics.wrapping import PIECE

BODY = Face("Calibri")
TEXT = st.text(st.sampled_from("abiWM 0.,-–—/()\u00a0\u2011→\n日é"), max_size=60)
FACES = st.builds(Face, st.sampled_from(sorted(TABLES)), st.booleans(), st.booleans())
RUNS = st.lists(st.builds(Run, TEXT, FACES, st.sampled_from([9.0, 10.5, 18.0, 28.0])), min_size=1, max_size=4)
BOXES = st.floats(min_value=20, max_value=600)


def lines(text: str, width: float) -> list[str]:
    return [line.text for line in wrap([Run(text, BODY, 18)], width)]


def inked(text: str) -> str:
    return "".join(text.split())


@given(RUNS, BOXES)
def test_no_text_is_lost_and_none_changes_its_order(runs: list[Run], width: float) -> None:
    assert inked("".join(line.text for line in wrap(runs, width))) == inked("".join(run.text for run in runs))


@given(RUNS, BOXES)
def test_a_line_is_never_wider_than_its_box_unless_it_is_one_character(runs: list[Run], width: float) -> None:
    assert all(line.width <= width + 1e-5 or len(line.text) == 1 for line in wrap(runs, width))


@given(RUNS, BOXES)
def test_a_wider_box_never_takes_more_lines(runs: list[Run], width: float) -> None:
    assert len(wrap(runs, width * 1.5)) <= len(wrap(runs, width))


@given(RUNS)
def test_a_box_as_wide_as_the_longest_word_breaks_no_word(runs: list[Run]) -> None:
    words = [piece.group() for piece in PIECE.finditer("".join(run.text for run in runs)) if piece.lastgroup == "word"]
    set_words = [
        piece.group()
        for line in wrap(runs, longest_word_width(runs))
        for piece in PIECE.finditer(line.text)
        if piece.lastgroup == "word"
    ]
    assert set_words == words


@given(RUNS, BOXES)
def test_height_is_the_sum_of_the_lines_and_of_nothing_else(runs: list[Run], width: float) -> None:
    assert text_height(runs, width) == pytest.approx(sum(line.height for line in wrap(runs, width)))


@given(TEXT)
def test_every_character_belongs_to_one_piece(text: str) -> None:
    assert "".join(piece.group() for piece in PIECE.finditer(text)) == text


@given(st.text(st.sampled_from("abiW. "), min_size=1, max_size=40), FACES)
def test_a_text_fits_in_exactly_its_own_width(text: str, face: Face) -> None:
    assert len(wrap([Run(text.strip(), face, 18)], text_width(text.strip(), face, 18))) == 1


def test_lines_break_after_spaces_hyphens_and_slashes() -> None:
    assert lines("well-known read/write path", 55) == ["well-", "known", "read/", "write", "path"]


def test_a_minus_sign_stays_with_its_number() -> None:
    assert lines("minus -5", 50) == ["minus", "-5"]


def test_spaces_and_hyphens_that_do_not_break_hold_a_line_together() -> None:
    assert lines("at 8\u00a0GB now", 50) == ["at", "8\u00a0GB", "now"]
    assert lines("a co\u2011op", 45) == ["a", "co\u2011op"]


def test_a_word_that_changes_its_face_midway_stays_whole() -> None:
    runs = [Run("one bol", BODY, 18), Run("der", Face("Calibri", bold=True), 18)]
    assert [line.text for line in wrap(runs, 60)] == ["one", "bolder"]


def test_a_word_longer_than_its_box_is_broken_inside() -> None:
    assert "".join(lines("incomprehensibilities", 60)) == "incomprehensibilities"
    assert len(lines("incomprehensibilities", 60)) > 1


def test_a_line_break_in_the_text_always_breaks() -> None:
    assert lines("a\nb\vc\n", 500) == ["a", "b", "c", ""]


def test_an_empty_paragraph_is_as_high_as_its_size() -> None:
    assert text_height([Run("", BODY, 20)], 100) == 24


def test_a_line_is_as_high_as_its_largest_run() -> None:
    small, large = Run("small ", BODY, 10), Run("large", BODY, 30)
    assert [line.height for line in wrap([small, large], 500)] == [line_height(BODY, 30)]


def test_word_takes_the_height_from_the_font() -> None:
    assert text_height([Run("x", BODY, 10)], 100, Medium.PAGE) == pytest.approx(12.207, abs=0.001)


def test_line_spacing_multiplies_the_height() -> None:
    assert text_height([Run("x", BODY, 10)], 100, spacing=1.15) == pytest.approx(13.8)


def test_a_paragraph_without_a_run_has_no_size_and_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a run"):
        wrap([], 100)
