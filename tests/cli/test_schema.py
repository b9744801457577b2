"""`briefs schema` writes what editors need, says what is stale, and touches nothing that is current."""

import json
from pathlib import Path

from tests.cli.running import Run


def test_schemas_are_written_once_and_are_current_then(briefs: Run, library: Path) -> None:
    folder = library / "content/.schema"
    first = briefs("schema")
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*.json")}
    again = briefs("schema")
    assert first.returncode == again.returncode == 0
    assert (folder / "registers/asks.json").is_file()
    assert again.stdout == "content/.schema is current\n"
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.json")} == times


def test_check_names_what_is_stale_missing_or_of_no_kind_and_writes_nothing(briefs: Run, library: Path) -> None:
    folder = library / "content/.schema"
    briefs("schema")
    (folder / "facts.json").write_text("{}", "utf-8")
    (folder / "terms.json").unlink()
    (folder / "more.json").write_text("{}", "utf-8")
    checked = briefs("schema", "--check")
    assert checked.returncode == 1
    assert checked.stderr.splitlines() == [
        "content/.schema/facts.json:1:1: error[B120]: a schema is not current",
        "    hint: run 'briefs schema'",
        "content/.schema/more.json:1:1: error[B120]: a schema of no kind of file",
        "    hint: run 'briefs schema'",
        "content/.schema/terms.json:1:1: error[B120]: a schema is missing",
        "    hint: run 'briefs schema'",
        "3 errors, 0 warnings",
    ]
    assert (folder / "facts.json").read_text("utf-8") == "{}"
    assert briefs("schema").returncode == 0
    assert briefs("schema", "--check").returncode == 0
    assert not (folder / "more.json").exists()


def test_the_projects_own_names_are_offered(briefs: Run, library: Path) -> None:
    briefs("schema")
    audience = json.loads((library / "content/.schema/facts.json").read_text("utf-8"))["definitions"]["Audience"]
    offered = audience["anyOf"][0]["enum"]
    rows = (library / "content/audiences.yaml").read_text("utf-8")
    assert offered[0] == "all"
    assert len(offered) > 5
    assert all(name in rows for name in offered[1:])


def test_names_that_cannot_be_read_leave_the_schemas_as_they_are(briefs: Run, library: Path) -> None:
    briefs("schema")
    before = {path: path.read_bytes() for path in (library / "content/.schema").rglob("*.json")}
    (library / "content/units.yaml").write_text("units: [\n", "utf-8")
    refused = briefs("schema")
    assert refused.returncode == 1
    assert "error[B102]" in refused.stderr
    assert {path: path.read_bytes() for path in (library / "content/.schema").rglob("*.json")} == before
