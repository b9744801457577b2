"""Where each character of a YAML text value was written, also in folded and quoted ones."""

import re
from bisect import bisect_right

from briefs.load.tree import Scalar
from briefs.markup.places import At
from briefs.model.origin import Origin

_WORD = re.compile(r"\S(?:.*\S)?")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|.)", re.DOTALL)


def places(scalar: Scalar, text: str, path: str) -> At:
    """Places of the offsets of `scalar.text`, which was written in the file's `text`."""
    value = scalar.text or ""
    inset = 1 if scalar.style in ("'", '"') else 0
    if text.startswith(value, scalar.start + inset) and "\n" not in value:
        return lambda offset: Origin(path, scalar.line, scalar.column + inset + offset)
    if scalar.style in ("'", '"') and ("\\" if scalar.style == '"' else "''") in text[scalar.start : scalar.end]:
        return _within(_escaped(scalar, text, value), text, path, scalar)
    return _within(_by_lines(scalar, text, value), text, path, scalar)


def _within(pairs: list[tuple[int, int]], text: str, path: str, scalar: Scalar) -> At:
    """Places by pairs of an offset in the value and one in the file, ascending; between them characters run in step."""
    starts = [start for start, _ in pairs]

    def place(offset: int) -> Origin:
        row = bisect_right(starts, offset) - 1
        if row < 0:
            return Origin(path, scalar.line, scalar.column)
        position = pairs[row][1] + offset - pairs[row][0]
        begin = text.rfind("\n", 0, pairs[row][1]) + 1
        return Origin(path, scalar.line + text.count("\n", scalar.start, begin), position - begin + 1)

    return place


def _by_lines(scalar: Scalar, text: str, value: str) -> list[tuple[int, int]]:
    """Each line of the file within the value, found in the value in turn."""
    pairs: list[tuple[int, int]] = []
    position, cursor = scalar.start, 0
    if scalar.style in (">", "|"):
        position = text.find("\n", scalar.start) + 1
    elif scalar.style:
        position += 1
    while position < scalar.end:
        end = text.find("\n", position)
        end = scalar.end if end < 0 else min(end, scalar.end)
        if found := _WORD.search(text, position, end):
            words = found.group()
            at = value.find(words, cursor)
            if at < 0:
                at = value.find(words[:-1], cursor)
            if at >= 0:
                pairs.append((at, found.start()))
                cursor = at + len(words)
        position = end + 1
    return pairs


def _escaped(scalar: Scalar, text: str, value: str) -> list[tuple[int, int]]:
    """A quoted value with escapes, character by character."""
    pairs: list[tuple[int, int]] = []
    position, offset, end = scalar.start + 1, 0, max(scalar.end - 1, scalar.start + 1)
    while position < end and offset < len(value):
        pairs.append((offset, position))
        if scalar.style == '"' and (found := _ESCAPE.match(text, position)):
            position = found.end()
            offset += 0 if found.group()[1] == "\n" else 1
        elif text.startswith("''", position) and scalar.style == "'":
            position, offset = position + 2, offset + 1
        elif text[position] == "\n":
            while position < end and text[position].isspace():
                position += 1
            offset += 1
        else:
            position, offset = position + 1, offset + 1
    return pairs
