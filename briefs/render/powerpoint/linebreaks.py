"""Breaks links, and the text before them, where their lines end anyway.

LibreOffice, which makes the PDF, takes a link for one word: it breaks it anywhere, lets its lines overlap, and gives a space at
its end a line of its own. Office breaks it as any text. Where the width is known, as in a table's cell, an explicit break at
the same place makes both agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefs.metrics import Run as Measured
from briefs.metrics import wrap
from briefs.model.runs import Flow, LineBreak, Link, Run


def break_links(content: Flow, runs: list[Measured], width: float) -> Flow:
    """The flow with a line break in or before each link where a line of `width` points ends; `runs` are its runs as measured.

    The spaces at which a link is broken are dropped.
    """
    if not any(isinstance(piece, Link) for piece in content):
        return content
    ends = _line_ends(runs, width)
    return tuple(part for start, piece in _placed(content) for part in _parts(piece, start, ends)) if ends else content


def _line_ends(runs: list[Measured], width: float) -> set[int]:
    """Offsets in the text at which a line begins, but the first."""
    text = "".join(run.text for run in runs)
    found: set[int] = set()
    place = 0
    for line in wrap(runs, width)[:-1]:
        place = text.index(line.text, place) + len(line.text)
        found.add(len(text) - len(text[place:].lstrip(" ")))
    return found


def _placed(content: Flow) -> Iterator[tuple[int, Flow]]:
    """Each piece with the offset at which it starts; a line break counts one, as it was measured."""
    place = 0
    for piece in content:
        yield place, (piece,)
        match piece:
            case Run():
                place += len(piece.text)
            case Link():
                place += sum(len(run.text) for run in piece.runs)
            case LineBreak():
                place += 1
            case _:
                pass


def _parts(piece: Flow, start: int, ends: set[int]) -> Flow:
    link = piece[0]
    if not isinstance(link, Link):
        return piece
    parts: list[Link | LineBreak] = [LineBreak()] if start in ends else []
    for run in link.runs:
        cuts = sorted(end - start for end in ends if start < end < start + len(run.text))
        for first, last in zip([0, *cuts], [*cuts, len(run.text)], strict=True):
            parts += [LineBreak()] if first else []
            text = run.text[first:last].rstrip(" ") if last in cuts else run.text[first:last]
            parts.append(replace(link, runs=(replace(run, text=text),)))
        start += len(run.text)
    return tuple(parts)
