"""Tags: every name exists, somebody is left, and a tag narrows what it stands in."""

from collections.abc import Iterator

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error, nearest, warning
from briefs.model.audience import Readers, Tag
from briefs.model.content import Corpus
from briefs.model.facts import Forbidden, Term
from briefs.model.records import BlocksField, PlainField, RefsField, TextField

FIELDS = (TextField, PlainField, BlocksField, RefsField)


def tags(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B104 for unknown names; B111 for a tag that leaves nobody or narrows nothing."""
    for visit in root.visits:
        tag = visit.mark.tag
        if tag is not None:
            yield from _unknown(tag, corpus)
            yield from _narrowing(tag, visit.node, visit.parent, root, corpus)
    if isinstance(root.value, Term):
        yield from _claims(root.value, corpus)


def titles(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B111 for a heading, title or caption of which some of its readers see nothing."""
    for visit in root.visits:
        title = getattr(visit.node, "title", None) or getattr(visit.node, "caption", None)
        if isinstance(title, tuple) and title:
            without = visit.mark.readers - frozenset().union(*(child.mark.readers for child in title))
            if without:
                text = f"of this title {', '.join(sorted(without))} would see nothing"
                yield error(
                    "B111", title[0].mark.origin, text, "leave some words of it to everyone, or narrow what it stands over"
                )


def _unknown(tag: Tag, corpus: Corpus) -> Iterator[Diagnostic]:
    for name in tag.names:
        if name not in corpus.audiences.names:
            yield error("B104", tag.origin, f"unknown audience '{name}'", nearest(name, corpus.audiences.names))


def _claims(term: Term, corpus: Corpus) -> Iterator[Diagnostic]:
    known = corpus.audiences.names
    for claim in (*term.names, *term.plurals):
        if claim.audience not in known:
            yield error("B104", term.mark.origin, f"unknown audience '{claim.audience}'", nearest(claim.audience, known))
    for rule in term.forbid:
        yield from _unknown(rule.audience, corpus)


def _narrowing(tag: Tag, node: object, parent: Readers, root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    if node is root.value or isinstance(node, (*FIELDS, Forbidden)) or any(n not in corpus.audiences.names for n in tag.names):
        return
    named: Readers = frozenset().union(*(corpus.audiences.expand(name) for name in tag.names))
    shown = ", ".join(tag.names)
    around = ", ".join(sorted(parent)) or "nobody"
    if not named & parent:
        yield error(
            "B111", tag.origin, f"nobody is left: '{shown}' within text for {around}", "remove it or widen what is around it"
        )
    elif parent < named:
        hint = "a tag can only narrow; remove it, or name fewer audiences"
        yield error("B111", tag.origin, f"'{shown}' narrows nothing within text for {around}", hint)
    elif parent == named:
        yield warning("B111", tag.origin, f"'{shown}' are the readers anyway", "remove the tag")
