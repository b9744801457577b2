"""Texts of other audiences and forbidden spellings in what a file says."""

import re
from collections.abc import Iterable, Iterator

from briefs.diagnostics import Diagnostic, error
from briefs.verify.expectation import KEY, Expectation, Spelling, words
from briefs.verify.texts import Said, normal

ADDRESS = re.compile(r"https?://[^\s)>\"]+|#[\w-]+|\bid=\"[^\"]*\"|(?<!\w)_[a-z]+_\w+")
"""Addresses, of somebody else's pages and within our own, bookmarks too: nobody reads them, so style is no matter there."""


def leaks(path: str, said: Iterable[Said], expected: Expectation) -> Iterator[Diagnostic]:
    """B901 for each hidden text, B902 for each forbidden spelling, once a text and place."""
    seen: set[str] = set()
    for item in said:
        if item.text not in seen and item.text not in expected.clean:
            seen.add(item.text)
            place = f"'{path}', {item.part}, {item.place}"
            found = words(item.text)
            complaints = (*_hidden(place, item.text, found, expected), *_forbidden(place, item.text, found, expected))
            if not complaints:
                expected.clean.add(item.text)
            yield from complaints


def _hidden(place: str, text: str, found: tuple[str, ...], expected: Expectation) -> Iterator[Diagnostic]:
    hint = f"do not hand this file to {expected.audience}; if a build refused it, report a fault of the engine"
    if len(found) < KEY and " ".join(found) in expected.short:
        yield error("B901", None, f"{place}: '{text}' is hidden from {expected.audience}", hint)
    for start in range(len(found) - KEY + 1):
        for secret in expected.long.get(found[start : start + KEY], ()):
            if found[start : start + len(secret)] == secret:
                yield error("B901", None, f"{place}: '{' '.join(secret)}' is hidden from {expected.audience}", hint)


def _forbidden(place: str, text: str, found: tuple[str, ...], expected: Expectation) -> Iterator[Diagnostic]:
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
