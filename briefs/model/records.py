"""Typed records of the registers: a record is its id, title and fields; the field types say which of them may hold markup."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefs.model.nodes import Block, Inline, Mark
from briefs.model.tones import Tone

Status = Literal["draft", "open", "agreed", "closed"]

KINDS: Mapping[str, str] = {
    "ask": "asks",
    "assumption": "assumptions",
    "authorization": "authorization",
    "checklist-item": "checklist",
    "constraint": "constraints",
    "control": "controls",
    "decision": "decisions",
    "dr-design": "dr-designs",
    "endpoint": "endpoints",
    "gate": "gates",
    "metadata": "metadata",
    "metric": "metrics",
    "milestone": "milestones",
    "need": "needs",
    "non-goal": "non-goals",
    "outcome": "results",
    "pattern": "patterns",
    "playbook": "playbooks",
    "region": "regions",
    "responsibility": "responsibilities",
    "risk": "risks",
    "service": "services",
    "team": "teams",
    "test-case": "test-cases",
    "threat": "threats",
    "variant": "variants",
    "workload": "workloads",
    "workstream": "workstreams",
}
"""Kind of a reference -> register that holds its targets."""


@dataclass(frozen=True, slots=True)
class TextField:
    """Inline markup."""

    children: tuple[Inline, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class BlocksField:
    """Block markup."""

    blocks: tuple[Block, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class PlainField:
    """An enum, a name, a number or a date, as it prints."""

    text: str
    mark: Mark
    number: float | None = None
    """Set when the schema declares the field numeric; sorts and draws by it."""
    choices: tuple[str, ...] = ()
    """The order of the enum's values, when it is one; views sort and group by it."""
    day: str = ""
    """Set when the schema declares the field a date: `2026-11-23`; sorts by it, while the text is for reading."""

    @property
    def key(self) -> str:
        """What it sorts by among texts."""
        return self.day or self.text


@dataclass(frozen=True, slots=True)
class RefsField:
    """Ids of records of one register, each printed as its title."""

    kind: str
    ids: tuple[str, ...]
    mark: Mark


Field = TextField | BlocksField | PlainField | RefsField


@dataclass(frozen=True, slots=True)
class Record:
    register: str
    id: str
    title: tuple[Inline, ...]
    owner: str
    status: Status
    fields: Mapping[str, Field]
    """In the order of the schema; without id, title, owner, status, audience, delivers."""
    delivers: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One column that a register has, for headings, for the order of enums and for checking views."""

    name: str
    label: str
    """Heading of the column: `Acceptance test`."""
    type: Literal["text", "blocks", "plain", "number", "refs"]
    choices: tuple[str, ...] = ()
    kind: str = ""
    """For refs: kind of the targets."""
    tones: tuple[tuple[str, Tone], ...] = ()
    """Choices that have a tone, each with it."""

    def tone_of(self, value: str) -> Tone:
        """The tone of one of the choices, neutral without one."""
        return dict(self.tones).get(value, "neutral")


@dataclass(frozen=True, slots=True)
class Register:
    """All records of one register, over all its files, in their order."""

    name: str
    fields: tuple[FieldSpec, ...]
    records: tuple[Record, ...]
