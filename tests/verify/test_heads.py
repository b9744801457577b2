"""The head of a chart: names in a row and the unit behind them, which are several texts on one line."""

import pytest

from briefs.verify.allowed import strange
from briefs.verify.phrases import Phrasebook, pieces

OWN = Phrasebook.of(pieces(text) for text in ("Workers", "Town classes", "GB", "who reads in town"))


@pytest.mark.parametrize("head", ["■ Workers   ■ Town classes   GB", "■ Town classes   ■ Workers   GB", "■ Workers   GB"])
def test_the_unit_behind_the_names_of_series_is_no_strange_wording(head: str) -> None:
    assert strange(head, OWN) is None


@pytest.mark.parametrize("head", ["Workers GB", "Workers  GB", "Town GB", "■ Workers   classes", "■ Reads   GB"])
def test_but_only_where_one_text_ends_and_the_next_begins(head: str) -> None:
    assert strange(head, OWN) is not None
