"""Tables: markdown-it drops cells beyond the header without a word, so every row is split and counted here as well."""

import re
from itertools import pairwise

from briefs.markup.inline import Flow, NoteReader, read_inline
from briefs.markup.page import Page
from briefs.markup.places import At, offsets
from briefs.markup.tree import Node
from briefs.model.audience import Tag
from briefs.model.nodes import Align, Cell, Mark, Row, Table

_ALIGN: dict[str, Align] = {"text-align:center": "center", "text-align:right": "right"}
_MARKERS = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)*")

Piece = tuple[int, str]
"""Column of a cell's first character, from 0, and the cell as written."""


def read_table(page: Page, node: Node, notes: NoteReader | None) -> Table:
    """The table, its rows with the tags of their last cells."""
    lines = [row for part in node.children for row in part.children]
    align = tuple(_ALIGN.get(str(cell.token.attrs.get("style", "")), "left") for cell in lines[0].children)
    header = _row(page, lines[0], len(align), notes)
    if header.mark.tag:
        page.error(
            "B109", header.mark.tag.origin, "a tag on a table's header", "for the whole table put '::: audience' around it"
        )
    rows = tuple(_row(page, line, len(align), notes) for line in lines[1:])
    return Table(align, Row(header.cells, page.mark(lines[0])), rows, page.mark(node))


def _row(page: Page, node: Node, width: int, notes: NoteReader | None) -> Row:
    pieces = split_cells(page.lines.lines[node.line])
    if len(pieces) != width:
        _complain_of_width(page, node, pieces, width)
    flows = [_cell(page, node.line, piece, notes) for piece in pieces[:width]]
    tag = _row_tag(page, flows)
    cells = tuple(
        Cell(flow.children, Mark(page.lines.origin(node.line, piece[0]))) for flow, piece in zip(flows, pieces, strict=False)
    )
    return Row(cells, page.mark(node, tag))


def _row_tag(page: Page, flows: list[Flow]) -> Tag | None:
    for flow in flows[:-1]:
        if flow.tag:
            page.error(
                "B108",
                flow.tag.origin,
                "a tag in the middle of a row",
                "a row's tag ends its last cell; for a cell's text write [text]{audience=name}",
            )
    return flows[-1].tag if flows else None


def _complain_of_width(page: Page, node: Node, pieces: list[Piece], width: int) -> None:
    extra = len(pieces) > width
    place = page.lines.origin(node.line, pieces[width][0]) if extra else page.origin(node)
    hint = "a '|' in text is written '\\|'; an empty cell is '| |'"
    if extra and pieces[width][1].strip().startswith("{"):
        hint = "the tag of a row stands inside its last cell, before the closing '|'"
    cells = "1 cell" if len(pieces) == 1 else f"{len(pieces)} cells"
    page.error("B110", place, f"a row of {cells} in a table of {width} columns", hint)


def _cell(page: Page, line: int, piece: Piece, notes: NoteReader | None) -> Flow:
    start, written = piece
    line_at = page.at_line(line)
    if "\\|" not in written:
        return read_inline(written, lambda offset: line_at(start + offset), page.complaints, notes)
    kept = [index for index, character in enumerate(written) if not (character == "\\" and written[index + 1 : index + 2] == "|")]
    at: At = offsets([start + index for index in kept], line_at)
    return read_inline("".join(written[index] for index in kept), at, page.complaints, notes)


def split_cells(line: str) -> list[Piece]:
    r"""The cells of a row, without the spaces around them; `\|` does not divide."""
    found = _MARKERS.match(line)
    start = found.end() if found else 0
    end = len(line.rstrip())
    bounds = [index for index in range(start, end) if line[index] == "|" and not (index and line[index - 1] == "\\")]
    edges = [start - 1, *bounds, end]
    pieces = [_trimmed(line, left + 1, right) for left, right in pairwise(edges)]
    if bounds and bounds[0] == start:
        pieces.pop(0)
    if pieces and bounds and bounds[-1] == end - 1:
        pieces.pop()
    return pieces


def _trimmed(line: str, start: int, end: int) -> Piece:
    text = line[start:end]
    return start + len(text) - len(text.lstrip()), text.strip()
