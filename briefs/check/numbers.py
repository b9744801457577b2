"""Numbers that a reader could rely on: each is a fact, a result, a numeric field, or marked as an assumption or a target."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefs.check.models import results_of
from briefs.check.roots import Judged, Root, walked
from briefs.diagnostics import Diagnostic, error
from briefs.model.content import Brief, Corpus, PartEntry, ViewEntry
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, SeriesSpec
from briefs.model.facts import Fact, Source, Term
from briefs.model.models import Input, ResultSpec
from briefs.model.nodes import Break, Code, Footnote, Mark, Picture, Reference, Span, Styled, Text, Use, ViewCall
from briefs.model.origin import Origin
from briefs.model.records import PlainField, Record

SMALL = 12
"""Up to here a bare number is a word like another."""

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
FORMS = (
    rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}",
    rf"(?:{MONTHS}) \d{{4}}",
    r"\d{4}-\d{2}-\d{2}",
    r"\d+(?:st|nd|rd|th)",
    r"\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?",
    r"v?\d+(?:\.\d+){2,}",
    r"(?:[Vv]ersion|[Rr]elease) \d+(?:\.\d+)*",
    r"[Pp]orts? \d+(?:(?:, | and | or |-)\d+)*",
    r"(?:HTTP|[Ss]tatus|[Ss]tatus code|HTTP status) [1-5]\d{2}",
    r"(?:[Ss]tep|[Ss]ection|[Tt]able|[Ff]igure|[Pp]age|[Ll]ayer|[Tt]ier|[Ll]evel) \d+",
)
"""Dates, ordinals, versions, ports, addresses, answers of HTTP and references within a text, recognized by their form."""

_NUMBER = re.compile(
    r"(?<![\w.,])(?P<money>(?:[A-Z]{0,2}[$€£¥]|(?:USD|EUR|GBP)[ \u00a0])[ \u00a0]?)?"
    r"(?<!\d[.,])(?P<value>\d[\d,]*(?:\.\d+)?)(?P<tail>[\w%‰×½¼¾]*)"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDED = re.compile(
    rf"(?<![\w-])(?:(?:thir|four|fif|six|seven|eigh|nine)teen|(?:{_TENS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:half an? )?(?:hundred|thousand|million|billion|trillion)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)fold|\d+-fold)(?!\w)",
    re.IGNORECASE,
)
"""Number words above twelve, and multipliers; "twice" and "thousands" name no number."""
_DIGIT = re.compile(r"\d")
"""A text with neither a digit nor a number word claims nothing, and most texts have neither."""
PLAIN = ("7", "13", "42", "250", "1000", "1,000", "3.5", "40%", "$5", "5 GB", "3 weeks", "2x")
"""Claims: a pattern that covers one of them would excuse any other of its form."""
_NAME = re.compile(r"(?<!\w)[A-Za-z][\w-]*\d[\w-]*")
_YEAR = re.compile(r"(?:19|20)\d\d")


INLINE = (Text, Code, Styled, Span, Reference, Use, Break, Footnote)


@dataclass(frozen=True, slots=True)
class Line:
    """A text as a reader sees it, whatever pieces it is written in."""

    pieces: tuple[tuple[str, Mark | None], ...]
    begins: bool = True
    """Whether a mark is where its piece begins, and not where the entry does that holds the text somewhere."""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)

    def at(self, offset: int) -> Origin:
        """Where a place of the text is written; a piece without a mark holds no text to complain of."""
        for text, mark in self.pieces:
            if offset < len(text) and mark is not None:
                return replace(mark.origin, column=mark.origin.column + offset) if self.begins else mark.origin
            offset -= len(text)
        raise ValueError("a place behind the end of a line")


@dataclass(frozen=True, slots=True)
class Known:
    """What is not a claim, compiled once for a corpus."""

    names: re.Pattern[str]
    unit: re.Pattern[str]


def numbers(root: Root, corpus: Judged) -> Iterator[Diagnostic]:
    """B306 for each number or unknown name with digits that nothing vouches for."""
    if isinstance(root.value, Fact | Source) or (isinstance(root.value, Record) and root.value.register == "results"):
        # a result vouches for itself: it names an item by its id, and the place of its evidence, where runs have numbers
        return
    known, own = corpus.once(_known), _charted(root.value, corpus)
    for line in _texts(root.value):
        yield from _untraced(line, known, own)


def patterns(corpus: Judged) -> Iterator[Diagnostic]:
    """B307 for a pattern of numbers.yaml that matches nothing in the content; load has seen to its example."""
    everything = "\n".join(_everything(corpus))
    for row in corpus.numbers if not corpus.unread else ():
        if re.fullmatch(row.bounded, row.example) and not re.search(_whole(row.bounded), everything):
            yield error("B307", row.mark.origin, f"pattern '{row.pattern}' matches nothing in the content", "remove it")


def wide(corpus: Corpus) -> Iterator[Diagnostic]:
    """B308 for a pattern of numbers.yaml that covers a plain number: it would excuse claims, not name something."""
    for row in corpus.numbers:
        covered = next((claim for claim in PLAIN if re.fullmatch(row.bounded, claim)), None)
        if covered is not None:
            text = f"pattern '{row.pattern}' covers '{covered}', which is a claim, not a name"
            yield error("B308", row.mark.origin, text, "spell out the name around the number")


def _untraced(line: Line, known: Known, own: frozenset[str]) -> Iterator[Diagnostic]:
    if not _DIGIT.search(line.text) and not _WORDED.search(line.text):
        return
    rest = known.names.sub(lambda found: "\x00" * len(found.group()), line.text)
    for found in _NAME.finditer(rest):
        hint = "make it a term, or add a pattern to numbers.yaml"
        yield error("B306", line.at(found.start()), f"'{found.group()}' is a name with digits that nothing explains", hint)
    hint = 'write a fact [[fact:…]], or mark it: [about 12 weeks]{number=target owner="a role"}'
    for found in _NUMBER.finditer(rest):
        if found["value"] not in own and _relied_on(found, rest, known):
            shown = found.group().rstrip(",")
            yield error("B306", line.at(found.start()), f"nothing vouches for the number '{shown}'", hint)
    for found in _WORDED.finditer(rest):
        yield error("B306", line.at(found.start()), f"nothing vouches for the number '{found.group()}'", hint)


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


def _texts(value: object) -> Iterator[Line]:
    """Every text a reader sees, each line over its pieces; a span that is marked as a number vouches for all it holds."""
    if isinstance(value, tuple):
        pieces = tuple(piece for item in value if isinstance(item, INLINE) for piece in _pieces(item))
        if any(mark for _, mark in pieces):
            yield Line(pieces)
        yield from _apart(value)
        return
    mark = getattr(value, "mark", None)
    if isinstance(mark, Mark):
        if isinstance(value, Brief):
            yield from (Line(((text, replace(mark, origin=place)),)) for text, place in _lines(value))
        yield from (Line(((text, mark),), isinstance(value, PlainField | Text)) for text in _own(value))
        for name in value.__dataclass_fields__:  # type: ignore[attr-defined]
            inner = getattr(value, name)
            for item in inner.values() if name == "fields" else (inner,):
                yield from _texts(item)


def _apart(items: tuple[object, ...]) -> Iterator[Line]:
    """The lines within a line, as of footnotes and labels, and those of anything else that stands in a tuple."""
    for item in items:
        match item:
            case Text() | Span(number="assumption" | "target"):
                continue
            case Styled(children=children) | Span(children=children):
                yield from _apart(children)
            case _:
                yield from _texts(item)


def _pieces(node: object) -> Iterator[tuple[str, Mark | None]]:
    """A line's texts in order; what vouches for itself, or is code, leaves a gap that no number or name reaches across."""
    match node:
        case Text(text=text, mark=mark):
            yield text, mark
        case Styled(children=children):
            for child in children:
                yield from _pieces(child)
        case Span(children=children, number=None):
            for child in children:
                yield from _pieces(child)
        case Code() | Reference() | Use() | Span():
            yield "\x00", None
        case _:
            yield "\n", None


