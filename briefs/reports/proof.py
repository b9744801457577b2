"""Whether an item's `proof` holds: counts over what delivers it, products in their formats, registers, views, commands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.model.content import Brief, Resolved
from briefs.model.document import Uses
from briefs.model.nodes import ChartCall, DiagramCall, ItemList, Reference, Steps, Table, Text, ViewCall
from briefs.model.walk import walk

DRAWN = frozenset({"timeline", "quadrant", "heat", "chevron", "steps", "verdicts"})
"""Shapes of views that become a diagram."""
COUNTED = ("words", "facts", "table", "diagram", "chart", "model", "steps")


@dataclass(frozen=True, slots=True)
class Reached:
    """What the sections that deliver an item hold, and what products show."""

    counts: Mapping[str, int]
    records: Mapping[str, int]
    """Register -> records that some product shows; terms and facts count as registers."""
    views: frozenset[str]
    """Registers of which some product shows a view."""

    @classmethod
    def of(cls, resolved: Resolved, ids: Sequence[str], uses: Sequence[Uses]) -> "Reached":
        """Counts over the sections among `ids` and over all products."""
        sections = [resolved.sections[key] for key in ids if key in resolved.sections]
        nodes = [visit.node for section in sections for visit in walk(section.blocks, frozenset())]
        shown: dict[str, set[str]] = {"terms": {key for use in uses for key in use.terms}}
        for use in uses:
            for register, key in use.records:
                shown.setdefault(register, set()).add(key)
        views = frozenset(register for use in uses for register, _ in use.views)
        return cls(_counts(nodes), {name: len(keys) for name, keys in shown.items()}, views)


def unproven(  # noqa: C901 - one case a key of the proof
    proof: Mapping[str, object], reached: Reached, products: Mapping[str, Brief], commands: frozenset[str]
) -> Iterator[str]:
    """What the proof asks for and is not there: `2 of 4 diagram`; nothing when the proof holds."""
    formats = proof.get("formats", ())
    for key, wanted in proof.items():
        match key:
            case "product":
                yield from _products(wanted, formats, products)
            case "formats":
                pass
            case "records":
                yield from _records(wanted, reached)
            case "view":
                if wanted not in reached.views:
                    yield f"no product shows a view of {wanted}"
            case "command":
                if wanted not in commands:
                    yield f"no command '{wanted}'"
            case _ if key in COUNTED and isinstance(wanted, int):
                if reached.counts[key] < wanted:
                    yield f"{reached.counts[key]} of {wanted} {key}"
            case _:
                yield f"unknown proof '{key}'"


def _products(wanted: object, formats: object, products: Mapping[str, Brief]) -> Iterator[str]:
    for path in wanted if isinstance(wanted, list | tuple) else ():
        brief = products.get(path)
        if brief is None:
            yield f"no product '{path}'"
            continue
        missing = [form for form in formats if form not in brief.formats] if isinstance(formats, list | tuple) else []
        if missing:
            yield f"'{path}' has no {', '.join(missing)}"


def _records(wanted: object, reached: Reached) -> Iterator[str]:
    for register, count in wanted.items() if isinstance(wanted, Mapping) else ():
        have = reached.records.get(register, 0)
        if have < count:
            yield f"{have} of {count} {register}"


def _counts(nodes: Sequence[object]) -> Mapping[str, int]:
    references = [node for node in nodes if isinstance(node, Reference)]
    views = [node for node in nodes if isinstance(node, ViewCall)]
    drawn = sum(view.shape in DRAWN for view in views)
    return {
        "words": sum(len(node.text.split()) for node in nodes if isinstance(node, Text)),
        "facts": len({node.target for node in references if node.kind in ("fact", "cite")}),
        "table": sum(isinstance(node, Table) for node in nodes) + len(views) - drawn,
        "diagram": len({node.diagram for node in nodes if isinstance(node, DiagramCall)}) + drawn,
        "chart": len({node.chart for node in nodes if isinstance(node, ChartCall)}),
        "model": len({node.target.partition(".")[0] for node in references if node.kind == "result"}),
        "steps": sum(len(inner.items) for node in nodes if isinstance(node, Steps) for inner in _lists(node)),
    }


def _lists(steps: Steps) -> Iterator[ItemList]:
    return (block for block in steps.blocks if isinstance(block, ItemList))
