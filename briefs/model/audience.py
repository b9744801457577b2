"""Audiences, tags and the one rule of visibility: visible to the parent's readers and the tag's, both."""

from dataclasses import dataclass
from typing import Literal

from briefs.model.origin import Origin

Readers = frozenset[str]
"""Ids of the audiences that may see a value."""

NOBODY: Readers = frozenset()
ALL = "all"


@dataclass(frozen=True, slots=True)
class Tag:
    """`{audience="a, b"}` as written: names of audiences or groups, not yet known to exist."""

    names: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Audience:
    """One row of `audiences.yaml`."""

    id: str
    name: str
    organisation: str
    groups: tuple[str, ...]
    reader: Literal["executive", "engineer"]
    """The form in which asks are read: one page, or in full."""
    marking: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Audiences:
    """All audiences of a project, in the order of the file."""

    rows: tuple[Audience, ...]

    @property
    def everyone(self) -> Readers:
        """The readers that nothing has narrowed yet."""
        return frozenset(row.id for row in self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name a tag may use: `all`, ids, then groups; sorted within each."""
        groups = {group for row in self.rows for group in row.groups}
        return (ALL, *sorted(self.everyone), *sorted(groups))

    def expand(self, name: str) -> Readers:
        """The audiences behind one name; nobody when the name is unknown, so that a slip hides rather than shows."""
        if name == ALL:
            return self.everyone
        return frozenset(row.id for row in self.rows if row.id == name or name in row.groups)

    def narrow(self, parent: Readers, tag: Tag | None) -> Readers:
        """The readers of a value inside `parent` that carries `tag`."""
        if tag is None:
            return parent
        named: Readers = frozenset().union(*(self.expand(name) for name in tag.names))
        return parent & named

    def get(self, audience: str) -> Audience:
        """The audience with this id; KeyError when there is none."""
        for row in self.rows:
            if row.id == audience:
                return row
        raise KeyError(audience)
