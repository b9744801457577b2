"""Whatever a YAML file or a section holds, load answers with a corpus and located complaints."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.load.projects import read
from tests.load.test_values import FILES

EXAMPLES = max(700, settings.default.max_examples // 3)
NAMES = st.sampled_from(sorted(FILES))
SIGNS = (
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    ": ",
    " ",
    "- ",
    "? ",
    "#",
    " #",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
)
WORDS = (
    "audience: all\n",
    "audience: ",
    "id: x",
    "records:",
    "terms:",
    "facts:",
    "register: asks\n",
    "---\n",
    "!!int ",
    "%TAG",
    "null",
)
VALUES = ("~", "true", "1", "2026-11-23", "é", "\t", "\x00", "[[fact:x]]", "{audience=us}", "[a]{audience=us}", "::: steps\n")
PIECES = st.sampled_from([*SIGNS, *WORDS, *VALUES])


@given(NAMES, st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=EXAMPLES)
def test_any_file_is_read_without_a_traceback(name: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _, found = read(Path(folder), {name: text})
    assert all(item.origin and item.origin.line >= 1 and item.origin.column >= 1 for item in found)


@given(NAMES, st.data())
@settings(max_examples=EXAMPLES)
def test_good_files_with_a_piece_put_in_anywhere_are_read_without_a_traceback(name: str, data: st.DataObject) -> None:
    text = FILES[name]
    assert isinstance(text, str)
    position = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 20))
    with tempfile.TemporaryDirectory() as folder:
        _, found = read(Path(folder), {**FILES, name: text[:position] + data.draw(PIECES) + text[position + length :]})
    lines = {item.origin.line for item in found if item.origin and item.origin.path == f"content/{name}"}
    assert all(1 <= line <= text.count("\n") + 3 for line in lines)
