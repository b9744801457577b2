"""Each fault of structure is caught by whom its row of the table names, and by nobody else; a sound file by none."""

from functools import cache
from pathlib import Path

import pytest

from briefs.diagnostics import Diagnostic
from briefs.verify import whole
from tests.office.validate import audit_errors, sdk_errors
from tests.verify.damage import brief, deck
from tests.verify.planted import Fault
from tests.verify.structural import FAULTS

EACH = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.form}: {fault.name}")
LEAST = 45


@cache
def clean(form: str) -> bytes:
    return brief() if form == "docx" else deck()


def lint(fault: Fault, data: bytes) -> list[Diagnostic]:
    """Our own complaints about the structure; metadata and access are looked at elsewhere."""
    found = whole(f"x.{fault.form}", data)
    return [item for item in found if item.code == "B904" or "which no product has" in item.message]


def written(folder: Path, form: str, data: bytes) -> Path:
    file = folder / f"file.{form}"
    file.write_bytes(data)
    return file


def test_the_table_names_each_fault_once_and_somebody_who_catches_it() -> None:
    names = {(fault.form, fault.name) for fault in FAULTS}
    assert len(names) == len(FAULTS) >= LEAST
    assert [fault.name for fault in FAULTS if not fault.judges] == []
    assert {fault.form for fault in FAULTS} == {"docx", "pptx"}


@EACH
def test_our_lint_names_what_it_is_said_to_catch(fault: Fault) -> None:
    data = fault.damage(clean(fault.form))
    assert data != clean(fault.form)
    said = lint(fault, data)
    if fault.says:
        assert [item for item in said if fault.says.casefold() in item.message.casefold()], said
    else:
        assert said == []


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_our_lint_has_nothing_to_say_of_a_sound_file(form: str) -> None:
    assert whole(f"x.{form}", clean(form)) == ()


@pytest.mark.slow
@pytest.mark.validator
@EACH
def test_the_validators_see_what_they_are_said_to_see(fault: Fault, tmp_path: Path) -> None:
    file = written(tmp_path, fault.form, fault.damage(clean(fault.form)))
    assert bool(sdk_errors(file)) == ("sdk" in fault.others)
    assert bool(audit_errors(file)) == ("audit" in fault.others)


@pytest.mark.slow
@pytest.mark.validator
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_the_validators_see_nothing_in_a_sound_file(form: str, tmp_path: Path) -> None:
    file = written(tmp_path, form, clean(form))
    assert (sdk_errors(file), audit_errors(file)) == ([], [])
