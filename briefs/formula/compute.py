"""A model as authored, and the facts that it starts from -> its results in every scenario, or complaints at their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

from briefs.diagnostics import Diagnostic, error, nearest
from briefs.formula.evaluate import evaluate
from briefs.formula.expression import Expression, FormulaError, names, parse
from briefs.formula.quantity import Quantity
from briefs.formula.units import Units
from briefs.model.facts import Fact
from briefs.model.models import BASE_SCENARIO, Computed, Input, ModelSpec, Results, ResultSpec
from briefs.model.nodes import Mark
from briefs.model.origin import Origin

DIGITS = 60
"""Precision in which an exact fraction is rounded."""


@dataclass(slots=True)
class Computation:
    """One model while it is computed; complaints are collected, each once, whatever the number of scenarios."""

    model: ModelSpec
    facts: Mapping[str, Fact]
    units: Units
    found: dict[tuple[Origin, str], Diagnostic] = field(default_factory=dict)

    def complain(self, code: str, mark: Mark, fault: FormulaError) -> None:
        place = Origin(mark.origin.path, mark.origin.line, mark.origin.column + fault.at)
        self.found.setdefault((place, fault.message), error(code, place, fault.message, fault.hint))


def compute(model: ModelSpec, facts: Mapping[str, Fact], units: Units) -> tuple[Results, tuple[Diagnostic, ...]]:
    """All results, and all inputs, in all scenarios; what cannot be computed is left out, with its complaint."""
    work = Computation(model, facts, units)
    trees = _trees(work)
    order = _order(work, trees)
    behind = {spec.id: needs(model, spec.id) for spec in model.results}
    results: dict[str, Computed] = {}
    for scenario in model.scenario_ids:
        known = _inputs(work, scenario)
        values = dict(known)
        for name in order:
            try:
                values[name] = evaluate(trees[name], values, units)
            except FormulaError as fault:
                if not _follows(fault, work, values):
                    work.complain("B311", _formula_mark(model, name), fault)
        for computed in (*_given(work, scenario, known), *_results(work, scenario, values, behind)):
            results[computed.id] = computed
            if scenario == BASE_SCENARIO:
                results[computed.id.partition("@")[0]] = computed
    return results, tuple(work.found.values())


def needs(model: ModelSpec, name: str) -> frozenset[str]:
    """The ids of the inputs that a formula or an input depends on, through whatever formulas; broken formulas need nothing."""
    inputs = {item.id for item in model.inputs}
    formulas = {item.id: item.text for item in model.formulas}
    found: set[str] = set()
    ahead = [name]
    while ahead:
        step = ahead.pop()
        if step in found:
            continue
        found.add(step)
        if step in formulas:
            try:
                ahead.extend(names(parse(formulas[step])))
            except FormulaError:
                continue
    return frozenset(found & inputs)


def _trees(work: Computation) -> dict[str, Expression]:
    trees: dict[str, Expression] = {}
    for formula in work.model.formulas:
        try:
            trees[formula.id] = parse(formula.text)
        except FormulaError as fault:
            work.complain("B310", formula.mark, fault)
    return trees


def _order(work: Computation, trees: Mapping[str, Expression]) -> list[str]:
    """The formulas so that each comes after those that it needs; those of a circle are left out, with one complaint."""
    order: list[str] = []
    waiting = dict(trees)
    while waiting:
        ready = [name for name, tree in waiting.items() if not set(names(tree)) & set(waiting)]
        if not ready:
            ring = " -> ".join(_ring(waiting))
            first = min(waiting, key=list(trees).index)
            hint = "a formula may need only inputs and formulas that do not need it"
            work.complain("B311", _formula_mark(work.model, first), FormulaError(f"formulas need one another: {ring}", 0, hint))
            return order
        order.extend(ready)
        for name in ready:
            del waiting[name]
    return order


def _ring(waiting: Mapping[str, Expression]) -> list[str]:
    path = [next(iter(waiting))]
    while True:
        step = next(name for name in names(waiting[path[-1]]) if name in waiting)
        if step in path:
            return [*path[path.index(step) :], step]
        path.append(step)


def _inputs(work: Computation, scenario: str) -> dict[str, Quantity]:
    changed = {change.input: change for item in work.model.scenarios if item.id == scenario for change in item.changes}
    known: dict[str, Quantity] = {}
    for item in work.model.inputs:
        change = changed.get(item.id)
        value = change.value if change else _value(item, work.facts)
        if value is not None:
            try:
                known[item.id] = Quantity.written(value, work.units.measure(item.unit))
            except FormulaError as fault:
                work.complain("B312", change.mark if change else item.mark, fault)
    return known


def _value(item: Input, facts: Mapping[str, Fact]) -> Decimal | None:
    """A fact in another unit than the input's is check's to refuse; here it is left out, so that nothing is guessed."""
    if not item.fact:
        return item.value
    fact = facts.get(item.fact)
    return fact.value if fact is not None and fact.unit == item.unit else None


def _follows(fault: FormulaError, work: Computation, values: Mapping[str, Quantity]) -> bool:
    """Whether a name is unknown only because an input or formula of that name has a complaint of its own."""
    authored = {item.id for item in work.model.inputs} | {item.id for item in work.model.formulas}
    unknown = fault.message.partition("unknown name '")[2].rstrip("'")
    if unknown and unknown not in authored:
        fault.hint = nearest(unknown, authored, fault.hint)
    return unknown in authored - values.keys()


def _formula_mark(model: ModelSpec, name: str) -> Mark:
    return next(item.mark for item in model.formulas if item.id == name)


def _given(work: Computation, scenario: str, known: Mapping[str, Quantity]) -> Iterator[Computed]:
    """Inputs as they stand in a scenario."""
    for item in work.model.inputs:
        if item.id in known:
            yield Computed(
                id=f"{work.model.id}.{item.id}@{scenario}",
                model=work.model.id,
                value=_decimal(known[item.id].measured(work.units.measure(item.unit)), None),
                unit=item.unit,
                kind=item.kind,
                owner=item.owner,
                provenance=_provenance(work.model, (item,)),
                facts=(item.fact,) if item.fact else (),
                mark=item.mark,
            )


def _results(
    work: Computation, scenario: str, values: Mapping[str, Quantity], behind: Mapping[str, frozenset[str]]
) -> Iterator[Computed]:
    for spec in work.model.results:
        if spec.id not in values:
            continue
        try:
            value = values[spec.id].measured(work.units.measure(spec.unit))
        except FormulaError as fault:
            work.complain("B311", spec.mark, fault)
            continue
        used = [item for item in work.model.inputs if item.id in behind[spec.id]]
        yield _result(work, scenario, spec, value, used)


def _result(work: Computation, scenario: str, spec: ResultSpec, value: Fraction, used: Sequence[Input]) -> Computed:
    return Computed(
        id=f"{work.model.id}.{spec.id}@{scenario}",
        model=work.model.id,
        value=_decimal(value, spec.places),
        unit=spec.unit,
        kind="result",
        owner=work.model.owner,
        provenance=_provenance(work.model, used),
        facts=tuple(dict.fromkeys(item.fact for item in used if item.fact)),
        mark=spec.mark,
    )


def _provenance(model: ModelSpec, used: Sequence[Input]) -> str:
    """The model by its title, then what it assumes and aims at, by owner; alike for all scenarios, so that one note serves."""
    title = "".join(getattr(child, "text", "") for child in model.title)
    owners = dict.fromkeys((item.kind, item.owner) for item in used if item.kind != "fact")
    said = [
        f"{kind}s of {owner}: {', '.join(item.title for item in used if (item.kind, item.owner) == (kind, owner))}"
        for kind, owner in owners
    ]
    return "; ".join([f"Computed by the model “{title}”", *said])


def _decimal(value: Fraction, places: int | None) -> Decimal:
    """Rounded half to even at so many places; None for all that the value has."""
    with localcontext() as context:
        context.prec = DIGITS
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact if places is None else exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
