"""The properties have teeth: each of these faults, put into the filter on purpose, is caught by at least one of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefs import select as stage
from briefs.model import nodes as n
from briefs.model import tree, visibility
from briefs.model.audience import Audiences
from briefs.model.visibility import Narrowing
from tests.select.properties import PROPERTIES
from tests.select.trees import grow

Patch = pytest.MonkeyPatch
EXAMPLES = [grow(seed, seed % 4) for seed in range(48)]


def untagged(value: Any) -> Any:
    return replace(value, mark=replace(value.mark, tag=None))


def everything_is_seen(patch: Patch) -> None:
    patch.setattr(stage.Keeping, "sees", lambda keep, mark: True)


def a_tag_widens(patch: Patch) -> None:
    patch.setattr(
        Audiences,
        "narrow",
        lambda rows, parent, tag: parent.union(*(rows.expand(name) for name in tag.names)) if tag else parent,
    )


def a_tag_forgets_what_is_around_it(patch: Patch) -> None:
    patch.setattr(
        Audiences,
        "narrow",
        lambda rows, parent, tag: frozenset().union(*(rows.expand(name) for name in tag.names)) if tag else parent,
    )


def several_names_mean_the_first(patch: Patch) -> None:
    patch.setattr(Audiences, "narrow", lambda rows, parent, tag: parent & rows.expand(tag.names[0]) if tag else parent)


def tags_are_not_read(patch: Patch) -> None:
    patch.setattr(Narrowing, "mark", lambda policy, mark, parent: replace(mark, readers=parent.readers))


def tags_stay(patch: Patch) -> None:
    patch.setattr(stage.Keeping, "mark", lambda keep, mark, parent: mark if keep.sees(mark) else None)


def tags_of_fields_are_not_read(patch: Patch) -> None:
    field = tree.field
    patch.setattr(tree, "field", lambda node, parent, policy: field(untagged(node), parent, policy))


def tags_of_spans_are_not_read(patch: Patch) -> None:
    inline = tree.inline
    patch.setattr(
        tree, "inline", lambda node, parent, policy: inline(untagged(node) if isinstance(node, n.Span) else node, parent, policy)
    )


def tags_of_rows_are_not_read(patch: Patch) -> None:
    row = tree._row
    patch.setattr(tree, "_row", lambda node, parent, policy: row(untagged(node), parent, policy))


def tags_of_items_are_not_read(patch: Patch) -> None:
    item = tree._item
    patch.setattr(tree, "_item", lambda node, parent, policy: item(untagged(node), parent, policy))


def cells_are_kept(patch: Patch) -> None:
    patch.setattr(tree, "_cell", lambda node, parent, policy: node)


def notes_are_kept(patch: Patch) -> None:
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


def pictures_are_kept(patch: Patch) -> None:
    patch.setattr(tree, "_figure", lambda node, mark, policy: replace(node, mark=mark))


def all_media_travel(patch: Patch) -> None:
    select = stage.select
    patch.setattr(stage, "select", lambda resolved, audience: replace(select(resolved, audience), media=resolved.media))


def charts_are_kept(patch: Patch) -> None:
    patch.setattr(stage, "_chart", lambda chart, keep: replace(chart, mark=n.Mark(chart.mark.origin)))


def diagrams_are_kept(patch: Patch) -> None:
    patch.setattr(stage, "_diagram", lambda diagram, keep: replace(diagram, mark=n.Mark(diagram.mark.origin)))


def outlines_are_kept(patch: Patch) -> None:
    patch.setattr(stage, "_entry", lambda entry, sections, keep: entry)


def views_of_outlines_are_not_narrowed(patch: Patch) -> None:
    patch.setattr(visibility, "_entry", visibility.narrowed)


def ids_of_hidden_records_stay(patch: Patch) -> None:
    patch.setattr(stage, "_field", lambda value, seen: value)


def terms_read_as_for_another(patch: Patch) -> None:
    term = stage._term
    patch.setattr(stage, "_term", lambda key, says, keep: term(key, says, replace(keep, audience="red-chief")))


def titles_print_unfiltered(patch: Patch) -> None:
    patch.setattr(tree, "inlines", lambda children, parent, policy: tuple(children))


def drafts_are_kept(patch: Patch) -> None:
    patch.setattr("briefs.resolve._without_drafts", lambda corpus: corpus)


def spaces_are_not_mended(patch: Patch) -> None:
    patch.setattr(stage, "_spaced", lambda text: text)


def texts_are_not_joined(patch: Patch) -> None:
    patch.setattr(stage, "_mended", lambda children: children)


def empty_nodes_stay(patch: Patch) -> None:
    patch.setattr(tree, "_unless_empty", lambda node, children, policy: node)


def chiefs_lose_what_is_theirs(patch: Patch) -> None:
    sees = stage.Keeping.sees
    patch.setattr(
        stage.Keeping, "sees", lambda keep, mark: sees(keep, mark) and mark.readers != frozenset({"red-chief", "blue-chief"})
    )


FAULTS = (
    everything_is_seen,
    a_tag_widens,
    a_tag_forgets_what_is_around_it,
    several_names_mean_the_first,
    tags_are_not_read,
    tags_stay,
    tags_of_fields_are_not_read,
    tags_of_spans_are_not_read,
    tags_of_rows_are_not_read,
    tags_of_items_are_not_read,
    cells_are_kept,
    notes_are_kept,
    footnotes_are_kept,
    pictures_are_kept,
    all_media_travel,
    charts_are_kept,
    diagrams_are_kept,
    outlines_are_kept,
    views_of_outlines_are_not_narrowed,
    ids_of_hidden_records_stay,
    terms_read_as_for_another,
    titles_print_unfiltered,
    drafts_are_kept,
    spaces_are_not_mended,
    texts_are_not_joined,
    empty_nodes_stay,
    chiefs_lose_what_is_theirs,
)


def caught() -> str:
    """The first property that fails for one of the examples; empty when none does."""
    return next((holds.__name__ for holds in PROPERTIES if any(fails(holds, example) for example in EXAMPLES)), "")


def fails(holds: Callable[[Any], None], example: object) -> bool:
    """A crash is no proof: it shows nobody anything, but it does not show that the property sees the fault either."""
    try:
        holds(example)
    except AssertionError:
        return True
    except (KeyError, RuntimeError):
        return False
    return False


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_fault_in_the_filter_is_caught(fault: Callable[[Patch], None], monkeypatch: Patch) -> None:
    fault(monkeypatch)
    assert caught() != ""


def test_without_a_fault_nothing_is_caught() -> None:
    assert caught() == ""