def _lines(brief: Brief) -> tuple[tuple[str, Origin], ...]:
    """The lines at the head of a brief's products, and where each is written."""
    return (brief.title, brief.place("title")), (brief.subtitle, brief.place("subtitle"))


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
        case ViewEntry(heading=text) | PartEntry(heading=text):
            return (text,)
        case _:
            return ()


def _everything(corpus: Judged) -> Iterator[str]:
    for root in corpus.once(walked):
        match root.value:
            case Fact(text=text, unit=unit):
                yield f"{text} {unit}"
            case Source(title=title):
                yield title
            case Term(names=names, plurals=plurals):
                yield from (claim.text for claim in (*names, *plurals))
                yield root.value.definition
            case _:
                yield from (line.text for line in _texts(root.value))


def _known(corpus: Corpus) -> Known:
    names = sorted({claim.text for term in corpus.terms.values() for claim in (*term.names, *term.plurals)})
    known = [*(row.bounded for row in corpus.numbers), *(re.escape(name) for name in names if _DIGIT.search(name)), *FORMS]
    words = sorted((unit for unit in corpus.units if not unit.isdigit()), key=len, reverse=True)
    units_pattern = "|".join(re.escape(word).replace(r"\ ", r"[\s\u00a0]") for word in words) or r"(?!)"
    return Known(
        re.compile("|".join(_whole(item) for item in known)),
        re.compile(rf"[\s\u00a0-]?(?:{units_pattern}|percent|times|dollars)(?!\w)"),
    )


def _whole(pattern: str) -> str:
    return rf"(?<![\w-])(?:{pattern})(?![\w]|\.\d)"
