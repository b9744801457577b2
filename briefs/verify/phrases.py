"""Texts as words and the joints between them, and what somebody may read as word after word: by that texts are told apart."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern

HYPHENS = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\ufe63\uff0d]")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\U000e0000-\U000e0fff]"
)
"""Of no width, or only turning what stands beside them: they part no word."""
CITED = re.compile(r" ?\[?\\?\[\d+\\?\]\]?")
"""Numbers that lead to sources stand within sentences and say nothing."""
PIECE = re.compile(r"[^\W_]+|[.:;,!?)\]\"”’…]+(?=\s|$)|[(\[“·•|/@\n■-◿]|(?<=\s)-(?=\s)")
"""Words, which an underscore parts; and marks where one text may end and the next begin."""
BREAK = re.compile("[\n\t]| {3}")
"""Where a text ends though no mark says so: the head of a chart parts its names and the unit by three spaces."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    words: Words
    """In lower case."""
    joints: frozenset[int]
    """Numbers of the words before which one text may end and the next begin."""


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """One way to write what looks alike: compatible characters, plain hyphens, single spaces, nothing invisible."""
    if not text.isascii():
        text = HYPHENS.sub("-", unicodedata.normalize("NFKC", INVISIBLE.sub("", text)))
    return " ".join(text.split())


@lru_cache(maxsize=32768)
def pieces(text: str) -> Pieces:
    """A text's words and joints, however it is spaced, hyphenated and punctuated."""
    lines = [normal(line) for line in BREAK.split(text)]
    plain = "\n".join(lines).casefold()
    found: list[str] = []
    joints: set[int] = set()
    for piece in PIECE.findall(CITED.sub("", plain) if "[" in plain else plain):
        if piece[0].isalnum():
            found.append(intern(piece))
        else:
            joints.add(len(found))
    return Pieces(tuple(found), frozenset(joints))


def words(text: str) -> Words:
    """The words of a text in lower case."""
    return pieces(text).words


def joined(texts: Iterable[Pieces]) -> tuple[Pieces, frozenset[int]]:
    """Texts one after the other, and the places where one ends and the next begins; each of them is a joint."""
    found: list[str] = []
    joints: set[int] = set()
    bounds: set[int] = set()
    for text in texts:
        bounds.add(len(found))
        joints.update(len(found) + joint for joint in text.joints)
        found.extend(text.words)
    inner = frozenset(bounds - {0, len(found)})
    return Pieces(tuple(found), frozenset(joints) | inner), inner


def triples(found: Words) -> Iterable[Words]:
    return zip(found, found[1:], found[2:], strict=False)


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """What somebody may read, to be asked about some ten thousand texts."""

    whole: frozenset[Words]
    words: frozenset[str]
    pairs: frozenset[Words]
    triples: frozenset[Words]
    begins: frozenset[Words]
    """The first word, and the first two, of each text."""
    ends: frozenset[Words]
    opens: frozenset[str]
    """The first word of each part of a text, which may stand without the others."""
    closes: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[Pieces]) -> "Phrasebook":
        texts = tuple(text for text in texts if text.words)
        whole = frozenset(text.words for text in texts)
        pairs: set[Words] = set()
        threes: set[Words] = set()
        for text in whole:
            pairs.update(pairwise(text))
            threes.update(triples(text))
        return cls(
            whole=whole,
            words=frozenset(word for text in whole for word in text),
            pairs=frozenset(pairs),
            triples=frozenset(threes),
            begins=frozenset(text[:length] for text in whole for length in (1, 2)),
            ends=frozenset(text[-length:] for text in whole for length in (1, 2)),
            opens=frozenset(text.words[at] for text in texts for at in (0, *text.joints) if at < len(text.words)),
            closes=frozenset(text.words[at - 1] for text in texts for at in (len(text.words), *text.joints) if at),
        )
