"""Times of several works taken in turn, so that a slow minute of the machine meets all of them alike."""

import math
import resource
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Timed:
    wall: float
    """Seconds, median."""
    cpu: float
    """Seconds of user and system time of this process and its children, median."""


def in_turn(works: Mapping[str, Work], runs: int, warm: int = 1) -> dict[str, Timed]:
    """Each work `runs` times, one after the other in every round; the first `warm` rounds do not count."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for number in range(warm + runs):
        for name, work in works.items():
            cpu, wall = _cpu(), time.perf_counter()
            work()
            if number >= warm:
                taken[name].append((time.perf_counter() - wall, _cpu() - cpu))
    return {name: Timed(*map(statistics.median, zip(*times, strict=True))) for name, times in taken.items()}


def exponent(small: float, large: float, growth: float) -> float:
    """The power of the size with which time grows, from two times at sizes that differ by `growth`."""
    return math.log(large / small) / math.log(growth)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)]
    return sum(one.ru_utime + one.ru_stime for one in used)
