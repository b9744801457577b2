"""A project with two targets of every kind of reference: one for everyone, one that buyers may not see."""

from briefs.check.registers import MUTUAL
from briefs.load.schema.engineering import OUTCOMES
from briefs.load.schema.registers import REGISTERS, ColumnSpec, RegisterSpec
from tests.check.projects import BASE, DAYS

OTHERS = ("section", "product", "chart", "diagram", "model", "source", "term", "fact", "result")
"""Kinds that are no registers."""
ALL_KINDS = (*OTHERS, *(spec.kind for spec in REGISTERS))
UNLABELLED = frozenset({"term", "fact", "result"})
"""Their own words may not be replaced."""
NAMED_BACK = frozenset((register, field) for register, field, _, _ in MUTUAL)


def target(kind: str, reader: str = "all") -> str:
    """The id of a kind's target for `all` or for `us`; outcomes are named by their item and counted."""
    named = {"result": f"model-{reader}.total", "outcome": f"checklist-item-{reader}.{1 if reader == 'all' else 2}"}
    return named.get(kind, f"{kind}-{reader}")


def title(kind: str) -> str:
    """What a reference to the target for everyone prints."""
    return {"fact": "8\u00a0GB", "result": "8\u00a0GB", "term": "the term of all"}.get(kind, f"The {kind} of all")


def files() -> dict[str, str]:
    """The content, but for a text that refers to it."""
    both = [(reader, f"audience: {reader}") for reader in ("all", "us")]
    made = {f"registers/{spec.name}-more.yaml": _register(spec) for spec in REGISTERS}
    chosen = sorted({column.vocabulary for spec in REGISTERS for column in spec.columns} - {""})
    made["vocabulary.yaml"] = "choices:\n" + "".join(f"  {name}: [Words]\n" for name in chosen)
    made["terms.yaml"] = BASE["terms.yaml"] + "".join(
        f"  - {{id: term-{reader}, name: the term of {reader}, definition: A word., {tag}}}\n" for reader, tag in both
    )
    made["facts/more.yaml"] = "facts:\n" + "".join(
        f"  - {{id: fact-{reader}, text: A box holds it., value: 8, unit: GB, kind: public, source: page, {DAYS}, {tag}}}\n"
        for reader, tag in both
    )
    made["sources.yaml"] = "sources:\n" + "".join(
        f'  - {{id: {name}, title: The {name.replace("-", " of ")}, publisher: P, url: "https://example.org/{name}", '
        f'seen: "2026-11-20", audience: {reader}}}\n'
        for name, reader in (("source-all", "all"), ("source-us", "us"), ("page", "all"), ("own", "us"))
    )
    for reader, tag in both:
        made |= {f"{folder}/more-{reader}{end}": f"{text}" for folder, end, text in _roots(reader, tag)}
    return made


def _roots(reader: str, tag: str) -> tuple[tuple[str, str, str], ...]:
    named = f"{tag}\ntitle: The KIND of {reader}\n"
    return (
        ("charts", ".yaml", f"chart: chart-{reader}\n{named.replace('KIND', 'chart')}" + CHART),
        ("diagrams", ".yaml", f"diagram: diagram-{reader}\n{named.replace('KIND', 'diagram')}" + DIAGRAM),
        ("models", ".yaml", f"model: model-{reader}\n{named.replace('KIND', 'model')}" + MODEL),
        ("sections", ".md", f"---\nid: section-{reader}\n{named.replace('KIND', 'section')}" + SECTION),
        ("briefs", ".yaml", f"brief: product-{reader}\npath: {reader} {{audience}}\n{named.replace('KIND', 'product')}" + BRIEF),
    )


RUN = f'status: {OUTCOMES[0]}, date: "2026-11-20", by: Sales lead'
"""A result as it is written; it has no id and no title of its own."""
CHART = """\
kind: bar
alt: A bar.
unit: GB
categories: [Boxes]
series:
  - {name: Size, values: ["fact:fact-all"]}
"""
DIAGRAM = "alt: A box.\nnodes:\n  - {id: a, label: A box, at: [1, 1]}\n"
MODEL = """\
owner: Sales lead
inputs:
  size: {fact: fact-all, title: a box, unit: GB}
formulas:
  total: size
scenarios:
  base: {}
results:
  total: {title: the total, unit: GB}
"""
SECTION = "owner: Sales lead\nreviewed: 2026-11-20\n---\nWords.\n"
BRIEF = """\
subtitle: What we sell
owner: Sales lead
formats: [docx]
outline:
  - section: base
  - {asks: none, because: nothing is asked}
  - assumptions: true
  - non-goals: true
  - terminology: true
  - sources: true
"""


def _register(spec: RegisterSpec) -> str:
    lines = [f"register: {spec.name}", "records:"]
    if spec.kind == "outcome":
        runs = [f"  - {{item: checklist-item-{reader}, {RUN}, audience: {reader}}}" for reader in ("all", "us")]
        return "\n".join((*lines, *runs, ""))
    for reader in ("all", "us"):
        lines += [f"  - id: {spec.kind}-{reader}", f"    title: The {spec.kind} of {reader}", "    owner: Sales lead"]
        filled = [one for one in spec.columns if one.required or (spec.name, one.field.name) in NAMED_BACK]
        lines += [f"    audience: {reader}", *(f"    {one.field.name}: {_value(one, reader)}" for one in filled)]
    return "\n".join(lines) + "\n"


def _value(column: ColumnSpec, reader: str) -> str:
    """Something that the field takes."""
    match column.field.type:
        case "plain" if column.shape == "date":
            return "2026-11-20"
        case "number":
            return "1"
        case "refs":
            return f"{column.field.kind}-{reader}" if column.one else f"[{column.field.kind}-{reader}]"
        case "blocks":
            return "|\n      Words."
        case "text" | "plain":
            return column.field.choices[0] if column.field.choices else "Words"
