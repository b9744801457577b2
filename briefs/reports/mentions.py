"""Where the content names any of a set of targets, and what stands around that place: its headings, its slide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefs.model.audience import Readers
from briefs.model.content import Resolved
from briefs.model.exhibits import Value
from briefs.model.models import Input
from briefs.model.nodes import ChartCall, Code, DiagramCall, Division, Inline, Mark, Reference, SlideBlock, Text
from briefs.model.origin import Origin
from briefs.model.records import KINDS, RefsField
from briefs.model.walk import walk

Target = tuple[str, str]
"""(kind, id), as in a reference."""


@dataclass(frozen=True, slots=True)
class Mention:
    kind: str
    """Of what holds it: `section`, `record`, `chart`, `diagram`, `model`."""
    holder: str
    """Id of that; of a record `ask:id`."""
    origin: Origin
    readers: Readers
    target: Target
    headings: tuple[str, ...] = ()
    """Patterns of the headings below the section's title that it stands under, outermost first; see `pattern`."""
    slide: Origin | None = None


def mentions(resolved: Resolved, targets: frozenset[Target]) -> tuple[Mention, ...]:
    """Every place that names one of the targets, in the order of the content."""
    return tuple(item for holder, value in _holders(resolved) for item in _below(value, holder, targets))


def _holders(resolved: Resolved) -> Iterator[tuple[Mention, object]]:
    def holder(kind: str, key: str, mark: Mark) -> Mention:
        return Mention(kind, key, mark.origin, mark.readers, ("", ""))

    for key, section in resolved.sections.items():
        yield holder("section", key, section.mark), section
    for kind, name in KINDS.items():
        for record in resolved.registers[name].records if name in resolved.registers else ():
            yield holder("record", f"{kind}:{record.id}", record.mark), record
    for kind, held in (("chart", resolved.charts), ("diagram", resolved.diagrams), ("model", resolved.models)):
        for key, value in held.items():
            yield holder(kind, key, value.mark), value


def _below(value: object, around: Mention, targets: frozenset[Target]) -> Iterator[Mention]:
    if isinstance(value, tuple | Mapping):
        for item in value if isinstance(value, tuple) else value.values():
            yield from _below(item, around, targets)
        return
    names = getattr(type(value), "__dataclass_fields__", None)
    if names is None or isinstance(value, Mark):
        return
    mark = getattr(value, "mark", None)
    if isinstance(mark, Mark):
        around = _around(value, mark, around)
        for target in _names(value):
            if target in targets:
                yield replace(around, target=target)
    for name in names:
        yield from _below(getattr(value, name), around, targets)


def _around(value: object, mark: Mark, around: Mention) -> Mention:
    mine = replace(around, origin=mark.origin, readers=mark.readers)
    match value:
        case Division(title=title):
            return replace(mine, headings=(*around.headings, pattern(title)))
        case SlideBlock():
            return replace(mine, slide=mark.origin)
        case _:
            return mine


def _names(value: object) -> Iterator[Target]:
    match value:
        case Reference(kind=kind, target=target):
            yield kind, target.partition("#")[0]
        case Value(kind=kind, target=target):
            yield kind, target
        case RefsField(kind=kind, ids=ids):
            yield from ((kind, name) for name in ids)
        case Input(fact=fact) if fact:
            yield "fact", fact
        case ChartCall(chart=target):
            yield "chart", target
        case DiagramCall(diagram=target):
            yield "diagram", target
        case _:
            return


def pattern(title: tuple[Inline, ...]) -> str:
    """The words of a title with one place holder for each reference, which prints otherwise for each audience."""
    parts: list[str] = []
    for visit in walk(title, frozenset()):
        match visit.node:
            case Text(text=text) | Code(text=text):
                parts.append(text)
            case Reference():
                parts.append("\x00")
            case _:
                pass
    return "".join(parts)
