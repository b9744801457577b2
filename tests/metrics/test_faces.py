"""Widths come from the tables alone, add up, and are never guessed for a font without one."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.metrics import Face, UnknownFontError, text_width
from briefs.metrics.faces import TABLES, widths

FACES = [Face(family, bold, italic) for family in TABLES for bold in (False, True) for italic in (False, True)]


@given(st.text(), st.text(), st.sampled_from(FACES))
def test_width_is_additive(left: str, right: str, face: Face) -> None:
    assert text_width(left + right, face, 12) == pytest.approx(text_width(left, face, 12) + text_width(right, face, 12))


@given(st.text(), st.sampled_from(FACES))
def test_width_grows_with_the_size(text: str, face: Face) -> None:
    assert text_width(text, face, 24) == pytest.approx(2 * text_width(text, face, 12))


@pytest.mark.parametrize("face", FACES, ids=str)
def test_every_face_knows_the_characters_of_american_english(face: Face) -> None:
    printed = [chr(code) for code in range(0x20, 0x7F)] + list("–—‘’“”…•×€°µ")
    assert [char for char in printed if char not in widths(face).advances] == []


def test_the_widths_are_those_of_the_font() -> None:
    assert text_width("HHHH", Face("Calibri"), 2048) == 4 * 1276
    assert text_width("iW", Face("Courier New", bold=True), 10) == pytest.approx(12.002, abs=0.001)


def test_bold_is_wider_and_italic_is_another_face() -> None:
    assert text_width("Private Link", Face("Calibri", bold=True), 18) > text_width("Private Link", Face("Calibri"), 18)
    assert Face("Calibri", bold=True, italic=True).style == "BoldItalic"


def test_a_character_that_the_font_lacks_is_taken_as_wide_as_its_size() -> None:
    assert text_width("日", Face("Calibri"), 18) == 18


def test_unseen_characters_take_no_room() -> None:
    assert text_width("a\u200b\u20e3\u2060", Face("Cambria"), 18) == text_width("a", Face("Cambria"), 18)


def test_a_hyphen_that_does_not_break_is_as_wide_as_a_hyphen() -> None:
    assert text_width("\u2011", Face("Arial"), 18) == text_width("-", Face("Arial"), 18)
    assert text_width("23\u00a0May", Face("Calibri"), 18) == text_width("23 May", Face("Calibri"), 18)


def test_an_unknown_font_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(UnknownFontError, match=r"'Segoe UI'.*Calibri, Cambria, Arial, Courier New"):
        Face("Segoe UI")


def test_the_package_measures_without_fonttools() -> None:
    code = "import sys, briefs.metrics as m; m.text_width('x', m.Face('Arial'), 9); print('fontTools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
