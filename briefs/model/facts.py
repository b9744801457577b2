"""Evidence and vocabulary: facts with their sources, terms with their names for each audience, units and number patterns."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from briefs.model.audience import Tag
from briefs.model.nodes import Mark


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str
    publisher: str
    url: str
    dated: date | None
    """What the page says of itself."""
    seen: date
    mark: Mark


@dataclass(frozen=True, slots=True)
class Fact:
    id: str
    text: str
    """The claim in our own words."""
    value: Decimal | None
    """Without a value the fact can be cited, not printed."""
    unit: str
    """Id of a unit, or empty when there is no value."""
    kind: Literal["public", "vendor-claim", "derived"]
    confidence: Literal["low", "medium", "high"]
    source: str
    as_of: date
    review_by: date
    owner: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Unit:
    id: str
    name: str
    dimension: str
    """`data/time`, or empty for a counted noun."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A name that contains digits and is not a claim."""

    pattern: str
    """As it is written."""
    bounded: str
    """As it is searched for: no repeat of it can take long."""
    why: str
    example: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Named:
    """One claim to a name: `{vast: Tuscany}`."""

    audience: str
    """`all`, a group or an audience id; the most specific wins."""
    text: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A spelling that may not appear, for whom, and what to write in its place."""

    spelling: str
    audience: Tag
    instead: str
    any_case: bool
    mark: Mark


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    names: tuple[Named, ...]
    plurals: tuple[Named, ...]
    definition: str
    forbid: tuple[Forbidden, ...]
    mark: Mark
