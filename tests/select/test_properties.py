"""Random content trees with a word of its own in every place: each audience reads its own words and no other's."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.select.properties import PROPERTIES
from tests.select.trees import EVERYONE, Grown, grow


@pytest.mark.parametrize("holds", PROPERTIES, ids=lambda holds: holds.__name__)
@settings(max_examples=30)
@given(seed=st.integers(0, 2**32), depth=st.integers(0, 3))
def test_of_every_selection(holds: Callable[[Grown], None], seed: int, depth: int) -> None:
    holds(grow(seed, depth))


def test_the_trees_hold_words_of_every_reader_and_of_none() -> None:
    readers = {readers for seed in range(20) for readers in grow(seed, 2).words.values()}
    assert {frozenset({name}) for name in EVERYONE} <= readers
    assert {frozenset(), EVERYONE} <= readers
