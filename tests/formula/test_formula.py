"""Formulas: what parses, what is computed exactly, which units go together, and that nothing else ever happens."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.formula import FormulaError, Quantity, Units, evaluate, names, parse

UNITS = Units(frozenset({"GPU", "nodes"}))


def quantity(value: str, unit: str) -> Quantity:
    return Quantity.of(Fraction(value), UNITS.measure(unit))


KNOWN = {
    "gpus": quantity("512", "GPU"),
    "price": quantity("6.98", "USD/(GPU*h)"),
    "stall": quantity("18", "%"),
    "raw": quantity("2", "PB"),
    "link": quantity("100", "Gbps"),
    "idle-cost": quantity("3", "USD"),
}


def computed(text: str, unit: str) -> Fraction:
    return evaluate(parse(text), KNOWN, UNITS).measured(UNITS.measure(unit))


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("2 + 3 * 4", "1", "14"),
        ("(2 + 3) * -4", "1", "-20"),
        ("2 ** 3 ** 2", "1", "512"),
        ("-2 ** 2", "1", "-4"),
        ("7 / 2 / 2", "1", "1.75"),
        ("gpus * price * stall * hours(730)", "USD", "469592.064"),
        ("gpus * price", "USD/h", "3573.76"),
        ("gpus * price", "USD/month", "2608844.8"),
        ("raw / link", "h", "1600/36"),
        ("raw", "TB", "2000"),
        ("TiB(1)", "GiB", "1024"),
        ("stall", "%", "18"),
        ("idle-cost - USD(1)", "USD", "2"),
        ("max(days(1), hours(30))", "h", "30"),
        ("ceil(gpus / GPU(72))", "1", "8"),
        ("round(5 / 2)", "1", "2"),
        ("sqrt(16 * nodes(1) ** 2)", "nodes", "4"),
    ],
)
def test_a_formula_gives_its_exact_value_in_any_unit_of_its_kind(text: str, unit: str, value: str) -> None:
    assert computed(text, unit) == Fraction(value)


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("gpus + price", 5, "GPU and currency / GPU / time cannot be added"),
        ("GB(1) - hours(1)", 6, "data and time cannot be subtracted"),
        ("min(gpus, raw)", 0, "GPU and data cannot be compared"),
        ("gpu * 2", 0, "unknown name 'gpu'"),
        ("1 / (2 - 2)", 2, "a division by zero"),
        ("2 ** 99", 2, "an exponent that is no small whole number"),
        ("(10 ** 12) ** 12", 11, "the number becomes too large or too fine"),
        ("ceil(raw)", 0, "'ceil' of data depends on the unit"),
        ("exec(1)", 0, "unknown function 'exec'"),
        ("gpus.real", 0, "unknown name 'gpus.real'"),
        ("__import__('os')", 0, "'_' does not belong in a formula"),
        ("2 +", 3, "the formula ends too early"),
        ("2 3", 2, "'3' does not belong here"),
        ("", 0, "the formula ends too early"),
        ("(" * 40 + "1" + ")" * 40, 31, "a formula nested too deeply"),
        ("1" * 501, 0, "a formula of 501 characters"),
        ("2 + " + "9" * 400, 4, "the number becomes too large or too fine"),
    ],
)
def test_what_no_formula_may_hold_is_refused_where_it_stands(text: str, at: int, message: str) -> None:
    with pytest.raises(FormulaError) as fault:
        evaluate(parse(text), KNOWN, UNITS)
    assert (fault.value.message, fault.value.at) == (message, at)
    assert fault.value.hint


@pytest.mark.parametrize("unit", ["", "GB/", "furlongs", "USD/(GPU*h", "GB)", "(" * 5000 + "s" + ")" * 5000, "PiB*" * 5000 + "s"])
def test_a_unit_that_nobody_knows_is_refused(unit: str) -> None:
    with pytest.raises(FormulaError):
        UNITS.measure(unit)


def test_a_result_in_the_unit_of_something_else_is_refused() -> None:
    with pytest.raises(FormulaError, match="the result is data / time, its unit is data"):
        computed("link", "GB")


@pytest.mark.parametrize("number", ["1e999999999", "-1e999999999", "1e-999999999", "1" * 41, "NaN", "Infinity"])
def test_a_number_that_would_take_long_to_spell_out_is_refused_before_it_is(number: str) -> None:
    with pytest.raises(FormulaError, match="a number too large or too fine"):
        Quantity.written(Decimal(number), UNITS.measure("GB"))


def test_a_result_that_no_page_could_hold_is_refused() -> None:
    with pytest.raises(FormulaError, match="the result is too large"):
        computed("1" + "0" * 39, "%")


@given(st.fractions(0, 10**6, max_denominator=10**9))
def test_a_square_root_is_exact_to_one_part_in_a_million_millions(value: Fraction) -> None:
    root = computed(f"sqrt({value.numerator} / {value.denominator})", "1")
    assert 0 <= value - root**2 <= value * 2 / 10**12


def test_the_names_of_a_formula_are_listed_once_in_their_order() -> None:
    assert names(parse("b * max(a-1, b) + idle-cost - -c")) == ("b", "a-1", "idle-cost", "c")


PIECES = st.sampled_from(
    [*"01+-*/(), é.", "gpus", "price", "raw", "nobody", "2.5", "**", "min(", "sqrt(", "hours("],
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_whatever_is_typed_gives_a_quantity_or_one_complaint_within_it(text: str) -> None:
    assert 0 <= complained(text) <= len(text)


def complained(text: str) -> int:
    """Where a formula is refused, or 0 when it is computed."""
    try:
        evaluate(parse(text), KNOWN, UNITS)
    except FormulaError as fault:
        return fault.at
    return 0


@given(st.integers(1, 10**6), st.sampled_from(["GB", "TiB", "Gbps", "USD/(GPU*h)", "nodes", "%"]))
def test_a_quantity_in_its_own_unit_is_what_was_written(value: int, unit: str) -> None:
    measure = UNITS.measure(unit)
    assert Quantity.of(Fraction(value), measure).measured(measure) == value
