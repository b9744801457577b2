"""The same brief and the same deck for every writer: plain blocks, made by counting, at any size."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Literal

from PIL import Image

WORDS = (
    *("storage", "data", "region", "network", "service", "endpoint", "account", "gateway", "policy", "object", "table"),
    *("path", "workload", "capacity", "latency", "throughput", "namespace", "snapshot", "replica", "cluster", "customer"),
    *("engineer", "owner", "review", "change", "access", "control", "identity", "key", "bandwidth", "migration", "plan"),
    *("step", "phase", "test", "result", "evidence", "risk", "answer", "question"),
)
PARTS, HEADINGS, TABLES, LISTS, PICTURES, LINKS = 5, 25, 12, 20, 6, 30
ROWS, COLUMNS = 8, 5
SLIDES = 20
PARAGRAPHS, PARAGRAPH_WORDS = 34, 60
PICTURE_SIDE = 143
"""Pixels; noise of this size is a PNG of 60 KB."""


@dataclass(frozen=True)
class Block:
    kind: Literal["heading", "text", "bullets", "table", "picture"]
    lines: tuple[str, ...] = ()
    """The heading, the paragraph, or the items."""
    rows: tuple[tuple[str, ...], ...] = ()
    level: int = 1
    link: str = ""
    """Name of the source to which the last words of a paragraph lead."""
    picture: str = ""


@dataclass(frozen=True)
class Sheet:
    """One slide."""

    title: str
    notes: str
    bullets: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str = ""


@dataclass(frozen=True)
class Workload:
    """A 15-page brief in parts, and 20 slides; both as many times over as the size says."""

    size: int
    parts: tuple[tuple[Block, ...], ...]
    sheets: tuple[Sheet, ...]

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(block.link for part in self.parts for block in part if block.link)

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(block.picture for part in self.parts for block in part if block.picture)


def workload(size: int) -> Workload:
    """The brief and the deck `size` times over, no two parts alike."""
    chance = random.Random(size)
    parts = tuple(part for copy in range(size) for part in _parts(chance, copy))
    sheets = tuple(_sheet(chance, number) for number in range(SLIDES * size))
    return Workload(size, parts, sheets)


def _parts(chance: random.Random, copy: int) -> Iterator[tuple[Block, ...]]:
    """The blocks of one brief, dealt to its parts in turn; each heading takes its share of everything."""
    links, pictures = iter(range(LINKS)), iter(range(PICTURES))
    for part in range(PARTS):
        blocks: list[Block] = []
        for number in range(part, HEADINGS, PARTS):
            blocks.append(Block("heading", (_sentence(chance, 5),), level=1 if number < PARTS else 2))
            for text in range(number, PARAGRAPHS, HEADINGS):
                link = f"source-{_letters(copy * LINKS + next(links))}" if text < LINKS else ""
                blocks.append(Block("text", (_sentence(chance, PARAGRAPH_WORDS),), link=link))
            if number < TABLES:
                blocks.append(Block("table", rows=_rows(chance, ROWS)))
            if number < LISTS:
                blocks.append(Block("bullets", tuple(_sentence(chance, 9) for _ in range(4))))
            if number < PICTURES:
                blocks.append(
                    Block("picture", (_sentence(chance, 8),), picture=f"picture-{copy * PICTURES + next(pictures)}.png")
                )
        yield tuple(blocks)


def _sheet(chance: random.Random, number: int) -> Sheet:
    title, notes = f"{_sentence(chance, 7)} {_letters(number)}", _sentence(chance, 50)
    if number % 5 == 4:
        return Sheet(title, notes, rows=_rows(chance, 6))
    return Sheet(title, notes, tuple(_sentence(chance, 9) for _ in range(5)))


def _rows(chance: random.Random, count: int) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_sentence(chance, 3) for _ in range(COLUMNS)) for _ in range(count))


def _sentence(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choices(WORDS, k=words))
    return text[:1].upper() + text[1:]


def _letters(number: int) -> str:
    """A number in letters, so that no text holds a digit that a check would ask the source of."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


@cache
def picture(name: str) -> bytes:
    """A PNG of about 60 KB, another one for each name."""
    noise = random.Random(name).randbytes(3 * PICTURE_SIDE**2)
    out = BytesIO()
    Image.frombytes("RGB", (PICTURE_SIDE, PICTURE_SIDE), noise).save(out, "PNG")
    return out.getvalue()
