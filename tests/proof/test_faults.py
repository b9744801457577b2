"""Faults put into resolve, select, compose and render on purpose: the proofs on finished files catch each of them.

They are listed in `faults/`. Each is held against every proof; the first that fails ends it. The filter has more of its own in
tests/select/test_mutations.py, which look at selections; these look at bytes.
"""

from functools import cache

import pytest

from tests.proof import finished, holds
from tests.proof.faults import SEEDED, Fault
from tests.select.trees import EVERYONE, Grown

pytestmark = pytest.mark.slow
TREES = 12
PROOFS = (holds.nothing_foreign_is_in_a_file, holds.what_is_hidden_changes_no_byte)
ALL = [pytest.param(fault, id=f"{stage}: {fault.__name__}") for stage, faults in SEEDED.items() for fault in faults]


@cache
def example(seed: int) -> Grown:
    return finished.grown(seed)


def caught() -> str:
    """What the first proof that fails says; empty when none does. A crash is no proof, and is not counted as one."""
    for proof in PROOFS:
        for seed in range(TREES):
            try:
                proof(example(seed), holds.Count())
            except AssertionError as fault:
                return str(fault)
            except (KeyError, IndexError, StopIteration, ValueError):
                continue
    return ""


@pytest.mark.parametrize("fault", ALL)
def test_a_fault_is_caught_on_the_finished_files(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    assert caught() != ""


def test_without_a_fault_nothing_is_caught() -> None:
    assert caught() == ""
    assert len(EVERYONE) == 4


def test_there_are_thirty_faults_and_some_in_each_stage() -> None:
    named = [fault.__name__ for faults in SEEDED.values() for fault in faults]
    assert len(named) == len(set(named)) >= 30
    assert all(len(faults) >= 5 for faults in SEEDED.values())
