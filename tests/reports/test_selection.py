"""Variants judged by needs: what is out is struck, the fewest doubts win, and a tie goes to the first of the register."""

import json
import shutil
from pathlib import Path

import pytest

from briefs.load import load
from briefs.model.content import Corpus
from briefs.project import open_project
from briefs.reports.selection import as_json, as_text, choose, needs_of
from tests.docset.conftest import ROOT

REGION = """register: regions
audience: [eng]
records:
  - {id: northland, title: N, owner: O, status: open, yes: [no-storage-machines], no: [no-near-location], evidence: Asked.}
"""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(open_project(ROOT / "content"))[0]


@pytest.mark.parametrize(
    ("needs", "chosen", "out"),
    [
        (("near-gpus", "writes-in-azure", "soon"), "A", {"B", "C", "D"}),
        (("master-at-home",), "C", {"A", "B", "D"}),
        (("large-steady", "several-clouds"), "B", set()),
        (("no-operations", "many-subscriptions"), "D", {"B", "C"}),
        (("region-loss",), "C", set()),
        (("no-hardware",), "A", {"B"}),
        (("master-at-home", "writes-in-azure"), None, {"A", "B", "C", "D"}),
    ],
)
def test_needs_strike_and_the_fewest_doubts_win(
    corpus: Corpus, needs: tuple[str, ...], chosen: str | None, out: set[str]
) -> None:
    choice = choose(corpus, "anywhere", needs)
    assert (choice.chosen.id if choice.chosen else None) == chosen
    assert {variant.id for variant in choice.variants if variant.out} == out


def test_what_a_region_has_not_answered_is_a_question_and_what_it_has_counts(corpus: Corpus, tmp_path: Path) -> None:
    choice = choose(corpus, "anywhere", ["burst"])
    assert [reason.need for reason in choice.open] == ["no-storage-machines", "no-near-location"]
    assert "would rule out A, C" in choice.open[0].why
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content/registers/regions.yaml").write_text(REGION, "utf-8")
    known = choose(load(open_project(tmp_path / "content"))[0], "northland", ["burst"])
    assert known.needs == ("burst", "no-storage-machines")
    assert known.open == ()
    assert {variant.id for variant in known.variants if variant.out} == {"A", "C"}
    assert known.chosen is not None
    assert known.chosen.id == "B"


def test_both_forms_say_the_same(corpus: Corpus) -> None:
    choice = choose(corpus, "anywhere", ["soon"])
    told = json.loads(as_json(choice))
    text = as_text(choice)
    assert told["chosen"] == "A"
    assert text.startswith("chosen: Variant A")
    for variant in told["variants"]:
        assert variant["title"] in text
        assert all(f"{reason['need']}: {reason['why']}" in text for reason in variant["reasons"])
    assert [row["need"] for row in told["open"]] == ["no-storage-machines", "no-near-location"]


def test_every_need_says_something_and_nothing_twice(corpus: Corpus) -> None:
    for need in needs_of(corpus):
        said = [variant for variant in choose(corpus, "x", [need]).variants if variant.reasons]
        assert said, need
        assert all(len(variant.reasons) == 1 for variant in said), need
