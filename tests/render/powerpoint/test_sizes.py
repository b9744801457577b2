"""Text is as large as its place bears: a number fills its panel, a short list its slide, and no title ends with a lone word."""

from __future__ import annotations

from typing import Any

import pytest

from briefs.metrics import text_height, wrap
from briefs.model.deck import Bullet, BulletsBody, ClosingBody, ColumnsBody, SlideBody, StatementBody
from briefs.render.powerpoint import render
from briefs.render.powerpoint.measure import measured, slack
from briefs.render.powerpoint.statement import big_size
from tests.render.powerpoint import samples
from tests.render.powerpoint.reading import named, opened


def drawn(layout: str, body: SlideBody, title: str = "t") -> Any:
    return opened(render(samples.one(samples.slide(layout, title, body, "t")), samples.template())).slides[0]


def sizes(slide: Any, name: str) -> list[float | None]:
    """Points of each paragraph's text; None for the layout's own."""
    found = [paragraph.runs[0].font.size for paragraph in named(slide, name).text_frame.paragraphs]
    return [size.pt if size else None for size in found]


@pytest.mark.parametrize("number", ["20%", "3 of 8", "160", "$4M"])
def test_a_number_fills_its_panel(number: str) -> None:
    (size,) = sizes(drawn("statement", StatementBody(samples.flow(number), (samples.flow("of all"),))), "Big")
    assert size is not None
    assert size >= 88


@pytest.mark.parametrize("phrase", ["8 NAT addresses", "Nobody pays for the next phase on trust", "Governance"])
def test_a_phrase_is_as_large_as_keeps_its_words_whole_and_stays_in_its_panel(phrase: str) -> None:
    frame = samples.template().geometry.frame("statement", "big")
    runs = measured(samples.flow(phrase), frame, big_size(frame, samples.flow(phrase)) or frame.size)
    width = frame.width - frame.inset_x
    assert {word for line in wrap(runs, width) for word in line.text.split()} == set(phrase.split())
    assert text_height(runs, width) <= frame.height - frame.inset_y


def test_the_line_that_goes_on_after_the_number_is_larger_than_the_rest() -> None:
    body = StatementBody(samples.flow("20%"), (samples.flow("of the jobs wait."), samples.flow("We measure why.")))
    assert sizes(drawn("statement", body), "Body") == [24.0, None]
    long = tuple(samples.flow("so many words " * 22) for _ in range(2))
    assert sizes(drawn("statement", StatementBody(samples.flow("20%"), long)), "Body") == [None, None]


def test_a_short_list_is_larger_than_its_layout_has_it_and_a_long_one_is_not() -> None:
    short = tuple(Bullet(level, samples.flow("A point")) for level in (0, 1, 0))
    assert sizes(drawn("bullets", BulletsBody(short)), "Body") == [22.0, pytest.approx(22 * 16 / 18, abs=0.01), 22.0]
    long = tuple(Bullet(0, samples.flow("A point with more to say " * 5)) for _ in range(5))
    assert set(sizes(drawn("bullets", BulletsBody(long)), "Body")) == {None}


def test_two_columns_are_of_one_size() -> None:
    short, long = (Bullet(0, samples.flow("A point")),), (Bullet(0, samples.flow("A point with more to say " * 6)),) * 3
    slide = drawn("two-columns", ColumnsBody((), short, (), long))
    assert set(sizes(slide, "Left")) == set(sizes(slide, "Right")) == {None}
    slide = drawn("two-columns", ColumnsBody((), short, (), short))
    assert sizes(slide, "Left") == sizes(slide, "Right") == [22.0]


def test_rows_of_points_are_of_one_height_and_fill_the_slide() -> None:
    points = tuple(Bullet(0, samples.lead(f"Point {number}. ", "what it says")) for number in range(5))
    (frame,) = (shape for shape in drawn("bullets", BulletsBody(points)).shapes if shape.has_table)
    heights = {row.height for row in frame.table.rows}
    assert len(heights) == 1
    place = samples.template().geometry.frame("bullets", "body")
    assert frame.height / 12700 == pytest.approx(place.height, abs=0.1)
    assert frame.table.cell(0, 1).text_frame.paragraphs[0].runs[0].font.size.pt == 22


def test_rows_grow_their_text_only_while_no_line_breaks() -> None:
    points = tuple(
        Bullet(0, samples.lead("Point. ", "seventy-odd letters that just fill one line of the right column here"))
        for _ in range(3)
    )
    (frame,) = (shape for shape in drawn("bullets", BulletsBody(points)).shapes if shape.has_table)
    place = samples.template().geometry.frame("bullets", "body")
    size = frame.table.cell(0, 1).text_frame.paragraphs[0].runs[0].font.size.pt
    width = frame.table.columns[1].width / 12700 - 14.4
    assert size >= place.size
    assert len(wrap(measured(points[0].content[1:], place, size), width)) == 1


def test_a_short_closing_slide_is_larger_and_a_long_one_is_not() -> None:
    short = ClosingBody((("Decision asked", samples.flow("Start.")), ("By whom", samples.flow("The leads."))))
    assert sizes(drawn("closing", short), "Body") == [19.0, 24.0, 19.0, 24.0]
    long = ClosingBody((("Decision asked", samples.flow("Start the phase with two customers in one region. " * 5)),) * 3)
    assert set(sizes(drawn("closing", long), "Body")) == {None}


def test_a_title_ends_with_no_lone_word() -> None:
    frame = samples.template().geometry.frame("closing", "title")
    title = "Approve Crawl, and we meet Azure with one plan and one list"
    before = wrap(measured(samples.flow(title), frame, frame.size), frame.width)
    after = wrap(measured(samples.flow(title), frame, frame.size), frame.width - slack(frame, title))
    assert before[-1].text == "list"
    assert len(after) == len(before)
    assert " " in after[-1].text
    slide = drawn("closing", ClosingBody((("", samples.flow("x")),)), title)
    assert slide.shapes.title.text_frame.margin_right == round(slack(frame, title) * 12700)
    assert slide.shapes.title.text_frame.text == title


def test_a_title_of_one_line_or_even_lines_keeps_its_box() -> None:
    frame = samples.template().geometry.frame("table", "title")
    assert slack(frame, "One short line") == 0.0
    assert slack(frame, "Words that fill a line of the slide from left to right and go on " * 2) == 0.0
