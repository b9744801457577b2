"""Faults put into resolve, select, compose and render on purpose: the proofs on finished files catch each of them.

The filter itself has 27 of its own in tests/select/test_mutations.py, which look at selections; these look at bytes.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from briefs import compose
from briefs import select as stage
from briefs.compose import blocks, flow
from briefs.compose.deck import bodies, desk
from briefs.model import nodes as n
from briefs.model import tree
from briefs.model.audience import Audiences
from briefs.render.chart import workbook
from briefs.render.powerpoint import writer as slides
from briefs.render.word import figures, notes
from tests.proof import finished, holds
from tests.select.trees import EVERYONE

Patch = pytest.MonkeyPatch
pytestmark = pytest.mark.slow


@cache
def example(seed: int) -> Any:
    return finished.grown(seed)


# ---- resolve and select ---------------------------------------------------------------------------------------------


def everyone_reads_everything(patch: Patch) -> None:
    patch.setattr(stage.Keeping, "sees", lambda keep, mark: True)


def a_tag_that_names_several_means_all(patch: Patch) -> None:
    narrow = Audiences.narrow
    patch.setattr(
        Audiences, "narrow", lambda rows, parent, tag: parent if tag and len(tag.names) > 1 else narrow(rows, parent, tag)
    )


def an_organisation_is_an_audience(patch: Patch) -> None:
    expand = Audiences.expand
    other = {"red-maker": "red", "blue-maker": "blue"}
    patch.setattr(Audiences, "expand", lambda rows, name: expand(rows, other.get(name, name)))


def a_selection_is_kept_for_the_next_audience(patch: Patch) -> None:
    kept: list[Any] = []
    select = finished.select

    def first(resolved: Any, audience: str) -> Any:
        kept.append(select(resolved, audience))
        row = next(row for row in resolved.audiences.rows if row.id == audience)
        return replace(kept[0], audience=row)

    patch.setattr(finished, "select", first)


def filtered_too_late(patch: Patch) -> None:
    """The sections of the widest reader are composed, and only records are filtered."""
    select = finished.select

    def late(resolved: Any, audience: str) -> Any:
        own = select(resolved, audience)
        return replace(
            own, sections={name: select(resolved, "red-chief").sections.get(name, own.sections[name]) for name in own.sections}
        )

    patch.setattr(finished, "select", late)


def tags_of_fields_are_not_read(patch: Patch) -> None:
    field = tree.field

    def untagged(value: Any, parent: n.Mark, policy: Any) -> Any:
        return field(replace(value, mark=replace(value.mark, tag=None)), parent, policy)

    patch.setattr(tree, "field", untagged)


# ---- compose --------------------------------------------------------------------------------------------------------


def a_footnote_is_dropped(patch: Patch) -> None:
    patch.setattr(flow.Inliner, "_footnote", lambda inliner, pieces, node, mode: None)


def code_is_dropped(patch: Patch) -> None:
    inline = flow.Inliner._inline
    patch.setattr(
        flow.Inliner,
        "_inline",
        lambda inliner, pieces, node, look, mode: None if isinstance(node, n.Code) else inline(inliner, pieces, node, look, mode),
    )


def a_row_is_dropped(patch: Patch) -> None:
    table = blocks.Writer._table
    patch.setattr(blocks.Writer, "_table", lambda made, block, place: table(made, replace(block, rows=block.rows[:1]), place))


def a_heading_is_dropped(patch: Patch) -> None:
    heading = blocks.Writer.heading
    patch.setattr(blocks.Writer, "heading", lambda made, level, title, anchor: heading(made, level, title[:0], anchor))


def the_presenters_notes_are_dropped(patch: Patch) -> None:
    make = desk.Desk._slide

    def bare(*given: Any) -> Any:
        return replace(make(*given), notes=())

    patch.setattr(desk.Desk, "_slide", bare)


def bullets_after_the_first_are_dropped(patch: Patch) -> None:
    text = bodies._text
    patch.setattr(bodies, "_text", lambda at, layout, children: text(at, layout, children[:1]))


def a_callouts_title_is_dropped(patch: Patch) -> None:
    block = blocks.Writer._block

    def untitled(made: Any, item: Any, place: Any) -> Any:
        return block(made, replace(item, title=()) if isinstance(item, n.Callout) else item, place)

    patch.setattr(blocks.Writer, "_block", untitled)


# ---- render ---------------------------------------------------------------------------------------------------------


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


def a_document_is_composed_once_for_all(patch: Patch) -> None:
    kept: dict[str, Any] = {}
    make = compose.document

    def first(selection: Any, brief: Any, views: Any) -> Any:
        return kept.setdefault(brief.id, make(selection, brief, views))

    patch.setattr(finished.compose, "document", first)


FAULTS: tuple[Callable[[Patch], None], ...] = (
    everyone_reads_everything,
    a_tag_that_names_several_means_all,
    an_organisation_is_an_audience,
    a_selection_is_kept_for_the_next_audience,
    filtered_too_late,
    tags_of_fields_are_not_read,
    a_footnote_is_dropped,
    code_is_dropped,
    a_row_is_dropped,
    a_heading_is_dropped,
    the_presenters_notes_are_dropped,
    bullets_after_the_first_are_dropped,
    a_callouts_title_is_dropped,
    word_forgets_footnotes,
    word_forgets_captions,
    powerpoint_forgets_slides_with_notes,
    a_workbook_remembers_another_chart,
    a_document_is_composed_once_for_all,
)


def caught() -> str:
    """What the first proof that fails says; empty when none does. A crash is no proof, and is not counted as one."""
    for seed in range(12):
        try:
            holds.nothing_foreign_is_in_a_file(example(seed), holds.Count())
        except AssertionError as fault:
            return str(fault)
        except (KeyError, IndexError, StopIteration):
            continue
    return ""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_fault_is_caught_on_the_finished_files(fault: Callable[[Patch], None], monkeypatch: Patch) -> None:
    fault(monkeypatch)
    assert caught() != ""


def test_without_a_fault_nothing_is_caught() -> None:
    assert caught() == ""
    assert len(EVERYONE) == 4
