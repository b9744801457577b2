"""Units as exact factors and dimensions: what may be added, and what a unit is in another of its kind.

The base units that everybody shares are built in; nouns that are counted (GPU, nodes) come from the project's table, each a
dimension of its own, so that machines and files are not added up.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from briefs.formula.expression import FormulaError
from briefs.model.facts import Unit

_HOUR = 3600
BASE: Mapping[str, tuple[Fraction, str]] = {
    "1": (Fraction(1), ""),
    "%": (Fraction(1, 100), ""),
    "times": (Fraction(1), ""),
    "bit": (Fraction(1, 8), "data"),
    "B": (Fraction(1), "data"),
    **{f"{letter}B": (Fraction(1000**power), "data") for power, letter in enumerate("KMGTPE", start=1)},
    **{f"{letter}iB": (Fraction(1024**power), "data") for power, letter in enumerate("KMGTPE", start=1)},
    **{f"{letter}bps": (Fraction(1000**power, 8), "data/time") for power, letter in enumerate("kMGT", start=1)},
    **dict.fromkeys(("s", "second", "seconds"), (Fraction(1), "time")),
    **dict.fromkeys(("min", "minute", "minutes"), (Fraction(60), "time")),
    **dict.fromkeys(("h", "hour", "hours"), (Fraction(_HOUR), "time")),
    **dict.fromkeys(("day", "days"), (Fraction(24 * _HOUR), "time")),
    **dict.fromkeys(("week", "weeks"), (Fraction(7 * 24 * _HOUR), "time")),
    **dict.fromkeys(("month", "months"), (Fraction(730 * _HOUR), "time")),
    **dict.fromkeys(("year", "years"), (Fraction(8760 * _HOUR), "time")),
    "USD": (Fraction(1), "currency"),
    "EUR": (Fraction(1), "currency-eur"),
    "kW": (Fraction(1000), "power"),
}
"""Unit -> its size in its kind's smallest, and its kind. A month has 730 hours, as Azure's own price pages count it."""

Dimension = tuple[tuple[str, int], ...]
"""Sorted (base, exponent) pairs without zeros; empty for a plain number."""
LONGEST = 100
"""Characters of a unit; so neither its parentheses nor its factor can grow without end."""
_STEP = re.compile(r"[*/()]|[^*/()\s][^*/()]*")


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measurement: how much of the base it is, and of what."""

    factor: Fraction
    dimension: Dimension

    def times(self, other: "Measure", power: int = 1) -> "Measure":
        """The unit, multiplied by a power of another."""
        exponents = dict(self.dimension)
        for base, exponent in other.dimension:
            exponents[base] = exponents.get(base, 0) + power * exponent
        kept = tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent))
        return Measure(self.factor * other.factor**power, kept)


@dataclass(frozen=True, slots=True)
class Units:
    """The units that a project may measure in."""

    counted: Collection[str] = field(default_factory=frozenset)
    """Ids of counted nouns."""

    @classmethod
    def of(cls, units: Mapping[str, Unit]) -> "Units":
        """Those of a project: the engine's, and the nouns that its units.yaml counts."""
        return cls(frozenset(key for key, unit in units.items() if not unit.dimension))

    def measure(self, unit: str) -> Measure:
        """A unit such as `GB/s` or `USD/(GPU*h)`; FormulaError when a part of it is unknown."""
        if len(unit) > LONGEST:
            raise FormulaError(f"a unit of {len(unit)} characters", 0, f"a unit has at most {LONGEST}")
        steps = [match[0].strip() for match in _STEP.finditer(unit)]
        total, after = self._product(unit, [*steps, ""], 0)
        if after != len(steps):
            raise _no_unit(unit)
        return total

    def _product(self, unit: str, steps: list[str], index: int) -> tuple[Measure, int]:
        total, index = self._atom(unit, steps, index)
        while steps[index] in ("*", "/"):
            power = 1 if steps[index] == "*" else -1
            factor, index = self._atom(unit, steps, index + 1)
            total = total.times(factor, power)
        return total, index

    def _atom(self, unit: str, steps: list[str], index: int) -> tuple[Measure, int]:
        step = steps[index]
        if step in ("", "*", "/", ")"):
            raise _no_unit(unit)
        if step != "(":
            return self._single(step), index + 1
        inner, index = self._product(unit, steps, index + 1)
        if steps[index] != ")":
            raise _no_unit(unit)
        return inner, index + 1

    def _single(self, unit: str) -> Measure:
        if unit in self.counted:
            return Measure(Fraction(1), ((unit, 1),))
        if unit not in BASE:
            raise FormulaError(f"unknown unit '{unit}'", 0, "add it to units.yaml as a counted noun, or use one of the engine's")
        factor, kind = BASE[unit]
        over, _, under = kind.partition("/")
        return Measure(factor, tuple(sorted([*([(over, 1)] if over else []), *([(under, -1)] if under else [])])))


def _no_unit(unit: str) -> FormulaError:
    return FormulaError(f"'{unit}' is no unit", 0, "write it as GB/s, USD/month or USD/(GPU*h)")


def spoken(dimension: Dimension) -> str:
    """A dimension in words for messages: `currency / time`, or `a plain number`."""
    over = [base if power == 1 else f"{base}^{power}" for base, power in dimension if power > 0]
    under = [base if power == -1 else f"{base}^{-power}" for base, power in dimension if power < 0]
    if not over and not under:
        return "a plain number"
    return " * ".join(over or ["1"]) + (" / " + " / ".join(under) if under else "")
