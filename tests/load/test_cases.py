"""Faulty content and what load says of it, side by side in `cases/`: code, place, message and hint."""

from pathlib import Path

import pytest

from tests.load.projects import cases, read, report, split

FOLDER = Path(__file__).parent / "cases"
ALL = [
    pytest.param(text, expected, id=f"{path.stem}: {title}")
    for path in sorted(FOLDER.glob("*.txt"))
    for title, text, expected in cases(path)
]


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_faulty_content_is_answered_as_its_case_says(text: str, expected: str, tmp_path: Path) -> None:
    assert report(*read(tmp_path, split(text + "\n"))) == expected


def test_every_reading_code_that_is_loads_own_has_a_case() -> None:
    shown = "".join(
        path.read_text("utf-8") for folder in ("load", "markup") for path in (FOLDER.parent.parent / folder).glob("cases/*")
    )
    assert not [
        code for code in ("B102", "B103", "B105", "B106", "B107", "B108", "B109", "B110", "B113", "B114") if code not in shown
    ]
