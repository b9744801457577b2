"""Coverage in words, as data, and as a task list: the doc set's own list of what is to do, true each time it is asked."""

import json
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from briefs.reports.coverage import Covered, Delivery

STATUSES = ("delivered", "partial", "missing")


def as_text(covered: Iterable[Covered], groups: Mapping[str, str]) -> str:
    """An item a line under its group, below it the places in products, then the count."""
    items = list(covered)
    lines: list[str] = []
    for group, title in groups.items():
        lines.append(title)
        lines.extend(line for item in items if item.item.group == group for line in _lines(item))
    return "\n".join([*lines, _count(items)])


def as_markdown(covered: Iterable[Covered], groups: Mapping[str, str], out: str) -> str:
    """A task list under the groups' headings; links are relative to the folder that holds content, `out` below it."""
    items = list(covered)
    parts = [f"{_count(items)}."]
    for group, title in groups.items():
        tasks = [line for item in items if item.item.group == group for line in _task(item, out)]
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


def _count(items: list[Covered]) -> str:
    count = {status: sum(item.status == status for item in items) for status in STATUSES}
    return f"{len(items)} items: " + ", ".join(f"{number} {status}" for status, number in count.items())


def _lines(covered: Covered) -> Iterator[str]:
    by = sorted({delivery.section for delivery in covered.delivered})
    why = f"by {', '.join(by)}" if covered.status != "missing" else "; ".join(covered.lacks)
    later = f"; later: {covered.item.later}" if covered.status == "partial" else ""
    yield f"  {covered.item.id:<5} {covered.status:<9}  {covered.item.title}: {why}{later}"
    for place in _places(covered):
        yield f"                   {place[0]}{f': {place[1]}' if place[1] else ''}"


def _places(covered: Covered) -> list[tuple[str, str]]:
    """Each file once, with all its places."""
    files: dict[str, dict[str, None]] = {}
    for delivery in covered.delivered:
        for place in delivery.places:
            files.setdefault(place.file, {}).update(dict.fromkeys([place.text] if place.text else []))
    return [(file, ", ".join(texts)) for file, texts in files.items()]


def _task(covered: Covered, out: str) -> Iterator[str]:
    box = "x" if covered.status == "delivered" else " "
    later = f" (partial; later: {covered.item.later})" if covered.status == "partial" else ""
    yield f"- [{box}] **{covered.item.id}** {_plain(covered.item.title)}{_plain(later)}"
    if covered.status == "missing":
        yield f"  - lacks: {_plain('; '.join(covered.lacks))}"
    for file, text in _places(covered):
        yield f"  - {_link(file, f'{out}/{file}')}{_plain(f': {text}') if text else ''}"
    written = {delivery.section: delivery for delivery in covered.delivered}
    if written:
        yield f"  - written in {', '.join(_source(delivery) for delivery in written.values())}"


def _source(delivery: Delivery) -> str:
    origin = delivery.origin
    line = "" if origin.path.endswith(".md") else f"#L{origin.line}"
    return f"[`{delivery.section}`]({quote(origin.path)}{line})"


def _link(text: str, path: str) -> str:
    return f"[{_plain(text)}]({quote(path)})"


def _plain(text: str) -> str:
    """Text that Markdown would read as more than text, escaped."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<|" else sign for sign in text)
