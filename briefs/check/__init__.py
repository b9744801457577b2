"""Corpus -> complaints: rules, one function and one table row each; everything but fit is found here, all at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefs.check import (
    evidence,
    models,
    numbers,
    outlines,
    references,
    registers,
    skeletons,
    tags,
    unused,
    variants,
    views,
    vocabulary,
)
from briefs.check.roots import Judged, Root, judged, walked
from briefs.diagnostics import Diagnostic, has_errors, ordered
from briefs.model.content import Corpus
from briefs.model.visibility import with_readers

EACH_ROOT: tuple[Callable[[Root, Judged], Iterable[Diagnostic]], ...] = (
    tags.tags,
    tags.titles,
    references.references,
    references.ids,
    references.exhibits,
    registers.mutual,
    views.views,
    vocabulary.forbidden,
    vocabulary.names,
    evidence.sources,
    evidence.units,
    numbers.numbers,
    models.models,
    variants.variants,
    skeletons.left,
)
"""Rules that judge one section, record, fact, term, chart, diagram or brief; a draft's errors become warnings."""

WHOLE: tuple[Callable[[Judged], Iterable[Diagnostic]], ...] = (
    outlines.entries,
    outlines.mandatory,
    outlines.paths,
    numbers.patterns,
    numbers.wide,
    references.circles,
    registers.circles,
)
"""Rules that judge the corpus as a whole."""


@dataclass(frozen=True, slots=True)
class Strictness:
    """What the command line adds: a release refuses what a build only warns of; `as_of` is the day facts are judged on."""

    release: bool
    as_of: date


def check(corpus: Corpus, strictness: Strictness) -> tuple[Diagnostic, ...]:
    """Every complaint about a corpus, ordered by place; empty when it may be resolved."""
    content = judged(with_readers(corpus))
    found = (*_each(content), *_whole(content), *_timely(content, strictness))
    whole = not content.unread and not has_errors(found)
    return ordered((*found, *unused.unused(content, content.once(walked))) if whole else found)


def _each(corpus: Judged) -> Iterator[Diagnostic]:
    for root in corpus.once(walked):
        for rule in EACH_ROOT:
            for item in rule(root, corpus):
                yield replace(item, severity="warning") if root.draft else item


def _whole(corpus: Judged) -> Iterator[Diagnostic]:
    for rule in WHOLE:
        yield from rule(corpus)


def _timely(corpus: Corpus, strictness: Strictness) -> Iterator[Diagnostic]:
    severity = "error" if strictness.release else "warning"
    for item in (*evidence.overdue(corpus, strictness.as_of), *outlines.drafts(corpus)):
        yield replace(item, severity=severity)  # type: ignore[arg-type]
