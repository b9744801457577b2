"""Models: every formula computes, units go together, inputs are vouched for, and no result is wider than what it comes from."""

from collections.abc import Iterator

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error, nearest
from briefs.formula.compute import compute, needs
from briefs.formula.units import Units
from briefs.model.content import Corpus
from briefs.model.models import Input, ModelSpec, Results


def models(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B310 to B314 for a model, B201 and B202 for the facts behind it."""
    if not isinstance(root.value, ModelSpec):
        return
    model = root.value
    for item in model.inputs:
        yield from _input(item, corpus)
    yield from _scenarios(model)
    yield from _results(model, corpus)
    yield from compute(model, corpus.facts, Units.of(corpus.units))[1]


def results_of(corpus: Corpus, model: str) -> Results:
    """What a model gives, as far as it computes."""
    return compute(corpus.models[model], corpus.facts, Units.of(corpus.units))[0]


def _input(item: Input, corpus: Corpus) -> Iterator[Diagnostic]:
    if not item.fact:
        return
    fact = corpus.facts.get(item.fact)
    if fact is None:
        if not corpus.left_out("fact", item.fact):
            yield error("B201", item.mark.origin, f"unknown fact '{item.fact}'", nearest(item.fact, corpus.facts))
        return
    if fact.value is None or fact.unit != item.unit:
        have = f"in '{fact.unit}'" if fact.value is not None else "without a value"
        text = f"input '{item.id}' is in '{item.unit}', its fact '{item.fact}' is {have}"
        yield error("B312", item.mark.origin, text, "an input takes a fact of its own unit; formulas convert")
    hidden = item.mark.readers - fact.mark.readers
    if hidden:
        who = ", ".join(sorted(hidden))
        text = f"fact '{item.fact}' is hidden from {who}, who see input '{item.id}'"
        yield error("B202", item.mark.origin, text, f"narrow the input's audience, or widen that of fact '{item.fact}'")


def _scenarios(model: ModelSpec) -> Iterator[Diagnostic]:
    inputs = {item.id: item for item in model.inputs}
    for scenario in model.scenarios:
        for change in scenario.changes:
            if change.input not in inputs:
                text = f"scenario '{scenario.id}' changes '{change.input}', which is no input"
                yield error("B313", change.mark.origin, text, nearest(change.input, inputs))
            elif inputs[change.input].fact:
                text = f"scenario '{scenario.id}' changes '{change.input}', which is a fact"
                yield error("B313", change.mark.origin, text, "a fact is what it is; make the input an assumption with an owner")


def _results(model: ModelSpec, corpus: Corpus) -> Iterator[Diagnostic]:
    formulas = [item.id for item in model.formulas]
    inputs = {item.id: item for item in model.inputs}
    for name in formulas:
        if name in inputs:
            mark = next(item.mark for item in model.formulas if item.id == name)
            yield error("B105", mark.origin, f"'{name}' is an input and a formula", "give one of them another name")
    for result in model.results:
        if result.id not in formulas:
            text = f"result '{result.id}' has no formula"
            yield error("B314", result.mark.origin, text, nearest(result.id, formulas, "write its formula"))
        for name in sorted(needs(model, result.id)):
            hidden = result.mark.readers - inputs[name].mark.readers
            if hidden:
                who = ", ".join(sorted(hidden))
                text = f"input '{name}' is hidden from {who}, who see result '{result.id}'"
                yield error("B202", result.mark.origin, text, "narrow the result's audience: a result tells what it is made of")
