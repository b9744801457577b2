"""How long the proofs took, for the last line of a test run: they may take fifteen minutes on two processors."""

import os
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

FOLDERS = ("tests/proof/", "tests/select/", "tests/untrusted/", "tests/verify/")
PROCESSORS = 2
MOST = 15 * 60
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds that some tests took, all processes together."""

    tests: int
    clock: float
    processor: float
    """Of the tests and of what they started: a busy machine does not lengthen it."""

    @property
    def over(self) -> bool:
        return self.processor > MOST * PROCESSORS

    def __str__(self) -> str:
        return (
            f"proofs: {self.tests} tests, {minutes(self.clock)} of test time, {minutes(self.processor)} of processor time: "
            f"{minutes(self.processor / PROCESSORS)} on {PROCESSORS} processors, of {MOST // 60} min allowed"
        )


def minutes(seconds: float) -> str:
    return f"{int(seconds) // 60} min {int(seconds) % 60} s"


def processor_time() -> float:
    """Seconds of processor that this process and those it waited for have used."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def spent(reports: Iterable[object]) -> Spent:
    """What the proofs among the reports took; each test has three, and each says what its phase used."""
    proofs = [item for item in reports if isinstance(item, pytest.TestReport) and item.nodeid.startswith(FOLDERS)]
    return Spent(
        len({item.nodeid for item in proofs}),
        sum(item.duration for item in proofs),
        sum(getattr(item, "processor", 0.0) for item in proofs),
    )
