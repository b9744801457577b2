"""Faults put into the renderers: what they forget, what they remember of another file, and what differs from run to run."""

from dataclasses import replace
from typing import Any

import pytest

from briefs.render.chart import workbook
from briefs.render.powerpoint import writer as slides
from briefs.render.word import figures, notes
from tests.proof import finished

Patch = pytest.MonkeyPatch


def word_forgets_footnotes(patch: Patch) -> None:
    part = notes.notes_parts
    patch.setattr("briefs.render.word.writer.notes_parts", lambda body, texts: part(body, tuple(() for _ in texts)))


def word_forgets_captions(patch: Patch) -> None:
    patch.setattr(figures, "write_caption", lambda body, caption: None)


def powerpoint_forgets_slides_with_notes(patch: Patch) -> None:
    render = slides.render

    def fewer(deck: Any, template: Any) -> bytes:
        return render(replace(deck, slides=tuple(slide for slide in deck.slides if not slide.notes)), template)

    patch.setattr("briefs.render.powerpoint.render", fewer)


def a_workbook_remembers_another_chart(patch: Patch) -> None:
    """A cache whose key is too small: the second chart gets the words of the first."""
    kept: list[Any] = []
    make = workbook.chart_workbook

    def first(plotted: Any, categories: tuple[str, ...], form: str) -> bytes:
        kept.append((plotted, categories, form))
        return make(*kept[0])

    patch.setattr("briefs.render.chart.space.chart_workbook", first)


def every_file_has_a_number_of_its_own(patch: Patch) -> None:
    """An id that is drawn, not made of the content: two builds of the same differ."""
    count = iter(range(10**9))
    make = finished.Renderer.artifacts

    def numbered(renderer: Any, product: Any, *given: Any) -> Any:
        meta = replace(product.meta, subtitle=f"{product.meta.subtitle} {next(count)}")
        return make(renderer, replace(product, meta=meta), *given)

    patch.setattr(finished.Renderer, "artifacts", numbered)


def a_text_edition_is_cut_short(patch: Patch) -> None:
    _cut(patch, "md", lambda data: data[: len(data) // 2])


def a_web_page_is_cut_short(patch: Patch) -> None:
    _cut(patch, "html", lambda data: data[: len(data) // 3])


def a_file_carries_the_words_of_the_one_before(patch: Patch) -> None:
    before: list[bytes] = [b""]

    def with_last(data: bytes) -> bytes:
        before.append(data)
        return data + before[-2]

    _cut(patch, "md", with_last)


def _cut(patch: Patch, form: str, change: Any) -> None:
    make = finished.Renderer.artifacts

    def changed(renderer: Any, *given: Any) -> Any:
        for file in make(renderer, *given):
            yield replace(file, data=change(file.data)) if file.format == form else file

    patch.setattr(finished.Renderer, "artifacts", changed)


FAULTS = (
    word_forgets_footnotes,
    word_forgets_captions,
    powerpoint_forgets_slides_with_notes,
    a_workbook_remembers_another_chart,
    every_file_has_a_number_of_its_own,
    a_text_edition_is_cut_short,
    a_web_page_is_cut_short,
    a_file_carries_the_words_of_the_one_before,
)
