"""Schemas for editors: current, right about every real file, and of one mind with load about mistakes."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft7Validator

from briefs.diagnostics import has_errors
from briefs.load import load
from briefs.load.layout import PLACES
from briefs.load.schema.editor import Known, schemas
from briefs.load.schema.files import files
from briefs.load.schemas import stale, wanted
from briefs.project import Project, open_project
from tests.load.projects import BASE, read
from tests.load.yaml_values import values

ROOT = Path(__file__).parents[2]
PROJECTS = [ROOT / "content", ROOT / "tests/projects/library/content"]
KNOWN = Known(("all", "buyer", "sales", "them", "us"), ("GB", "%"), ("page",), ("A1",))


def read_schemas(project: Project) -> dict[str, Any]:
    corpus, _ = load(project)
    return {name: json.loads(text) for name, text in wanted(corpus).items()}


def name_of(inside: PurePosixPath, value: Any) -> str:
    top = inside.parts[0].removesuffix(".yaml")
    return f"registers/{value['register']}.json" if top == "registers" else f"{top}.json"


def refusals(schema: Any, value: Any) -> list[str]:
    return [f"{item.json_path}: {item.message}"[:300] for item in Draft7Validator(schema).iter_errors(value)]


def test_the_schemas_of_content_are_current() -> None:
    project = open_project(ROOT / "content")
    corpus, _ = load(project)
    assert [str(item) for item in stale(project, wanted(corpus))] == []


@pytest.mark.parametrize("content", PROJECTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_real_file_is_what_its_schema_says(content: Path) -> None:
    project = open_project(content)
    shapes = read_schemas(project)
    faults = []
    for path in project.content_files((".yaml",)):
        inside, value = path.relative_to(content), values(path.read_text("utf-8"))
        faults += [f"{inside} {fault}" for fault in refusals(shapes[name_of(PurePosixPath(inside), value)], value)]
    for path in (content / "sections").rglob("*.md"):
        front = values(path.read_text("utf-8").split("---\n")[1])
        faults += [f"{path.name} {fault}" for fault in refusals(shapes["sections.json"], front)]
    assert faults == []


def test_every_file_of_content_names_its_schema() -> None:
    _, found = load(open_project(ROOT / "content"))
    assert [str(item) for item in found if item.code == "B121"] == []


def test_every_place_of_content_has_a_schema() -> None:
    tops = {spec.name.split("/")[0] for spec in files()}
    assert tops == {*PLACES, "sections"}


def test_every_schema_is_one_and_helps_with_every_field() -> None:
    bare = []
    for name, text in schemas(KNOWN).items():
        schema = json.loads(text)
        Draft7Validator.check_schema(schema)
        for shape in (schema, *schema["definitions"].values()):
            fields = shape.get("properties", {})
            bare += [f"{name}: {field}" for field, value in fields.items() if not value.get("description")]
            assert not fields or shape["additionalProperties"] is False, name
    assert bare == []


def test_the_same_names_give_the_same_bytes() -> None:
    assert dict(schemas(KNOWN)) == dict(schemas(KNOWN))
    assert "null" not in "".join(schemas(KNOWN).values())


@pytest.mark.parametrize("written", ["sales", "sales, them", "[sales, them]", "[all]"])
def test_audiences_may_be_written_in_every_form_that_load_takes(written: str, tmp_path: Path) -> None:
    assert agreed("facts/a.yaml", FACT.replace("audience: all", f"audience: {written}"), tmp_path) == (True, True)


FACT = """\
audience: all
facts:
  - id: f
    text: A claim.
    value: 8
    unit: GB
    kind: public
    source: page
    as-of: "2026-03-04"
    review-by: 2027-05-23
    owner: Sales lead
"""
RISK = """\
register: risks
audience: all
records:
  - id: late
    title: Too late
    owner: Sales lead
    statement: {text: It may be late., audience: us}
    likelihood: low
    impact: high
    mitigation: Start now.
    trigger: A week is gone.
"""
CHART = """\
chart: c
kind: bar
title: Boxes
alt: Two bars.
unit: GB
audience: all
categories: [One, {label: Two, audience: us}]
series:
  - name: Boxes
    values: ["fact:a", "fact:b"]
"""
DIAGRAM = """\
diagram: d
title: Boxes
alt: Two boxes.
audience: all
nodes:
  - {id: a, label: A, at: [1, 1]}
  - {id: b, label: B, at: [2, 1]}
edges:
  - {from: a, to: b}
"""
TERM = """\
audience: all
terms:
  - id: hop
    name: {all: hop, us: Falcon}
    definition: A step.
    forbid: [{spelling: Falcon, audience: them}]
"""
SOURCE = 'sources:\n  - {id: page, title: A page, publisher: P, url: "https://example.org/", seen: "2026-11-20"}\n'
UNIT = "units:\n  - {id: GB, dimension: data}\n  - {id: boxes, counted: true}\n"
BACKLOG = "groups: {a: A}\nitems:\n  - {id: A1, group: a, title: T, done-when: D, proof: {words: 5}}\n"
MODEL = """\
model: m
title: M
owner: Sales lead
audience: all
inputs:
  a: {value: 8, unit: GB, kind: target, owner: Sales lead}
  b: {fact: f, unit: GB}
formulas: {c: a + b}
results:
  c: {unit: GB}
"""
BRIEF = """\
brief: b
title: B
subtitle: S
owner: Sales lead
audience: [sales]
formats: [docx]
outline:
  - {section: s, slides: "one, two"}
  - {heading: Risks, view: {of: risks, as: matrix, columns: "title, impact"}}
  - {asks: none, because: nothing is asked}
  - assumptions: true
