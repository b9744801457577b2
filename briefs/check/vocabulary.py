"""Terms: every reader has exactly one name for each, and no text uses a spelling that is forbidden for its readers."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Brief, Corpus, PartEntry, ViewEntry
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, SeriesSpec
from briefs.model.facts import Fact, Forbidden, Source, Term
from briefs.model.naming import claims
from briefs.model.nodes import Code, CodeBlock, Picture, Text, ViewCall
from briefs.model.origin import Origin
from briefs.model.records import PlainField, Record
from briefs.model.walk import Visit

WORD = re.compile(r"\w+")


def forbidden(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B301 for each forbidden spelling that some reader of a text would see."""
    rules = _rules(corpus)
    for visit in root.visits:
        for text in _texts(visit, root):
            for rule in _possible(text, rules):
                for found in spelling(rule.spelling, rule.any_case).finditer(text):
                    yield from _complaint(rule, found, text, visit, corpus)


def _rules(corpus: Corpus) -> tuple[Forbidden, ...]:
    return tuple(rule for term in corpus.terms.values() for rule in term.forbid) + corpus.forbidden


def _possible(text: str, rules: tuple[Forbidden, ...]) -> Iterator[Forbidden]:
    """The rules whose first word the text holds: a look-up for each word instead of a search for each rule."""
    starts = _starts(tuple(rule.spelling for rule in rules))
    found = {at for word in {"", *WORD.findall(text.casefold())} & starts.keys() for at in starts[word]}
    return (rules[at] for at in sorted(found))


@lru_cache(maxsize=8)
def _starts(spellings: tuple[str, ...]) -> Mapping[str, tuple[int, ...]]:
    starts: dict[str, tuple[int, ...]] = {}
    for at, words in enumerate(spellings):
        first = next(iter(WORD.findall(words.casefold())), "")
        starts[first] = (*starts.get(first, ()), at)
    return starts


@lru_cache(maxsize=4096)
def spelling(words: str, any_case: bool) -> re.Pattern[str]:
    """Whole words, with any kind of space or hyphen where the spelling has one."""
    pattern = re.escape(words).replace(r"\ ", r"[\s\u00a0]+").replace(r"\-", "[-\u2010\u2011]")
    return re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE if any_case else 0)


def _complaint(rule: Forbidden, found: re.Match[str], text: str, visit: Visit, corpus: Corpus) -> Iterator[Diagnostic]:
    barred = corpus.audiences.narrow(visit.mark.readers, rule.audience)
    if not barred:
        return
    origin = visit.mark.origin
    if isinstance(visit.node, Text):
        origin = Origin(origin.path, origin.line, origin.column + len(text[: found.start()]))
    who = "everyone" if barred == corpus.audiences.everyone else ", ".join(sorted(barred))
    hint = f"write '{rule.instead}'" if rule.instead else "choose a plain word"
    yield error("B301", origin, f"'{found.group()}' is forbidden for {who}", hint)


def _texts(visit: Visit, root: Root) -> tuple[str, ...]:
    """Texts that a node prints by itself; names and spellings of terms are judged per audience, in `names`."""
    match visit.node:
        case Text(text=text) | PlainField(text=text) | Fact(text=text) | Code(text=text) | CodeBlock(text=text):
            return (text,)
        case Picture(alt=text) | SeriesSpec(name=text) | Source(title=text) | Category(label=text) | ViewCall(empty=text):
            return (text,)
        case ViewEntry(heading=text) | PartEntry(heading=text):
            return (text,)
        case ChartSpec(alt=text) | DiagramSpec(alt=text):
            return (text,)
        case Brief(title=title, subtitle=subtitle, owner=owner):
            return (title, subtitle, owner)
        case Record(owner=owner):
            return (owner,)
        case Term(definition=definition) if visit.node is root.value:
            return (definition,)
        case _:
            return ()


def names(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B302 and B303: each reader of a term has exactly one name, one plural if any, and may read it."""
    if isinstance(root.value, Term):
        for audience in sorted(root.value.mark.readers):
            yield from _named(root.value, audience, corpus)


def _named(term: Term, audience: str, corpus: Corpus) -> Iterator[Diagnostic]:
    for what, named in (("name", term.names), ("plural", term.plurals)):
        winners = claims(named, audience, corpus.audiences)
        origin = term.mark.origin
        if len(winners) > 1:
            both = " and ".join(f"'{claim.audience}'" for claim in winners)
            yield error("B302", origin, f"term '{term.id}': {both} claim its {what} for {audience} alike", "drop one of them")
        elif not winners and (named or what == "name"):
            yield error("B303", origin, f"term '{term.id}' has no {what} for {audience}", f"add one under 'all' or '{audience}'")
        for claim in winners:
            yield from _own(term, claim.text, audience, corpus)


def _own(term: Term, name: str, audience: str, corpus: Corpus) -> Iterator[Diagnostic]:
    """A name is judged by the spellings of all terms: what one forbids, no other may bring back."""
    for rule in _possible(name, _rules(corpus)):
        barred = corpus.audiences.narrow(frozenset({audience}), rule.audience)
        if barred and spelling(rule.spelling, rule.any_case).search(name):
            text = f"term '{term.id}' reads '{name}' for {audience}, for whom '{rule.spelling}' is forbidden"
            yield error("B301", rule.mark.origin, text, "change the name or the forbidden spelling")
