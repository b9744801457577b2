"""References: the target exists, the form suits its kind, and no reader of the text is kept from what it refers to."""

from collections.abc import Iterator, Mapping

from briefs.check.roots import Judged, Root
from briefs.diagnostics import Diagnostic, error, nearest
from briefs.model.audience import NOBODY, Readers
from briefs.model.content import Corpus
from briefs.model.exhibits import ChartSpec, DiagramSpec, EdgeSpec, Value
from briefs.model.nodes import ChartCall, DiagramCall, Inline, Mark, Reference, SlideBlock
from briefs.model.records import KINDS, RefsField
from briefs.model.visibility import Marked
from briefs.model.walk import walk

LABELLED = frozenset({"section", "product", "source", "model", "chart", "diagram", *KINDS})
"""Kinds that may carry a label; a fact's or a term's own words may not be replaced."""

TARGETS = ("fact", "result", "term", "section", "model", "product", "source", "chart", "diagram", *KINDS)
"""All kinds of references."""


def references(root: Root, corpus: Judged) -> Iterator[Diagnostic]:
    """B201, B202, B203 for `[[kind:id]]` and `[label](kind:id)` anywhere in the root."""
    for visit in root.visits:
        if isinstance(visit.node, Reference):
            yield from _target(visit.node.kind, visit.node.target, visit.mark, corpus)
            yield from _form(visit.node, corpus)


def circles(corpus: Corpus) -> Iterator[Diagnostic]:
    """B203 for titles that print one another without end: one that, by way of others, prints itself."""
    sections = corpus.sections.items()
    titles: dict[tuple[str, str], tuple[Inline, ...]] = {("section", key): item.title for key, item in sections if not item.draft}
    for kind, exhibits in (("chart", corpus.charts), ("diagram", corpus.diagrams), ("model", corpus.models)):
        titles.update(((kind, key), item.title) for key, item in exhibits.items())
    for kind, register in KINDS.items():
        for record in corpus.registers[register].records if register in corpus.registers else ():
            if record.status != "draft":
                titles[kind, record.id] = record.title
    prints = {name: tuple(_printed(title)) for name, title in titles.items()}
    for name, title in titles.items():
        if name in _reached(name, prints):
            text = f"the title of {name[0]} '{name[1]}' prints itself, by way of what it names"
            yield error("B203", title[0].mark.origin, text, "write words in place of a reference")


