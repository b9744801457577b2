"""Resolved x audience -> Selection: total, no I/O, no clock; what remains carries no tag, no reference, no trace of others."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from briefs.model import tree
from briefs.model.audience import NOBODY
from briefs.model.content import (
    Brief,
    OutlineEntry,
    PartEntry,
    Resolved,
    Section,
    SectionEntry,
    SelectedTerm,
    Selection,
    ViewEntry,
)
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, EdgeSpec, GroupSpec, NodeSpec, SeriesSpec
from briefs.model.models import ModelSpec
from briefs.model.nodes import Break, Inline, Mark, Picture, Reference, SlideBlock, Span, Styled, Text, Use
from briefs.model.records import KINDS, Field, Record, RefsField, Register
from briefs.model.visibility import Marked
from briefs.model.walk import walk

M = TypeVar("M", bound=Marked)
P = TypeVar("P", Category, GroupSpec, NodeSpec, EdgeSpec)


def select(resolved: Resolved, audience: str) -> Selection:
    """Everything that one audience may see; KeyError when the audience does not exist."""
    keep = Keeping(resolved, audience)
    root = Mark(resolved.audiences.get(audience).origin)
    sections = {key: _section(item, keep) for key, item in keep.visible(resolved.sections)}
    seen = frozenset((name, item.id) for name, reg in resolved.registers.items() for item in reg.records if keep.sees(item.mark))
    registers = {name: _register(item, root, seen, keep) for name, item in resolved.registers.items()}
    return Selection(
        audience=resolved.audiences.get(audience),
        edition=resolved.edition,
        units=resolved.units,
        terms={key: _term(key, item.definition, keep) for key, item in keep.visible(resolved.terms)},
        sources={key: replace(item, mark=Mark(item.mark.origin)) for key, item in keep.visible(resolved.sources)},
        facts={key: replace(item, mark=Mark(item.mark.origin)) for key, item in keep.visible(resolved.facts)},
        registers=registers,
        models={key: _model(item, keep) for key, item in keep.visible(resolved.models)},
        results={key: replace(item, mark=Mark(item.mark.origin)) for key, item in keep.visible(resolved.results)},
        charts={key: _chart(item, keep) for key, item in keep.visible(resolved.charts)},
        diagrams={key: _diagram(item, keep) for key, item in keep.visible(resolved.diagrams)},
        sections=sections,
        briefs={key: _brief(item, sections, keep) for key, item in keep.visible(resolved.briefs)},
        media={name: resolved.media[name] for name in _pictures((sections, registers))},
    )


@dataclass(frozen=True, slots=True)
class Keeping:
    """The policy that keeps what one audience may see and prints its references."""

    resolved: Resolved
    audience: str
    prune: bool = True

    def sees(self, mark: Mark) -> bool:
        return self.audience in mark.readers

    def visible(self, items: Mapping[str, M]) -> Iterable[tuple[str, M]]:
        return ((key, item) for key, item in items.items() if self.sees(item.mark))

    def mark(self, mark: Mark, parent: Mark) -> Mark | None:
        return Mark(mark.origin) if self.sees(mark) else None

    def reference(self, reference: Reference, mark: Mark) -> Inline:
        children = self._printed(reference, mark)
        return Use(reference.kind, reference.target, reference.form, children, mark)

    def settle(self, children: tuple[Inline, ...], outermost: bool) -> tuple[Inline, ...]:
        mended = _mended(children)
        return _stripped(mended) if outermost else mended

    def _printed(self, reference: Reference, mark: Mark) -> tuple[Inline, ...]:
        if reference.form == "label":
            return reference.label
        if reference.form == "cite":
            return ()
        return self._text_of(reference, mark)

    def _text_of(self, reference: Reference, mark: Mark) -> tuple[Inline, ...]:
        content = self.resolved
        match reference.kind:
            case "term":
                return (Text(self._term(reference), mark),)
            case "fact":
                return (Text(content.values[reference.target], mark),)
            case "result":
                return (Text(content.values[f"result:{reference.target}"], mark),)
            case "model":
                return tree.inlines(content.models[reference.target].title, mark, self)
            case "chart":
                return tree.inlines(content.charts[reference.target].title, mark, self)
            case "diagram":
                return tree.inlines(content.diagrams[reference.target].title, mark, self)
            case "source":
                return (Text(content.sources[reference.target].title, mark),)
            case "product":
                return (Text(content.briefs[reference.target].title, mark),)
            case "section":
                section = content.sections[reference.target.partition("#")[0]]
                return tree.inlines(section.title, mark, self)
            case kind:
                record = next(item for item in content.registers[KINDS[kind]].records if item.id == reference.target)
                return tree.inlines(record.title, mark, self)

    def _term(self, reference: Reference) -> str:
        plural = reference.form in ("plural", "capital-plural")
        name = self.resolved.names[self.audience, f"{reference.target}#plural" if plural else reference.target]
        return name[:1].upper() + name[1:] if reference.form.startswith("capital") else name


_DOUBLE = re.compile(r" {2,}")
_BEFORE = re.compile(r" +(?=[,;:!?)\]]|\.(?:\s|$))")
_AFTER = re.compile(r"(?<=[(\[]) +")
_SUSPECT = re.compile(r" [ ,;:!?)\].]|[(\[] ")
"""What any of the three needs to find something: most texts hold none of it."""


def _mended(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Siblings with neighbouring texts joined and the spaces round dropped spans mended.

    It is done to every run of siblings alike, whether anything was dropped or not, so that it cannot tell.
    """
    joined: list[Inline] = []
    for child in children:
        last = joined[-1] if joined else None
        if isinstance(child, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + child.text, last.mark)
        else:
            joined.append(child)
    mended = [Text(_spaced(child.text), child.mark) if isinstance(child, Text) else child for child in joined]
    return tuple(mended)


