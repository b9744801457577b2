"""What a finished file of one audience may and may not say: its own texts, those hidden from it, spellings forbidden to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from briefs.model.content import Resolved, Selection
from briefs.verify.images import Digests, hidden_pictures
from briefs.verify.phrases import Phrasebook, Pieces, Words, pieces, triples
from briefs.verify.readings import readings
from briefs.verify.spellings import Spelling, spellings
from briefs.verify.wording import free, generated

__all__ = ["Expectation", "Hidden", "Spelling", "expect"]

LONG = 5
"""Words from which on a text is known as a whole, though each three of its words prove nothing."""
JOINED = 8
"""Letters from which on a name is known by its words alone, written as one."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What betrays a text that an audience may not see, however much of it is left."""

    triples: frozenset[Words]
    """Three words that stand together in a hidden text and in none of the audience's own."""
    names: frozenset[Words]
    """Hidden texts and ids of one or two words that the audience's own texts do not hold."""
    whole: dict[Words, tuple[Words, ...]]
    """First three words -> the hidden texts that begin so, of which each three stand together in some text of the audience's."""

    @classmethod
    def of(cls, texts: Iterable[str], own: Phrasebook) -> "Hidden":
        """Of texts that may hold some of the audience's own."""
        book = Phrasebook.of(found for text in texts if (found := pieces(text)).words not in own.whole)
        threes = frozenset(found for found in book.triples - own.triples if not free(found))
        names = {name for name in book.whole if len(name) <= 2 and any(len(word) > 3 for word in name)}
        joined = {("".join(name),) for name in book.whole if 2 <= len(name) <= 4 and sum(map(len, name)) >= JOINED}
        secret = frozenset(name for name in names | joined if not _known(name, own) and not free(name))
        return cls(threes, secret, _whole((text for text in book.whole if len(text) >= LONG), threes, own))


@dataclass(frozen=True, slots=True)
class Expectation:
    audience: str
    edition: date
    own: Phrasebook
    hidden: Hidden
    spellings: dict[str, tuple[Spelling, ...]]
    """First word of a forbidden spelling, in lower case -> the spellings that begin so."""
    closed: bool = False
    """Whether `own` is all that a file may say."""
    pictures: Digests = frozenset()
    """Pictures that are hidden from the audience."""
    clean: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    """Texts that were found to hold nothing hidden or forbidden; an audience's files share most of what they say."""
    allowed: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    """Texts that were found to be the audience's own."""


def expect(resolved: Resolved, selection: Selection, baseline: frozenset[Pieces] = frozenset()) -> Expectation:
    """What to hold an audience's files against; `baseline` are the texts that the templates bring.

    Nothing here asks select what an audience reads: its own texts and those hidden from it are worked out from the readers
    of each node, so that a fault of select is a difference between file and expectation. A hidden text of three words and
    more is known by any three that stand together in none of the audience's own; a shorter one, or an id, as a whole.
    """
    audience = selection.audience.id
    read = readings(resolved)
    own = Phrasebook.of((*map(pieces, read[audience]), *map(pieces, generated(resolved, selection)), *baseline))
    return Expectation(
        audience=audience,
        edition=selection.edition.date,
        own=own,
        hidden=Hidden.of(frozenset().union(*read.values()) - read[audience], own),
        spellings=spellings(resolved, audience),
        closed=bool(baseline),
        pictures=hidden_pictures(resolved, audience),
    )


def _whole(texts: Iterable[Words], known: frozenset[Words], own: Phrasebook) -> dict[Words, tuple[Words, ...]]:
    said = f" {' | '.join(' '.join(text) for text in own.whole)} "
    found: dict[Words, tuple[Words, ...]] = {}
    for text in texts:
        if known.isdisjoint(triples(text)) and f" {' '.join(text)} " not in said:
            found[text[:3]] = (*found.get(text[:3], ()), text)
    return found


def _known(name: Words, own: Phrasebook) -> bool:
    return name in own.pairs if len(name) == 2 else name[0] in own.words
