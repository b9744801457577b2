"""Patterns of numbers.yaml: a part of regular expressions of which no text, whoever wrote both, can make a search long.

Python's own search tries every way in which repeats can share a text between them. So the ways are counted beforehand: a repeat
after which the next sign decides whether it goes on has one; any other has as many as it may reach, times those of what follows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST = 200
"""Characters of a pattern."""
MOST_GROUPS = 20
REACH = 100
"""How often something is repeated at most; names are shorter."""
MOST_WAYS = 1000
"""In which the repeats of a pattern may share a text between them."""
Signs = frozenset[str]
EVERY: Signs = frozenset(map(chr, (*range(0x20, 0x7F), 0x0A, 0xA0, 0xB2, 0xE9, 0x3B1, 0x661, 0x2013, 0x4E2D)))
"""One of each kind of character that a class can tell apart."""
NOTHING: Signs = frozenset()
_ATOM = re.compile(r"\\[dDwWsS]|\\[^\w\s]|\[\^?(?:\\[dDwWsS]|\\[^\w\s]|[^\[\]\\])++\]|\.|[^\\\[\](){}*+?|^$.]")
_REPEAT = re.compile(r"\{(\d{1,3})(?:(,)(\d{0,3}))?\}|[*+?]")


class PatternFault(Exception):
    """A pattern that is not taken: the message says why."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a pattern: itself, with its repeats bounded, and what is known of it."""

    text: str
    first: Signs
    """With which it can begin."""
    empty: bool
    """Whether it can be nothing at all."""


@dataclass(frozen=True, slots=True)
class Atom(Piece):
    """One character or class."""


@dataclass(frozen=True, slots=True)
class Row(Piece):
    """One piece after another."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Choice(Piece):
    """One of several rows."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Repeat(Piece):
    """A piece several times."""

    piece: Piece
    least: int
    most: int


def bounded(pattern: str) -> str:
    """The pattern with a bound to each repeat that has none; PatternFault when it is not taken, re.error when it is none."""
    if len(pattern) > LONGEST:
        raise PatternFault(f"it has {len(pattern):,} characters, at most {LONGEST} are taken")
    if pattern.count("(") > MOST_GROUPS:
        raise PatternFault(f"it has more than {MOST_GROUPS} groups")
    re.compile(pattern)
    reader = _Reader(pattern)
    made = reader.choice()
    if reader.at < len(pattern):
        raise reader.refused()
    if _ways(made, NOTHING) > MOST_WAYS:
        raise PatternFault("its repeats can share a text between them in too many ways")
    return made.text


def _ways(piece: Piece, after: Signs) -> int:
    """In how many ways a text can be taken apart by the piece, before what begins with one of these signs; capped."""
    match piece:
        case Row(pieces=pieces):
            ways = 1
            for item in reversed(pieces):
                ways *= _ways(item, after)
                after = item.first | after if item.empty else item.first
        case Choice(rows=rows):
            found = [_ways(row, after) for row in rows]
            apart = sum(len(row.first) for row in rows) == len(piece.first) and not any(row.empty for row in rows)
            ways = max(found) if apart else sum(found)
        case Repeat(piece=inner, least=least, most=most):
            once = _ways(inner, inner.first | after)
            decided = not inner.empty and not inner.first & after
            ways = (1 if least == most or decided else most - least + 1) * min(once, MOST_WAYS) ** most
        case _:
            ways = 1
    return min(ways, MOST_WAYS + 1)


class _Reader:
    """A descent through a pattern: choices, rows, repeats, atoms."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def refused(self) -> PatternFault:
        shown = self.text[self.at : self.at + 4]
        return PatternFault(f"it holds '{shown}' at character {self.at + 1}")

    def choice(self) -> Choice:
        rows = [self.row()]
        while self.text.startswith("|", self.at):
            self.at += 1
            rows.append(self.row())
        first = NOTHING.union(*(row.first for row in rows))
        return Choice("|".join(row.text for row in rows), first, any(row.empty for row in rows), tuple(rows))

    def row(self) -> Row:
        pieces = tuple(self._pieces())
        return Row("".join(piece.text for piece in pieces), _first(pieces), all(piece.empty for piece in pieces), pieces)

    def _pieces(self) -> Iterator[Piece]:
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            yield self._repeated(self._single())

    def _single(self) -> Piece:
        if not self.text.startswith("(", self.at):
            found = _ATOM.match(self.text, self.at)
            if found is None:
                raise self.refused()
            self.at = found.end()
            return Atom(found.group(), frozenset(sign for sign in EVERY if re.fullmatch(found.group(), sign)), False)
        self.at += 3 if self.text.startswith("(?:", self.at) else 1
        inner = self.choice()
        if not self.text.startswith(")", self.at):
            raise self.refused()
        self.at += 1
        return Choice(f"(?:{inner.text})", inner.first, inner.empty, inner.rows)

    def _repeated(self, piece: Piece) -> Piece:
        found = _REPEAT.match(self.text, self.at)
        if found is None:
            return piece
        self.at = found.end()
        least, most = _bounds(found)
        if not least <= most <= REACH:
            raise PatternFault(f"it repeats more than {REACH} times: '{found.group()}'")
        return Repeat(f"{piece.text}{{{least},{most}}}", piece.first, piece.empty or least == 0, piece, least, most)


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    match found.group():
        case "*":
            return 0, REACH
        case "+":
            return 1, REACH
        case "?":
            return 0, 1
    least = int(found[1])
    return least, int(found[3]) if found[3] else REACH if found[2] else least


def _first(pieces: Sequence[Piece]) -> Signs:
    first = NOTHING
    for piece in pieces:
        first |= piece.first
        if not piece.empty:
            break
    return first