budgets: {words: 100, grade: 11.5}
"""
RESULT = """\
register: results
audience: all
records:
  - {item: mount, status: not-run, date: "2026-11-23", evidence: A log., by: Test lead}
"""
RIGHT = {
    "facts/a.yaml": FACT,
    "registers/risks.yaml": RISK,
    "charts/a.yaml": CHART,
    "diagrams/a.yaml": DIAGRAM,
    "terms.yaml": TERM,
    "sources.yaml": SOURCE,
    "units.yaml": UNIT,
    "backlog.yaml": BACKLOG,
    "models/m.yaml": MODEL,
    "briefs/b.yaml": BRIEF,
    "registers/results.yaml": RESULT,
    "vocabulary.yaml": "choices: {phases: [One, Two]}\nlabels: {asks.team: Team}\n",
    "edition.yaml": BASE["edition.yaml"],
    "audiences.yaml": BASE["audiences.yaml"],
    "numbers.yaml": "patterns:\n  - {pattern: 'AES-\\d+', why: a name, example: AES-256}\n",
}
WRONG = [
    ("registers/results.yaml", "not-run", "maybe"),
    ("registers/results.yaml", "by:", "owner:"),
    ("registers/results.yaml", "2026-11-23", "today"),
    ("vocabulary.yaml", "[One, Two]", "{One: Two}"),
    ("vocabulary.yaml", "labels", "label"),
    ("facts/a.yaml", "kind: public", "kind: publick"),
    ("facts/a.yaml", "value: 8", "value: eight"),
    ("facts/a.yaml", "    unit: GB\n", ""),
    ("facts/a.yaml", "2027-05-23", "soon"),
    ("facts/a.yaml", "audience: all\n", ""),
    ("facts/a.yaml", "id: f", "id: a b"),
    ("registers/risks.yaml", "low", "lowish"),
    ("registers/risks.yaml", ", audience: us}", "}"),
    ("registers/risks.yaml", "audience: all\n", ""),
    ("registers/risks.yaml", "register: risks\n", "register: risks\nfields: {cost: {audience: us}}\n"),
    ("charts/a.yaml", "kind: bar", "kind: pie"),
    ("charts/a.yaml", "fact:a", "8"),
    ("charts/a.yaml", "categories: [One,", "categories: [{name: One},"),
    ("diagrams/a.yaml", "at: [1, 1]", "at: [1]"),
    ("diagrams/a.yaml", "at: [1, 1]", "at: [0, 1]"),
    ("terms.yaml", "spelling: Falcon, ", ""),
    ("sources.yaml", "https://example.org/", "example.org"),
    ("units.yaml", "dimension: data", "dimension: data, counted: true"),
    ("units.yaml", ", dimension: data", ""),
    ("backlog.yaml", "group: a, ", ""),
    ("models/m.yaml", "fact: f", "fact: f, owner: Sales lead"),
    ("models/m.yaml", "kind: target, ", ""),
    ("models/m.yaml", "value: 8, unit: GB", "unit: GB"),
    ("briefs/b.yaml", "formats: [docx]", "formats: [doc]"),
    ("briefs/b.yaml", ", because: nothing is asked", ""),
    ("briefs/b.yaml", "heading: Risks, ", ""),
    ("briefs/b.yaml", "section: s", "section: s, heading: H"),
    ("briefs/b.yaml", "assumptions: true", "assumptions: maybe"),
    ("briefs/b.yaml", "assumptions: true", "{assumptions: true, sources: true}"),
    ("briefs/b.yaml", "words: 100", "words: many"),
    ("briefs/b.yaml", "words: 100", "word: 100"),
    ("edition.yaml", "2026-11-23", "today"),
    ("audiences.yaml", "reader: engineer", "reader: poet"),
    ("numbers.yaml", "why: a name, ", ""),
]


def agreed(name: str, text: str, folder: Path) -> tuple[bool, bool]:
    """Whether the schema takes a file, and whether load does."""
    _, found = read(folder, {name: text})
    shape = json.loads(schemas(KNOWN)[name_of(PurePosixPath(name), values(RIGHT[name]))])
    return not refusals(shape, values(text)), not has_errors(found)


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_taken_by_both(name: str, tmp_path: Path) -> None:
    assert agreed(name, RIGHT[name], tmp_path) == (True, True)


@pytest.mark.parametrize(("name", "right", "wrong"), WRONG)
def test_a_mistake_is_refused_by_both(name: str, right: str, wrong: str, tmp_path: Path) -> None:
    text = RIGHT[name].replace(right, wrong, 1)
    assert text != RIGHT[name]
    assert agreed(name, text, tmp_path) == (False, False)


def lines_left_out() -> Iterator[tuple[str, str]]:
    """Each file without one of its lines at the first level of a record, where the line says a field that is demanded."""
    demanded = ("text", "kind", "source", "as-of", "review-by", "owner", "title", "likelihood", "impact", "mitigation", "trigger")
    for name in ("facts/a.yaml", "registers/risks.yaml"):
        lines = RIGHT[name].splitlines(keepends=True)
        for index, line in enumerate(lines):
            if line.strip().split(":")[0] in demanded:
                yield name, "".join([*lines[:index], *lines[index + 1 :]])
                yield name, "".join([*lines[:index], line.replace(":", "x:", 1), *lines[index + 1 :]])
                yield name, "".join([*lines[:index], line.split(":")[0] + ": [[x]]\n", *lines[index + 1 :]])


@pytest.mark.parametrize(("name", "text"), tuple(lines_left_out()))
def test_a_demanded_field_that_is_missing_misspelled_or_a_list_is_refused_by_both(name: str, text: str, tmp_path: Path) -> None:
    assert agreed(name, text, tmp_path) == (False, False)
