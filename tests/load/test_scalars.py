"""Every character of a YAML text has its place, however the text is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.load.scalars import places
from briefs.load.tree import Mapping, Scalar
from briefs.load.yaml_reader import read_yaml


def placed(text: str, needle: str) -> str:
    """Where the first `needle` of the value under `a` was written."""
    root, found = read_yaml(text, "t.yaml")
    assert not found
    assert isinstance(root, Mapping)
    scalar = root.get("a")
    assert isinstance(scalar, Scalar)
    assert scalar.text
    return str(places(scalar, text, "t.yaml")(scalar.text.index(needle)))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: some X\n", "t.yaml:1:9"),
        ('a: "some X"\n', "t.yaml:1:10"),
        ("a: 'some X'\n", "t.yaml:1:10"),
        ("a: 'so''me X'\n", "t.yaml:1:12"),
        ('a: "so\\"me \\u00e9 X"\n', "t.yaml:1:19"),
        ('a: "so\\\\me X"\n', "t.yaml:1:12"),
        ('a: "so\\"me\n  next X"\n', "t.yaml:2:8"),
        ('a: "some\n  next X"\n', "t.yaml:2:8"),
        ("a: some\n  next\n  last X\n", "t.yaml:3:8"),
        ("a: >-\n  some\n  next X\n", "t.yaml:3:8"),
        ("a: >\n  some\n\n  next X\n", "t.yaml:4:8"),
        ("a: |\n  some\n    X\n", "t.yaml:3:5"),
        ("a: >-\n    same same\n    same X\n", "t.yaml:3:10"),
        ("# é 日\na: é日 X\n", "t.yaml:2:7"),
    ],
)
def test_a_character_is_placed_where_it_was_written(text: str, place: str) -> None:
    assert placed(text, "X") == place


WORDS = st.lists(st.sampled_from(["a", "bb", "[[x:y]]", "é", "a a", '"', "\\", "''"]), min_size=1, max_size=12)


@given(WORDS, st.sampled_from(["{}", "'{}'", '"{}"', ">-\n  {}", "|\n  {}"]), st.integers(0, 3))
def test_no_place_is_ever_outside_the_file(words: list[str], style: str, breaks: int) -> None:
    text = "a: " + style.format(" ".join(words[:breaks]) + "\n  " + " ".join(words[breaks:])) + "\n"
    root, _ = read_yaml(text, "t.yaml")
    scalar = root.get("a") if isinstance(root, Mapping) else None
    if isinstance(scalar, Scalar) and scalar.text:
        at = places(scalar, text, "t.yaml")
        for offset in range(len(scalar.text)):
            assert 1 <= at(offset).line <= text.count("\n") + 1
            assert at(offset).column >= 1
