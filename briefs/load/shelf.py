"""Everything that has been read so far, by kind and id, and what could not be."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from briefs.diagnostics import Diagnostic, error
from briefs.load.outcomes import with_outcomes
from briefs.model.audience import Audience, Audiences
from briefs.model.content import Backlog, BacklogItem, Brief, Corpus, Edition, Section
from briefs.model.exhibits import ChartSpec, DiagramSpec
from briefs.model.facts import Fact, Forbidden, NumberPattern, Source, Term, Unit
from briefs.model.models import ModelSpec
from briefs.model.origin import Origin
from briefs.model.records import FieldSpec, Record, Register
from briefs.model.tones import Tone

V = TypeVar("V")


@dataclass(slots=True)
class Shelf:
    """Filled file by file, in the order of their paths, then turned into a corpus."""

    audiences: dict[str, Audience] = field(default_factory=dict)
    edition: Edition | None = None
    units: dict[str, Unit] = field(default_factory=dict)
    numbers: list[NumberPattern] = field(default_factory=list)
    terms: dict[str, Term] = field(default_factory=dict)
    forbidden: list[Forbidden] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Lists of vocabulary.yaml, by name."""
    labels: dict[str, str] = field(default_factory=dict)
    """Headings of columns, by field or `register.field`."""
    tones: dict[str, Tone] = field(default_factory=dict)
    """Values of vocabulary.yaml that have a tone."""
    fields: dict[str, tuple[FieldSpec, ...]] = field(default_factory=dict)
    """Columns of the registers that have a file."""
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    models: dict[str, ModelSpec] = field(default_factory=dict)
    charts: dict[str, ChartSpec] = field(default_factory=dict)
    diagrams: dict[str, DiagramSpec] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    briefs: dict[str, Brief] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    backlog: dict[str, BacklogItem] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    found: list[Diagnostic] = field(default_factory=list)
    _first: dict[tuple[str, str], tuple[Origin, bool]] = field(default_factory=dict)

    def put(self, kind: str, values: dict[str, V], identity: str, value: V, origin: Origin, draft: bool = False) -> None:
        """Keep a value under its id; complain at the second one of the same kind and id, and keep the first.

        A draft yields to what is no draft, wherever it stands: a copy that is not finished takes nothing from its original.
        """
        name = (kind, identity)
        first, first_draft = self._first.setdefault(name, (origin, draft))
        if first is origin:
            values[identity] = value
            return
        if first_draft and not draft:
            self._first[name] = (origin, draft)
            values[identity] = value
            first, origin = origin, first
        hint = f"the first is at {first}: keep one, or rename one"
        complaint = error("B105", origin, f"{kind} '{identity}' is there twice", hint)
        self.found.append(replace(complaint, severity="warning") if draft or first_draft else complaint)

    def corpus(self) -> Corpus:
        """All of it as one value."""
        registers = {
            name: Register(name, fields, tuple(self.records.get(name, {}).values())) for name, fields in self.fields.items()
        }
        registers = with_outcomes(registers, self.labels.get("result", "Result"))
        return Corpus(
            audiences=Audiences(tuple(self.audiences.values())),
            edition=self.edition or Edition(date(1970, 1, 1), ""),
            units=self.units,
            numbers=tuple(self.numbers),
            terms=self.terms,
            forbidden=tuple(self.forbidden),
            sources=self.sources,
            facts=self.facts,
            registers=registers,
            models=self.models,
            charts=self.charts,
            diagrams=self.diagrams,
            sections=self.sections,
            briefs=self.briefs,
            backlog=Backlog(self.groups, tuple(self.backlog.values())),
            media=self.media,
            unread=frozenset(self.unread),
            tones=self.tones,
        )
