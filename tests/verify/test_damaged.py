"""Files that are damaged, whoever wrote them: each is a complaint, none a traceback."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.verify import whole
from tests.verify.damage import brief, deck

FILES = {"brief.docx": brief(), "deck.pptx": deck()}


@pytest.mark.parametrize("name", FILES)
def test_a_part_whose_name_is_gone_is_told(name: str) -> None:
    data = FILES[name]
    at = data.index(b"PK\1\2") + 46
    assert {item.code for item in whole(name, data[:at] + b"\0" + data[at + 1 :])} == {"B904"}


@given(st.sampled_from(sorted(FILES)), st.integers(0, 200_000), st.integers(0, 255), st.booleans())
def test_one_byte_changed_or_the_rest_cut_off_is_never_a_traceback(name: str, at: int, byte: int, cut: bool) -> None:
    data = FILES[name]
    at = len(data) - 1 - at % len(data)
    damaged = data[:at] if cut else data[:at] + bytes([byte]) + data[at + 1 :]
    found = whole(name, damaged)
    assert {item.code for item in found} <= {"B903", "B904", "B905"}
    assert found or not cut
