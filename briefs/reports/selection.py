"""Which variant suits a customer's needs and a region's answers, why, and what rules the others out."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from briefs.model.content import Corpus
from briefs.model.nodes import Text
from briefs.model.records import PlainField, Record, RefsField, Register

Verdict = Literal["out", "weak", "conditional", "fits"]
VERDICTS: tuple[Verdict, ...] = ("out", "weak", "conditional", "fits")
SPOKEN: Mapping[Verdict, str] = {
    "out": "ruled out by",
    "weak": "weakened by",
    "conditional": "only on a condition of",
    "fits": "spoken for by",
}
REGION = "region"
"""Who answers the needs that hang on the region and not on the customer."""


@dataclass(frozen=True, slots=True)
class Reason:
    verdict: Verdict
    need: str
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A variant, with every need that says something about it, the worst first."""

    id: str
    title: str
    reasons: tuple[Reason, ...]

    @property
    def out(self) -> bool:
        return any(reason.verdict == "out" for reason in self.reasons)

    @property
    def doubts(self) -> int:
        """Needs that it meets in part or on a condition."""
        return sum(reason.verdict in ("weak", "conditional") for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Choice:
    """`variants` in the order of preference; those that are out come last. Nothing is chosen when the first is out."""

    region: str
    needs: tuple[str, ...]
    """Asked for, and those that the region is known to have."""
    variants: tuple[Judged, ...]
    open: tuple[Reason, ...]
    """What the region has not answered, and what each answer would rule out."""

    @property
    def chosen(self) -> Judged | None:
        return next((variant for variant in self.variants if not variant.out), None)


def needs_of(corpus: Corpus) -> tuple[str, ...]:
    """Every need that the register knows."""
    return tuple(record.id for record in _records(corpus, "needs"))


def choose(corpus: Corpus, region: str, wanted: Iterable[str]) -> Choice:
    """The variants judged by the needs; a tie goes to the one that the register names first."""
    needs = {record.id: record for record in _records(corpus, "needs")}
    place = next((record for record in _records(corpus, "regions") if record.id == region), None)
    has, has_not = (_ids(place, "yes"), _ids(place, "no")) if place else ((), ())
    asked = tuple(dict.fromkeys((*wanted, *has)))
    variants = [_judge(variant, [needs[name] for name in asked]) for variant in _records(corpus, "variants")]
    ranked = tuple(sorted(variants, key=lambda variant: (variant.out, variant.doubts)))
    unknown = [need for need in needs.values() if _plain(need, "asked") == REGION and need.id not in (*asked, *has_not)]
    return Choice(region, asked, ranked, tuple(Reason("out", need.id, _strikes(need)) for need in unknown))


def _judge(variant: Record, needs: Iterable[Record]) -> Judged:
    reasons = [
        Reason(verdict, need.id, _plain(need, "reason"))
        for need in needs
        for verdict in VERDICTS
        if variant.id in _ids(need, verdict)
    ]
    title = "".join(node.text for node in variant.title if isinstance(node, Text))
    return Judged(variant.id, title, tuple(sorted(reasons, key=lambda reason: VERDICTS.index(reason.verdict))))


def _strikes(need: Record) -> str:
    out = _ids(need, "out")
    return f"{_plain(need, 'meaning')}; would rule out {', '.join(out)}" if out else _plain(need, "meaning")


def as_text(choice: Choice) -> str:
    """One paragraph for each variant, the chosen one first; then what the region has not answered."""
    chosen = choice.chosen
    lines = [f"{chosen.title}" if chosen else "no variant is left: the needs contradict each other, so one has to go"]
    lines[0] = f"chosen: {lines[0]}" if chosen else lines[0]
    for variant in choice.variants:
        state = "out" if variant.out else "chosen" if variant is chosen else "left"
        lines.append(f"\n{variant.title}: {state}")
        lines += [f"  {SPOKEN[reason.verdict]} {reason.need}: {reason.why}" for reason in variant.reasons]
        lines += [] if variant.reasons else ["  no need says anything about it"]
    if choice.open:
        lines.append(f"\n{choice.region} has not answered:")
        lines += [f"  {reason.need}: {reason.why}" for reason in choice.open]
    return "\n".join(lines)


def as_json(choice: Choice) -> str:
    """`{"schema": 1, "region", "needs", "chosen", "variants": [{"id", "title", "out", "reasons"}], "open"}`."""
    reasons = [
        {"id": item.id, "title": item.title, "out": item.out, "reasons": [_reason(reason) for reason in item.reasons]}
        for item in choice.variants
    ]
    chosen = choice.chosen.id if choice.chosen else None
    head = {"schema": 1, "region": choice.region, "needs": list(choice.needs), "chosen": chosen}
    questions = [{"need": reason.need, "why": reason.why} for reason in choice.open]
    return json.dumps({**head, "variants": reasons, "open": questions}, ensure_ascii=False, indent=2)


def _reason(reason: Reason) -> dict[str, str]:
    return {"verdict": reason.verdict, "need": reason.need, "why": reason.why}


def _records(corpus: Corpus, name: str) -> tuple[Record, ...]:
    return corpus.registers.get(name, Register(name, (), ())).records


def _ids(record: Record, name: str) -> tuple[str, ...]:
    value = record.fields.get(name)
    return value.ids if isinstance(value, RefsField) else ()


def _plain(record: Record, name: str) -> str:
    value = record.fields.get(name)
    return value.text if isinstance(value, PlainField) else ""
