"""Blocks of a document as lines of Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from briefs.model.document import (
    Callout,
    Caption,
    Card,
    Cards,
    ChartFigure,
    Code,
    Column,
    Contents,
    DiagramFigure,
    DocBlock,
    Heading,
    ListBlock,
    Paragraph,
    PictureFigure,
    References,
    Table,
    TableRow,
)
from briefs.model.runs import Flow, Run
from briefs.render.text.escape import escape
from briefs.render.text.exhibits import chart_lines, diagram_lines
from briefs.render.text.inline import line, paragraph, target

INDENT = "    "
"""Four columns: the one depth that both readers of the text agree on for what stands inside a list item."""
ALERTS = {"decision": "IMPORTANT", "warning": "WARNING", "example": "TIP", "note": "NOTE"}
_RULE = {"left": "---", "center": ":---:", "right": "---:"}


@dataclass(slots=True)
class Setting:
    """What blocks need to know of the text around them."""

    linked: frozenset[str]
    """Anchors to which some link leads."""
    level: int = 1
    """Of the last heading, so that cards stand one below it."""
    listed: bool = False
    """Inside a list, where fences are not read alike."""


def lines(blocks: Iterable[DocBlock], setting: Setting) -> list[str]:
    """Every block, with an empty line after each."""
    return [text for block in blocks for text in (*_block(block, setting), "")]


def _block(block: DocBlock, setting: Setting) -> list[str]:  # noqa: C901 - one case a block
    match block:
        case Heading():
            setting.level = block.level + 1
            number = f"{block.number} " if block.number else ""
            return [heading(setting.level, f"{number}{line(block.content)}", target(block.anchor, setting.linked))]
        case Paragraph():
            return _paragraph(block)
        case ListBlock():
            return _list(block, setting)
        case Code():
            return _code(block, setting)
        case Table():
            rows = table_lines(block.columns, block.header, block.rows, setting.linked)
            return [*rows, *(["", caption_line(block.caption, setting.linked)] if block.caption else [])]
        case References():
            return _references(block, setting)
        case Callout():
            return _callout(block, setting)
        case Cards():
            return [text for card in block.cards for text in (*card_lines(card, setting), "")][:-1]
        case ChartFigure():
            source = ["", paragraph((Run(block.source),))] if block.source else []
            return [*chart_lines(block.chart), "", caption_line(block.caption, setting.linked), *source]
        case DiagramFigure():
            return [*diagram_lines(block.diagram), "", caption_line(block.caption, setting.linked)]
        case PictureFigure():
            return [f"> Picture: {escape(block.alt)}", "", caption_line(block.caption, setting.linked)]
        case Contents():
            return _contents(block)
        case _:
            assert_never(block)


def heading(level: int, title: str, anchor: str = "") -> str:
    """A heading line; at most six levels are read as such. A hash at the end would be taken for its closing."""
    ending = f"{title[:-1]}\\#" if title.endswith("#") else title
    return f"{'#' * min(level, 6)} {anchor}{ending}"


def caption_line(caption: Caption, linked: frozenset[str] = frozenset()) -> str:
    """`*Table 3. Asks*`."""
    return f"{target(caption.anchor, linked)}<em>{caption.label} {caption.number}. {line(caption.content)}</em>"


def table_lines(
    columns: Sequence[Column], header: Sequence[Flow], rows: Sequence[TableRow], linked: frozenset[str] = frozenset()
) -> list[str]:
    """A pipe table; a row's anchor stands in its first cell."""
    body = [_row(_cells(row, linked)) for row in rows]
    return [_row([line(cell) for cell in header]), _row([_RULE[column.align] for column in columns]), *body]


def _cells(row: TableRow, linked: frozenset[str]) -> list[str]:
    place = target(row.anchor, linked)
    return [f"{place if number == 0 else ''}{line(cell)}" for number, cell in enumerate(row.cells)]


def card_lines(card: Card, setting: Setting) -> list[str]:
    """A heading one below the last, a line above the fields, the fields behind their bold labels, if they have any."""
    kicker = [paragraph((Run(card.kicker, italic=True),)), ""] if card.kicker else []
    labels = (f"**{escape(item.label)}:** " if item.label else "" for item in card.fields)
    fields = [f"-   {label}{line(item.content)}" for label, item in zip(labels, card.fields, strict=True)]
    return [heading(setting.level + 1, line(card.title), target(card.anchor, setting.linked)), "", *kicker, *fields]


def indented(text: Sequence[str], first: str) -> list[str]:
    """Lines inside a list item: the marker before the first, four columns before the rest."""
    return [f"{first if number == 0 else INDENT}{each}".rstrip() for number, each in enumerate(text)]


def _paragraph(block: Paragraph) -> list[str]:
    text = paragraph(block.content)
    match block.role:
        case "body" | "lead" | "small":
            return [text]
        case "quote":
            return [f"> {text}"]
        case "muted":
            return [f"<em>{text}</em>"]
        case _:
            assert_never(block.role)


def _list(block: ListBlock, setting: Setting) -> list[str]:
    inner = Setting(setting.linked, setting.level, listed=True)
    items: list[str] = []
    loose = any(len(item) > 1 for item in block.items)
    for number, item in enumerate(block.items, block.start):
        marker = f"{number}.".ljust(4) if block.ordered else "-   "
        body = lines(item, inner)[:-1]
        items.extend([*indented(body, marker), *([""] if loose else [])])
    return items[:-1] if loose else items


def _references(block: References, setting: Setting) -> list[str]:
    """A list whose numbers are text: they count notes, and a number may be missing."""
    entries = [
        f"-   {target(entry.anchor, setting.linked)}{f'[{entry.label}] ' if entry.label else ''}{line(entry.content)}"
        for entry in block.entries
    ]
    return [*([escape(block.opening), ""] if block.opening else []), *entries]


def _code(block: Code, setting: Setting) -> list[str]:
    text = block.text.rstrip("\n").split("\n")
    if setting.listed:
        return [f"{INDENT}{each}" for each in text]
    fence = "```"
    while any(each.lstrip().startswith(fence) for each in text):
        fence += "`"
    return [f"{fence}{block.language}", *text, fence]


def _callout(block: Callout, setting: Setting) -> list[str]:
    kind = "" if block.kind == "note" and block.title else block.kind.capitalize()
    title = ": ".join(part for part in (kind, line(block.title)) if part)
    body = lines(block.blocks, Setting(setting.linked, setting.level, listed=True))[:-1]
    head = [f"[!{ALERTS[block.kind]}]", f"<strong>{title}</strong>", *([""] if body else [])]
    return [f"> {text}".rstrip() for text in (*head, *body)]


def _contents(block: Contents) -> list[str]:
    entries = [
        f"{INDENT * (entry.level - 1)}-   [{escape(f'{entry.number} {entry.text}'.strip())}](#{entry.anchor})"
        for entry in block.entries
    ]
    return [f"## {block.kind.capitalize()}", "", *entries]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
