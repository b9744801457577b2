"""The content language's own rules for markdown-it: containers, leaves, references, spans and trailing tags."""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from briefs.markup.attributes import ATTRIBUTES, read_attributes

_OPENING = re.compile(r"(:{3,})[ \t]*([A-Za-z][\w-]*)(.*)")
_LEAF = re.compile(r"::([A-Za-z][\w-]*)(.*)")
_NOTE = re.compile(r"\[\^([^\s\[\]]+)\]")
REFERENCE = re.compile(r"\[\[([A-Za-z][A-Za-z-]*):([A-Za-z0-9](?:[\w.@#/-]*\w)?)\]\]")


def container(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`::: name words` down to its closing line, which `env["closings"]` knows; without one, to the end of what holds it."""
    if state.is_code_block(start_line):
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    found = _OPENING.fullmatch(state.src, start, state.eMarks[start_line])
    if not found:
        return False
    if silent:
        return True
    closing: int | None = state.env["closings"].get(start_line)
    end = _reach(state, start_line, end_line, closing)
    token = state.push("container_open", "", 1)
    token.map, token.markup, token.info, token.content = [start_line, end], found[1], found[2], found[3]
    token.meta = {"column": _column(state.src, start), "words": _column(state.src, found.start(3)), "closed": end == closing}
    parent, last, state.parentType, state.lineMax = state.parentType, state.lineMax, "container", end
    state.md.block.tokenize(state, start_line + 1, end)
    state.push("container_close", "", -1)
    state.parentType, state.lineMax = parent, last
    state.line = end + 1 if end == closing else end
    return True


def _reach(state: StateBlock, start_line: int, end_line: int, closing: int | None) -> int:
    """The line before which a container's content ends: its closing line, or the end of the list item that holds it."""
    limit = min(end_line, abs(closing) if closing is not None else end_line)
    for line in range(start_line + 1, limit):
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return line
    return limit


def leaf(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """`::name words`, alone on its line."""
    if state.is_code_block(start_line):
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    found = _LEAF.fullmatch(state.src, start, state.eMarks[start_line])
    if not found:
        return False
    if silent:
        return True
    token = state.push("leaf", "", 0)
    token.map, token.info, token.content = [start_line, start_line + 1], found[1], found[2]
    token.meta = {"column": _column(state.src, start), "words": _column(state.src, found.start(2))}
    state.line = start_line + 1
    return True


def _column(source: str, position: int) -> int:
    return position - source.rfind("\n", 0, position) - 1


def reference(state: StateInline, silent: bool) -> bool:
    """`[[kind:id]]`."""
    if not state.src.startswith("[[", state.pos):
        return False
    found = REFERENCE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("reference", "", 0)
        token.info, token.content = found[1], found[2]
    state.pos = found.end()
    return True


def note(state: StateInline, silent: bool) -> bool:
    """`[^name]`, whether or not the footnote is there: one that is missing deserves a complaint."""
    if not state.src.startswith("[^", state.pos):
        return False
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("note", "", 0).content = found[1]
    state.pos = found.end()
    return True


def span(state: StateInline, silent: bool) -> bool:
    """`[text]{attributes}`."""
    if state.src[state.pos] != "[":
        return False
    start, last = state.pos, state.posMax
    end = state.md.helpers.parseLinkLabel(state, start)
    found = ATTRIBUTES.match(state.src, end + 1, last) if end >= 0 else None
    if not found:
        return False
    if not silent:
        token = state.push("span_open", "", 1)
        token.meta["attributes"] = read_attributes(found[1])
        token.meta["tag"] = end + 1
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.push("span_close", "", -1)
    state.pos, state.posMax = found.end(), last
    return True


def tag(state: StateInline, silent: bool) -> bool:
    """`{attributes}` that no span took: the tag of a block, or of the footnote or reference before it."""
    if state.src[state.pos] != "{":
        return False
    found = ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("tag", "", 0)
        token.meta["attributes"] = read_attributes(found[1])
    state.pos = found.end()
    return True
