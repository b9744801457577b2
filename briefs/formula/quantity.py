"""A number with a dimension, exact: what inputs are and what formulas give."""

from dataclasses import dataclass
from fractions import Fraction

from briefs.formula.expression import FormulaError
from briefs.formula.units import Dimension, Measure, spoken

LARGEST = Fraction(10**40)
"""No quantity of a business case is larger; what is, is a mistake that would take long to print."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in the smallest unit of its dimension."""

    amount: Fraction
    dimension: Dimension

    @classmethod
    def of(cls, value: Fraction, measure: Measure) -> "Quantity":
        """So much of a unit."""
        return cls(value * measure.factor, measure.dimension)

    def measured(self, measure: Measure) -> Fraction:
        """How many of a unit it is; FormulaError when the unit measures something else."""
        if measure.dimension != self.dimension:
            raise FormulaError(
                f"the result is {spoken(self.dimension)}, its unit is {spoken(measure.dimension)}",
                0,
                "check the units of the inputs, or state the result in another unit",
            )
        return self.amount / measure.factor


def bounded(amount: Fraction, at: int) -> Fraction:
    """The amount, when it is of a size that a person could mean."""
    if abs(amount) > LARGEST or amount.denominator > LARGEST:
        raise FormulaError("the number becomes too large or too fine", at, "check the units and the exponents")
    return amount
