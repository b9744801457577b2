"""Plans a new section, fact, term, record or brief: which file it goes to and what it says there; writes nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from briefs.diagnostics import ContentError, Diagnostic, error, nearest
from briefs.load import load, skeletons
from briefs.load.insert import insert
from briefs.load.layout import SECTIONS
from briefs.load.schema.registers import REGISTERS, RegisterSpec
from briefs.load.schemas import choices, schema_line
from briefs.load.skeletons import Start
from briefs.load.tree import Mapping as Tree
from briefs.load.yaml_reader import read_yaml
from briefs.model.content import Corpus
from briefs.model.nodes import Mark
from briefs.project import Project

SECTION, FACT, TERM, BRIEF = "section", "fact", "term", "brief"
RECORDS: Mapping[str, RegisterSpec] = {spec.kind: spec for spec in REGISTERS if spec.name != "results"}
"""Results of checks are recorded, not started."""
KINDS = (SECTION, FACT, TERM, BRIEF, *sorted(RECORDS))
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")

_NUMERAL = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Request:
    """What an author asks for; empty words are chosen for them."""

    kind: str
    id: str
    area: str = ""
    file: str = ""
    """A file of facts, by its name."""
    audience: tuple[str, ...] = ()
    owner: str = ""
    title: str = ""
    source: str = ""
    unit: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A file's whole new text, and where the new entry begins in it."""

    path: Path
    text: str
    line: int
    is_new: bool
    needs: str
    """What keeps it out of every product until its author acts."""


def plan(project: Project, wanted: Request) -> Plan:
    """Where and what; raises ContentError when the id is taken, cannot be one, or the file takes no new entry."""
    corpus, found = load(project)
    kind = "product" if wanted.kind == BRIEF else wanted.kind
    blind = {item for item in corpus.unread if item.split(":")[0] in (kind, "audience", "edition")}
    if blind:
        raise ContentError(found)
    faults = _faults(corpus, wanted)
    if faults:
        raise ContentError(faults)
    start = Start(
        id=wanted.id,
        audience=wanted.audience or (corpus.audiences.rows[0].id,),
        day=corpus.edition.date,
        owner=wanted.owner,
        title=wanted.title,
        source=wanted.source,
        unit=wanted.unit,
        value=wanted.value,
    )
    if wanted.kind in (SECTION, BRIEF):
        return _file(project, wanted, start)
    return _entry(project, wanted, start, corpus)


def _faults(corpus: Corpus, wanted: Request) -> tuple[Diagnostic, ...]:
    found = []
    if not _ID.fullmatch(wanted.id):
        found.append(_refused(f"an id cannot be '{wanted.id}'", "letters, digits, points and hyphens"))
    if place := _marks(corpus, wanted.kind).get(wanted.id):
        found.append(error("B122", place.origin, f"{wanted.kind} '{wanted.id}' is here already", "choose another id"))
    if not corpus.audiences.rows:
        found.append(_refused("there is no audience", "add one to audiences.yaml"))
    for name in wanted.audience:
        if name not in corpus.audiences.names:
            found.append(_refused(f"unknown audience '{name}'", nearest(name, corpus.audiences.names)))
    if wanted.kind == FACT:
        found.extend(_fact_faults(corpus, wanted))
    return tuple(found)


def _fact_faults(corpus: Corpus, wanted: Request) -> list[Diagnostic]:
    found = []
    if wanted.source not in corpus.sources:
        message = f"unknown source '{wanted.source}'" if wanted.source else "a fact needs a source"
        hint = nearest(wanted.source, corpus.sources)
        found.append(_refused(message, f"name one of sources.yaml with --source; {hint}"))
    if bool(wanted.value) != bool(wanted.unit):
        found.append(_refused("a value and its unit come together", "give --value and --unit, or neither"))
    if wanted.value and not _NUMERAL.fullmatch(wanted.value):
        found.append(_refused(f"a value cannot be '{wanted.value}'", "write digits, with a point for decimals"))
    if wanted.unit and wanted.unit not in corpus.units:
        found.append(_refused(f"unknown unit '{wanted.unit}'", nearest(wanted.unit, corpus.units)))
    return found


