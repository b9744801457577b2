"""How hard a text is to read: Flesch-Kincaid grade, and terms of art in each hundred words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from briefs.check.vocabulary import spelling
from briefs.model.document import Callout, Cards, DocBlock, Document, ListBlock, Paragraph
from briefs.model.runs import plain

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"“])")
"""The gap between two sentences."""
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$")


def prose(document: Document) -> tuple[str, ...]:
    """The running text of a document, a paragraph or list item each; no headings, tables, notes or 9-point parts."""
    return tuple(prose_of(document.blocks))


def grade(paragraphs: Iterable[str]) -> float:
    """Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59; 0 for a text without words.

    Source: Kincaid, Fishburne, Rogers, Chissom, "Derivation of new readability formulas", 1975.
    """
    sentences = [words for text in paragraphs for part in SENTENCE.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Groups of vowels, a silent ending not counted; at least one."""
    lower = word.lower()
    return max(1, len(_VOWELS.findall(lower)) - (1 if _SILENT.search(lower) and len(lower) > 3 else 0))


def jargon(paragraphs: Sequence[str], names: Iterable[str]) -> float:
    """Uses of the named terms of art in each hundred words."""
    text = "\n".join(paragraphs)
    count = len(_WORD.findall(text))
    return 100 * used(paragraphs, names) / count if count else 0.0


def used(paragraphs: Sequence[str], names: Iterable[str]) -> int:
    """How often the named terms of art are used."""
    text = "\n".join(paragraphs)
    return sum(len(spelling(name, True).findall(text)) for name in set(names) if name)


def prose_of(blocks: Iterable[DocBlock]) -> Iterator[str]:
    """The same of some blocks of one."""
    for block in blocks:
        match block:
            case Paragraph(content=content, role="body" | "lead" | "quote"):
                yield plain(content)
            case ListBlock(items=items):
                for item in items:
                    yield from prose_of(item)
            case Callout(blocks=inner):
                yield from prose_of(inner)
            case Cards(cards=cards):
                yield from (plain(field.content) for card in cards for field in card.fields)
            case _:
                pass
