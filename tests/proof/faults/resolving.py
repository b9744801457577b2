"""Faults put into resolve: who may read what, and what terms and facts are called."""

from dataclasses import replace
from typing import Any

import pytest

from briefs.model import nodes as n
from briefs.model import tree, visibility
from briefs.model.audience import Audiences
from briefs.model.visibility import Narrowing

Patch = pytest.MonkeyPatch


def a_tag_that_names_several_means_all(patch: Patch) -> None:
    narrow = Audiences.narrow
    patch.setattr(
        Audiences, "narrow", lambda rows, parent, tag: parent if tag and len(tag.names) > 1 else narrow(rows, parent, tag)
    )


def an_organisation_is_an_audience(patch: Patch) -> None:
    expand = Audiences.expand
    other = {"red-maker": "red", "blue-maker": "blue"}
    patch.setattr(Audiences, "expand", lambda rows, name: expand(rows, other.get(name, name)))


def tags_of_fields_are_not_read(patch: Patch) -> None:
    field = tree.field

    def untagged(value: Any, parent: n.Mark, policy: Any) -> Any:
        return field(replace(value, mark=replace(value.mark, tag=None)), parent, policy)

    patch.setattr(tree, "field", untagged)


def a_tag_widens(patch: Patch) -> None:
    patch.setattr(
        Audiences,
        "narrow",
        lambda rows, parent, tag: parent.union(*(rows.expand(name) for name in tag.names)) if tag else parent,
    )


def tags_are_not_read(patch: Patch) -> None:
    patch.setattr(Narrowing, "mark", lambda policy, mark, parent: replace(mark, readers=parent.readers))


def tags_of_spans_are_not_read(patch: Patch) -> None:
    inline = tree.inline

    def untagged(node: Any, parent: n.Mark, policy: Any) -> Any:
        node = replace(node, mark=replace(node.mark, tag=None)) if isinstance(node, n.Span) else node
        return inline(node, parent, policy)

    patch.setattr(tree, "inline", untagged)


def tags_of_rows_are_not_read(patch: Patch) -> None:
    row = tree._row
    patch.setattr(
        tree, "_row", lambda node, parent, policy: row(replace(node, mark=replace(node.mark, tag=None)), parent, policy)
    )


def views_of_an_outline_are_for_all(patch: Patch) -> None:
    patch.setattr(visibility, "_entry", lambda entry, parent, policy: replace(entry, mark=parent))


def drafts_are_published(patch: Patch) -> None:
    patch.setattr("briefs.resolve._without_drafts", lambda corpus: corpus)


FAULTS = (
    a_tag_that_names_several_means_all,
    an_organisation_is_an_audience,
    tags_of_fields_are_not_read,
    a_tag_widens,
    tags_are_not_read,
    tags_of_spans_are_not_read,
    tags_of_rows_are_not_read,
    views_of_an_outline_are_for_all,
    drafts_are_published,
)
