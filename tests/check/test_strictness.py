"""A release refuses what a build only warns of, and facts are judged on the day that is given."""

from datetime import date
from pathlib import Path

from briefs.check import Strictness, check
from briefs.load import load
from briefs.model.content import Corpus
from briefs.project import open_project
from tests.check.projects import UNUSED, write

DRAFT = """\
---
id: later
title: Later
audience: all
owner: Sales lead
reviewed: 2026-11-20
status: draft
---
Text.
"""


def corpus(folder: Path) -> Corpus:
    base = write(folder, {"sections/later.md": DRAFT})
    brief = base / "briefs/base.yaml"
    brief.write_text(brief.read_text().replace("  - section: base\n", "  - section: base\n  - section: later\n"))
    return load(open_project(base))[0]


def found(folder: Path, release: bool, day: date) -> list[tuple[str, str]]:
    judged = check(corpus(folder), Strictness(release, day))
    return [(item.severity, item.code) for item in judged if item.code not in UNUSED]


def test_a_build_warns_and_a_release_refuses(tmp_path: Path) -> None:
    late = date(2028, 1, 1)
    assert found(tmp_path, False, late) == [("warning", "B404"), *[("warning", "B304")] * 3]
    assert found(tmp_path, True, late) == [("error", "B404"), *[("error", "B304")] * 3]


def test_facts_are_judged_on_the_day_that_is_given(tmp_path: Path) -> None:
    assert found(tmp_path, False, date(2027, 11, 20)) == [("warning", "B404")]
    assert len(found(tmp_path, False, date(2027, 11, 21))) == 4
