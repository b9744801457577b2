"""The backlog is judged by what products show, not by what was planned."""

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from briefs.load import load
from briefs.model.content import BacklogItem, Resolved
from briefs.model.document import Document, Heading, Meta, Uses
from briefs.model.nodes import Mark
from briefs.model.origin import Origin
from briefs.model.runs import Run
from briefs.pipeline import Options, build, compose_all
from briefs.project import open_project
from briefs.reports.backlog import as_json, as_markdown, as_text
from briefs.reports.coverage import Covered, Shown, coverage
from briefs.reports.freshness import due
from briefs.resolve import resolve

LIBRARY = Path(__file__).parents[1] / "projects/library/content"
PATH = "City Council/Reading Programme for council"
SHOWN = Uses(
    sections=("ladder", "next-year"),
    facts=("ladder.finished",),
    records=(("asks", "reading-hour"),),
    views=(("risks", "matrix"),),
)


@pytest.fixture(scope="module")
def resolved() -> Resolved:
    return resolve(load(open_project(LIBRARY))[0])


def shown(resolved: Resolved, uses: Uses = SHOWN, audience: str = "council") -> Shown:
    brief, row = resolved.briefs["programme"], resolved.audiences.get(audience)
    meta = Meta(
        f"programme@{audience}",
        "programme",
        audience,
        brief.title,
        "",
        row.name,
        row.organisation,
        row.reader,
        row.marking,
        resolved.edition,
        "",
        "",
    )
    heads = [Heading(1, str(at), (Run(f"On {key}"),), f"section-{key}") for at, key in enumerate(uses.sections, start=1)]
    return Shown(brief, Document(meta, tuple(heads), (), 0, uses))


def judged(resolved: Resolved, proof: dict[str, object], uses: Uses = SHOWN, later: str = "", item: str = "R1") -> Covered:
    row = BacklogItem(item, "reading", "T", "D", proof, later, Mark(Origin("content/backlog.yaml", 1, 1)))
    content = replace(resolved, backlog=replace(resolved.backlog, items=(row,)))
    (covered,) = coverage(content, [shown(resolved, uses)], ["compare"])
    return covered


@pytest.mark.parametrize(
    ("proof", "lacks"),
    [
        ({}, ()),
        ({"words": 20, "table": 1, "chart": 1, "diagram": 1, "facts": 3}, ()),
        ({"chart": 2}, ("1 of 2 chart",)),
        ({"steps": 1}, ("0 of 1 steps",)),
        ({"model": 1}, ("0 of 1 model",)),
        ({"product": [PATH], "formats": ["docx", "pptx"]}, ()),
        (
            {"product": [PATH], "formats": ["pdf"]},
            (f"'{PATH}' has no pdf",),
        ),
        ({"product": ["Elsewhere/X"]}, ("no product 'Elsewhere/X'",)),
        ({"records": {"asks": 1}}, ()),
        ({"records": {"asks": 2, "risks": 1}}, ("1 of 2 asks", "0 of 1 risks")),
        ({"view": "risks"}, ()),
        ({"view": "gates"}, ("no product shows a view of gates",)),
        ({"command": "compare"}, ()),
        ({"command": "dance"}, ("no command 'dance'",)),
        ({"luck": 1}, ("unknown proof 'luck'",)),
    ],
)
def test_a_proof_holds_or_says_what_it_lacks(resolved: Resolved, proof: dict[str, object], lacks: tuple[str, ...]) -> None:
    covered = judged(resolved, proof)
    assert covered.lacks == lacks
    assert covered.status == ("missing" if lacks else "delivered")


def test_what_no_product_shows_delivers_nothing(resolved: Resolved) -> None:
    covered = judged(resolved, {}, Uses(), item="R2")
    assert (covered.status, covered.delivered) == ("missing", ())


def test_a_part_that_is_named_for_later_makes_it_partial(resolved: Resolved) -> None:
    assert judged(resolved, {}, later="the rest").status == "partial"


def test_a_brief_delivers_too(resolved: Resolved) -> None:
    assert [by.section for by in judged(resolved, {}, Uses()).delivered] == ["programme"]


def test_the_three_forms_say_the_same(resolved: Resolved) -> None:
    covered = coverage(resolved, [shown(resolved)], [])
    rows = json.loads(as_json(covered))["items"]
    assert [list(row) for row in rows] == [["id", "title", "group", "status", "delivered", "later"]] * 3
    assert [(row["id"], row["status"]) for row in rows] == [("R1", "delivered"), ("R2", "partial"), ("R3", "missing")]
    assert rows[0]["delivered"][0] == {
        "section": "ladder",
        "product": "programme@council",
        "where": f"{PATH}.docx: 1 On ladder",
    }
    text = as_text(covered, resolved.backlog.groups)
    assert text.endswith("3 items: 1 delivered, 1 partial, 1 missing")
    assert "later: the shelves' costs" in text
    assert f"{PATH}.docx: 1 On ladder" in text
    marks = [line[:5] for line in as_markdown(covered, resolved.backlog.groups, "build").splitlines() if line.startswith("- ")]
    assert marks == ["- [x]", "- [ ]", "- [ ]"]


def test_facts_are_due_from_their_day_the_most_overdue_first(resolved: Resolved) -> None:
    facts = resolved.facts.values()
    assert due(facts, date(2027, 2, 20)) == ()
    assert [fact.id for fact in due(facts, date(2027, 2, 21))] == ["desk.lost"]
    assert next(fact.id for fact in due(facts, date(2028, 1, 1))) == "desk.lost"


def test_the_task_list_links_to_files_that_a_build_writes_and_to_the_sources(tmp_path: Path) -> None:
    shutil.copytree(LIBRARY, tmp_path / "content")
    project = open_project(tmp_path / "content")
    composed = compose_all(project)
    covered = coverage(composed.resolved, [Shown(*each) for each in composed.products], ())
    text = as_markdown(covered, composed.resolved.backlog.groups, project.out.name)
    published, _ = build(project, Options(), None, lambda what, done, total: None)
    assert published.written
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert len(links) > 10
    assert [link for link in links if not (tmp_path / unquote(link).partition("#")[0]).is_file()] == []
    assert "build/City%20Council/Reading%20Programme%20for%20council.pptx): slides " in text
    assert "[`ladder`](content/sections/reading/ladder.md)" in text


def test_a_task_list_says_what_is_later_and_what_is_lacking(resolved: Resolved) -> None:
    text = as_markdown(coverage(resolved, [shown(resolved)], []), resolved.backlog.groups, "build")
    assert text.startswith("3 items: 1 delivered, 1 partial, 1 missing.")
    assert re.search(r"^- \[ \] \*\*R2\*\* .* \(partial; later: the shelves' costs\)$", text, re.MULTILINE)
    assert "  - lacks: " in text


def test_signs_that_markdown_reads_are_escaped(resolved: Resolved) -> None:
    item = judged(resolved, {"luck_of_*all*": 1})
    assert "unknown proof 'luck\\_of\\_\\*all\\*'" in as_markdown([item], resolved.backlog.groups, "build")
