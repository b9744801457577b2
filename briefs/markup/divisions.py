"""Headings become divisions that hold all they cover, up to the next heading of their level."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.model.nodes import Block, Division, Inline, Mark


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading before it is known what it covers."""

    level: int
    title: tuple[Inline, ...]
    mark: Mark


def divide(parts: Sequence[Block | Heading]) -> tuple[Block, ...]:
    """The same blocks, those after a heading inside its division."""
    blocks: list[Block] = []
    index = 0
    while index < len(parts):
        part = parts[index]
        index += 1
        if not isinstance(part, Heading):
            blocks.append(part)
            continue
        end = index
        while end < len(parts) and not _ends(parts[end], part.level):
            end += 1
        blocks.append(Division(part.level, part.title, divide(parts[index:end]), part.mark))
        index = end
    return tuple(blocks)


def _ends(part: Block | Heading, level: int) -> bool:
    return isinstance(part, Heading) and part.level <= level
