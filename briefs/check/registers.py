"""Records that must name one another: a workload that names a service is named by the service."""

from collections.abc import Iterator, Mapping

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Corpus
from briefs.model.origin import Origin
from briefs.model.records import KINDS, Record, RefsField

PAIRS: tuple[tuple[str, str, str, str], ...] = (
    ("workloads", "services", "services", "workloads"),
    ("services", "asks", "asks", "services"),
    ("services", "checklist", "checklist", "service"),
    ("gates", "test-cases", "test-cases", "gate"),
    ("threats", "controls", "controls", "threats"),
)
"""Register, its field, the other register, and its field: whoever is named in one names the other in return."""

MUTUAL = tuple(row for one, name, other, back in PAIRS for row in ((one, name, other, back), (other, back, one, name)))
"""The pairs, read from both sides: a register, its field, the register of the targets, and their field that must name it."""


def mutual(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B204 for a record whose target does not name it back."""
    if not isinstance(root.value, Record):
        return
    for register, name, other, back in MUTUAL:
        if root.value.register == register:
            yield from _unanswered(root.value, name, other, back, corpus)


def _unanswered(record: Record, name: str, other: str, back: str, corpus: Corpus) -> Iterator[Diagnostic]:
    field = record.fields.get(name)
    targets = corpus.registers.get(other)
    if not isinstance(field, RefsField) or targets is None or field.kind in corpus.unread:
        return
    known = {item.id: item for item in targets.records}
    for target in field.ids:
        answer = known[target].fields.get(back) if target in known else None
        if target in known and not (isinstance(answer, RefsField) and record.id in answer.ids):
            kind = next(kind for kind, register in KINDS.items() if register == record.register)
            place = answer.mark.origin if isinstance(answer, RefsField) else known[target].mark.origin
            where = _line(field.mark.origin)
            text = f"{field.kind} '{target}' does not name {kind} '{record.id}' back, which names it in {where}"
            yield error("B204", place, text, f"add '{record.id}' to '{back}' of {field.kind} '{target}'")


def _line(origin: Origin) -> str:
    return f"{origin.path}:{origin.line}"


def circles(corpus: Corpus) -> Iterator[Diagnostic]:
    """B321 for records that, by way of what they depend on, depend on themselves; once for each circle."""
    for register in corpus.registers.values():
        needs = {record.id: _depends(record) for record in register.records}
        told: set[str] = set()
        for record in register.records:
            ring = _ring(record.id, needs)
            if ring and not told & set(ring):
                told.update(ring)
                text = f"{' -> '.join((*ring, ring[0]))}: each depends on the next"
                yield error("B321", record.fields["depends"].mark.origin, text, "take one of them out of 'depends'")


def _depends(record: Record) -> tuple[str, ...]:
    field = record.fields.get("depends")
    return field.ids if isinstance(field, RefsField) else ()


def _ring(start: str, needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from a record back to itself; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for step in needs.get(way[-1], ()):
            if step == start:
                return way
            if step not in seen:
                seen.add(step)
                ways.append((*way, step))
    return ()
