"""A new entry at the end of a list: nothing else of the file changes, and a list that takes none says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.load.insert import insert
from briefs.load.tree import Mapping, Sequence
from briefs.load.yaml_reader import read_yaml

ENTRY = ("id: new", "text: Some.")


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("a:\n  - id: x\n", "a:\n  - id: x\n  - id: new\n    text: Some.\n", 3),
        ("a:\n  - id: x", "a:\n  - id: x\n  - id: new\n    text: Some.\n", 3),
        ("a:\n- {id: x}\n", "a:\n- {id: x}\n- id: new\n  text: Some.\n", 3),
        ("a: []\nb: c\n", "a:\n  - id: new\n    text: Some.\nb: c\n", 2),
        ("a:\n", "a:\n  - id: new\n    text: Some.\n", 2),
        (
            "a:\n  - id: x\n    t: >-\n      one\n\n      two\n  # of a\n\n# of b\nb: c\n",
            "a:\n  - id: x\n    t: >-\n      one\n\n      two\n  # of a\n  - id: new\n    text: Some.\n\n# of b\nb: c\n",
            8,
        ),
    ],
)
def test_an_entry_stands_after_the_last_one(before: str, after: str, line: int) -> None:
    made = insert(before, "a", ENTRY)
    assert made is not None
    assert (made.text, made.line) == (after, line)


@pytest.mark.parametrize("text", ["a: [{id: x}]\n", "a: [x,\n  y]\n", "b: []\n", "- a\n", "a: [\n", "a: word\n", "a: {id: x}\n"])
def test_a_list_in_brackets_or_no_list_takes_none(text: str) -> None:
    assert insert(text, "a", ENTRY) is None


LINES = st.sampled_from(["  - id: x", "    t: y", "  # of a", "", "  - {id: z}", "    u: |", "      words", "      # words"])


@given(st.lists(LINES, min_size=1, max_size=12), st.sampled_from(["", "b: c\n", "\n# of b\nb:\n  - id: x\n"]))
def test_every_line_stays_in_its_order_and_the_list_grows_by_one(lines: list[str], rest: str) -> None:
    text = "a:\n" + "\n".join(lines) + "\n" + rest
    root, _ = read_yaml(text, "t.yaml")
    made = insert(text, "a", ENTRY)
    if root is None or made is None:
        return
    old, new = text.rstrip("\n").split("\n"), made.text.rstrip("\n").split("\n")
    assert new[: made.line - 1] + new[made.line + 1 :] == old
    assert count(made.text) == count(text) + 1


def count(text: str) -> int:
    root, _ = read_yaml(text, "t.yaml")
    found = root.get("a") if isinstance(root, Mapping) else None
    return len(found.items) if isinstance(found, Sequence) else 0
