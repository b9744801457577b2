"""A number with a dimension, exact: what inputs are and what formulas give."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from briefs.formula.expression import FormulaError
from briefs.formula.units import Dimension, Measure, spoken

LARGEST = Fraction(10**40)
"""No quantity of a business case is larger; what is, is a mistake that would take long to print."""
_LONGEST = 40
"""Digits of a number before or behind its point."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in the smallest unit of its dimension."""

    amount: Fraction
    dimension: Dimension

    @classmethod
    def of(cls, value: Fraction, measure: Measure) -> "Quantity":
        """So much of a unit."""
        return cls(value * measure.factor, measure.dimension)

    @classmethod
    def written(cls, value: Decimal, measure: Measure) -> "Quantity":
        """What an author wrote; FormulaError before a number such as 1e99999999 is spelled out."""
        if not value.is_finite() or not -_LONGEST < value.adjusted() < _LONGEST or len(value.as_tuple().digits) > _LONGEST:
            raise FormulaError("a number too large or too fine", 0, "write it in a unit that fits it")
        return cls.of(Fraction(value), measure)

    def measured(self, measure: Measure) -> Fraction:
        """How many of a unit it is; FormulaError when the unit measures something else."""
        if measure.dimension != self.dimension:
            raise FormulaError(
                f"the result is {spoken(self.dimension)}, its unit is {spoken(measure.dimension)}",
                0,
                "check the units of the inputs, or state the result in another unit",
            )
        value = self.amount / measure.factor
        if abs(value) > LARGEST:
            raise FormulaError("the result is too large", 0, "state it in a larger unit")
        return value


def bounded(amount: Fraction, at: int) -> Fraction:
    """The amount, when it is of a size that a person could mean."""
    if abs(amount) > LARGEST or amount.denominator > LARGEST:
        raise FormulaError("the number becomes too large or too fine", at, "check the units and the exponents")
    return amount
