"""What nothing reaches: groups that no tag names, sections, charts and diagrams in no product, records and terms unused.

Judged only where nothing was left out for a fault: what hangs on a broken file would look unused, and is not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, warning
from briefs.model.audience import Readers, Tag
from briefs.model.content import Brief, Corpus, PartEntry, Section, SectionEntry
from briefs.model.facts import Fact, Term
from briefs.model.nodes import ChartCall, DiagramCall, Mark, Reference, Text, ViewCall
from briefs.model.records import KINDS, PlainField, Record, RefsField, Register

PART_REGISTERS = frozenset({"asks", "assumptions", "non-goals"})
"""Registers that a brief shows by a part of its outline."""

SHOWN_BY_OTHERS = frozenset({"results"})
"""Registers whose records are read as fields of what they name: a result is shown by its checklist item."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What the content names, all roots together."""

    tagged: frozenset[str]
    """Names of audiences and groups in tags and in names of terms."""
    targets: frozenset[tuple[str, str]]
    """(kind, id) of references, of fields that hold ids, and of exhibits called."""
    views: tuple[ViewCall, ...]
    parts: frozenset[str]
    words: str
    """All texts, folded: a term is used by its name, too."""


def unused(corpus: Corpus, roots: Iterable[Root]) -> Iterator[Diagnostic]:
    """B410 to B414, all of them warnings."""
    reach = reached(roots)
    yield from _groups(corpus, reach)
    yield from _sections(corpus)
    yield from _records(corpus, reach)
    yield from _terms(corpus, reach)
    for kind, held in (("chart", corpus.charts), ("diagram", corpus.diagrams)):
        for key, value in held.items():
            if (kind, key) not in reach.targets:
                yield warning("B414", value.mark.origin, f"{kind} '{key}' stands in no section", f"call it by '::{kind} {key}'")


def reached(roots: Iterable[Root]) -> Reach:
    """Everything that the roots name."""
    tagged: set[str] = set()
    targets: set[tuple[str, str]] = set()
    views: list[ViewCall] = []
    parts: set[str] = set()
    words: list[str] = []
    for root in roots:
        tagged.update(_claimed(root.value))
        for visit in root.visits:
            tagged.update(_names(visit.mark.tag))
            targets.update(_targets(visit.node))
            match visit.node:
                case ViewCall() as view:
                    views.append(view)
                case PartEntry(where=where) as entry if where:
                    views.append(entry.records())
                case PartEntry(part=part):
                    parts.add(part)
                case Text(text=text) | PlainField(text=text) | Fact(text=text) | Term(definition=text):
                    words.append(text.casefold())
                case _:
                    pass
    return Reach(frozenset(tagged), frozenset(targets), tuple(views), frozenset(parts), "\n".join(words))


def _names(tag: Tag | None) -> tuple[str, ...]:
    return tag.names if tag else ()


def _claimed(value: object) -> Iterator[str]:
    if isinstance(value, Term):
        yield from (claim.audience for claim in (*value.names, *value.plurals))
        for rule in value.forbid:
            yield from rule.audience.names


def _targets(node: object) -> Iterator[tuple[str, str]]:
    match node:
        case Reference(kind=kind, target=target):
            yield kind, target.partition("#")[0]
        case RefsField(kind=kind, ids=ids):
            yield from ((kind, name) for name in ids)
        case ChartCall(chart=target):
            yield "chart", target
        case DiagramCall(diagram=target):
            yield "diagram", target
        case _:
            pass


def _groups(corpus: Corpus, reach: Reach) -> Iterator[Diagnostic]:
    known = {name for rule in corpus.forbidden for name in rule.audience.names} | reach.tagged
    seen: set[str] = set()
    for row in corpus.audiences.rows:
        for group in row.groups:
            if group not in known | seen:
                seen.add(group)
                yield warning("B410", row.origin, f"no tag names the group '{group}'", "use it, or remove it from its audiences")


def _sections(corpus: Corpus) -> Iterator[Diagnostic]:
    for section in corpus.sections.values():
        if section.draft or any(_shows(brief, section) for brief in corpus.briefs.values()):
            continue
        named = sorted(brief.id for brief in corpus.briefs.values() if _entries(brief, section))
        readers = ", ".join(sorted(section.mark.readers)) or "nobody"
        hint = "add it to an outline, or say 'status: draft'"
        if named:
            hint = f"it is for {readers}, who do not get {', '.join(named)}: widen its audience"
        yield warning("B411", section.mark.origin, f"section '{section.id}' is in no product", hint)


def _entries(brief: Brief, section: Section) -> tuple[Mark, ...]:
    return tuple(e.mark for e in brief.outline if isinstance(e, SectionEntry) and e.section == section.id)


def _shows(brief: Brief, section: Section) -> bool:
    """Whether some reader gets the section by the brief; a draft brief counts as what its author plans."""
    readers: Readers = frozenset().union(*(mark.readers for mark in _entries(brief, section)))
    return bool(readers & section.mark.readers)


def _records(corpus: Corpus, reach: Reach) -> Iterator[Diagnostic]:
    for register in (item for name, item in corpus.registers.items() if name not in SHOWN_BY_OTHERS):
        kind = next((key for key, name in KINDS.items() if name == register.name), "")
        alone = [record for record in register.records if record.status != "draft" and (kind, record.id) not in reach.targets]
        if alone and not _viewed(register, reach):
            text = f"the register '{register.name}' is in no view, and nothing refers to {_listed(alone)}"
            yield warning("B412", alone[0].mark.origin, text, f"show it by '::view {register.name} as=matrix'")
            continue
        for record in alone:
            if not any(_takes(view, record) for view in reach.views) and register.name not in PART_REGISTERS & reach.parts:
                text = f"{kind} '{record.id}' is in no view, and nothing refers to it"
                yield warning("B412", record.mark.origin, text, "widen a view's 'where', or refer to it")


def _viewed(register: Register, reach: Reach) -> bool:
    return register.name in PART_REGISTERS & reach.parts or any(view.register == register.name for view in reach.views)


def _takes(view: ViewCall, record: Record) -> bool:
    return view.register == record.register and all(_matches(record, name, value) for name, value in view.where)


def _matches(record: Record, name: str, wanted: str) -> bool:
    """Whether a condition lets the record through; one on a field of markup is taken to."""
    several = {wanted, *(part.strip() for part in wanted.split(","))}
    match record.fields.get(name):
        case PlainField(text=text):
            return text in several
        case RefsField(ids=ids):
            return not several.isdisjoint(ids)
        case None:
            built_in = {"status": record.status, "owner": record.owner, "id": record.id}
            return name == "title" or built_in.get(name) in several
        case _:
            return True


def _listed(records: list[Record]) -> str:
    shown = ", ".join(f"'{record.id}'" for record in records[:3])
    return f"{shown} and {len(records) - 3} more" if len(records) > 3 else shown


def _terms(corpus: Corpus, reach: Reach) -> Iterator[Diagnostic]:
    """A term that forbids a spelling is used by that."""
    for term in corpus.terms.values():
        spoken = any(claim.text.casefold() in reach.words for claim in (*term.names, *term.plurals))
        if ("term", term.id) not in reach.targets and not term.forbid and not spoken:
            yield warning("B413", term.mark.origin, f"nothing uses the term '{term.id}'", "refer to it, or remove it")
