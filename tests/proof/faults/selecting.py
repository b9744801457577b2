"""Faults put into select: what is kept for an audience, and what is left of it."""

from dataclasses import replace
from typing import Any

import pytest

from briefs import select as stage
from briefs.model import nodes as n
from briefs.model import tree
from tests.proof import finished, holds

Patch = pytest.MonkeyPatch


def everyone_reads_everything(patch: Patch) -> None:
    patch.setattr(stage.Keeping, "sees", lambda keep, mark: True)


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


def notes_of_slides_are_kept(patch: Patch) -> None:
    slide = tree._slide

    def kept(node: n.SlideBlock, mark: n.Mark, policy: tree.Policy) -> n.SlideBlock | None:
        made = slide(node, mark, policy)
        return made and replace(made, notes=node.notes)

    patch.setattr(tree, "_slide", kept)


def footnotes_are_kept(patch: Patch) -> None:
    inline = tree.inline
    patch.setattr(
        tree, "inline", lambda node, parent, policy: node if isinstance(node, n.Footnote) else inline(node, parent, policy)
    )


def cells_are_kept(patch: Patch) -> None:
    patch.setattr(tree, "_cell", lambda node, parent, policy: node)


def pictures_are_kept(patch: Patch) -> None:
    patch.setattr(tree, "_figure", lambda node, mark, policy: replace(node, mark=mark))


def charts_are_kept_whole(patch: Patch) -> None:
    patch.setattr(stage, "_chart", lambda chart, keep: replace(chart, mark=n.Mark(chart.mark.origin)))


class Blind(stage.Keeping):
    """A policy that sees everything."""

    def sees(self, mark: n.Mark) -> bool:
        return True


def boxes_of_others_are_drawn(patch: Patch) -> None:
    diagram = stage._diagram
    patch.setattr(stage, "_diagram", lambda drawn, keep: diagram(drawn, Blind(keep.resolved, keep.audience)))


def a_term_reads_as_for_another(patch: Patch) -> None:
    patch.setattr(
        stage.Keeping, "_term", lambda keep, reference: keep.resolved.names.get(("red-chief", reference.target), reference.target)
    )


def the_number_of_hidden_records_shows(patch: Patch) -> None:
    """A selection that keeps how many there were: its ids say the number of records that everybody has."""
    for module in (finished, holds):
        select = module.select

        def counted(resolved: Any, audience: str, select: Any = select) -> Any:
            made = select(resolved, audience)
            size = len(resolved.sections) + sum(len(item.blocks) for item in resolved.sections.values())
            return replace(made, edition=replace(made.edition, version=f"1.{size}"))

        patch.setattr(module, "select", counted)


FAULTS = (
    everyone_reads_everything,
    a_selection_is_kept_for_the_next_audience,
    filtered_too_late,
    notes_of_slides_are_kept,
    footnotes_are_kept,
    cells_are_kept,
    pictures_are_kept,
    charts_are_kept_whole,
    boxes_of_others_are_drawn,
    a_term_reads_as_for_another,
    the_number_of_hidden_records_shows,
)
