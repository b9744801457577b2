"""Numbers that a reader could rely on: each is a fact, a result, a numeric field, or marked as an assumption or a target."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefs.check.models import results_of
from briefs.check.roots import Root, roots
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Brief, Corpus
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, SeriesSpec
from briefs.model.facts import Fact, NumberPattern, Source, Term
from briefs.model.models import Input, ResultSpec
from briefs.model.nodes import Mark, Picture, Span, Text, ViewCall
from briefs.model.origin import Origin
from briefs.model.records import PlainField

SMALL = 12
"""Up to here a bare number is a word like another."""

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FORMS = (
    rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}",
    rf"(?:{MONTHS}) \d{{4}}",
    r"\d{4}-\d{2}-\d{2}",
    r"\d+(?:st|nd|rd|th)",
    r"v?\d+(?:\.\d+){2,}",
    r"(?:[Vv]ersion|[Rr]elease) \d+(?:\.\d+)*",
    r"[Pp]orts? \d+(?:(?:, | and | or |-)\d+)*",
    r"\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?",
    r"(?:[Ss]tep|[Ss]ection|[Tt]able|[Ff]igure|[Pp]age|[Ll]ayer|[Tt]ier|[Ll]evel) \d+",
)
"""Dates, ordinals, versions, ports, addresses and references within a text, recognized by their form."""

_NUMBER = re.compile(r"(?<![\w.,])(?P<money>[$€£])?(?P<value>\d[\d,]*(?:\.\d+)?)(?P<tail>[\w%]*)")
_NAME = re.compile(r"(?<!\w)[A-Za-z][\w-]*\d[\w-]*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Known:
    """What is not a claim, compiled once for a corpus."""

    names: re.Pattern[str]
    unit: re.Pattern[str]


def numbers(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B306 for each number or unknown name with digits that nothing vouches for."""
    if isinstance(root.value, Fact | Source):
        return
    known, own = _known(corpus), _charted(root.value, corpus)
    for text, mark in _texts(root.value):
        yield from _untraced(text, mark, known, own)


def patterns(corpus: Corpus) -> Iterator[Diagnostic]:
    """B307 for a pattern of numbers.yaml that matches nothing in the content; load has seen to its example."""
    everything = "\n".join(_everything(corpus))
    for row in corpus.numbers if not corpus.unread else ():
        if re.fullmatch(row.pattern, row.example) and not re.search(_whole(row.pattern), everything):
            yield error("B307", row.mark.origin, f"pattern '{row.pattern}' matches nothing in the content", "remove it")


def _untraced(text: str, mark: Mark, known: Known, own: frozenset[str]) -> Iterator[Diagnostic]:
    rest = known.names.sub(lambda found: "\x00" * len(found.group()), text)
    for found in _NAME.finditer(rest):
        hint = "make it a term, or add a pattern to numbers.yaml"
        yield error("B306", _at(mark, found.start()), f"'{found.group()}' is a name with digits that nothing explains", hint)
    for found in _NUMBER.finditer(rest):
        if found["value"] not in own and _relied_on(found, rest, known):
            shown = text[found.start() : found.end()].rstrip(",")
            hint = 'write a fact [[fact:…]], or mark it: [about 12 weeks]{number=target owner="a role"}'
            yield error("B306", _at(mark, found.start()), f"nothing vouches for the number '{shown}'", hint)


def _relied_on(found: re.Match[str], rest: str, known: Known) -> bool:
    value, tail = found["value"].rstrip(","), found["tail"]
    measured = bool(found["money"] or tail or known.unit.match(rest, found.end()))
    if _YEAR.fullmatch(value) and not measured:
        return False
    return measured or float(value.replace(",", "")) > SMALL


def _charted(value: object, corpus: Corpus) -> frozenset[str]:
    """The values that a chart draws, which its own description may say again."""
    if not isinstance(value, ChartSpec):
        return frozenset()
    targets = {(item.kind, item.target) for series in value.series for item in series.values}
    facts = (corpus.facts[target] for kind, target in targets if kind == "fact" and target in corpus.facts)
    drawn = {format(fact.value, ",f") for fact in facts if fact.value is not None}
    models = {target.partition(".")[0] for kind, target in targets if kind == "result"} & corpus.models.keys()
    results = {key: item for model in sorted(models) for key, item in results_of(corpus, model).items()}
    return frozenset(drawn | {format(results[target].value, ",f") for kind, target in targets if target in results})


def _texts(value: object) -> Iterator[tuple[str, Mark]]:
    """Every text a reader sees, with where it stands; a span that is marked as a number vouches for all it holds."""
    mark = getattr(value, "mark", None)
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
        return
    if isinstance(value, Span) and value.number:
        return
    if isinstance(mark, Mark):
        yield from ((text, mark) for text in _own(value))
        for name in value.__dataclass_fields__:  # type: ignore[attr-defined]
            inner = getattr(value, name)
            for item in inner.values() if name == "fields" else (inner,):
                yield from _texts(item)


def _own(value: object) -> tuple[str, ...]:
    match value:
        case Text(text=text):
            return (text,)
        case PlainField(text=text, number=None):
            return (text,)
        case Picture(alt=text) | ChartSpec(alt=text) | DiagramSpec(alt=text) | ViewCall(empty=text):
            return (text,)
        case SeriesSpec(name=text) | Category(label=text) | Input(title=text) | ResultSpec(title=text) | Term(definition=text):
            return (text,)
        case Brief(title=title, subtitle=subtitle):
            return (title, subtitle)
        case _:
            return ()


def _everything(corpus: Corpus) -> Iterator[str]:
    for root in roots(corpus):
        match root.value:
            case Fact(text=text, unit=unit):
                yield f"{text} {unit}"
            case Source(title=title):
                yield title
            case Term(names=names, plurals=plurals):
                yield from (claim.text for claim in (*names, *plurals))
                yield root.value.definition
            case _:
                yield from (text for text, _ in _texts(root.value))


def _known(corpus: Corpus) -> Known:
    names = sorted({claim.text for term in corpus.terms.values() for claim in (*term.names, *term.plurals)})
    return _compiled(corpus.numbers, tuple(name for name in names if re.search(r"\d", name)), tuple(corpus.units))


@lru_cache(maxsize=8)
def _compiled(rows: tuple[NumberPattern, ...], names: tuple[str, ...], units: tuple[str, ...]) -> Known:
    known = [*(row.pattern for row in rows), *(re.escape(name) for name in names), *FORMS]
    words = sorted((unit for unit in units if not unit.isdigit()), key=len, reverse=True)
    units_pattern = "|".join(re.escape(word).replace(r"\ ", r"[\s\u00a0]") for word in words) or r"(?!)"
    return Known(
        re.compile("|".join(_whole(item) for item in known)),
        re.compile(rf"[\s\u00a0-]?(?:{units_pattern}|percent|times|dollars)(?!\w)"),
    )


def _whole(pattern: str) -> str:
    return rf"(?<![\w-])(?:{pattern})(?![\w]|\.\d)"


def _at(mark: Mark, offset: int) -> Origin:
    return Origin(mark.origin.path, mark.origin.line, mark.origin.column + offset)
