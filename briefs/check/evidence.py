"""Facts: source and unit exist, every reader may see the source, and none is past the day on which it is to be reviewed."""

from collections.abc import Iterator
from datetime import date

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error, nearest, warning
from briefs.model.content import Corpus
from briefs.model.facts import Fact


def sources(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B305 for an unknown source, B202 for one that some readers of the fact may not see."""
    if not isinstance(root.value, Fact):
        return
    fact = root.value
    source = corpus.sources.get(fact.source)
    if source is None:
        if "source" not in corpus.unread:
            hint = nearest(fact.source, corpus.sources, "add it to sources.yaml")
            yield error("B305", fact.mark.origin, f"fact '{fact.id}' has the unknown source '{fact.source}'", hint)
    elif fact.mark.readers - source.mark.readers:
        who = ", ".join(sorted(fact.mark.readers - source.mark.readers))
        text = f"source '{fact.source}' is hidden from {who}, who read fact '{fact.id}'"
        yield error("B202", fact.mark.origin, text, "widen the source's audience or narrow the fact's")


def units(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B305 for a value whose unit is not in units.yaml."""
    if isinstance(root.value, Fact) and root.value.value is not None and "unit" not in corpus.unread:
        fact = root.value
        if fact.unit not in corpus.units and fact.unit != "1":
            hint = nearest(fact.unit, corpus.units, "add it to units.yaml")
            yield error("B305", fact.mark.origin, f"fact '{fact.id}' has the unknown unit '{fact.unit}'", hint)


def overdue(corpus: Corpus, as_of: date) -> Iterator[Diagnostic]:
    """B304 for each fact whose review-by day is before `as_of`."""
    for fact in corpus.facts.values():
        if fact.review_by < as_of:
            text = f"fact '{fact.id}' was to be reviewed by {fact.review_by.isoformat()}"
            hint = f"{fact.owner}: check it against source '{fact.source}', then set as-of and review-by"
            yield warning("B304", fact.mark.origin, text, hint)
