"""Texts of other audiences and forbidden spellings in what a file says."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefs.diagnostics import Diagnostic, error
from briefs.verify.expectation import Expectation, Spelling
from briefs.verify.phrases import Phrasebook, Pieces, Words, joined, normal, pieces, triples
from briefs.verify.texts import Said
from briefs.verify.wording import LINKS, free

ADDRESS = re.compile(r"https?://[^\s)>\"]+|#[\w-]+|\bid=\"[^\"]*\"|(?<!\w)_[a-z]+_\w+")
"""Addresses, of somebody else's pages and within our own, bookmarks too: nobody reads them, so style is no matter there."""


def leaks(path: str, said: Iterable[Said], expected: Expectation) -> Iterator[Diagnostic]:
    """B901 for each hidden text, B902 for each forbidden spelling, once a text and place."""
    seen: set[str] = set()
    running: dict[str, list[Pieces]] = {}
    for item in said:
        if item.running:
            running.setdefault(item.part, []).append(pieces(item.text))
        if item.text in seen or item.text in expected.clean:
            continue
        seen.add(item.text)
        place = f"'{path}', {item.part}, {item.place}"
        found = pieces(item.text)
        complaints = (*_told(place, hidden(found, expected), expected), *_forbidden(place, item.text, found.words, expected))
        if not complaints:
            expected.clean.add(item.text)
        yield from complaints
    for part, texts in running.items():
        yield from _told(f"'{path}', {part}, over several paragraphs", _across(texts, expected), expected)


def hidden(text: Pieces, expected: Expectation, bounds: frozenset[int] = frozenset()) -> Iterator[Words]:
    """The words of each hidden text, or of what is left of it; with bounds only those that begin before one and end behind it.

    Where one text may end and the next begin, what the end of one of the audience's own and the beginning of another say
    together is no hidden text.
    """
    for first, behind in sorted({*_parts(text, expected), *_wholes(text, expected), *_names(text, expected)}):
        if not bounds or any(first < bound < behind for bound in bounds):
            yield text.words[first:behind]


Span = tuple[int, int]
"""Number of the first word, and of the one behind the last."""


def _parts(text: Pieces, expected: Expectation) -> Iterator[Span]:
    """What is left of hidden texts: words of which each three that stand together do so in hidden texts only."""
    known = expected.hidden.triples
    places = [at for at, three in enumerate(triples(text.words)) if three in known and _real(three, at, text, expected.own)]
    first = 0
    for index, place in enumerate(places):
        if index + 1 == len(places) or places[index + 1] != place + 1:
            yield places[first], place + 3
            first = index + 1


def _wholes(text: Pieces, expected: Expectation) -> Iterator[Span]:
    for place, three in enumerate(triples(text.words)):
        for secret in expected.hidden.whole.get(three, ()):
            if text.words[place : place + len(secret)] == secret:
                yield place, place + len(secret)


def _names(text: Pieces, expected: Expectation) -> Iterator[Span]:
    known = expected.hidden.names
    for place, word in enumerate(text.words):
        if (word,) in known:
            yield place, place + 1
    for place, pair in enumerate(pairwise(text.words)):
        if pair in known and _real(pair, place, text, expected.own):
            yield place, place + 2


def _real(found: Words, place: int, text: Pieces, own: Phrasebook) -> bool:
    """Whether no end of one text and beginning of the next say the same."""
    return not any(
        (place + cut in text.joints or LINKS & {found[cut - 1], found[cut]})
        and (found[:cut] in own.ends or free(found[:cut]))
        and (found[cut:] in own.begins or free(found[cut:]))
        for cut in range(1, len(found))
    )


def _across(texts: list[Pieces], expected: Expectation) -> Iterator[Words]:
    """Hidden texts that begin in one paragraph, cell or shape of a part and end in a later one."""
    whole, bounds = joined(texts)
    return hidden(whole, expected, bounds) if bounds else iter(())


def _told(place: str, found: Iterable[Words], expected: Expectation) -> Iterator[Diagnostic]:
    hint = f"do not hand this file to {expected.audience}; if a build refused it, report a fault of the engine"
    for secret in dict.fromkeys(found):
        yield error("B901", None, f"{place}: '{' '.join(secret)}' is hidden from {expected.audience}", hint)


def _forbidden(place: str, text: str, found: Words, expected: Expectation) -> Iterator[Diagnostic]:
    possible = {rule for word in {"", *found} & expected.spellings.keys() for rule in expected.spellings[word]}
    if not possible:
        return
    plain = normal(text)
    without_addresses = ADDRESS.sub(" ", plain)
    for rule in sorted(possible, key=lambda rule: rule.pattern.pattern):
        found_all = rule.pattern.finditer(without_addresses if rule.everywhere else plain)
        match = next((item for item in found_all if item.group() not in rule.right and not _is_command(item, rule)), None)
        if match:
            hint = f"write '{rule.instead}'" if rule.instead else "choose a plain word"
            yield error("B902", None, f"{place}: '{match.group()}' is forbidden for {expected.audience}", hint)


def _is_command(found: re.Match[str], rule: Spelling) -> bool:
    """The right name as commands write it, `private-link-service`: prose was judged at its source, and style is no secret."""
    return rule.everywhere and found.group() == normal(rule.instead).lower().replace(" ", "-")
