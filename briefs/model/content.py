"""Sections, briefs and the three roots of content: Corpus as loaded, Resolved with readers, Selection for one audience."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeVar, cast

from briefs.model.audience import Audience, Audiences
from briefs.model.exhibits import ChartSpec, DiagramSpec
from briefs.model.facts import Fact, Forbidden, NumberPattern, Source, Term, Unit
from briefs.model.models import ModelSpec, Results
from briefs.model.nodes import Block, Inline, Mark, ViewCall
from briefs.model.origin import Origin
from briefs.model.records import Register
from briefs.model.tones import Tone

T = TypeVar("T")

Format = Literal["docx", "pptx", "md", "html", "pdf"]
FORMATS: tuple[Format, ...] = ("docx", "pptx", "md", "html", "pdf")
Definitions = Literal["none", "text", "footnote"]
PartName = Literal["asks", "assumptions", "non-goals", "terminology", "sources"]
PARTS: tuple[PartName, ...] = ("asks", "assumptions", "non-goals", "terminology", "sources")
"""Mandatory in every product, in the order in which a brief that does not say otherwise has them."""


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: tuple[Inline, ...]
    delivers: tuple[str, ...]
    owner: str
    reviewed: date
    draft: bool
    blocks: tuple[Block, ...]
    mark: Mark


Surface = Literal["", "documents", "decks"]
"""What an entry of an outline is kept to; empty for both."""


@dataclass(frozen=True, slots=True)
class SectionEntry:
    section: str
    slides: tuple[str, ...] | None
    """Ids of the slides that a deck takes, in this order; None for all of the section's."""
    mark: Mark
    only: Surface = ""


@dataclass(frozen=True, slots=True)
class ViewEntry:
    heading: str
    view: ViewCall
    mark: Mark
    only: Surface = ""


@dataclass(frozen=True, slots=True)
class PartEntry:
    part: PartName
    heading: str
    """Empty for the standard heading of the part."""
    mark: Mark
    columns: tuple[str, ...] = ()
    """Fields of its records that a document prints; empty for those that the reader's form has."""
    where: tuple[tuple[str, str], ...] = ()
    """Values that its records must have, as in a view; empty for all of them."""

    def records(self) -> ViewCall:
        """The view of all records that it shows, whatever their form."""
        return ViewCall(self.part, "matrix", (), self.where, "", "", "", self.mark)


OutlineEntry = SectionEntry | ViewEntry | PartEntry


@dataclass(frozen=True, slots=True)
class Budgets:
    """Limits of a product; None where the brief sets none."""

    words: int | None = None
    pages: int | None = None
    slides: int | None = None
    appendix_slides: int | None = None
    grade: float | None = None
    jargon_per_100_words: float | None = None
    sentence_words: int | None = None
    """Of any sentence of its sections."""
    title_words: int | None = None
    """Of any heading or slide title."""
    places: Mapping[str, Origin] = field(default_factory=dict)
    """Name of a limit, as above -> where its brief sets it."""


@dataclass(frozen=True, slots=True)
class Brief:
    id: str
    title: str
    subtitle: str
    """The purpose in one sentence."""
    owner: str
    """The role whom a reader asks."""
    formats: tuple[Format, ...]
    path: str
    """Pattern: `{organisation}/{title}`; also `{reader}`, `{audience}`."""
    outline: tuple[OutlineEntry, ...]
    budgets: Budgets
    asks_because: str | None
    """Why this product leaves the asks out; None when it has them."""
    draft: bool
    mark: Mark
    delivers: tuple[str, ...] = ()
    """Backlog items that the product as a whole delivers."""
    definitions: Definitions = "none"
    """How a term is defined where the prose first uses it; in a deck, which has no room for either, in that slide's notes."""
    source_notes: Literal["footnotes", "numbers"] | None = None
    """Where a document says what a number comes from; numbers unless the brief asks for footnotes."""
    lists: tuple[Literal["figures", "tables"], ...] = ()
    """Lists that follow a document's contents."""
    places: Mapping[str, Origin] = field(default_factory=dict)
    """Name of a field -> where its text begins, or its key where it is no text; for complaints about it."""

    def place(self, *names: str) -> Origin:
        """Where the first of these fields that is written stands; where the brief begins when none is."""
        return next((self.places[name] for name in names if name in self.places), self.mark.origin)

    def on(self, surface: Literal["documents", "decks"]) -> "Brief":
        """The brief with the entries of its outline that its documents, or its decks, have."""
        kept = tuple(item for item in self.outline if isinstance(item, PartEntry) or item.only in ("", surface))
        return replace(self, outline=kept)


