"""Every complaint that a case shows says what to do, in words of no one project."""

import re
from collections.abc import Iterator

from tests.house.codes_page import TESTS

SAID = re.compile(r"^(?:\S.*: )?(?:error|warning)\[B\d{3}\]: ")


def _said() -> Iterator[tuple[str, str, str]]:
    """Place of each complaint in the case files, its line, and the line that follows it."""
    for path in sorted(TESTS.glob("*/cases/*.txt")):
        lines = path.read_text("utf-8").split("\n")
        for number, (line, after) in enumerate(zip(lines, [*lines[1:], ""], strict=True), 1):
            if SAID.match(line):
                yield f"{path.relative_to(TESTS)}:{number}", line, after


def test_every_complaint_of_a_case_says_what_to_do() -> None:
    said = list(_said())
    assert len(said) > 200
    assert [f"{place} {line}" for place, line, after in said if not re.match(r"    hint: \S", after)] == []
