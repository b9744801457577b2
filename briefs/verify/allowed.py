"""The allow-list: what a finished file shows is, word after word, the audience's own, the engine's wording, or the template's."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from briefs.diagnostics import Diagnostic, error
from briefs.verify.expectation import Expectation
from briefs.verify.package import opened
from briefs.verify.phrases import Phrasebook, Pieces, Words, pieces, words
from briefs.verify.texts import Said, texts
from briefs.verify.wording import free

STATIC = re.compile(
    r"word/(styles|settings|fontTable|numbering|webSettings|theme/.*)\.xml|.*\.rels|(.*!)?\[Content_Types\]\.xml"
    r"|ppt/(presProps|viewProps|tableStyles|theme/.*|slideLayouts/.*|slideMasters/.*|notesMasters/.*)\.xml"
    r"|.*!xl/(styles|workbook|theme/.*)\.xml"
)
"""Parts that a template or the engine writes alike for every audience; texts of others are looked for in them all the same."""
ASIDE = re.compile(r"\s*\(([^()]*)\)")
"""What the engine says of a name or number within somebody's sentence: where it leads, or that it is assumed."""
ADDRESS = re.compile("[a-zA-Z][a-zA-Z0-9+.-]*:")
"""How an address begins, and no path within a package."""
HINT = "do not hand this file on; if a build refused it, report a fault of the engine"


def allowed(path: str, said: Iterable[Said], expected: Expectation) -> Iterator[Diagnostic]:
    """B906 for each text with a word, or with two words side by side, that the audience's own texts do not have; once a text."""
    if not expected.closed:
        return
    seen: set[str] = set()
    for item in said:
        if item.text not in seen and _leads_out(item) and words(item.text) not in expected.own.whole:
            seen.add(item.text)
            what = f"a link to '{item.text}', no address of a source that {expected.audience} may read"
            yield error("B906", None, f"'{path}', {item.part}: {what}", HINT)
        if not item.shown or item.text in seen or item.text in expected.allowed or STATIC.fullmatch(item.part):
            continue
        seen.add(item.text)
        found = strange(item.text, expected.own)
        if found is None:
            expected.allowed.add(item.text)
        else:
            what = f"'{' '.join(found)}' is no {'word' if len(found) == 1 else 'wording'} of what {expected.audience} may read"
            yield error("B906", None, f"'{path}', {item.part}, {item.place}: {what}", HINT)


def _leads_out(item: Said) -> bool:
    return item.place == "@Target" and ADDRESS.match(item.text) is not None


def strange(text: str, own: Phrasebook) -> Words | None:
    """The first word, or else the first two words side by side, that nobody gave the audience to read; None without any."""
    found = _strange(pieces(text), own)
    if found is None or "(" not in text:
        return found
    return _strange(pieces(ASIDE.sub(lambda aside: "" if _known(words(aside[1]), own) else aside[0], text)), own)


def _strange(text: Pieces, own: Phrasebook) -> Words | None:
    for word in text.words:
        if word not in own.words and not free((word,)):
            return (word,)
    for place, pair in enumerate(pairwise(text.words), start=1):
        if pair not in own.pairs and not _meet(pair, place in text.joints, own):
            return pair
    return None


def _meet(pair: Words, joint: bool, own: Phrasebook) -> bool:
    """Whether one text ends and another begins here; beside its own words the engine needs no mark for that."""
    ends, begins = free(pair[:1]), free(pair[1:])
    if not (joint or ends or begins):
        return False
    return (ends or pair[0] in own.closes) and (begins or pair[1] in own.opens)


def _known(found: Words, own: Phrasebook) -> bool:
    return found in own.whole or free(found)


@lru_cache(maxsize=8)
def baseline(template: bytes) -> frozenset[Pieces]:
    """The texts that a template brings; none of one that cannot be opened, which its renderer refuses."""
    try:
        return frozenset(pieces(said.text) for said in texts(opened(template, sealed=False)))
    except zipfile.BadZipFile:
        return frozenset()
