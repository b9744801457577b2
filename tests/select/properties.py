"""What must hold of every selection, as functions that the tests of the filter and of its mutations both call."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefs import select as stage
from briefs.model import nodes as n
from briefs.model.content import Resolved, Selection
from briefs.model.nodes import Mark
from briefs.model.records import BlocksField, RefsField, TextField
from briefs.model.walk import walk
from briefs.resolve import resolve
from tests.select.trees import EVERYONE, ROWS, Grown


def each_reads_their_own_and_nothing_else(grown: Grown) -> None:
    resolved = resolve(grown.corpus)
    for audience in sorted(EVERYONE):
        shown = repr(stage.select(resolved, audience))
        assert [word for word in grown.hidden_from(audience) if word in shown] == []
        assert [word for word in grown.meant_for(audience) if word not in shown] == []


def nothing_tells_of_others(grown: Grown) -> None:
    """No tag, no readers, and no name of another audience is left in a selection."""
    resolved = resolve(grown.corpus)
    for row in ROWS:
        shown = repr(stage.select(resolved, row.id))
        assert "Tag(" not in shown
        assert "readers=frozenset({" not in shown
        assert [other.id for other in ROWS if other is not row and other.id in shown] == []


def hidden_words_may_be_any(grown: Grown) -> None:
    """Other words in the places that an audience does not see change nothing for it."""
    for audience in sorted(EVERYONE):
        hidden = {word: f"other-{word[::-1]} and more" for word in grown.hidden_from(audience)}
        before = stage.select(resolve(grown.corpus), audience)
        assert repr(stage.select(resolve(reworded(grown.corpus, hidden)), audience)) == repr(before)


def hidden_parts_may_be_absent(grown: Grown) -> None:
    """Taking away what an audience does not see changes nothing for it, not even a space."""
    resolved = resolve(grown.corpus)
    for audience in sorted(EVERYONE):
        rest = without(resolved, audience)
        assert isinstance(rest, Resolved)
        assert repr(stage.select(rest, audience)) == repr(stage.select(resolved, audience))


def nothing_empty_is_left(grown: Grown) -> None:
    resolved = resolve(grown.corpus)
    for audience in sorted(EVERYONE):
        assert list(empty(stage.select(resolved, audience))) == []


def readers_are_those_of_what_is_around_and_of_the_tag(grown: Grown) -> None:
    resolved = resolve(grown.corpus)
    for visit in walk((resolved.sections, tuple(register.records for register in resolved.registers.values())), EVERYONE):
        for text in visit.node.children if isinstance(visit.node, n.Paragraph) else ():
            if isinstance(text, n.Text):
                assert [text.mark.readers] == [readers for word, readers in grown.words.items() if word in text.text]


def no_gap_is_left(grown: Grown) -> None:
    """Where a span is gone there is one space, and none at the ends of a line or before its full stop."""
    resolved = resolve(grown.corpus)
    for audience in sorted(EVERYONE):
        for visit in walk(stage.select(resolved, audience).sections, EVERYONE):
            if isinstance(visit.node, n.Text):
                assert "  " not in visit.node.text
                assert " ." not in visit.node.text
            if isinstance(visit.node, n.Paragraph):
                first, last = visit.node.children[0], visit.node.children[-1]
                assert not (isinstance(first, n.Text) and first.text.startswith(" "))
                assert not (isinstance(last, n.Text) and last.text.endswith(" "))


def empty(selection: Selection) -> Any:
    """Nodes that hold nothing though only what they hold is their use."""
    for visit in walk((selection.sections, tuple(register.records for register in selection.registers.values())), EVERYONE):
        match visit.node:
            case n.Paragraph(children=held) | n.Styled(children=held) | n.Span(children=held) | TextField(children=held):
                pass
            case n.ItemList(items=held) | n.Item(blocks=held) | n.Group(blocks=held) | n.Quote(blocks=held):
                pass
            case n.Division(blocks=held) | n.Callout(blocks=held) | n.SlideBlock(blocks=held) | BlocksField(blocks=held):
                pass
            case n.Table(rows=held) | n.Footnote(blocks=held) | RefsField(ids=held):
                pass
            case _:
                continue
        if not held or all(isinstance(child, n.Text) and not child.text.strip() for child in held):
            yield visit.node


PROPERTIES = (
    each_reads_their_own_and_nothing_else,
    nothing_tells_of_others,
    hidden_words_may_be_any,
    hidden_parts_may_be_absent,
    nothing_empty_is_left,
    no_gap_is_left,
    readers_are_those_of_what_is_around_and_of_the_tag,
)


def reworded(value: Any, words: Mapping[str, str]) -> Any:
    """The same value with other words in all its strings, ids and bytes."""
    if isinstance(value, str):
        for word, other in words.items():
            if word in value:
                value = value.replace(word, other)
        return value
    if isinstance(value, bytes):
        return reworded(value.decode(), words).encode()
    if isinstance(value, tuple):
        return tuple(reworded(item, words) for item in value)
    if isinstance(value, Mapping):
        return {reworded(key, words): reworded(item, words) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Mark):
        return replace(value, **{item.name: reworded(getattr(value, item.name), words) for item in fields(value)})
    return value


FIXED = (n.Cell, n.Picture)
"""Nodes without which what holds them would not be what it is."""


def without(value: Any, audience: str) -> Any:
    """The same value without the nodes that the audience does not see, as if they had never been written."""
    if isinstance(value, tuple):
        kept = tuple(without(item, audience) for item in value if not hidden(item, audience))
        return joined(kept)
    if isinstance(value, Mapping):
        return {key: without(item, audience) for key, item in value.items() if not hidden(item, audience)}
    if is_dataclass(value) and not isinstance(value, type | Mark):
        if isinstance(value, n.Figure) and hidden(value.picture, audience):
            return value
        changed = {item.name: without(getattr(value, item.name), audience) for item in fields(value)}
        return replace(value, **changed)
    return value


def hidden(value: Any, audience: str) -> bool:
    mark = getattr(value, "mark", None)
    tied = isinstance(value, FIXED) or type(value).__name__ in {"Category", "Value", "Unit", "NumberPattern", "BacklogItem"}
    return isinstance(mark, Mark) and not tied and not isinstance(value, n.Text) and audience not in mark.readers


def joined(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Neighbouring texts as one, as the reader of markup makes them."""
    made: list[Any] = []
    for item in items:
        last = made[-1] if made else None
        if isinstance(item, n.Text) and isinstance(last, n.Text) and item.mark.readers == last.mark.readers:
            made[-1] = replace(last, text=last.text + item.text)
        else:
            made.append(item)
    return tuple(made)
