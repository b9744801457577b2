"""Corpus -> Resolved: drafts go, every node gets its readers, terms and facts get the text that each audience reads."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from decimal import Decimal

from briefs.model.content import Content, Corpus, Resolved
from briefs.model.facts import Fact, Named
from briefs.model.models import Computed
from briefs.model.naming import claims
from briefs.model.records import KINDS, Field, Record, RefsField, Register
from briefs.model.visibility import with_readers
from briefs.resolve.models import computed

NO_BREAK = "\u00a0"
CLOSE_UNITS = frozenset({"%", "x"})
"""Units that stand right after the number."""


def resolve(corpus: Corpus) -> Resolved:
    """Bind a checked corpus; raises ValueError where check should have stopped the build, so that nothing is guessed."""
    kept = _without_drafts(corpus)
    content = {item.name: getattr(kept, item.name) for item in fields(Content)}
    bound = with_readers(Resolved(**content, names=_names(kept), values={}, results={}))
    results = computed(bound)
    values = {f"result:{item}": _given(found) for item, found in results.items()}
    return replace(bound, results=results, values={**_values(kept.facts.values()), **values})


def _given(found: Computed) -> str:
    """A result as it prints; an input that is an assumption or a target says so."""
    text = printed(found.value, found.unit)
    return f"{text} ({found.kind})" if found.kind in ("assumption", "target") else text


def printed(value: Decimal, unit: str) -> str:
    """A fact's value as it prints: `4,000 MiB` with a no-break space, `71%`, a bare number for the unit `1`."""
    number = format(value, ",f")
    if unit in ("", "1"):
        return number
    return f"{number}{'' if unit in CLOSE_UNITS else NO_BREAK}{unit}"


def _values(facts: Iterable[Fact]) -> Mapping[str, str]:
    return {fact.id: printed(fact.value, fact.unit) for fact in facts if fact.value is not None}


def _names(corpus: Corpus) -> Mapping[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    for term in corpus.terms.values():
        for audience in corpus.audiences.narrow(corpus.audiences.everyone, term.mark.tag):
            names[audience, term.id] = _name(term.names, audience, corpus)
            if term.plurals:
                names[audience, f"{term.id}#plural"] = _name(term.plurals, audience, corpus)
    return names


def _name(named: tuple[Named, ...], audience: str, corpus: Corpus) -> str:
    winners = claims(named, audience, corpus.audiences)
    if len(winners) != 1:
        raise ValueError(f"{len(winners)} names for {audience} among {named}")
    return winners[0].text


def _without_drafts(corpus: Corpus) -> Corpus:
    drafts = {(item.register, item.id) for reg in corpus.registers.values() for item in reg.records if item.status == "draft"}
    return replace(
        corpus,
        sections={key: item for key, item in corpus.sections.items() if not item.draft},
        briefs={key: item for key, item in corpus.briefs.items() if not item.draft},
        registers={name: _register(item, drafts) for name, item in corpus.registers.items()},
    )


def _register(register: Register, drafts: set[tuple[str, str]]) -> Register:
    kept = (item for item in register.records if item.status != "draft")
    return replace(register, records=tuple(_record(item, drafts) for item in kept))


def _record(record: Record, drafts: set[tuple[str, str]]) -> Record:
    return replace(record, fields={name: _field(value, drafts) for name, value in record.fields.items()})


def _field(value: Field, drafts: set[tuple[str, str]]) -> Field:
    if not isinstance(value, RefsField):
        return value
    return replace(value, ids=tuple(item for item in value.ids if (KINDS[value.kind], item) not in drafts))
