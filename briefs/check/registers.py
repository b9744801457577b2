"""Records that must name one another: a workload that names a service is named by the service."""

from collections.abc import Iterator, Mapping

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Corpus
from briefs.model.records import KINDS, Record, RefsField

MUTUAL: tuple[tuple[str, str, str, str], ...] = (
    ("workloads", "services", "services", "workloads"),
    ("services", "workloads", "workloads", "services"),
    ("services", "asks", "asks", "services"),
    ("asks", "services", "services", "asks"),
    ("threats", "controls", "controls", "threats"),
    ("controls", "threats", "threats", "controls"),
)
"""Register, its field, the register of the targets, and their field that must name the record back."""


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
            text = f"{field.kind} '{target}' does not name {kind} '{record.id}' back"
            yield error("B204", field.mark.origin, text, f"add '{record.id}' to '{back}' of {field.kind} '{target}'")


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
