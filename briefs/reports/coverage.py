"""The backlog's items: delivered by what, partial, or missing; from what products really show, not from what was planned.

An item is delivered when something names it under `delivers`, that thing is shown in at least one product, and the item's `proof`
holds; partial when the proof holds but a part is named under `later`; else missing.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefs.model.content import BacklogItem, Brief, Resolved
from briefs.model.document import Meta, Uses
from briefs.model.paths import product_path
from briefs.reports.proof import Reached, unproven


@dataclass(frozen=True, slots=True)
class Shown:
    """A product as far as coverage cares."""

    brief: Brief
    meta: Meta
    uses: Uses


@dataclass(frozen=True, slots=True)
class Delivery:
    section: str
    """Id of what delivers: a section, a record, a brief."""
    product: str
    where: str
    """Path of the product, without suffix."""


@dataclass(frozen=True, slots=True)
class Covered:
    item: BacklogItem
    status: Literal["delivered", "partial", "missing"]
    delivered: tuple[Delivery, ...]
    lacks: tuple[str, ...]
    """Why it is not delivered: `no section names it`, `2 of 4 diagrams`."""


def coverage(resolved: Resolved, products: Sequence[Shown], commands: Iterable[str]) -> tuple[Covered, ...]:
    """Every item of the backlog, in its order; `commands` are those that the program has."""
    known = frozenset(commands)
    return tuple(_covered(item, resolved, products, known) for item in resolved.backlog.items)


def as_text(covered: Iterable[Covered], groups: Mapping[str, str]) -> str:
    """One line an item under its group, then the count."""
    items = list(covered)
    lines: list[str] = []
    for group, title in groups.items():
        lines.append(f"{title}")
        lines.extend(_line(item) for item in items if item.item.group == group)
    count = {status: sum(item.status == status for item in items) for status in ("delivered", "partial", "missing")}
    lines.append(f"{len(items)} items: " + ", ".join(f"{number} {status}" for status, number in count.items()))
    return "\n".join(lines)


def as_markdown(covered: Iterable[Covered], groups: Mapping[str, str]) -> str:
    """A task list under the groups' headings."""
    items = list(covered)
    parts = []
    for group, title in groups.items():
        tasks = [_task(item) for item in items if item.item.group == group]
        parts.append("\n".join([f"## {title}", "", *tasks]))
    return "\n\n".join(parts)


def as_json(covered: Iterable[Covered]) -> str:
    """`{"items": [{id, title, group, status, delivered: [{section, product, where}], later}]}`."""
    rows = [
        {
            "id": each.item.id,
            "title": each.item.title,
            "group": each.item.group,
            "status": each.status,
            "delivered": [{"section": by.section, "product": by.product, "where": by.where} for by in each.delivered],
            "later": each.item.later,
        }
        for each in covered
    ]
    return json.dumps({"items": rows}, indent=2, ensure_ascii=False)


def _covered(item: BacklogItem, resolved: Resolved, products: Sequence[Shown], commands: frozenset[str]) -> Covered:
    deliveries = tuple(_deliveries(item, resolved, products))
    reached = Reached.of(resolved, tuple(dict.fromkeys(by.section for by in deliveries)), [shown.uses for shown in products])
    paths = {_path(shown, resolved): shown.brief for shown in products}
    lacks = tuple(unproven(item.proof, reached, paths, commands))
    if not deliveries:
        return Covered(item, "missing", (), ("nothing that a product shows names it under 'delivers'", *lacks))
    if lacks:
        return Covered(item, "missing", deliveries, lacks)
    return Covered(item, "partial" if item.later else "delivered", deliveries, ())


def _deliveries(item: BacklogItem, resolved: Resolved, products: Sequence[Shown]) -> Iterator[Delivery]:
    sections = {key for key, section in resolved.sections.items() if item.id in section.delivers}
    records = {
        (name, record.id) for name, reg in resolved.registers.items() for record in reg.records if item.id in record.delivers
    }
    seen: set[tuple[str, str]] = set()
    for shown in products:
        where = _path(shown, resolved)
        named = [key for key in shown.uses.sections if key in sections]
        named += [f"{name}:{key}" for name, key in shown.uses.records if (name, key) in records]
        named += [shown.brief.id] if item.id in shown.brief.delivers else []
        for key in named:
            if (key, shown.meta.product) not in seen:
                seen.add((key, shown.meta.product))
                yield Delivery(key, shown.meta.product, where)


def _path(shown: Shown, resolved: Resolved) -> str:
    return product_path(shown.brief, resolved.audiences.get(shown.meta.audience))


def _line(covered: Covered) -> str:
    by = sorted({delivery.section for delivery in covered.delivered})
    why = f"by {', '.join(by)}" if covered.status != "missing" else "; ".join(covered.lacks)
    later = f"; later: {covered.item.later}" if covered.status == "partial" else ""
    return f"  {covered.item.id:<5} {covered.status:<9}  {covered.item.title}: {why}{later}"


def _task(covered: Covered) -> str:
    box = "x" if covered.status == "delivered" else " "
    by = ", ".join(f"`{delivery.section}` in {delivery.where}" for delivery in covered.delivered)
    return f"- [{box}] **{covered.item.id}** {covered.item.title}" + (f" ({by})" if by else "")
