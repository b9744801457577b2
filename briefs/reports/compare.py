"""What one audience reads that another does not, in both directions, each difference once, at its widest grain."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from briefs.model.content import Selection
from briefs.model.document import Meta, Uses
from briefs.model.origin import Origin
from briefs.model.records import KINDS
from briefs.reports.units import Unit, units

Kind = Literal["only first", "only second", "differs"]
Holder = tuple[str, str]
"""(kind, id) of a section, record, term, fact, source, chart, diagram or product."""


@dataclass(frozen=True, slots=True)
class Difference:
    holder: Holder
    origin: Origin
    grain: str
    """What differs: the holder itself (`section`), or `heading`, `paragraph`, `row`, the name of a field, …"""
    kind: Kind
    first: str
    """What the first audience reads there; empty when nothing."""
    second: str


def compare(first: Selection, second: Selection) -> tuple[Difference, ...]:
    """Differences in the order of the content; what is only one's is not named again for what it holds."""
    mine, theirs = ({(unit.kind, unit.name): unit for unit in units(each)} for each in (first, second))
    names = dict.fromkeys((*mine, *theirs))
    found = [item for name in names for item in _compared(name, mine.get(name), theirs.get(name))]
    order = {kind: at for at, kind in enumerate(dict.fromkeys(kind for kind, _ in names))}
    return tuple(sorted(found, key=lambda item: (order[item.holder[0]], item.origin, item.holder)))


def _compared(holder: Holder, first: Unit | None, second: Unit | None) -> Iterable[Difference]:
    if first is None or second is None:
        yield _only(holder, first, second)
        return
    if first.meaning != second.meaning:
        yield Difference(holder, first.origin, _grain(first), "differs", first.text, second.text)
    mine, theirs = ({(unit.kind, unit.name, unit.origin): unit for unit in each.below} for each in (first, second))
    for name in sorted(mine.keys() | theirs.keys(), key=lambda name: (name[2], name[0], name[1])):
        yield from _compared(holder, mine.get(name), theirs.get(name))


def _only(holder: Holder, first: Unit | None, second: Unit | None) -> Difference:
    unit = first or second
    if unit is None:
        raise ValueError(f"{holder} is neither's")
    kind: Kind = "only first" if first else "only second"
    return Difference(holder, unit.origin, _grain(unit), kind, first.words if first else "", second.words if second else "")


def _grain(unit: Unit) -> str:
    return unit.name if unit.kind == "field" else unit.kind


def shown_in(products: Iterable[tuple[Meta, Uses]], audiences: Iterable[str]) -> Mapping[Holder, tuple[str, ...]]:
    """Holder -> the audiences' products that show it."""
    found: dict[Holder, dict[str, None]] = {}
    names = frozenset(audiences)
    for meta, uses in products:
        if meta.audience in names:
            for holder in _holders(uses):
                found.setdefault(holder, {})[meta.product] = None
    return {holder: tuple(items) for holder, items in found.items()}


def _holders(uses: Uses) -> Iterable[Holder]:
    for kind, ids in (("section", uses.sections), ("term", uses.terms), ("fact", uses.facts)):
        yield from ((kind, key) for key in ids)
    for kind, ids in (("chart", uses.charts), ("diagram", uses.diagrams)):
        yield from ((kind, key) for key in ids)
    kinds = {register: kind for kind, register in KINDS.items()}
    yield from (("record", f"{kinds[name]}:{key}") for name, key in uses.records)


def as_json(found: Iterable[Difference], audiences: tuple[str, str], products: Mapping[Holder, tuple[str, ...]]) -> str:
    """`{first, second, differences: [{holder, path, line, grain, kind, first, second, products}]}`."""
    rows = [
        {
            "holder": ":".join(item.holder),
            "path": item.origin.path,
            "line": item.origin.line,
            "grain": item.grain,
            "kind": item.kind,
            "first": item.first,
            "second": item.second,
            "products": list(products.get(item.holder, ())),
        }
        for item in found
    ]
    return json.dumps({"first": audiences[0], "second": audiences[1], "differences": rows}, indent=2, ensure_ascii=False)


def as_text(found: Iterable[Difference], audiences: tuple[str, str], products: Mapping[Holder, tuple[str, ...]]) -> str:
    """Under each holder, with the products that show it, its differences: `+` the first reads, `-` the second; then counts."""
    items = tuple(found)
    lines: list[str] = []
    for holder in dict.fromkeys(item.holder for item in items):
        where = ", ".join(products.get(holder, ())) or ("" if holder[0] == "product" else "no product of theirs")
        lines.append(f"{' '.join(holder)}{f' ({where})' if where else ''}")
        for item in (each for each in items if each.holder == holder):
            lines.append(f"  {item.origin} {item.grain}" if item.origin.line else f"  {item.grain}")
            lines += [f"    + {item.first}"] if item.kind != "only second" else []
            lines += [f"    - {item.second}"] if item.kind != "only first" else []
    count = {kind: sum(item.kind == kind for item in items) for kind in ("only first", "only second", "differs")}
    total = f"{len(items)} differences between {audiences[0]} and {audiences[1]}"
    parts = (f"{count['only first']} only {audiences[0]}", f"{count['only second']} only {audiences[1]}")
    return "\n".join([*lines, f"{total}: {', '.join(parts)}, {count['differs']} read differently" if items else total])
