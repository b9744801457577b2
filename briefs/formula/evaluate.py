"""A formula's tree and the quantities that it names -> a quantity; every step checks that the units go together."""

from collections.abc import Mapping
from fractions import Fraction
from math import isqrt
from typing import assert_never

from briefs.formula.expression import FUNCTIONS, Call, Expression, FormulaError, Name, Negative, Number, Operation
from briefs.formula.quantity import Quantity, bounded
from briefs.formula.units import BASE, Dimension, Units, spoken

HIGHEST = 12
"""The largest exponent."""
_FINE = 10**12
"""A square root is exact to one part in this many."""


def evaluate(tree: Expression, known: Mapping[str, Quantity], units: Units) -> Quantity:
    """The quantity that a formula gives; FormulaError at the place where it cannot be computed."""
    match tree:
        case Number():
            return Quantity(bounded(tree.value, tree.at), ())
        case Name():
            if tree.name not in known:
                raise FormulaError(f"unknown name '{tree.name}'", tree.at, "name an input or another formula of this model")
            return known[tree.name]
        case Negative():
            inner = evaluate(tree.of, known, units)
            return Quantity(-inner.amount, inner.dimension)
        case Operation():
            left, right = evaluate(tree.left, known, units), evaluate(tree.right, known, units)
            return _operation(tree, left, right)
        case Call():
            return _call(tree, [evaluate(item, known, units) for item in tree.arguments], units)
        case _:
            assert_never(tree)


def _operation(tree: Operation, left: Quantity, right: Quantity) -> Quantity:
    match tree.operator:
        case "+" | "-":
            _same(left.dimension, right.dimension, "added" if tree.operator == "+" else "subtracted", tree.at)
            amount = left.amount + right.amount if tree.operator == "+" else left.amount - right.amount
            return Quantity(bounded(amount, tree.at), left.dimension)
        case "*":
            return Quantity(bounded(left.amount * right.amount, tree.at), _combined(left.dimension, right.dimension, 1))
        case "/":
            if right.amount == 0:
                raise FormulaError("a division by zero", tree.at, "give the divisor another value, in every scenario")
            return Quantity(bounded(left.amount / right.amount, tree.at), _combined(left.dimension, right.dimension, -1))
        case "**":
            return _power(left, right, tree.at)
        case _:
            assert_never(tree.operator)


def _power(base: Quantity, exponent: Quantity, at: int) -> Quantity:
    power = exponent.amount
    if exponent.dimension or power.denominator != 1 or abs(power) > HIGHEST:
        raise FormulaError("an exponent that is no small whole number", at, f"exponents are whole numbers up to {HIGHEST}")
    if base.amount == 0 and power < 0:
        raise FormulaError("a division by zero", at, "zero has no negative power")
    dimension = tuple((name, times * int(power)) for name, times in base.dimension if power)
    return Quantity(bounded(base.amount ** int(power), at), dimension)


def _call(tree: Call, arguments: list[Quantity], units: Units) -> Quantity:
    if tree.name not in FUNCTIONS and (tree.name in BASE or tree.name in units.counted):
        return _made(tree, arguments, units)
    if tree.name not in FUNCTIONS:
        raise FormulaError(f"unknown function '{tree.name}'", tree.at, f"functions are {', '.join(sorted(FUNCTIONS))}, and units")
    if tree.name in ("min", "max"):
        for item in arguments[1:]:
            _same(arguments[0].dimension, item.dimension, "compared", tree.at)
        chosen = (min if tree.name == "min" else max)(item.amount for item in arguments)
        return Quantity(chosen, arguments[0].dimension)
    if len(arguments) != 1:
        raise FormulaError(f"'{tree.name}' takes one value", tree.at, f"write {tree.name}(x)")
    return _root(tree, arguments[0]) if tree.name == "sqrt" else _rounded(tree, arguments[0])


def _made(tree: Call, arguments: list[Quantity], units: Units) -> Quantity:
    if len(arguments) != 1 or arguments[0].dimension:
        raise FormulaError(f"'{tree.name}' makes a quantity of one plain number", tree.at, f"write {tree.name}(730)")
    return Quantity.of(arguments[0].amount, units.measure(tree.name))


def _rounded(tree: Call, value: Quantity) -> Quantity:
    if any(name in ("data", "time", "currency", "power") for name, _ in value.dimension):
        text = f"'{tree.name}' of {spoken(value.dimension)} depends on the unit"
        raise FormulaError(text, tree.at, f"divide by a unit first: {tree.name}(x / hours(1)) * hours(1)")
    whole = {"ceil": -((-value.amount) // 1), "floor": value.amount // 1, "round": round(value.amount)}[tree.name]
    return Quantity(Fraction(whole), value.dimension)


def _root(tree: Call, value: Quantity) -> Quantity:
    if value.amount < 0 or any(times % 2 for _, times in value.dimension):
        raise FormulaError(f"no square root of {spoken(value.dimension)}", tree.at, "take the root of a positive square")
    over, under = value.amount.numerator, value.amount.denominator
    root = bounded(Fraction(isqrt(over * under * _FINE**2), under * _FINE), tree.at)
    return Quantity(root, tuple((name, times // 2) for name, times in value.dimension))


def _same(left: Dimension, right: Dimension, what: str, at: int) -> None:
    if left != right:
        text = f"{spoken(left)} and {spoken(right)} cannot be {what}"
        raise FormulaError(text, at, "check the units of what stands left and right")


def _combined(left: Dimension, right: Dimension, power: int) -> Dimension:
    exponents = dict(left)
    for name, times in right:
        exponents[name] = exponents.get(name, 0) + power * times
    return tuple(sorted((name, times) for name, times in exponents.items() if times))
