"""What a finished file of one audience may not say: texts hidden from it, spellings forbidden to it; built once an audience."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import pairwise

from briefs.model.content import Brief, PartEntry, Resolved, Selection, ViewEntry
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, SeriesSpec
from briefs.model.facts import Fact, Source, Term
from briefs.model.models import Computed, Input, ModelSpec, ResultSpec
from briefs.model.nodes import Code as InlineCode
from briefs.model.nodes import CodeBlock, Picture, Text
from briefs.model.records import PlainField, Record
from briefs.model.walk import walk
from briefs.verify.texts import normal

WORD = re.compile(r"[^\W_]+")
"""An underscore parts words: names of bookmarks and pictures are written so."""
KEY = 3
"""Words by which a hidden text is found in a longer one; shorter texts are compared with whole paragraphs only."""


@dataclass(frozen=True, slots=True)
class Spelling:
    pattern: re.Pattern[str]
    instead: str
    everywhere: bool
    """Forbidden for everyone, so a matter of style: the address of somebody else's page may be spelled so."""
    right: frozenset[str] = frozenset()
    """Writings of the right spelling that the pattern, which takes hyphens and spaces alike, would find, too."""


@dataclass(frozen=True, slots=True)
class Expectation:
    audience: str
    edition: date
    long: dict[tuple[str, ...], tuple[tuple[str, ...], ...]]
    """First words of a hidden text -> the texts, as words in lower case, that begin so."""
    short: frozenset[str]
    """Hidden texts of one or two words, normalized, that the audience's own content does not hold."""
    spellings: dict[str, tuple[Spelling, ...]]
    """First word of a forbidden spelling, in lower case -> the spellings that begin so."""
    vocabulary: frozenset[str] = frozenset()
    """Every word that a file may show; nothing is held against it when it is empty."""
    clean: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    """Texts that were found to hold none of this; an audience's files share most of what they say."""


