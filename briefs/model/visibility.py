"""Effective readers for every node of a content root: the parent's readers and the tag's, both."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from briefs.model import tree
from briefs.model.audience import Audiences
from briefs.model.content import Brief, Content, OutlineEntry, Section, ViewEntry
from briefs.model.exhibits import ChartSpec, DiagramSpec
from briefs.model.models import ModelSpec, Scenario
from briefs.model.nodes import Inline, Mark, Reference
from briefs.model.records import Register

C = TypeVar("C", bound=Content)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The policy that computes readers and changes nothing else; `prune` is False, so nothing is lost."""

    audiences: Audiences
    prune: bool = False

    def mark(self, mark: Mark, parent: Mark) -> Mark:
        return replace(mark, readers=self.audiences.narrow(parent.readers, mark.tag))

    def reference(self, reference: Reference, mark: Mark) -> Inline:
        return reference

    def settle(self, children: tuple[Inline, ...], outermost: bool) -> tuple[Inline, ...]:
        return children


class Marked(Protocol):
    """Anything that carries a mark and is a dataclass."""

    @property
    def mark(self) -> Mark: ...


M = TypeVar("M", bound=Marked)


def with_readers(content: C) -> C:
    """The same root with `Mark.readers` set on every node, record, field, series, diagram node and edge."""
    policy = Narrowing(content.audiences)
    root = Mark(next(iter(content.audiences.rows)).origin, None, content.audiences.everyone)

    def own(items: Mapping[str, M]) -> Mapping[str, M]:
        return {key: narrowed(item, root, policy) for key, item in items.items()}

    return replace(
        content,
        terms=own(content.terms),
        sources=own(content.sources),
        facts=own(content.facts),
        registers={name: _register(item, root, policy) for name, item in content.registers.items()},
        models={key: _model(item, root, policy) for key, item in content.models.items()},
        charts={key: _chart(item, root, policy) for key, item in content.charts.items()},
        diagrams={key: _diagram(item, root, policy) for key, item in content.diagrams.items()},
        sections={key: _section(item, root, policy) for key, item in content.sections.items()},
        briefs={key: _brief(item, root, policy) for key, item in content.briefs.items()},
    )


def narrowed(item: M, parent: Mark, policy: Narrowing) -> M:
    """A marked value with its readers; what it holds is left alone."""
    return replace(item, mark=policy.mark(item.mark, parent))  # type: ignore[type-var]


def _brief(brief: Brief, root: Mark, policy: Narrowing) -> Brief:
    mark = policy.mark(brief.mark, root)
    return replace(brief, outline=tuple(_entry(entry, mark, policy) for entry in brief.outline), mark=mark)


def _entry(entry: OutlineEntry, parent: Mark, policy: Narrowing) -> OutlineEntry:
    mine = narrowed(entry, parent, policy)
    return replace(mine, view=narrowed(mine.view, mine.mark, policy)) if isinstance(mine, ViewEntry) else mine


def _register(register: Register, root: Mark, policy: Narrowing) -> Register:
    kept = (tree.record(item, root, policy) for item in register.records)
    return replace(register, records=tuple(item for item in kept if item is not None))


def _model(model: ModelSpec, root: Mark, policy: Narrowing) -> ModelSpec:
    mark = policy.mark(model.mark, root)
    return replace(
        model,
        title=tree.inlines(model.title, mark, policy),
        inputs=tuple(narrowed(item, mark, policy) for item in model.inputs),
        formulas=tuple(narrowed(item, mark, policy) for item in model.formulas),
        scenarios=tuple(_scenario(item, mark, policy) for item in model.scenarios),
        results=tuple(narrowed(item, mark, policy) for item in model.results),
        mark=mark,
    )


def _scenario(scenario: Scenario, parent: Mark, policy: Narrowing) -> Scenario:
    mine = narrowed(scenario, parent, policy)
    return replace(mine, changes=tuple(narrowed(item, mine.mark, policy) for item in mine.changes))


def _section(section: Section, root: Mark, policy: Narrowing) -> Section:
    mark = policy.mark(section.mark, root)
    title = tree.inlines(section.title, mark, policy)
    return replace(section, title=title, blocks=tree.blocks(section.blocks, mark, policy), mark=mark)


def _chart(chart: ChartSpec, root: Mark, policy: Narrowing) -> ChartSpec:
    mark = policy.mark(chart.mark, root)
    series = tuple(narrowed(item, mark, policy) for item in chart.series)
    return replace(
        chart,
        title=tree.inlines(chart.title, mark, policy),
        categories=tuple(narrowed(item, mark, policy) for item in chart.categories),
        series=tuple(replace(item, values=tuple(narrowed(value, item.mark, policy) for value in item.values)) for item in series),
        mark=mark,
    )


def _diagram(diagram: DiagramSpec, root: Mark, policy: Narrowing) -> DiagramSpec:
    mark = policy.mark(diagram.mark, root)
    groups = tuple(narrowed(item, mark, policy) for item in diagram.groups)
    nodes = tuple(narrowed(item, mark, policy) for item in diagram.nodes)
    edges = tuple(narrowed(item, mark, policy) for item in diagram.edges)

    def text(children: tuple[Inline, ...], parent: Mark) -> tuple[Inline, ...]:
        return tree.inlines(children, parent, policy)

    return replace(
        diagram,
        title=text(diagram.title, mark),
        groups=tuple(replace(item, label=text(item.label, item.mark)) for item in groups),
        nodes=tuple(replace(item, label=text(item.label, item.mark), detail=text(item.detail, item.mark)) for item in nodes),
        edges=tuple(replace(item, label=text(item.label, item.mark)) for item in edges),
        mark=mark,
    )