def _spaced(text: str) -> str:
    if not _SUSPECT.search(text):
        return text
    return _AFTER.sub("", _BEFORE.sub("", _DOUBLE.sub(" ", text)))


def _stripped(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A line without spaces and breaks at its ends; a blank line is nothing, so that hidden spans leave no empty paragraph."""
    if _blank(children):
        return ()
    first, last = children[0], children[-1]
    if isinstance(first, Break):
        return _stripped(children[1:])
    if isinstance(last, Break):
        return _stripped(children[:-1])
    if isinstance(first, Text) and first.text != first.text.lstrip():
        rest = (replace(first, text=first.text.lstrip()), *children[1:])
        return _stripped(rest if first.text.strip() else rest[1:])
    if isinstance(last, Text) and last.text != last.text.rstrip():
        rest = (*children[:-1], replace(last, text=last.text.rstrip()))
        return _stripped(rest if last.text.strip() else rest[:-1])
    return children


def _blank(children: tuple[Inline, ...]) -> bool:
    return all(
        isinstance(child, Break)
        or (isinstance(child, Text) and not child.text.strip())
        or (isinstance(child, Styled | Span) and _blank(child.children))
        for child in children
    )


def _term(key: str, definition: str, keep: Keeping) -> SelectedTerm:
    name = keep.resolved.names[keep.audience, key]
    plural = keep.resolved.names.get((keep.audience, f"{key}#plural"), "")
    return SelectedTerm(key, name, plural, definition)


Seen = frozenset[tuple[str, str]]
"""(register, id) of the records that the audience sees."""


def _register(register: Register, root: Mark, seen: Seen, keep: Keeping) -> Register:
    kept = (tree.record(item, root, keep) for item in register.records)
    return replace(register, records=tuple(_record(item, seen) for item in kept if item is not None))


def _record(record: Record, seen: Seen) -> Record:
    fields = {name: kept for name, value in record.fields.items() if (kept := _field(value, seen)) is not None}
    return replace(record, fields=fields)


def _field(value: Field, seen: Seen) -> Field | None:
    """Ids of hidden records go, and with the last of them the field."""
    if not isinstance(value, RefsField):
        return value
    ids = tuple(item for item in value.ids if (KINDS[value.kind], item) in seen)
    return replace(value, ids=ids) if ids else None


def _section(section: Section, keep: Keeping) -> Section:
    mark = Mark(section.mark.origin)
    title = tree.inlines(section.title, mark, keep)
    return replace(section, title=title, blocks=tree.blocks(section.blocks, mark, keep), mark=mark)


def _brief(brief: Brief, sections: Mapping[str, Section], keep: Keeping) -> Brief:
    kept = (_entry(entry, sections, keep) for entry in brief.outline if keep.sees(entry.mark))
    return replace(brief, outline=tuple(entry for entry in kept if entry is not None), mark=Mark(brief.mark.origin))


def _entry(entry: OutlineEntry, sections: Mapping[str, Section], keep: Keeping) -> OutlineEntry | None:
    """The entry, unless it names a section or holds a view that the audience does not see."""
    mark = Mark(entry.mark.origin)
    match entry:
        case SectionEntry(section=section, slides=slides):
            if section not in sections:
                return None
            return replace(entry, slides=slides and _shown(slides, sections[section]), mark=mark)
        case ViewEntry(view=view):
            return replace(entry, view=replace(view, mark=Mark(view.mark.origin)), mark=mark) if keep.sees(view.mark) else None
        case PartEntry():
            return replace(entry, mark=mark)


def _shown(slides: tuple[str, ...], section: Section) -> tuple[str, ...]:
    """Those of the named slides that the section has for this audience."""
    found = {visit.node.id for visit in walk(section, NOBODY) if isinstance(visit.node, SlideBlock)}
    return tuple(name for name in slides if name in found)


def _model(model: ModelSpec, keep: Keeping) -> ModelSpec:
    """Its inputs and results, as far as the audience sees them; how it is computed is nobody's to print."""
    mark = Mark(model.mark.origin)
    inputs = tuple(replace(item, mark=mark) for item in model.inputs if keep.sees(item.mark))
    results = tuple(replace(item, mark=mark) for item in model.results if keep.sees(item.mark))
    title = tree.inlines(model.title, mark, keep)
    return replace(model, title=title, inputs=inputs, formulas=(), scenarios=(), results=results, mark=mark)


def _chart(chart: ChartSpec, keep: Keeping) -> ChartSpec:
    mark = Mark(chart.mark.origin)
    shown = [index for index, category in enumerate(chart.categories) if keep.sees(category.mark)]
    return replace(
        chart,
        title=tree.inlines(chart.title, mark, keep),
        categories=tuple(_bare(chart.categories[index]) for index in shown),
        series=tuple(_series(item, shown) for item in chart.series if keep.sees(item.mark)),
        mark=mark,
    )


def _series(series: SeriesSpec, shown: list[int]) -> SeriesSpec:
    values = (series.values[index] for index in shown)
    bare = tuple(replace(value, mark=Mark(value.mark.origin)) for value in values)
    return replace(series, values=bare, mark=Mark(series.mark.origin))


def _bare(part: P) -> P:
    """A part of an exhibit without its tag; its place stays, for what is wrong with it when it is drawn."""
    return replace(part, mark=Mark(part.mark.origin))


def _diagram(diagram: DiagramSpec, keep: Keeping) -> DiagramSpec:
    mark = Mark(diagram.mark.origin)

    def text(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tree.inlines(children, mark, keep)

    nodes = tuple(item for item in diagram.nodes if keep.sees(item.mark))
    names, used = {item.id for item in nodes}, {item.group for item in nodes}
    groups = {item.id for item in diagram.groups if item.id in used and keep.sees(item.mark)}
    edges = (item for item in diagram.edges if keep.sees(item.mark) and {item.source, item.target} <= names)
    return replace(
        diagram,
        title=text(diagram.title),
        groups=tuple(_bare(replace(item, label=text(item.label))) for item in diagram.groups if item.id in groups),
        nodes=tuple(
            _bare(
                replace(
                    item,
                    label=text(item.label),
                    detail=text(item.detail),
                    group=item.group if item.group in groups else "",
                )
            )
            for item in nodes
        ),
        edges=tuple(_bare(replace(item, label=text(item.label))) for item in edges),
        mark=mark,
    )


def _pictures(content: object) -> list[str]:
    """Sources of all pictures in what is left, in order of name."""
    return sorted({visit.node.source for visit in walk(content, NOBODY) if isinstance(visit.node, Picture)})
