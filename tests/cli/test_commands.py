"""Each command as a person starts it: what it prints and with which code it ends."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import Run, shown_words, touched

pytestmark = pytest.mark.slow


def test_build_writes_and_the_second_build_touches_nothing(briefs: Run, library: Path) -> None:
    first = briefs("build")
    assert (first.returncode, first.stderr.splitlines()[-1]) == (0, "products: 5 of 5")
    assert "programme@teachers     pptx" in first.stdout
    assert "11 files in build\n" in first.stdout
    assert "wrote Schools/Reading Programme for teachers.docx" in first.stdout
    before = touched(library / "build")
    second = briefs("build")
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout.endswith("11 files in build\nnothing changed since the last build\n")
    regenerated = briefs("regenerate")
    assert (regenerated.returncode, regenerated.stdout) == (0, "nothing changed; build is current\n")
    assert touched(library / "build") == before


def test_regenerate_names_what_one_sentence_changed_and_leaves_the_rest(briefs: Run, library: Path) -> None:
    assert briefs("build", "--quiet").stdout == ""
    before = touched(library / "build")
    section = library / "content/sections/reading/board-only.md"
    section.write_text(section.read_text().replace("nobody else reads of it", "nobody else hears of it"))
    done = briefs("regenerate")
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["wrote City Library/Reading Programme for trustees.docx", "10 unchanged"]
    after = touched(library / "build")
    same = [name for name in before if name.suffix in (".docx", ".pptx") and before[name] == after[name]]
    assert len(same) == 10


def test_a_file_changed_by_hand_is_kept_and_named(briefs: Run, library: Path) -> None:
    briefs("build", "--quiet")
    file = library / "build/Schools/Reading Programme for teachers.docx"
    proven = file.read_bytes()
    file.write_bytes(b"by hand")
    done = briefs("build")
    assert "kept your edited copy as Schools/Reading Programme for teachers (edited).docx" in done.stdout
    assert file.read_bytes() == proven
    assert file.with_name("Reading Programme for teachers (edited).docx").read_bytes() == b"by hand"


def test_one_product_in_one_format_leaves_the_others(briefs: Run, library: Path) -> None:
    briefs("build", "--quiet")
    done = briefs("build", "programme@teachers", "--format", "md")
    assert "wrote Schools/Reading Programme for teachers.md" in done.stdout
    rows = json.loads((library / "build/manifest.json").read_text())["files"]
    assert len(rows) == 12


def test_archives_hold_the_files_of_one_audience_each(briefs: Run, library: Path) -> None:
    briefs("build", "--quiet")
    done = briefs("archive", "--to", "zips")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 5)
    assert zipfile.ZipFile(library / "zips/teachers.zip").namelist() == [
        "Schools/Reading Programme for teachers.docx",
        "Schools/Reading Programme for teachers.pptx",
    ]


def test_nothing_to_archive_is_told_with_its_code(briefs: Run) -> None:
    done = briefs("archive", "--to", "zips")
    assert done.returncode == 4
    assert "error[B701]: nothing is published in 'build'" in done.stderr


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("build", "programm"), "unknown product 'programm'; did you mean 'programme'?"),
        (("build", "programme@techers"), "unknown product 'programme@techers'; did you mean 'programme@teachers'?"),
        (("build", "--audience", "techers"), "unknown audience 'techers'; did you mean 'teachers'?"),
        (("build", "desk-notes", "--audience", "teachers"), "nothing to build"),
        (("build", "--format", "odt"), "'odt' is not one of"),
        (("build", "--content", "nowhere"), "there is no content folder at"),
        (("build", "--templates", "nowhere"), "there is no templates folder at"),
        (("build", "--as-of", "soon"), "'soon' is not a date; write it as 2026-11-23"),
        (("explain", "lader"), "unknown section 'lader'; did you mean 'ladder'?"),
        (("explain", "ladder", "--for", "counsel"), "unknown audience 'counsel'; did you mean 'council'?"),
        (("compare", "teachers", "counsel"), "unknown audience 'counsel'; did you mean 'council'?"),
        (("impact", "ladder.finish"), "unknown fact 'ladder.finish'; did you mean 'ladder.finished'?"),
        (("frobnicate",), "No such command 'frobnicate'"),
    ],
)
def test_a_slip_on_the_command_line_ends_with_two_and_a_hint(
    briefs: Run, library: Path, words: tuple[str, ...], complaint: str
) -> None:
    done = briefs(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in shown_words(done.stderr)
    assert not (library / "build").exists()


def test_check_says_nothing_but_that_there_is_nothing(briefs: Run, library: Path) -> None:
    done = [briefs("check"), briefs("check", "--format", "json")]
    assert [each.returncode for each in done] == [0, 0]
    assert done[0].stdout == "no complaints\n"
    assert json.loads(done[1].stdout) == {"schema": 1, "errors": 0, "warnings": 0, "diagnostics": []}
    assert sorted(path.name for path in library.iterdir()) == ["content"]


def test_a_release_refuses_what_is_overdue(briefs: Run, library: Path) -> None:
    late = ("--as-of", "2027-03-01")
    warned = briefs("check", *late)
    assert (warned.returncode, warned.stderr.splitlines()[-1]) == (0, "0 errors, 1 warning")
    refused = briefs("build", "--release", *late)
    assert refused.returncode == 1
    assert "content/facts/reading.yaml:30:5: error[B304]: fact 'desk.lost' was to be reviewed by 2027-02-21" in refused.stderr
    assert not (library / "build").exists()


def test_explain_shows_in_and_out_and_the_line_that_decided(briefs: Run) -> None:
    done = briefs("explain", "ladder", "--for", "council")
    lines = done.stdout.splitlines()
    assert lines[0] == "content/sections/reading/ladder.md"
    rows = [line.split() for line in lines]
    assert ["25", "row", "'Write", "off", "Store", "summer'", "-", "own", "tag,", "25:30"] in rows
    assert any(row[:2] == ["programme@council", "in"] for row in rows)
    found = json.loads(briefs("explain", "ladder", "--format", "json").stdout)
    (row,) = [item for item in found["blocks"] if item["text"] == "Write off Store summer"]
    assert (row["in"], row["by"]) == ({"librarians": "house", "trustees": "house"}, "own tag")
    assert row["decided"] == "content/sections/reading/ladder.md:25:30"
    assert {item["product"] for item in found["products"] if item["shown"]} >= {"programme@council", "desk-notes@librarians"}


def test_coverage_comes_in_three_forms(briefs: Run) -> None:
    assert briefs("coverage").stdout.splitlines()[-1] == "3 items: 1 delivered, 1 partial, 1 missing"
    rows = json.loads(briefs("coverage", "--format", "json").stdout)["items"]
    assert [(row["id"], row["status"]) for row in rows] == [("R1", "delivered"), ("R2", "partial"), ("R3", "missing")]
    assert "- [x] **R1** The ladder told" in briefs("coverage", "--format", "markdown").stdout


def test_facts_and_impact_and_compare_answer(briefs: Run) -> None:
    assert briefs("facts", "--due", "2027-03-01").stdout.splitlines()[-1] == "1 of 4 facts are due by 2027-03-01"
    assert "content/charts/ladder.yaml" in briefs("impact", "ladder.finished").stdout
    assert briefs("compare", "council", "council").stdout == "0 differences between council and council\n"


def test_impact_and_compare_come_as_data_too(briefs: Run) -> None:
    reached = json.loads(briefs("impact", "term:lending-desk", "--format", "json").stdout)
    assert reached["target"] == "term:lending-desk"
    assert all(place["path"].startswith("content/") and place["line"] > 0 for place in reached["sections"])
    compared = json.loads(briefs("compare", "teachers", "council", "--format", "json").stdout)
    shown = briefs("compare", "teachers", "council").stdout.splitlines()[-1]
    assert shown.startswith(f"{len(compared['differences'])} differences between teachers and council: ")
    assert {item["kind"] for item in compared["differences"]} == {"only first", "only second", "differs"}


def test_help_names_every_command_and_the_exit_codes(briefs: Run) -> None:
    done = briefs("--help")
    assert done.returncode == 0
    for word in ("build", "check", "explain", "compare", "coverage", "facts", "impact", "regenerate", "archive", "Exit codes"):
        assert word in done.stdout