def _refused(message: str, hint: str) -> Diagnostic:
    return error("B122", None, message, hint)


def _marks(corpus: Corpus, kind: str) -> Mapping[str, Mark]:
    """Every id of a kind, and where it is."""
    match kind:
        case "section":
            return {name: value.mark for name, value in corpus.sections.items()}
        case "fact":
            return {name: value.mark for name, value in corpus.facts.items()}
        case "term":
            return {name: value.mark for name, value in corpus.terms.items()}
        case "brief":
            return {name: value.mark for name, value in corpus.briefs.items()}
    register = corpus.registers.get(RECORDS[kind].name)
    return {record.id: record.mark for record in register.records} if register else {}


def _file(project: Project, wanted: Request, start: Start) -> Plan:
    """A section or a brief, which is a file of its own."""
    folder = f"{SECTIONS}/{_area(project, wanted.area)}" if wanted.kind == SECTION else "briefs"
    inside = PurePosixPath(folder) / f"{wanted.id}.{'md' if wanted.kind == SECTION else 'yaml'}"
    path = project.content / inside
    if path.exists():
        raise ContentError([_refused(f"there is a file '{project.shown(path)}' already", "choose another id")])
    line = schema_line(inside, SECTIONS if wanted.kind == SECTION else "briefs")
    text = skeletons.section(start, line) if wanted.kind == SECTION else skeletons.brief(start, line)
    return Plan(path, text, 1, True, "remove 'status: draft'")


def _area(project: Project, wanted: str) -> str:
    """The folder of sections that was asked for, or the first."""
    folder = project.content / SECTIONS
    areas = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if wanted and wanted not in areas:
        raise ContentError([_refused(f"sections/ has no area '{wanted}'", nearest(wanted, areas))])
    if not areas:
        raise ContentError([_refused("sections/ has no area", "make a folder there, as sections/shared")])
    return wanted or areas[0]


def _entry(project: Project, wanted: Request, start: Start, corpus: Corpus) -> Plan:
    """A fact, a term or a record, which is one of a list."""
    inside, schema, name, head = _home(wanted)
    path = project.content / inside
    is_new = not path.exists()
    written = "\n".join([schema_line(inside, schema), *head, f"{name}: []", ""]) if is_new else path.read_bytes().decode()
    before = written.replace("\r\n", "\n")
    root, _ = read_yaml(before, "")
    if isinstance(root, Tree) and "audience" in root.entries and not wanted.audience:
        start = replace(start, audience=())
    after = insert(before, name, _lines(wanted, start, corpus))
    if after is None:
        hint = f"write it as lines that begin with '- ' below '{name}:'"
        raise ContentError([_refused(f"the list '{name}' of '{project.shown(path)}' takes no new entry", hint)])
    needs = "refer to it" if wanted.kind in (FACT, TERM) else "remove 'status: draft'"
    text = after.text if before == written else after.text.replace("\n", "\r\n")
    return Plan(path, text, after.line, is_new, needs)


def _home(wanted: Request) -> tuple[PurePosixPath, str, str, tuple[str, ...]]:
    """The file, its schema, the list in it, and the lines that a new one begins with."""
    if wanted.kind == TERM:
        return PurePosixPath("terms.yaml"), "terms", "terms", ()
    if wanted.kind == FACT:
        stem = PurePosixPath(wanted.file or wanted.id.split(".")[0]).name.removesuffix(".yaml")
        return PurePosixPath("facts") / f"{stem}.yaml", "facts", "facts", ()
    register = RECORDS[wanted.kind].name
    return PurePosixPath("registers") / f"{register}.yaml", f"registers/{register}", "records", (f"register: {register}",)


def _lines(wanted: Request, start: Start, corpus: Corpus) -> tuple[str, ...]:
    match wanted.kind:
        case "fact":
            return skeletons.fact(start)
        case "term":
            return skeletons.term(start)
    first = {kind: next(iter(_marks(corpus, kind)), "replace-this-id") for kind in RECORDS}
    return skeletons.record(start, RECORDS[wanted.kind], lambda kind: first.get(kind, "replace-this-id"), choices(corpus))
