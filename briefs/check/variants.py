"""Variants for two audiences that are nearly the same words: one text with a span inside cannot come apart by and by."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from briefs.check.roots import Root
from briefs.diagnostics import Diagnostic, warning
from briefs.model.audience import NOBODY
from briefs.model.content import Corpus
from briefs.model.nodes import Code, CodeBlock, Mark, Reference, Text
from briefs.model.walk import walk

ALIKE = 0.9
"""Share of words from which on two variants are one text."""
FEWEST = 8
"""Words below which two variants may look alike: a span would be harder to read than both."""
HELD = ("blocks", "items", "rows", "notes")


def variants(root: Root, corpus: Corpus) -> Iterator[Diagnostic]:
    """B415 for two siblings, tagged for different audiences, of which nine words in ten are the same."""
    for visit in root.visits:
        for name in HELD:
            held = getattr(visit.node, name, ())
            tagged = [item for item in held if _mark(item).tag is not None] if isinstance(held, tuple) else []
            texts = [_words(item) for item in tagged] if len(tagged) > 1 else []
            for one, other in sorted(_near(texts)):
                first, second = tagged[one], tagged[other]
                if type(first) is type(second) and not _mark(first).readers & _mark(second).readers:
                    yield from _compared(first, second, texts[one], texts[other])


def _near(texts: list[tuple[str, ...]]) -> set[tuple[int, int]]:
    """Pairs that have three words in a row in common: of nine words in ten that are the same, three always stand together."""
    holders: dict[tuple[str, ...], set[int]] = {}
    for number, words in enumerate(texts):
        for start in range(len(words) - 2 if len(words) >= FEWEST else 0):
            holders.setdefault(words[start : start + 3], set()).add(number)
    return {pair for numbers in holders.values() if len(numbers) > 1 for pair in combinations(sorted(numbers), 2)}


def _compared(first: object, second: object, mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Diagnostic]:
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.real_quick_ratio() > ALIKE and matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE:
        text = f"{matcher.ratio():.0%} of the words are those of the variant at {_mark(first).origin}"
        yield warning("B415", _mark(second).origin, text, "write it once, with a span round what differs: [words]{audience=…}")


def _mark(value: object) -> Mark:
    mark = getattr(value, "mark", None)
    if not isinstance(mark, Mark):
        raise TypeError(f"no node: {type(value).__name__}")
    return mark


def _words(value: object) -> tuple[str, ...]:
    found: list[str] = []
    for visit in walk(value, NOBODY):
        match visit.node:
            case Text(text=text) | Code(text=text) | CodeBlock(text=text):
                found.extend(text.split())
            case Reference(kind=kind, target=target):
                found.append(f"{kind}:{target}")
            case _:
                pass
    return tuple(found)