def _printed(title: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    for visit in walk(title, NOBODY):
        if isinstance(visit.node, Reference) and visit.node.form == "plain":
            yield visit.node.kind, visit.node.target.partition("#")[0]


def _reached(name: tuple[str, str], prints: Mapping[tuple[str, str], tuple[tuple[str, str], ...]]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    ahead = list(prints[name])
    while ahead:
        step = ahead.pop()
        if step not in found:
            found.add(step)
            ahead.extend(prints.get(step, ()))
    return found


def ids(root: Root, corpus: Judged) -> Iterator[Diagnostic]:
    """B201, B202 for fields that hold ids of records."""
    for visit in root.visits:
        if isinstance(visit.node, RefsField):
            for target in visit.node.ids:
                yield from _target(visit.node.kind, target, visit.mark, corpus)


def exhibits(root: Root, corpus: Judged) -> Iterator[Diagnostic]:
    """B201, B202 for charts' values, diagrams' edges and groups, and for `::chart` and `::diagram`."""
    for visit in root.visits:
        match visit.node:
            case Value(kind=kind, target=target):
                yield from _target(kind, target, visit.mark, corpus)
            case ChartCall(chart=target):
                yield from _target("chart", target, visit.mark, corpus)
            case DiagramCall(diagram=target):
                yield from _target("diagram", target, visit.mark, corpus)
            case EdgeSpec() as edge if isinstance(root.value, DiagramSpec):
                yield from _edge(edge, root.value)
    if isinstance(root.value, DiagramSpec):
        yield from _groups(root.value)
    if isinstance(root.value, ChartSpec):
        yield from _values(root.value, corpus)


def _target(kind: str, target: str, mark: Mark, corpus: Judged) -> Iterator[Diagnostic]:
    known = corpus.once(targets).get(kind)
    if known is None:
        yield error("B201", mark.origin, f"unknown kind of reference '{kind}'", nearest(kind, TARGETS))
        return
    found = known.get(target)
    if found is None:
        if target.partition("#")[0] in _drafts(kind, corpus):
            hint = "refer to it when it is finished, or make this text a draft, too"
            yield error("B201", mark.origin, f"{kind} '{target}' is a draft, and in no product", hint)
        elif not corpus.left_out(kind, target.partition("#")[0]):
            yield error("B201", mark.origin, f"unknown {kind} '{target}'", nearest(target, known))
        return
    hidden = mark.readers - found.readers
    if hidden:
        yield _wider(kind, target, mark, hidden)


def _wider(kind: str, target: str, mark: Mark, hidden: Readers) -> Diagnostic:
    who = ", ".join(sorted(hidden))
    return error(
        "B202",
        mark.origin,
        f"{kind} '{target}' is hidden from {who}, who read this text",
        f"tag the text so that {who} do not see it, or widen the audience of {kind} '{target}'",
    )


def targets(corpus: Corpus) -> Mapping[str, Mapping[str, Mark]]:
    """Kind -> id -> mark of everything that a reference may lead to, drafts left out; to be asked for `once`."""
    return {kind: marks(kind, corpus) for kind in TARGETS}


def marks(kind: str, corpus: Corpus) -> dict[str, Mark]:
    """Id -> mark of all targets of a kind, drafts left out; ValueError when there is no such kind."""
    match kind:
        case "term":
            return _marks(corpus.terms)
        case "fact":
            return _marks(corpus.facts)
        case "source":
            return _marks(corpus.sources)
        case "model":
            return _marks(corpus.models)
        case "result":
            return _results(corpus)
        case "chart" | "diagram":
            return _marks(corpus.charts if kind == "chart" else corpus.diagrams)
        case "product":
            return {key: item.mark for key, item in corpus.briefs.items() if not item.draft}
        case "section":
            return _sections(corpus)
        case _ if kind in KINDS:
            register = corpus.registers.get(KINDS[kind])
            return {item.id: item.mark for item in register.records if item.status != "draft"} if register else {}
        case _:
            raise ValueError(f"no kind '{kind}'")


def _marks(items: Mapping[str, Marked]) -> dict[str, Mark]:
    return {key: item.mark for key, item in items.items()}


def _results(corpus: Corpus) -> dict[str, Mark]:
    """Results and inputs, each by itself, for the base scenario, and in every scenario."""
    found: dict[str, Mark] = {}
    for model in corpus.models.values():
        named = [*((item.id, item.mark) for item in model.inputs), *((item.id, item.mark) for item in model.results)]
        for name, mark in named:
            found[f"{model.id}.{name}"] = mark
            found.update((f"{model.id}.{name}@{scenario}", mark) for scenario in model.scenario_ids)
    return found


def _drafts(kind: str, corpus: Corpus) -> frozenset[str]:
    """Ids of a kind that may not be referred to yet."""
    match kind:
        case "section":
            return frozenset(key for key, item in corpus.sections.items() if item.draft)
        case "product":
            return frozenset(key for key, item in corpus.briefs.items() if item.draft)
        case _:
            register = corpus.registers.get(KINDS.get(kind, ""))
            return frozenset(item.id for item in register.records if item.status == "draft") if register else frozenset()


def _sections(corpus: Corpus) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for key, section in corpus.sections.items():
        if not section.draft:
            found[key] = section.mark
            for visit in walk(section.blocks, section.mark.readers):
                if isinstance(visit.node, SlideBlock):
                    found[f"{key}#{visit.node.id}"] = visit.mark
    return found


def _form(node: Reference, corpus: Corpus) -> Iterator[Diagnostic]:
    origin = node.mark.origin
    if node.form == "label" and node.kind not in LABELLED:
        yield error("B203", origin, f"a {node.kind} takes no label", f"write [[{node.kind}:{node.target}]]")
    elif node.form in ("plural", "capital", "capital-plural") and node.kind != "term":
        yield error("B203", origin, f"only terms have a {node.form} form", f"write [[{node.kind}:{node.target}]]")
    elif node.form in ("plural", "capital-plural") and node.target in corpus.terms and not corpus.terms[node.target].plurals:
        yield error("B203", origin, f"term '{node.target}' has no plural", "add 'plural:' to the term")
    elif node.kind == "fact" and node.form == "plain":
        fact = corpus.facts.get(node.target)
        if fact is not None and fact.value is None:
            hint = f"write the sentence in your own words and end it with [[cite:{node.target}]]"
            yield error("B203", origin, f"fact '{node.target}' has no value to print", hint)


def _edge(edge: EdgeSpec, diagram: DiagramSpec) -> Iterator[Diagnostic]:
    nodes = {node.id: node.mark for node in diagram.nodes}
    for end in (edge.source, edge.target):
        if end not in nodes:
            yield error("B201", edge.mark.origin, f"unknown node '{end}'", nearest(end, nodes))
        elif edge.mark.readers - nodes[end].readers:
            yield _wider("node", end, edge.mark, edge.mark.readers - nodes[end].readers)


def _groups(diagram: DiagramSpec) -> Iterator[Diagnostic]:
    groups = {group.id: group.mark for group in diagram.groups}
    for node in diagram.nodes:
        if node.group and node.group not in groups:
            yield error("B201", node.mark.origin, f"unknown group '{node.group}'", nearest(node.group, groups))


def _values(chart: ChartSpec, corpus: Corpus) -> Iterator[Diagnostic]:
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            text = f"series '{series.name}' has {len(series.values)} values for {len(chart.categories)} categories"
            yield error("B103", series.mark.origin, text, "give one value for each category")
        for value in series.values:
            unit = _unit(value, corpus)
            if unit is not None and unit != chart.unit:
                have = f"in '{unit}'" if unit else "without a value"
                text = f"{value.kind} '{value.target}' is {have}, the chart in '{chart.unit}'"
                yield error("B305", value.mark.origin, text, f"a chart shows {value.kind}s of its own unit")


def _unit(value: Value, corpus: Corpus) -> str | None:
    """The unit of a chart's value, empty for a fact without a value; None when there is no such fact or result."""
    if value.kind == "fact":
        fact = corpus.facts.get(value.target)
        return None if fact is None else fact.unit if fact.value is not None else ""
    key, _, name = value.target.partition("@")[0].partition(".")
    model = corpus.models.get(key)
    units = {**{item.id: item.unit for item in model.inputs}, **{item.id: item.unit for item in model.results}} if model else {}
    return units.get(name)