def expect(resolved: Resolved, selection: Selection, baseline: frozenset[str] = frozenset()) -> Expectation:
    """What to hold an audience's files against; `baseline` are the words that the templates bring.

    A hidden text is every text of a node, record, field, fact, term, source or exhibit that the audience may not see, less
    those that its own content says as well. Texts of three words and more are found anywhere, across runs and inside longer
    text; shorter ones only as a whole paragraph, cell or attribute, because a word like "high" proves nothing.
    """
    audience = selection.audience.id
    hidden, own = _sorted_out(resolved, audience)
    said = _Said.of((*own, *_generated(resolved, selection)))
    secret = {found for text in hidden - own if (found := words(text)) and not said.holds(found)}
    long: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for found in sorted(item for item in secret if len(item) >= KEY):
        long.setdefault(found[:KEY], []).append(found)
    short = frozenset(" ".join(item) for item in secret if len(item) < KEY and any(len(word) > 3 for word in item))
    return Expectation(
        audience=audience,
        edition=selection.edition.date,
        long={key: tuple(items) for key, items in long.items()},
        short=short,
        spellings=_spellings(resolved, audience),
        vocabulary=said.words | baseline if baseline else frozenset(),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What an audience's own content says, to be searched for some thousand texts."""

    words: frozenset[str]
    pairs: frozenset[str]
    whole: str
    """All of it, each text behind a bar."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> "_Said":
        lists = {words(text) for text in texts}
        pairs = frozenset(f"{first} {second}" for one in lists for first, second in pairwise(one))
        whole = " ".join(f"| {' '.join(one)}" for one in lists) + " |"
        return cls(frozenset(word for one in lists for word in one), pairs, whole)

    def holds(self, found: tuple[str, ...]) -> bool:
        """Whether these words stand together in one of the texts; most have a pair of words that nobody says."""
        if len(found) == 1:
            return found[0] in self.words
        if not all(f"{first} {second}" in self.pairs for first, second in pairwise(found)):
            return False
        return len(found) == KEY - 1 or f" {' '.join(found)} " in self.whole


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, however it is spaced, hyphenated and punctuated."""
    return tuple(WORD.findall(normal(text).casefold()))


def _sorted_out(resolved: Resolved, audience: str) -> tuple[set[str], set[str]]:
    """All texts of the content: those hidden from the audience, and those it may read."""
    hidden: set[str] = set()
    own: set[str] = set()
    roots = (
        resolved.sections,
        tuple(register.records for register in resolved.registers.values()),
        resolved.facts,
        resolved.sources,
        resolved.terms,
        resolved.models,
        resolved.results,
        resolved.charts,
        resolved.diagrams,
        resolved.briefs,
    )
    for visit in walk(roots, resolved.audiences.everyone):
        seen = audience in visit.mark.readers
        for text in _says(visit.node, resolved):
            (own if seen else hidden).add(text)
        if isinstance(visit.node, Term):
            name = resolved.names.get((audience, visit.node.id), "")
            plural = resolved.names.get((audience, f"{visit.node.id}#plural"), "")
            own.update((name, plural) if seen else ())
            hidden.update(claim.text for claim in (*visit.node.names, *visit.node.plurals))
    return hidden, own


def _says(node: object, resolved: Resolved) -> tuple[str, ...]:
    match node:
        case Text(text=text) | InlineCode(text=text) | PlainField(text=text):
            return (text,)
        case CodeBlock(text=text):
            return tuple(text.splitlines())
        case Picture(alt=text) | ChartSpec(alt=text) | DiagramSpec(alt=text) | SeriesSpec(name=text) | Category(label=text):
            return (text,)
        case PartEntry(heading=text) | ViewEntry(heading=text):
            return (text,)
        case Record(owner=owner):
            return (owner,)
        case Fact(id=key, text=text, owner=owner):
            return (text, owner, resolved.values.get(key, ""))
        case Source(title=title, url=url, publisher=publisher):
            return (title, url, publisher)
        case Term(definition=definition):
            return (definition,)
        case Brief(title=title, subtitle=subtitle, owner=owner):
            return (title, subtitle, owner)
        case _:
            return _computed(node, resolved)


def _computed(node: object, resolved: Resolved) -> tuple[str, ...]:
    match node:
        case Computed(id=key, provenance=text, owner=owner):
            return (resolved.values.get(f"result:{key}", ""), text, owner)
        case Input(title=title, owner=owner):
            return (title, owner)
        case ResultSpec(title=text) | ModelSpec(owner=text):
            return (text,)
        case _:
            return ()


def _generated(resolved: Resolved, selection: Selection) -> Iterator[str]:
    """Wording that every product of the audience may carry."""
    row = selection.audience
    yield from (row.id, row.name, row.organisation, row.marking, selection.edition.version)
    yield from selection.briefs
    for register in resolved.registers.values():
        yield register.name
        yield from (field.label for field in register.fields)
        yield from (choice for field in register.fields for choice in field.choices)


def _spellings(resolved: Resolved, audience: str) -> dict[str, tuple[Spelling, ...]]:
    spellings: dict[str, tuple[Spelling, ...]] = {}
    rules = [rule for term in resolved.terms.values() for rule in term.forbid] + list(resolved.forbidden)
    everyone = resolved.audiences.everyone
    for rule in rules:
        if audience in resolved.audiences.narrow(everyone, rule.audience):
            found = re.compile(_pattern(normal(rule.spelling)), re.IGNORECASE if rule.any_case else 0)
            style = resolved.audiences.narrow(everyone, rule.audience) == everyone
            spelling = Spelling(found, rule.instead, style, frozenset(_inflected(normal(rule.instead))))
            parts = words(rule.spelling) or ("",)
            starts = {start for count in range(1, len(parts) + 1) for start in _inflected("".join(parts[:count]))}
            for first in starts:
                spellings[first] = (*spellings.get(first, ()), spelling)
    return spellings


def _pattern(plain: str) -> str:
    """A spelling with a space, a hyphen or nothing between its parts; singular, plural, possessive."""
    body = "[ -]?".join(re.escape(part) for part in re.split("[ -]", plain))
    stem = f"{body[:-1]}(?:y|ies)" if body.endswith("y") else body
    return rf"(?<![^\W_]){stem}(?:s|es)?(?:['\u2019]s?)?(?![^\W_])"


def _inflected(plain: str) -> tuple[str, ...]:
    """A word or words in the plural and possessive, also at the beginning of a sentence."""
    plurals = (plain, f"{plain}s", f"{plain}es", *((f"{plain[:-1]}ies",) if plain.endswith("y") else ()))
    both = (form for plural in plurals for form in (plural, f"{plural[:1].upper()}{plural[1:]}"))
    return tuple(f"{form}{ending}" for form in both for ending in ("", "'", "'s", "\u2019", "\u2019s"))
