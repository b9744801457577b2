"""Models: named inputs with units, formulas, scenarios and results, as authored; and what they give when computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from briefs.model.nodes import Inline, Mark

BASE_SCENARIO = "base"
"""The scenario that a reference means when it names none."""


@dataclass(frozen=True, slots=True)
class Input:
    """A quantity that a model starts from: a fact, or a value that is marked as an assumption or a target."""

    id: str
    title: str
    fact: str
    """Id of the fact that gives the value; empty for a value of the model's own."""
    value: Decimal | None
    unit: str
    kind: Literal["fact", "assumption", "target"]
    owner: str
    """The role that owns an assumption or a target."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class Formula:
    id: str
    text: str
    mark: Mark
    """Its origin is the first character of the text."""


@dataclass(frozen=True, slots=True)
class Change:
    """One input's value in a scenario, in the input's own unit."""

    input: str
    value: Decimal
    mark: Mark


@dataclass(frozen=True, slots=True)
class Scenario:
    id: str
    changes: tuple[Change, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class ResultSpec:
    id: str
    """Id of the formula whose value it is."""
    title: str
    unit: str
    places: int
    """Decimals that print."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class ModelSpec:
    id: str
    title: tuple[Inline, ...]
    owner: str
    inputs: tuple[Input, ...]
    formulas: tuple[Formula, ...]
    scenarios: tuple[Scenario, ...]
    results: tuple[ResultSpec, ...]
    mark: Mark

    @property
    def scenario_ids(self) -> tuple[str, ...]:
        """All scenarios, the base one first, whether it is written or not."""
        return tuple(dict.fromkeys((BASE_SCENARIO, *(item.id for item in self.scenarios))))


@dataclass(frozen=True, slots=True)
class Computed:
    """A result, or an input, in one scenario: what `[[result:model.name@scenario]]` prints and where it comes from."""

    id: str
    """`model.name@scenario`."""
    model: str
    value: Decimal
    """Rounded as it prints."""
    unit: str
    kind: Literal["result", "assumption", "target", "fact"]
    owner: str
    provenance: str
    """In words: the model, and each assumption and target with its owner; without a full stop."""
    facts: tuple[str, ...]
    """The facts behind it, in the order of the model's inputs."""
    mark: Mark


Results = Mapping[str, Computed]
"""By `model.name@scenario`, and for the base scenario also by `model.name`."""
