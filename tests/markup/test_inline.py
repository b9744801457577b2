"""Inline markup alone, as in a field of a record."""

from briefs.markup import check_plain, parse_inline
from briefs.model.nodes import Span, Text
from briefs.model.origin import Origin
from tests.markup.printing import tree


def at(offset: int) -> Origin:
    return Origin("t.yaml", 1, offset + 1)


def test_a_text_without_markup_is_one_node() -> None:
    assert tree(parse_inline("Plain words, 8 of them.", at)[0]) == "Text 1:1 text='Plain words, 8 of them.'"


def test_nothing_reads_as_nothing() -> None:
    assert parse_inline("", at) == ((), ())


def test_a_tag_at_the_end_covers_the_whole_text() -> None:
    (node,), found = parse_inline("All of [[fact:x]] it {audience=vast}", at)
    assert isinstance(node, Span)
    assert node.mark.tag
    assert node.mark.tag.names == ("vast",)
    assert isinstance(node.children[-1], Text)
    assert node.children[-1].text == " it"
    assert not found


def test_a_footnote_has_no_place_in_a_field() -> None:
    _, found = parse_inline("a[^1]", at)
    assert [(item.code, str(item.origin)) for item in found] == [("B109", "t.yaml:1:2")]


def test_a_text_that_holds_no_markup_may_not_look_like_it() -> None:
    assert not check_plain("A * B, `c`, 5 < 6.", at)
    assert [item.code for item in check_plain("see [[term:x]]", at)] == ["B108", "B108"]
