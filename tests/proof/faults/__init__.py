"""The faults that are put in on purpose, by stage: the one list that the tests run and count."""

from collections.abc import Callable, Mapping

import pytest

from tests.proof.faults import composing, rendering, resolving, selecting

Fault = Callable[[pytest.MonkeyPatch], None]

SEEDED: Mapping[str, tuple[Fault, ...]] = {
    "resolve": resolving.FAULTS,
    "select": selecting.FAULTS,
    "compose": composing.FAULTS,
    "render": rendering.FAULTS,
}
