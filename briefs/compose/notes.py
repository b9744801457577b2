"""Three fates of a note: a footnote, a number that leads into the sources, a line aside for slides."""

from dataclasses import dataclass, field

from briefs.compose.flow import Citation
from briefs.model.content import Brief, Selection
from briefs.model.dates import spoken
from briefs.model.facts import Fact
from briefs.model.models import Computed
from briefs.model.runs import Anchor, Flow, Link, NoteMark, Run, Url

NoteKey = tuple[str, str]
"""(`source`, id), (`assumption` or `target`, owner), (`model`, provenance of a result)."""


@dataclass(slots=True)
class Footnotes:
    """Each source once a section at the foot of the page, a cited fact with its text."""

    selection: Selection
    notes: list[Flow] = field(default_factory=list)
    _given: set[tuple[str, str]] = field(default_factory=set)

    def section(self) -> None:
        self._given.clear()

    def cite(self, citations: tuple[Citation, ...]) -> Flow:
        text: list[Flow] = []
        for citation in citations:
            fact = self.selection.facts[citation.fact]
            key = ("source", f"{fact.source} {fact.as_of}") if citation.printed else ("fact", fact.id)
            if key not in self._given:
                self._given |= {key, ("source", f"{fact.source} {fact.as_of}")}
                text.append(source_note(self.selection, fact, with_text=not citation.printed))
        return self._mark(_spaced(text)) if text else ()

    def number(self, kind: str, owner: str, said: str) -> Flow:
        if (kind, owner) in self._given:
            return ()
        self._given.add((kind, owner))
        return self._mark((Run(owned(kind, owner)),))

    def result(self, computed: Computed) -> Flow:
        if ("model", computed.provenance) in self._given:
            return ()
        self._given.add(("model", computed.provenance))
        facts = [self.selection.facts[fact] for fact in computed.facts if ("fact", fact) not in self._given]
        self._given.update(("fact", fact.id) for fact in facts)
        sources = [source_note(self.selection, fact, with_text=True) for fact in facts]
        return self._mark(_spaced([(Run(f"{computed.provenance}."),), *sources]))

    def remark(self, text: Flow) -> Flow:
        return self._mark(text)

    def _mark(self, text: Flow) -> Flow:
        self.notes.append(text)
        return (NoteMark(len(self.notes)),)


@dataclass(slots=True)
class Endnotes:
    """A number in brackets that leads to its entry in the sources; only authors' footnotes stay on the page."""

    selection: Selection
    anchored: bool
    """Whether the product has a sources part to lead to."""
    notes: list[Flow] = field(default_factory=list)
    numbers: dict[NoteKey, int] = field(default_factory=dict)
    """In the order of first use, from 1."""
    _given: set[NoteKey] = field(default_factory=set)

    def section(self) -> None:
        self._given.clear()

    def cite(self, citations: tuple[Citation, ...]) -> Flow:
        sources = dict.fromkeys(self.selection.facts[item.fact].source for item in citations)
        return tuple(piece for source in sources for piece in self._mark(("source", source)))

    def number(self, kind: str, owner: str, said: str) -> Flow:
        return self._mark((kind, owner))

    def result(self, computed: Computed) -> Flow:
        return self._mark(("model", computed.provenance))

    def remark(self, text: Flow) -> Flow:
        self.notes.append(text)
        return (NoteMark(len(self.notes)),)

    def _mark(self, key: NoteKey) -> Flow:
        if key in self._given:
            return ()
        self._given.add(key)
        number = self.numbers.setdefault(key, len(self.numbers) + 1)
        run = Run(f"[{number}]")
        return (Run(" "), Link((run,), Anchor(note_anchor(number)), self._about(key)) if self.anchored else run)

    def _about(self, key: NoteKey) -> str:
        kind, name = key
        if kind != "source":
            return name if kind == "model" else owned(kind, name)
        source = self.selection.sources[name]
        return f"{source.title}, {source.publisher}"


@dataclass(slots=True)
class Asides:
    """A slide's: nothing in the text; the facts for its source line, the remarks for its speaker notes."""

    facts: dict[str, None] = field(default_factory=dict)
    remarks: list[Flow] = field(default_factory=list)

    def section(self) -> None:
        """A new slide begins."""
        self.facts.clear()
        self.remarks.clear()

    def cite(self, citations: tuple[Citation, ...]) -> Flow:
        self.facts.update(dict.fromkeys(item.fact for item in citations))
        return ()

    def number(self, kind: str, owner: str, said: str) -> Flow:
        """Away from its text, a note says of which number it speaks, as in `Week 19: target, owned by: VAST program lead`."""
        note = owned(kind, owner)
        return self.remark((Run(f"{said[:1].upper()}{said[1:]}: {note[:1].lower()}{note[1:]}" if said else note),))

    def result(self, computed: Computed) -> Flow:
        self.facts.update(dict.fromkeys(computed.facts))
        return self.remark((Run(f"{computed.provenance}."),))

    def remark(self, text: Flow) -> Flow:
        if text not in self.remarks:
            self.remarks.append(text)
        return ()


def are_numbers(brief: Brief) -> bool:
    """Whether a document's notes are numbers into its sources, as they are unless its brief asks for footnotes."""
    # LibreOffice prints footnotes of a table that breaks over pages far behind their marks, where they can cut off its last row.
    return brief.source_notes != "footnotes"


def note_anchor(number: int) -> str:
    """The anchor of an entry of the sources."""
    return f"note-{number}"


def owned(kind: str, owner: str) -> str:
    """What a note says of an assumption or a target: `Target, owned by: VAST field CTO.`; of a result, its origin."""
    if kind == "model":
        return f"{owner}."
    return f"{kind.capitalize()}, owned by: {owner}." if owner else f"{kind.capitalize()}."


def source_note(selection: Selection, fact: Fact, with_text: bool) -> Flow:
    """Source title as a link, publisher, as-of date; before it the fact's text when the prose does not print its value."""
    source = selection.sources[fact.source]
    claim = ", the vendor's own statement" if fact.kind == "vendor-claim" else ""
    text = (Run(f"{fact.text} "),) if with_text else ()
    tail = Run(f", {source.publisher}{claim}, as of {spoken(fact.as_of)}.")
    return (*text, Link((Run(source.title),), Url(source.url)), tail)


def source_line(selection: Selection, facts: tuple[str, ...], results: tuple[Computed, ...]) -> str:
    """`Source: title, publisher; …` under an exhibit, each source and each result's origin once; empty without either."""
    sources = dict.fromkeys(selection.facts[fact].source for fact in facts)
    named = [f"{selection.sources[key].title}, {selection.sources[key].publisher}" for key in sources]
    named.extend(dict.fromkeys(f"{item.provenance[:1].lower()}{item.provenance[1:]}" for item in results))
    return f"{'Source' if len(named) == 1 else 'Sources'}: {'; '.join(named)}" if named else ""


def _spaced(texts: list[Flow]) -> Flow:
    flow: Flow = ()
    for text in texts:
        flow = (*flow, Run(" "), *text) if flow else text
    return flow
