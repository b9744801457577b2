"""Whatever is typed, markup answers in time, with nodes and located complaints, and never lets a tag print."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.markup import parse_blocks, parse_inline
from briefs.model.nodes import Text
from briefs.model.origin import Origin
from briefs.model.walk import walk
from tests.markup.writing import texts

EXAMPLES = max(1_200, settings.default.max_examples)
PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            " ",
            "a",
            "b c",
            "é",
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "~~",
            "\\",
            "&amp;",
            "&#x200b;",
            "<b>",
            "<",
            ">",
            "> ",
        ),
        *("[", "]", "[[", "]]", "(", ")", "](section:x)", "[[fact:a.b]]", "[[Term:t]]", "[^1]", "[^1]: ", "![a](media/x.png)"),
        *("{audience=vast}", '{audience="a, b"}', "{audience=", "{number=target owner=x}", "{", "}", "]{audience=eng}"),
        *("::: audience vast\n", ":::\n", "::::\n", ':::: slide "T" layout=bullets\n', "::: notes\n", "::: steps\n", ":::"),
        *('::: figure "F"\n', '::: callout note "C"\n', "::view asks as=matrix\n", "::chart x\n", "::", "audience=eng"),
        *(
            "| a | b |\n",
            "|---|---|\n",
            "|",
            "\\|",
            "- ",
            "1. ",
            "  ",
            "    ",
            "## ",
            "# ",
            "---\n",
            "===\n",
            "\t",
            "\r\n",
            "\x00",
        ),
    ]
)
TEXTS = st.one_of(texts(), texts(), st.lists(PIECES, max_size=40).map("".join), st.text(max_size=300))


@given(TEXTS)
@settings(max_examples=EXAMPLES)
def test_any_text_is_read_without_a_traceback(text: str) -> None:
    blocks, found = parse_blocks(text, "a.md")
    lines = text.replace("\r\n", "\n").count("\n") + 1
    assert all(item.origin and 1 <= item.origin.line <= lines and item.origin.column >= 1 for item in found)
    for visit in walk(blocks, frozenset()):
        assert 1 <= visit.mark.origin.line <= lines


@given(TEXTS)
@settings(max_examples=EXAMPLES)
def test_no_tag_or_reference_prints_unless_it_was_escaped_or_refused(text: str) -> None:
    blocks, found = parse_blocks(text.replace("\\", "").replace("&", ""), "a.md")
    if not found:
        printed = [visit.node.text for visit in walk(blocks, frozenset()) if isinstance(visit.node, Text)]
        assert not any(sign in words for words in printed for sign in ("{audience", "[[", "]]", ":::", "[^"))


@given(TEXTS)
@settings(max_examples=EXAMPLES)
def test_any_field_is_read_without_a_traceback(text: str) -> None:
    _, found = parse_inline(text, lambda offset: Origin("a.yaml", 1, offset + 1))
    assert all(item.origin and item.origin.column >= 1 for item in found)


HOSTILE = {
    "brackets": "[" * 19_000,
    "references": "[[fact:a " * 2_000,
    "lists": "- " * 9_000 + "x",
    "stars": "*a " * 6_000,
    "pairs": "*a **b " * 1_400 + " b** a*" * 1_400,
    "quotes": "> " * 9_000,
    "backticks": "`" * 19_000,
    "spans": "[a " * 1_500 + "]{audience=x}" * 1_100,
    "links": "[x](<" * 3_900,
    "pictures": "![" * 9_000,
    "open containers": "::: audience a\n" * 9_900,
    "open slides": '::::: slide "x" layout=bullets\n' * 9_900,
    "closed containers": "::: audience a\n" * 4_900 + ":::\n" * 4_900,
    "fences": "```x\n" * 9_900,
    "growing fences": "".join("`" * count + "x\n" for count in range(3, 1_300)),
    "wide table": "| a " * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + ("| b " * 1_000 + "|\n") * 17,
    "footnotes": "[^1]: x\n\n" * 4_900,
    "items": "- a\n" * 9_900,
    "unseen": "\u200b" * 1_000_000,
    "words": "::: audience x " + "a=b " * 200_000,
    "entities": "&#" * 9_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_answered_within_two_seconds(name: str) -> None:
    began = time.process_time()
    parse_blocks(HOSTILE[name], "a.md")
    assert time.process_time() - began < 2
