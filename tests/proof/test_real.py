"""The content of this repository: whatever an audience may not see is changed or taken away, and its files are the same bytes."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from briefs.load import load
from briefs.model import nodes as n
from briefs.model.content import Resolved
from briefs.model.nodes import Mark
from briefs.model.options import Options
from briefs.pipeline import _lines
from briefs.project import open_project
from briefs.publish.manifest import Row, written
from briefs.resolve import resolve
from briefs.select import select
from tests.proof.holds import Outcome, same
from tests.proof.others import with_more
from tests.select.properties import without

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
OUTSIDE = ("microsoft-exec", "microsoft-eng")
CHUNKS = 4
"""Into how many tests the places of an audience are divided."""
PROSE = {"text", "label", "alt", "title", "subtitle", "definition", "owner"}


@cache
def resolved() -> Resolved:
    return resolve(load(open_project(ROOT / "content"))[0])


def built(content: Resolved, audience: str) -> Outcome:
    """What a build makes for one audience and says of it: the pipeline's own line, verify included."""
    project = open_project(ROOT / "content")
    (line,) = _lines((project, content, Options(), (audience,)))
    rows = written([Row.of(file) for file in line.artifacts], content.edition)
    said = tuple(str(item) for item in (*line.found, *line.failures))
    return Outcome(tuple((file.path, file.data) for file in line.artifacts), rows, said)


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
    own = built(resolved(), audience)
    assert len(own.files) >= 7
    same(own, built(without(resolved(), audience), audience), "without it")
    count: list[int] = []
    same(own, built(changed(resolved(), audience, None, count), audience), "in other words")
    assert len(count) >= 300
    same(own, built(with_more(resolved(), audience), audience), "with more")


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("audience", OUTSIDE)
def test_each_place_may_be_changed_alone(audience: str, chunk: int, pytestconfig: pytest.Config) -> None:
    """Compose takes a selection and nothing else of the content, so that equal selections, orders included, are equal files."""
    own = repr(select(resolved(), audience))
    places: list[int] = []
    changed(resolved(), audience, frozenset(), places)
    asked = pytestconfig.getoption("--places")
    for place in sorted(Random(audience).sample(places, asked or len(places)))[chunk::CHUNKS]:
        assert repr(select(changed(resolved(), audience, frozenset({place}), []), audience)) == own, place


def test_a_change_in_what_an_audience_reads_is_seen() -> None:
    """The proof can fail: one word of its own changes its files."""
    content, audience = resolved(), "microsoft-exec"
    name, section = next((key, item) for key, item in content.sections.items() if audience in item.mark.readers)
    first = section.title[0]
    assert isinstance(first, n.Text)
    other = replace(section, title=(replace(first, text=f"{first.text} indeed"), *section.title[1:]))
    with pytest.raises(AssertionError, match="bytes in other words"):
        same(
            built(content, audience),
            built(replace(content, sections={**content.sections, name: other}), audience),
            "in other words",
        )
