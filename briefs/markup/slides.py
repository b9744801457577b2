"""Slides: title, layout, a body that a slide can show, and what the presenter says."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefs.diagnostics import nearest
from briefs.markup.footnotes import BlockReader
from briefs.markup.page import Blocks, Page
from briefs.markup.tree import Node
from briefs.markup.words import Words
from briefs.model.nodes import (
    LAYOUTS,
    Block,
    ChartCall,
    Code,
    DiagramCall,
    Figure,
    Group,
    Inline,
    ItemList,
    Mark,
    Paragraph,
    Reference,
    SlideBlock,
    Span,
    Styled,
    Table,
    Text,
    ViewCall,
)

MOST_LINES = 5
MOST_TAKEAWAY_WORDS = 25
SHOWS_EXHIBIT = ("chart", "table", "diagram", "picture", "asks")
"""Layouts that show one exhibit and nothing without it."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Exhibit = ViewCall | ChartCall | DiagramCall | Figure | Table


def read_slide(page: Page, node: Node, read_blocks: BlockReader) -> SlideBlock | None:
    """The slide; None, with a complaint, when it has no title or layout."""
    words = page.words(node.token, ("layout", "id"))
    page.no_more(words, title=True)
    title = page.title(words.title, node.line)
    body = [child for child in node.children if not _is_notes(child)]
    blocks = read_blocks(page, body, "a slide")
    notes = tuple(block for child in node.children if _is_notes(child) for block in _notes(page, child, read_blocks))
    layout = words.options.get("layout", "")
    if not title:
        page.error("B103", words.origin, "a slide without a title", ':::: slide "A sentence that makes the point" layout=bullets')
    if layout not in LAYOUTS:
        message = f"unknown layout '{layout}'" if layout else "a slide without a layout"
        page.error(
            "B103", words.origin, message, nearest(layout, LAYOUTS) if layout else f"layout= is one of {', '.join(LAYOUTS)}"
        )
    _check_body(page, words, blocks, layout)
    identity = _identity(page, words, title)
    if not title or layout not in LAYOUTS:
        return None
    return SlideBlock(identity, title, layout, blocks, notes, Mark(words.origin, words.tag))


def _is_notes(node: Node) -> bool:
    return node.kind == "container" and node.token.info == "notes"


def _notes(page: Page, node: Node, read_blocks: BlockReader) -> Blocks:
    page.check_closed(node)
    words = page.words(node.token)
    page.no_more(words)
    blocks = read_blocks(page, node.children, "presenter notes")
    return (Group(blocks, Mark(words.origin, words.tag)),) if words.tag else blocks


def _identity(page: Page, words: Words, title: tuple[Inline, ...]) -> str:
    """The slide's id for `section#id`: as given, or made from its title."""
    given = words.options.get("id")
    identity = given or "-".join(re.findall(r"[a-z0-9]+", plain(_shared(title)).lower()))
    if not _ID.fullmatch(identity) and (given or title):
        page.error(
            "B103", words.origin, f"'{identity}' cannot be a slide's id", "write id= with small letters, digits and hyphens"
        )
    elif identity in page.slides:
        page.error(
            "B105",
            words.origin,
            f"slide '{identity}' is there twice",
            f"first at line {page.slides[identity].line}; give one of them an id=",
        )
    page.slides.setdefault(identity, words.origin)
    return identity


def _shared(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """What every reader of a title reads: an id made from more would tell the others of it."""
    kept = (child for child in children if child.mark.tag is None)
    return tuple(
        replace(child, children=_shared(child.children)) if isinstance(child, Styled | Span) else child for child in kept
    )


def plain(children: tuple[Inline, ...]) -> str:
    """The words of inline nodes; a reference counts as its target."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text() | Code():
                parts.append(child.text)
            case Styled() | Span():
                parts.append(plain(child.children))
            case Reference():
                parts.append(plain(child.label) or child.target)
            case _:
                parts.append(" ")
    return "".join(parts)


# ---- what a slide can show ----

Line = tuple[tuple[str, ...], Block]
"""Names of the tag that narrows it, and the block of one line."""


def _check_body(page: Page, words: Words, blocks: Blocks, layout: str) -> None:
    """Complain of a body that no slide can show, whoever reads it: lines of one tag are taken as read together."""
    found = list(_lines(blocks, ()))
    exhibits = [line for line in found if isinstance(line[1], Exhibit)]
    lines = [line for line in found if not isinstance(line[1], Exhibit)]
    most = 2 * (MOST_LINES + 1) if layout == "two-columns" else MOST_LINES
    complaint = _beside(exhibits, lines) if exhibits else _bare(layout, lines) or _too_many(_most_at_once(lines), most)
    if complaint:
        page.error("B113", words.origin, *complaint)
    elif exhibits:
        _check_takeaway(page, lines)


def _beside(exhibits: list[Line], lines: list[Line]) -> tuple[str, str] | None:
    """Message and hint where a slide shows more than one exhibit and its takeaway."""
    if _most_at_once(exhibits) > 1:
        return "a slide of two exhibits", "one view, chart, diagram, picture or table a slide: make it two slides"
    if _most_at_once(lines) > 1 or any(not isinstance(block, Paragraph) for _, block in lines):
        hint = "beside it only one sentence, the takeaway; the rest goes into the notes"
        return "a slide of an exhibit and more than one line", hint
    if lines and any(isinstance(block, Table) for _, block in exhibits):
        return "a slide of a table and text beside it", "a table fills its slide; text goes into the notes"
    return None


def _bare(layout: str, lines: list[Line]) -> tuple[str, str] | None:
    """Message and hint where a layout that shows an exhibit is given none: such a slide would vanish, its lines with it.

    Title and notes alone, on the layout of the asks, word the slides of that part.
    """
    if layout not in SHOWS_EXHIBIT or (layout == "asks" and not lines):
        return None
    return f"a slide of the layout '{layout}' without an exhibit", "add the exhibit that it shows, or write layout=bullets"


def _too_many(count: int, most: int) -> tuple[str, str] | None:
    hint = f"at most {most}: make it two slides, or move detail into the notes"
    return (f"a slide of {count} lines", hint) if count > most else None


def _check_takeaway(page: Page, lines: list[Line]) -> None:
    for _, block in lines:
        if isinstance(block, Paragraph):
            count = len(plain(block.children).split())
            if count > MOST_TAKEAWAY_WORDS:
                hint = f"at most {MOST_TAKEAWAY_WORDS} beside an exhibit; the rest goes into the notes"
                page.error("B113", block.mark.origin, f"a takeaway of {count} words", hint)


def _most_at_once(lines: list[Line]) -> int:
    counts = Counter(names for names, _ in lines)
    return counts.pop((), 0) + max(counts.values(), default=0)


def _lines(blocks: Blocks, names: tuple[str, ...]) -> Iterator[Line]:
    for block in blocks:
        own = block.mark.tag.names if block.mark.tag else names
        match block:
            case Group():
                yield from _lines(block.blocks, own)
            case ItemList():
                for item in block.items:
                    names_of_item = item.mark.tag.names if item.mark.tag else own
                    yield from ((names, block) for names, _ in _lines(item.blocks, names_of_item))
            case _:
                yield own, block
