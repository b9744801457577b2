"""The one rule of visibility, and which name of a term an audience reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.audience import Audience, Audiences, Tag
from briefs.model.facts import Named
from briefs.model.naming import claims
from briefs.model.origin import Origin
from tests.select.trees import EVERYONE, MEANING, ROWS

ALL = Audiences(ROWS)
PLACE = Origin("content/x.md", 1, 1)
NAMES = st.lists(st.sampled_from([*MEANING, "nobody-knows"]), min_size=1, max_size=4)
READERS = st.frozensets(st.sampled_from(sorted(EVERYONE)))


@given(READERS, NAMES)
def test_a_tag_never_widens(parent: frozenset[str], names: list[str]) -> None:
    narrowed = ALL.narrow(parent, Tag(tuple(names), PLACE))
    assert narrowed <= parent
    assert narrowed == {row for row in parent if any(row in MEANING.get(name, ()) for name in names)}


@given(READERS)
def test_no_tag_changes_nothing(parent: frozenset[str]) -> None:
    assert ALL.narrow(parent, None) == parent


@given(READERS, NAMES, NAMES)
def test_the_order_of_two_tags_does_not_matter(parent: frozenset[str], first: list[str], second: list[str]) -> None:
    one, two = Tag(tuple(first), PLACE), Tag(tuple(second), PLACE)
    assert ALL.narrow(ALL.narrow(parent, one), two) == ALL.narrow(ALL.narrow(parent, two), one)


def test_an_unknown_name_is_nobody() -> None:
    assert ALL.expand("vast") == frozenset()
    assert ALL.expand("") == frozenset()
    with pytest.raises(KeyError):
        ALL.get("red")


def test_names_are_all_then_ids_then_groups() -> None:
    assert ALL.names == ("all", "blue-chief", "blue-maker", "red-chief", "red-maker", "blue", "chief", "maker", "red")


def named(**texts: str) -> list[Named]:
    return [Named(name.replace("_", "-"), text) for name, text in texts.items()]


@pytest.mark.parametrize(
    ("claimed", "winners"),
    [
        ({"all": "a"}, ["a"]),
        ({"all": "a", "red": "b"}, ["b"]),
        ({"red": "b", "all": "a", "red_chief": "c"}, ["c"]),
        ({"blue": "b"}, []),
        ({"red": "b", "chief": "c"}, ["b", "c"]),
        ({"red": "b", "chief": "c", "red_chief": "d"}, ["d"]),
        ({}, []),
    ],
)
def test_the_narrowest_claim_to_a_name_wins_and_equal_ones_are_both_told(claimed: dict[str, str], winners: list[str]) -> None:
    assert [claim.text for claim in claims(named(**claimed), "red-chief", ALL)] == winners


def test_two_groups_of_the_same_readers_claim_alike() -> None:
    rows = (Audience("one", "One", "O", ("g", "h"), "engineer", "", PLACE),)
    assert [claim.text for claim in claims(named(g="a", h="b"), "one", Audiences(rows))] == ["a", "b"]
