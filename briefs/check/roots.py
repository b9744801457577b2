"""What a corpus is made of, as rules see it: each section, record, fact, term, source, chart, diagram and brief by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.model.content import Brief, Corpus, Section
from briefs.model.exhibits import ChartSpec, DiagramSpec
from briefs.model.facts import Fact, Source, Term
from briefs.model.records import Record
from briefs.model.walk import Visit, walk

Value = Section | Record | Fact | Source | Term | ChartSpec | DiagramSpec | Brief


@dataclass(frozen=True, slots=True)
class Root:
    value: Value
    draft: bool

    def visits(self, corpus: Corpus) -> Iterator[Visit]:
        """The root and every marked node below it."""
        return walk(self.value, corpus.audiences.everyone)


def roots(corpus: Corpus) -> Iterator[Root]:
    """Every root of the corpus, in the order of its files."""
    for section in corpus.sections.values():
        yield Root(section, section.draft)
    for register in corpus.registers.values():
        for record in register.records:
            yield Root(record, record.status == "draft")
    for brief in corpus.briefs.values():
        yield Root(brief, brief.draft)
    for group in (corpus.terms, corpus.facts, corpus.sources, corpus.charts, corpus.diagrams):
        for value in group.values():
            yield Root(value, False)
