"""Random content trees carried to finished files: nobody's word in another's file, everybody's word in their own."""

import pytest

from tests.proof.finished import grown
from tests.proof.holds import Count, nothing_foreign_is_in_a_file, what_is_hidden_changes_no_byte
from tests.select.trees import EVERYONE

pytestmark = pytest.mark.slow
CHUNKS = 40
"""Into how many tests the trees are divided, so that several processors share them."""


def seeds(config: pytest.Config, chunk: int, share: int = 1) -> range:
    return range(chunk, config.getoption("--trees") // share, CHUNKS)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_file_holds_a_word_of_another_audience_and_each_holds_its_own(chunk: int, pytestconfig: pytest.Config) -> None:
    count = Count()
    for seed in seeds(pytestconfig, chunk):
        nothing_foreign_is_in_a_file(grown(seed), count)
    print(count)  # noqa: T201 - shown by -rP, which `make proof` asks for


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_what_an_audience_may_not_see_changes_no_byte_of_its_files(chunk: int, pytestconfig: pytest.Config) -> None:
    count = Count()
    for seed in seeds(pytestconfig, chunk, share=10):
        what_is_hidden_changes_no_byte(grown(seed), count)
    print(count)  # noqa: T201


def test_the_trees_hold_words_of_every_reader_and_of_none() -> None:
    readers = {readers for seed in range(20) for readers in grown(seed).words.values()}
    assert {frozenset({name}) for name in EVERYONE} <= readers
    assert {frozenset(), EVERYONE} <= readers
