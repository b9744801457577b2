"""The table of registers, and the JSON Schemas that come from the same definitions."""

import json

import pytest

from briefs.load.schema.registers import REGISTERS, RegisterSpec, record_shape
from briefs.model.records import KINDS


def test_every_register_is_the_home_of_a_kind_of_reference() -> None:
    assert all(KINDS[spec.kind] == spec.name for spec in REGISTERS)


def test_every_reference_between_registers_leads_to_a_kind_that_exists() -> None:
    targets = {column.field.kind for spec in REGISTERS for column in spec.columns if column.field.type == "refs"}
    assert targets <= set(KINDS)


@pytest.mark.parametrize("spec", REGISTERS, ids=lambda spec: spec.name)
def test_a_register_has_labels_and_a_json_schema(spec: RegisterSpec) -> None:
    schema = record_shape(spec).model_json_schema()
    assert json.dumps(schema)
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) >= {"id", "title", "owner"} | {column.field.name for column in spec.columns if column.required}
    assert all(column.field.label for column in spec.columns)
