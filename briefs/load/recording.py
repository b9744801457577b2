"""Appends a result of a check to its register: planned from what is there now, every other byte as it was."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from briefs.diagnostics import ContentError, Diagnostic, error, nearest
from briefs.load import load
from briefs.load.insert import insert
from briefs.load.schema.engineering import OUTCOMES
from briefs.load.schemas import schema_line
from briefs.load.skeletons import quoted
from briefs.load.start import Plan
from briefs.model.content import Corpus
from briefs.model.records import Record
from briefs.project import Project

STATUSES = tuple(outcome.replace(" ", "-") for outcome in OUTCOMES)
"""As a command and the register write them, from the worst to the best."""
HOME = PurePosixPath("registers/results.yaml")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was seen, when, by which role, and where its evidence is."""

    item: str
    status: str
    day: date
    evidence: str
    by: str


def record(project: Project, seen: Outcome, today: date) -> Plan:
    """The register with the result at its end; ContentError when the result or the register cannot be taken."""
    corpus, found = load(project)
    if {item.split(":")[0] for item in corpus.unread} & {"checklist-item", "outcome", "audience"}:
        raise ContentError(found)
    items = {item.id: item for item in corpus.registers["checklist"].records} if "checklist" in corpus.registers else {}
    if faults := _faults(items, seen, today):
        raise ContentError(faults)
    path = project.content / HOME
    is_new = not path.exists()
    before = _head(corpus, items[seen.item]) if is_new else path.read_bytes().decode()
    after = insert(before.replace("\r\n", "\n"), "records", _lines(seen))
    if after is None:
        hint = "write it as lines that begin with '- ' below 'records:'"
        raise ContentError([_refused(f"the list 'records' of '{project.shown(path)}' takes no new entry", hint)])
    text = after.text.replace("\n", "\r\n") if "\r\n" in before else after.text
    return Plan(path, text, after.line, is_new, "build")


def _faults(items: dict[str, Record], seen: Outcome, today: date) -> list[Diagnostic]:
    found = []
    if seen.item not in items:
        found.append(_refused(f"unknown item '{seen.item}' of the checklist", nearest(seen.item, items)))
    if seen.day > today:
        found.append(_refused(f"a result of {seen.day} is in the future", "name the day of the run"))
    if not seen.by.strip():
        role = next((item.owner for name, item in items.items() if name == seen.item or seen.item not in items), "a role")
        found.append(_refused("a result needs the role that answers for it", f'as in --by "{role}"'))
    if not seen.evidence.strip() and seen.status != "not-run":
        found.append(_refused(f"'{seen.status}' needs its evidence", "say where the raw output is, with --evidence"))
    return found


def _refused(message: str, hint: str) -> Diagnostic:
    return error("B122", None, message, hint)


def _head(corpus: Corpus, item: Record) -> str:
    """A new register is for the readers of its first item, who are the ones that see results beside it."""
    names = item.mark.tag.names if item.mark.tag else tuple(row.id for row in corpus.audiences.rows)
    return "\n".join(
        [schema_line(HOME, "registers/results"), "register: results", f"audience: [{', '.join(names)}]", "records: []", ""]
    )


def _lines(seen: Outcome) -> tuple[str, ...]:
    return (
        f"item: {seen.item}",
        f"status: {seen.status}",
        f'date: "{seen.day.isoformat()}"',
        f"evidence: {quoted(seen.evidence)}",
        f"by: {quoted(seen.by)}",
    )
