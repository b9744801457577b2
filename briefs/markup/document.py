"""A whole text to block nodes: checks what must be known before parsing, then parses once and reads the tree."""

from briefs.diagnostics import Diagnostic
from briefs.markup.blocks import read_blocks
from briefs.markup.closings import find_closings
from briefs.markup.complaints import Complaints
from briefs.markup.footnotes import collect_notes, complain_of_unused
from briefs.markup.leftovers import check_characters
from briefs.markup.page import Blocks, Page
from briefs.markup.parser import block_tokens
from briefs.markup.places import Lines
from briefs.markup.tree import grow

MOST_TEXT = 1_000_000
MOST_LINES = 10_000
MOST_CELLS = 20_000
"""Of one text: more than any author writes, few enough to be read in a moment."""


def parse_blocks(text: str, path: str, line: int = 1, column: int = 1) -> tuple[Blocks, tuple[Diagnostic, ...]]:
    r"""Nodes and complaints of a text with blocks.

    `line` and `column`, from 1, are those of the text's first character in the file `path`; every line is taken to begin at that
    column. Line ends may be `\r\n`. Never raises for what an author wrote: what cannot be read is left out, with a complaint.
    """
    complaints = Complaints()
    text = text.replace("\r\n", "\n")
    lines = Lines(path, tuple(text.split("\n")), line, column)
    for count, most, what in (
        (len(text), MOST_TEXT, "characters"),
        (len(lines.lines), MOST_LINES, "lines"),
        (text.count("|"), MOST_CELLS, "table cells"),
    ):
        if count > most:
            complaints.error("B112", lines.origin(0), f"a text of {count:,} {what}", f"at most {most:,}: split it")
            return (), complaints.all()
    text = check_characters(text, lines.at(0, text), complaints)
    lines = Lines(path, tuple(text.split("\n")), line, column)
    page = Page(lines, complaints)
    tree = grow(block_tokens(text + "\n", find_closings(lines.lines)), lines, complaints)
    collect_notes(page, tree)
    blocks = read_blocks(page, tree, "a section")
    complain_of_unused(page)
    return blocks, complaints.all()
