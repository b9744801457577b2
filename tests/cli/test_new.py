"""`briefs new` writes skeletons that pass `check`, keep out of products, and overwrite nothing."""

import difflib
from pathlib import Path

import pytest

from tests.cli.running import Run


def added(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that came, and lines that went."""
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:2] in ("+ ", "- ")]
    return [line[2:] for line in lines if line[0] == "+"], [line[2:] for line in lines if line[0] == "-"]


def source(library: Path) -> str:
    text = (library / "content/sources.yaml").read_text("utf-8")
    return text.split("id: ", 1)[1].split(",")[0].split()[0]


def test_every_kind_passes_check_as_it_was_written(briefs: Run, library: Path) -> None:
    calls = [
        ("section", "late-fees"),
        ("fact", "loans.late", "--source", source(library)),
        ("term", "late-fee"),
        ("ask", "share-hours"),
        ("risk", "too-late"),
        ("brief", "one-pager"),
    ]
    for call in calls:
        made = briefs("new", *call)
        assert (made.returncode, made.stdout.splitlines()[0][:14]) == (0, "wrote content/"), made.stderr
    checked = briefs("check")
    assert checked.returncode == 0, checked.stderr
    assert "error" not in checked.stderr.replace("0 errors", "")


def test_no_product_changes_by_a_skeleton(briefs: Run, library: Path) -> None:
    briefs("build", "--format", "md", "--quiet", "--out", "before")
    for call in [
        ("section", "late-fees"),
        ("fact", "loans.late", "--source", source(library)),
        ("term", "late-fee"),
        ("ask", "s"),
    ]:
        briefs("new", *call)
    briefs("new", "brief", "one-pager")
    assert briefs("build", "--format", "md", "--quiet", "--out", "after").returncode == 0
    texts = [
        {path.relative_to(library / name): path.read_bytes() for path in (library / name).rglob("*.md")}
        for name in ("before", "after")
    ]
    assert texts[0]
    assert texts[0] == texts[1]


def test_an_entry_stands_at_its_lists_end_and_every_other_line_stays(briefs: Run, library: Path) -> None:
    path = library / "content/registers/asks.yaml"
    before = path.read_text("utf-8")
    made = briefs("new", "ask", "share-hours", "--title", 'Share "hours"', "--owner", "Desk lead", "--audience", "all")
    after = path.read_text("utf-8")
    came, went = added(before, after)
    line = int(made.stdout.splitlines()[0].rsplit(":", 1)[1])
    assert went == []
    assert after.splitlines()[line - 1].strip() == came[0].strip() == "- id: share-hours"
    assert '    title: "Share \\"hours\\""' in came
    assert "    audience: [all]" in came
    assert "    status: draft" in came


def test_a_fact_without_a_file_has_one_of_its_prefix_and_the_next_joins_it(briefs: Run, library: Path) -> None:
    fact = ("--source", source(library))
    briefs("new", "fact", "fines.most", *fact)
    path = library / "content/facts/fines.yaml"
    assert path.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=../.schema/facts.json\nfacts:\n  - id: fines.most\n"
    )
    second = briefs("new", "fact", "fines.least", *fact)
    assert second.stdout.startswith("wrote content/facts/fines.yaml:")
    assert path.read_text("utf-8").count("- id: ") == 2


def test_an_id_that_is_taken_is_answered_with_its_place(briefs: Run, library: Path) -> None:
    section = sorted((library / "content/sections").rglob("*.md"))[0]
    identity = section.read_text("utf-8").split("id: ", 1)[1].split("\n")[0]
    before = {path: path.read_bytes() for path in (library / "content").rglob("*") if path.is_file()}
    refused = briefs("new", "section", identity)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"{section.relative_to(library).as_posix()}:")
    assert f"error[B122]: section '{identity}' is here already" in refused.stderr
    assert {path: path.read_bytes() for path in (library / "content").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (("term", "a b"), "an id cannot be 'a b'"),
        (("section", "x", "--area", "nowhere"), "sections/ has no area 'nowhere'"),
        (("section", "x", "--audience", "nobody"), "unknown audience 'nobody'"),
        (("fact", "x.y"), "a fact needs a source"),
        (("fact", "x.y", "--source", "nothing"), "unknown source 'nothing'"),
        (("fact", "x.y", "--value", "8"), "a value and its unit come together"),
        (("fact", "x.y", "--value", "eight", "--unit", "times"), "a value cannot be 'eight'"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    briefs: Run, library: Path, call: tuple[str, ...], message: str
) -> None:
    before = sorted((library / "content").rglob("*"))
    refused = briefs("new", *call)
    assert refused.returncode == 1
    assert f"error[B122]: {message}" in refused.stderr
    assert sorted((library / "content").rglob("*")) == before


def test_a_kind_that_does_not_exist_is_a_usage_error(briefs: Run) -> None:
    assert briefs("new", "poem", "x").returncode == 2


def test_a_file_that_cannot_be_read_takes_no_new_entry(briefs: Run, library: Path) -> None:
    path = library / "content/terms.yaml"
    path.write_text("terms: [\n", "utf-8")
    assert briefs("new", "term", "late-fee").returncode == 1
    assert path.read_text("utf-8") == "terms: [\n"
