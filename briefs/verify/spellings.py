"""Spellings that are forbidden for an audience, in every form in which a word may be bent, joined, hyphenated or owned."""

import re
from dataclasses import dataclass

from briefs.model.content import Resolved
from briefs.verify.phrases import normal, words


@dataclass(frozen=True, slots=True)
class Spelling:
    pattern: re.Pattern[str]
    instead: str
    everywhere: bool
    """Forbidden for everyone, so a matter of style: the address of somebody else's page may be spelled so."""
    right: frozenset[str] = frozenset()
    """Writings of the right spelling that the pattern, which takes hyphens and spaces alike, would find, too."""


def spellings(resolved: Resolved, audience: str) -> dict[str, tuple[Spelling, ...]]:
    """First word of a forbidden spelling, in lower case -> the spellings that begin so."""
    found: dict[str, tuple[Spelling, ...]] = {}
    rules = [rule for term in resolved.terms.values() for rule in term.forbid] + list(resolved.forbidden)
    everyone = resolved.audiences.everyone
    for rule in rules:
        if audience in resolved.audiences.narrow(everyone, rule.audience):
            style = resolved.audiences.narrow(everyone, rule.audience) == everyone
            right = frozenset(_inflected(normal(rule.instead)))
            spelling = Spelling(pattern(rule.spelling, rule.any_case), rule.instead, style, right)
            for first in beginnings(rule.spelling):
                found[first] = (*found.get(first, ()), spelling)
    return found


def beginnings(spelling: str) -> frozenset[str]:
    """The words with which a writing of the spelling may begin: its first word, or several of its words joined."""
    parts = words(spelling) or ("",)
    return frozenset(start for count in range(1, len(parts) + 1) for start in _inflected("".join(parts[:count])))


def pattern(spelling: str, any_case: bool) -> re.Pattern[str]:
    """A spelling with a space, a hyphen, an underscore or nothing between its parts; singular, plural, possessive."""
    parts = re.split("[ -]", normal(spelling))
    body = "[ _-]?".join((*map(re.escape, parts[:-1]), _stem(parts[-1])))
    return re.compile(rf"(?<![^\W_]){body}(?:s|es)?(?:['\u2019]s?)?(?![^\W_])", re.IGNORECASE if any_case else 0)


BENT = (("y", "ies"), ("fe", "ves"), ("f", "ves"), ("is", "es"), ("ex", "ices"), ("ix", "ices"), ("man", "men"))
"""Endings of words that the plural changes."""


def _stem(word: str) -> str:
    """The pattern of a word, and of its plural when that is no `s` or `es` behind it."""
    ends = [(end, plural) for end, plural in BENT if word.endswith(end)][:1]
    return next((f"{re.escape(word.removesuffix(end))}(?:{end}|{plural})" for end, plural in ends), re.escape(word))


def _inflected(plain: str) -> tuple[str, ...]:
    """A word or words in the plural and possessive, also at the beginning of a sentence."""
    bent = (f"{plain.removesuffix(end)}{plural}" for end, plural in BENT if plain.endswith(end))
    plurals = (plain, f"{plain}s", f"{plain}es", *bent)
    both = (form for plural in plurals for form in (plural, f"{plural[:1].upper()}{plural[1:]}"))
    return tuple(f"{form}{ending}" for form in both for ending in ("", "'", "'s", "\u2019", "\u2019s"))
