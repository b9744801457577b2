"""Terms: every reader has exactly one name for each, and no text uses a spelling that is forbidden for its readers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefs.check.roots import Judged, Root
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Brief, Corpus, PartEntry, ViewEntry
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, SeriesSpec
from briefs.model.facts import Fact, Forbidden, Source, Term
from briefs.model.models import Input, ResultSpec
from briefs.model.naming import claims
from briefs.model.nodes import Code, CodeBlock, Picture, Text, ViewCall
from briefs.model.origin import Origin
from briefs.model.records import PlainField, Record
from briefs.model.walk import Visit

WORD = re.compile(r"\w+")
UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
"""Soft hyphens and characters without a width: a reader does not see that they part a word."""
HYPHEN = re.compile("[\u2010-\u2013\u2212]")


@dataclass(frozen=True, slots=True)
class Spellings:
    """All rules of a corpus, and by which words of a text each may be found."""

    rules: tuple[Forbidden, ...]
    starts: Mapping[str, tuple[int, ...]]


def forbidden(root: Root, corpus: Judged) -> Iterator[Diagnostic]:
    """B301 for each forbidden spelling that some reader of a text would see."""
    rules = corpus.once(_spellings)
    for visit in root.visits:
        for text in _texts(visit, root):
            taken: list[range] = []
            for rule, found in _found(text, rules):
                if not any(found.start() in span for span in taken):
                    complaint = tuple(_complaint(rule, found, text, visit, corpus))
                    taken += [range(found.start(), found.end())] if complaint else []
                    yield from complaint


def _found(text: str, rules: Spellings) -> Iterator[tuple[Forbidden, re.Match[str]]]:
    """Every writing of a forbidden spelling that is not the right one; the longest spelling of a place first."""
    plain = text if text.isascii() else UNSEEN.sub("", text)
    for rule in sorted(_possible(plain, rules), key=lambda rule: -len(rule.spelling)):
        right = _writings(rule.instead)
        for found in spelling(rule.spelling, rule.any_case).finditer(plain):
            if HYPHEN.sub("-", " ".join(found.group().split())) not in right:
                yield rule, found


def _spellings(corpus: Corpus) -> Spellings:
    rules = tuple(rule for term in corpus.terms.values() for rule in term.forbid) + corpus.forbidden
    starts: dict[str, tuple[int, ...]] = {}
    for at, rule in enumerate(rules):
        parts = WORD.findall(rule.spelling.casefold()) or [""]
        joined = ["".join(parts[:count]) for count in range(1, len(parts) + 1)]
        for first in {word for start in joined for word in _writings(start)}:
            starts[first] = (*starts.get(first, ()), at)
    return Spellings(rules, starts)


def _possible(text: str, rules: Spellings) -> Iterator[Forbidden]:
    """The rules whose first word the text holds: a look-up for each word instead of a search for each rule."""
    words = WORD.findall(text.casefold())
    found = {at for word in rules.starts.keys() & {"", *words} for at in rules.starts[word]}
    return (rules.rules[at] for at in sorted(found))


@lru_cache(maxsize=4096)
def spelling(words: str, any_case: bool) -> re.Pattern[str]:
    """Whole words, singular, plural and possessive, their parts with any kind of space or hyphen between them or joined."""
    between = "(?:[\\s\u00a0]+|[-\u2010-\u2013\u2212])?"
    parts = [re.escape(part) for part in re.split(r"[\s-]+", words)]
    body = between.join(parts)
    last = rf"{body[:-1]}(?:y|ies)" if body.endswith("y") else body
    return re.compile(rf"(?<!\w){last}(?:s|es)?(?:['\u2019]s?)?(?!\w)", re.IGNORECASE if any_case else 0)


@lru_cache(maxsize=4096)
def _writings(word: str) -> frozenset[str]:
    """A spelling in the plural and the possessive, as the pattern knows them, also at the beginning of a sentence."""
    plurals = [word, f"{word}s", f"{word}es", *([f"{word[:-1]}ies"] if word.endswith("y") else [])]
    both = [form for plural in plurals for form in (plural, f"{plural[:1].upper()}{plural[1:]}")]
    return frozenset(f"{form}{ending}" for form in both for ending in ("", "'", "'s", "\u2019", "\u2019s"))


def _complaint(rule: Forbidden, found: re.Match[str], text: str, visit: Visit, corpus: Corpus) -> Iterator[Diagnostic]:
    barred = corpus.audiences.narrow(visit.mark.readers, rule.audience)
    if not barred or (isinstance(visit.node, (Code, CodeBlock)) and _is_command(rule, found, corpus)):
        return
    origin = _begins(visit, text)
    if isinstance(visit.node, Text | Brief):
        origin = Origin(origin.path, origin.line, origin.column + _written(text, found.start()))
    who = "everyone" if barred == corpus.audiences.everyone else ", ".join(sorted(barred))
    hint = f"write '{rule.instead}'" if rule.instead else "choose a plain word"
    yield error("B301", origin, f"'{found.group()}' is forbidden for {who}", hint)


def _begins(visit: Visit, text: str) -> Origin:
    """Where a text that a node prints begins: with the node, but for the lines of a brief."""
    if isinstance(visit.node, Brief):
        return visit.node.place(*(name for name in ("title", "subtitle", "owner") if getattr(visit.node, name) == text))
    return visit.mark.origin


def _is_command(rule: Forbidden, found: re.Match[str], corpus: Corpus) -> bool:
    """The right name as commands write it, `private-link-service`, where the spelling is a matter of style and no secret."""
    everyone = corpus.audiences.everyone
    style = corpus.audiences.narrow(everyone, rule.audience) == everyone
    return style and found.group() == rule.instead.lower().replace(" ", "-")


def _written(text: str, offset: int) -> int:
    """Where a place of the text without what is unseen stands in the text as written."""
    for hidden in UNSEEN.finditer(text):
        offset += hidden.start() <= offset
    return offset


def _texts(visit: Visit, root: Root) -> tuple[str, ...]:
    """Texts that a node prints by itself; names and spellings of terms are judged per audience, in `names`."""
    match visit.node:
        case Text(text=text) | PlainField(text=text) | Fact(text=text) | Code(text=text) | CodeBlock(text=text):
            return (text,)
        case Picture(alt=text) | SeriesSpec(name=text) | Source(title=text) | Category(label=text) | ViewCall(empty=text):
            return (text,)
        case ViewEntry(heading=text) | PartEntry(heading=text) | Input(title=text) | ResultSpec(title=text):
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


def names(root: Root, corpus: Judged) -> Iterator[Diagnostic]:
    """B302 and B303: each reader of a term has exactly one name, one plural if any, and may read it."""
    if isinstance(root.value, Term):
        for audience in sorted(root.value.mark.readers):
            yield from _named(root.value, audience, corpus)


def _named(term: Term, audience: str, corpus: Judged) -> Iterator[Diagnostic]:
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


def _own(term: Term, name: str, audience: str, corpus: Judged) -> Iterator[Diagnostic]:
    """A name is judged by the spellings of all terms: what one forbids, no other may bring back."""
    for rule in dict.fromkeys(rule for rule, _ in _found(name, corpus.once(_spellings))):
        if corpus.audiences.narrow(frozenset({audience}), rule.audience):
            text = f"term '{term.id}' reads '{name}' for {audience}, for whom '{rule.spelling}' is forbidden"
            yield error("B301", rule.mark.origin, text, "change the name or the forbidden spelling")
