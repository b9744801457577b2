"""What a corpus is made of, as rules see it: each section, record, fact, term, source, chart, diagram and brief by itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from typing import TypeVar, cast

from briefs.model.content import Brief, Corpus, Section
from briefs.model.exhibits import ChartSpec, DiagramSpec
from briefs.model.facts import Fact, Source, Term
from briefs.model.models import ModelSpec
from briefs.model.records import Record
from briefs.model.walk import Visit, walk

T = TypeVar("T")

Value = Section | Record | Fact | Source | Term | ModelSpec | ChartSpec | DiagramSpec | Brief


@dataclass(frozen=True, slots=True)
class Root:
    value: Value
    draft: bool
    visits: tuple[Visit, ...]
    """The root and every marked node below it; walked once for all rules."""


@dataclass(frozen=True, slots=True)
class Judged(Corpus):
    """The corpus that is checked, with what rules ask of it again and again, each worked out once."""

    asked: dict[Callable[..., object], object] = field(default_factory=dict)

    def once(self, work: Callable[["Judged"], T]) -> T:
        """What `work` makes of this corpus; made when it is first asked for."""
        if work not in self.asked:
            self.asked[work] = work(self)
        return cast("T", self.asked[work])


def judged(corpus: Corpus) -> Judged:
    """The corpus, ready to be asked."""
    return Judged(**{item.name: getattr(corpus, item.name) for item in fields(corpus)})


def walked(corpus: Corpus) -> tuple[Root, ...]:
    """All roots, to be asked for `once`."""
    return tuple(roots(corpus))


def roots(corpus: Corpus) -> Iterator[Root]:
    """Every root of the corpus, in the order of its files."""
    for value, draft in _values(corpus):
        yield Root(value, draft, tuple(walk(value, corpus.audiences.everyone)))


def _values(corpus: Corpus) -> Iterator[tuple[Value, bool]]:
    for section in corpus.sections.values():
        yield section, section.draft
    for register in corpus.registers.values():
        for record in register.records:
            yield record, record.status == "draft"
    for brief in corpus.briefs.values():
        yield brief, brief.draft
    for group in (corpus.terms, corpus.facts, corpus.sources, corpus.models, corpus.charts, corpus.diagrams):
        for value in group.values():
            yield value, False
