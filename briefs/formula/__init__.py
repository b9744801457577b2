"""Formulas with units: a small safe evaluator, pure, for models; load parses, check and resolve compute."""

from briefs.formula.evaluate import evaluate
from briefs.formula.expression import Expression, FormulaError, names, parse
from briefs.formula.quantity import Quantity
from briefs.formula.units import Measure, Units

__all__ = ["Expression", "FormulaError", "Measure", "Quantity", "Units", "evaluate", "names", "parse"]
