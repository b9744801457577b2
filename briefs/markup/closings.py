"""Finds the closing line of each container before anything is parsed, so that an unclosed one is known by its opening line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)")
_COLONS = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)*(:{3,})[ \t]*([A-Za-z].*)?")


def find_closings(lines: Sequence[str]) -> dict[int, int]:
    """Index of an opening line -> index of its closing line; negative where an unclosed container had better end."""
    closings: dict[int, int] = {}
    openings: list[tuple[int, int]] = []
    still_open: list[tuple[int, int]] = []
    counts: Counter[int] = Counter()
    for index, colons, opens in _colon_lines(lines):
        if opens:
            openings.append((colons, index))
            still_open.append((colons, index))
            counts[colons] += 1
        elif counts[colons]:
            while still_open:
                count, opening = still_open.pop()
                counts[count] -= 1
                closings[opening] = index if count == colons else -index
                if count == colons:
                    break
    _end_unclosed(openings, closings, len(lines))
    return closings


def _end_unclosed(openings: Sequence[tuple[int, int]], closings: dict[int, int], end: int) -> None:
    """A container that is never closed ends where the next one of as many colons opens: the likely place of the missing line."""
    following: dict[int, int] = {}
    for count, opening in reversed(openings):
        if opening not in closings:
            closings[opening] = -min((line for other, line in following.items() if other >= count), default=end)
        following[count] = opening


def _colon_lines(lines: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Index, number of colons, and whether it opens, of each line of three colons or more outside code."""
    index, hopeless = 0, {"`": 1 << 30, "~": 1 << 30}
    while index < len(lines):
        fence = _FENCE.fullmatch(lines[index])
        if fence and not (fence[1][0] == "`" and "`" in fence[2]) and len(fence[1]) < hopeless[fence[1][0]]:
            end = _fence_end(lines, index + 1, fence[1])
            if end is None:
                hopeless[fence[1][0]] = len(fence[1])
            else:
                index = end + 1
                continue
        elif found := _COLONS.fullmatch(lines[index].rstrip()):
            yield index, len(found[1]), bool(found[2])
        index += 1


def _fence_end(lines: Sequence[str], start: int, fence: str) -> int | None:
    for index in range(start, len(lines)):
        text = lines[index].strip()
        if text.startswith(fence) and not text.strip(fence[0]):
            return index
    return None
