"""Records that must name one another: a workload that names a service is named by the service."""

from collections.abc import Iterator

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Corpus
from briefs.model.records import KINDS, Record, RefsField

MUTUAL: tuple[tuple[str, str, str, str], ...] = (
    ("workloads", "services", "services", "workloads"),
    ("services", "workloads", "workloads", "services"),
    ("services", "asks", "asks", "services"),
    ("asks", "services", "services", "asks"),
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
