"""A service's result, derived and never typed: the worst of the latest results of the items that its checklist holds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefs.load.schema.engineering import OUTCOMES
from briefs.model.nodes import Mark
from briefs.model.records import FieldSpec, PlainField, Record, RefsField, Register

NOT_RUN = "not run"


def with_outcomes(registers: Mapping[str, Register], label: str) -> dict[str, Register]:
    """The registers, with a result on each service and checklist item when there is a checklist."""
    found = dict(registers)
    if "checklist" not in found:
        return found
    latest = _latest(found["results"].records if "results" in found else ())
    items = {record.id: latest.get(record.id, NOT_RUN) for record in found["checklist"].records}
    found["checklist"] = _with(found["checklist"], label, items)
    if "services" in found:
        found["services"] = _with(found["services"], label, _worst(found["services"], found["checklist"].records, items))
    return found


def _latest(results: tuple[Record, ...]) -> dict[str, str]:
    """Item -> the result of its last day; of two on one day the later entry."""
    days: dict[str, tuple[str, str]] = {}
    for record in results:
        outcome, day = record.fields["outcome"], record.fields["date"]
        if isinstance(outcome, PlainField) and isinstance(day, PlainField):
            for item in _ids(record, "item"):
                if item not in days or days[item][0] <= day.key:
                    days[item] = (day.key, outcome.text)
    return {item: outcome for item, (_, outcome) in days.items()}


def _worst(services: Register, checklist: tuple[Record, ...], items: Mapping[str, str]) -> dict[str, str]:
    outcomes: dict[str, list[str]] = {}
    for record in checklist:
        for service in _ids(record, "service"):
            outcomes.setdefault(service, []).append(items[record.id])
    return {record.id: min(outcomes.get(record.id, [NOT_RUN]), key=OUTCOMES.index) for record in services.records}


def _ids(record: Record, name: str) -> Iterator[str]:
    value = record.fields.get(name)
    yield from value.ids if isinstance(value, RefsField) else ()


def _with(register: Register, label: str, values: Mapping[str, str]) -> Register:
    """The register with one more field; it is visible to whoever sees its record."""
    spec = FieldSpec("result", label, "plain", OUTCOMES)
    records = tuple(
        replace(item, fields={**item.fields, "result": PlainField(values[item.id], Mark(item.mark.origin), choices=OUTCOMES)})
        for item in register.records
    )
    return replace(register, fields=(*register.fields, spec), records=records)