@dataclass(frozen=True, slots=True)
class Edition:
    date: date
    version: str


@dataclass(frozen=True, slots=True)
class BacklogItem:
    id: str
    group: str
    title: str
    done_when: str
    proof: Mapping[str, object]
    """As in `backlog.yaml`: strings, integers, lists of strings, or a mapping of register to minimum count."""
    later: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Backlog:
    groups: Mapping[str, str]
    items: tuple[BacklogItem, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What all content roots hold; keyed by id, in the order of files and of records in them."""

    audiences: Audiences
    edition: Edition
    units: Mapping[str, Unit]
    numbers: tuple[NumberPattern, ...]
    terms: Mapping[str, Term]
    forbidden: tuple[Forbidden, ...]
    """Spellings that no term owns; those of terms are in `Term.forbid`."""
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    registers: Mapping[str, Register]
    models: Mapping[str, ModelSpec]
    charts: Mapping[str, ChartSpec]
    diagrams: Mapping[str, DiagramSpec]
    sections: Mapping[str, Section]
    briefs: Mapping[str, Brief]
    backlog: Backlog
    media: Mapping[str, bytes]
    """Path as written (`media/x.png`) -> PNG or JPEG, re-encoded, so that no metadata travels."""


@dataclass(frozen=True, slots=True)
class Corpus(Content):
    """As loaded: parsed and typed; references not bound, readers not computed; drafts included."""

    unread: frozenset[str] = frozenset()
    """Kinds (`fact`, `ask`, `section`, …) of which a file could not be read, and `section:id` of those whose id is known: a
    missing target of these is no finding. `draft` when one could not be read: its targets are missing as any draft's are."""
    tones: Mapping[str, Tone] = field(default_factory=dict)
    """Values of the vocabulary that have a tone."""

    def left_out(self, kind: str, target: str) -> bool:
        """Whether a missing target may be one that could not be read."""
        return kind in self.unread or f"{kind}:{target}" in self.unread


@dataclass(frozen=True, slots=True)
class Resolved(Content):
    """Every reference bound, `Mark.readers` set on every node, record and field; drafts gone."""

    names: Mapping[tuple[str, str], str]
    """(audience id, term id) -> the term's name for that audience; the plural under (audience, term id + "#plural")."""
    values: Mapping[str, str]
    """Fact id -> value and unit as they print; facts without a value are not here. Results under `result:` and id."""
    results: Results
    """What the models give."""


@dataclass(frozen=True, slots=True)
class SelectedTerm:
    id: str
    name: str
    plural: str
    definition: str


@dataclass(frozen=True, slots=True)
class Selection:
    """All and only what one audience may see: no tag, no reference, no trace of others."""

    audience: Audience
    edition: Edition
    units: Mapping[str, Unit]
    terms: Mapping[str, SelectedTerm]
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    registers: Mapping[str, Register]
    models: Mapping[str, ModelSpec]
    results: Results
    charts: Mapping[str, ChartSpec]
    diagrams: Mapping[str, DiagramSpec]
    sections: Mapping[str, Section]
    briefs: Mapping[str, Brief]
    """Those that this audience gets."""
    media: Mapping[str, bytes]
    """Those that a selected figure shows."""
    asked: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, name: Hashable, work: Callable[[], T]) -> T:
        """What `work` makes of this selection, made when its name is first asked for: products of one audience share it."""
        if name not in self.asked:
            self.asked[name] = work()
        return cast("T", self.asked[name])
