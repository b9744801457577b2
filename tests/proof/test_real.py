"""The content of this repository: whatever an audience may not see is changed or taken away, and its files are the same bytes."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from briefs import compose
from briefs.load import load
from briefs.model import nodes as n
from briefs.model.content import Resolved, Selection
from briefs.model.nodes import Mark
from briefs.project import open_project
from briefs.resolve import resolve
from briefs.select import select
from tests.proof.finished import RENDERER, VIEWS
from tests.select.properties import without

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
OUTSIDE = ("microsoft-exec", "microsoft-eng")
DRAWN = 20
PROSE = {"text", "label", "alt", "title", "subtitle", "definition", "owner"}


@cache
def resolved() -> Resolved:
    return resolve(load(open_project(ROOT / "content"))[0])


def printed(selection: Selection) -> Iterator[tuple[str, bytes]]:
    for brief in selection.briefs.values():
        documents = tuple(item for item in brief.formats if item == "docx")
        if documents:
            made, _ = compose.document(selection, brief, VIEWS)
            yield from ((file.path, file.data) for file in RENDERER.artifacts(made, brief, selection.audience, documents))
        if "pptx" in brief.formats:
            deck, _ = compose.deck(selection, brief, VIEWS, RENDERER.geometry())
            yield from ((file.path, file.data) for file in RENDERER.artifacts(deck, brief, selection.audience, ("pptx",)))


def changed(value: Any, audience: str, chosen: frozenset[int] | None, seen: list[int]) -> Any:
    """The value with other words in what the audience may not see: in all of it, or in the places that are chosen by number."""
    if isinstance(value, tuple):
        return tuple(changed(item, audience, chosen, seen) for item in value)
    if isinstance(value, dict):
        return {key: changed(item, audience, chosen, seen) for key, item in value.items()}
    if not is_dataclass(value) or isinstance(value, type | Mark):
        return value
    mark = getattr(value, "mark", None)
    if isinstance(mark, Mark) and audience not in mark.readers:
        seen.append(len(seen))
        if chosen is None or seen[-1] in chosen:
            value = replace(
                value, **{item.name: _other(getattr(value, item.name)) for item in fields(value) if item.name in PROSE}
            )
    return replace(value, **{item.name: changed(getattr(value, item.name), audience, chosen, seen) for item in fields(value)})


def _other(value: Any) -> Any:
    return f"Other words than {value}" if isinstance(value, str) and value else value


@pytest.mark.parametrize("audience", OUTSIDE)
def test_without_all_that_others_read_the_files_are_the_same_bytes(audience: str) -> None:
    own = dict(printed(select(resolved(), audience)))
    assert len(own) >= 7
    bare = without(resolved(), audience)
    assert dict(printed(select(bare, audience))) == own
    count: list[int] = []
    reworded = changed(resolved(), audience, None, count)
    assert dict(printed(select(reworded, audience))) == own
    assert len(count) >= 300


@pytest.mark.parametrize("audience", OUTSIDE)
def test_each_of_the_places_drawn_may_be_changed_alone(audience: str) -> None:
    """Compose takes a selection and nothing else of the content, so that equal selections are equal files."""
    own = repr(select(resolved(), audience))
    places: list[int] = []
    changed(resolved(), audience, frozenset(), places)
    for place in Random(audience).sample(places, DRAWN):
        assert repr(select(changed(resolved(), audience, frozenset({place}), []), audience)) == own, place


def test_a_change_in_what_an_audience_reads_is_seen() -> None:
    """The proof can fail: one word of its own changes its files."""
    selection = select(resolved(), "microsoft-exec")
    own = dict(printed(selection))
    name, section = next(iter(selection.sections.items()))
    first = section.title[0]
    assert isinstance(first, n.Text)
    other = replace(section, title=(replace(first, text=f"{first.text} indeed"), *section.title[1:]))
    assert dict(printed(replace(selection, sections={**selection.sections, name: other}))) != own
