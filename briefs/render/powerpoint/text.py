"""Writes printed text as the paragraphs and runs of a shape, in theme colours and fonts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from briefs.model.runs import Flow, LineBreak, Link, NoteMark, Run
from briefs.render.ooxml import xml
from briefs.render.powerpoint.page import Page

_CODE = '<a:latin typeface="Courier New"/><a:cs typeface="Courier New"/>'


@dataclass(frozen=True, slots=True)
class Look:
    """What text has of its own; whatever is None comes from the layout."""

    size: float | None = None
    """Points."""
    bold: bool | None = None
    slot: str | None = None
    """A theme colour."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """What a paragraph has of its own."""

    level: int = 0
    before: float | None = None
    """Points above it."""
    align: str | None = None
    """`l`, `ctr` or `r`."""


INHERITED = Look()
PLAIN = Spacing()


def paragraph(content: str, spacing: Spacing = PLAIN) -> str:
    """One paragraph around the XML of its runs."""
    align = f' algn="{spacing.align}"' if spacing.align else ""
    level = f' lvl="{spacing.level}"' if spacing.level else ""
    before = "" if spacing.before is None else f'<a:spcBef><a:spcPts val="{round(spacing.before * 100)}"/></a:spcBef>'
    if align or level or before:
        return f"<a:p><a:pPr{level}{align}>{before}</a:pPr>{content}</a:p>"
    return f"<a:p>{content}</a:p>"


def flow(page: Page, content: Flow, look: Look = INHERITED) -> str:
    """The runs of a flow. Raises ValueError for a note mark: a deck has no footnotes."""
    return "".join(_piece(page, piece, look) for piece in content)


def words(page: Page, text: str, look: Look = INHERITED) -> str:
    """One run of plain text; a new line in it is a line break."""
    lines = [_run(page, Run(line), look) for line in text.split("\n")]
    return f"<a:br>{_properties(page, Run(''), look, 'a:rPr')}</a:br>".join(lines)


def empty_end(page: Page, look: Look) -> str:
    """What keeps an empty paragraph at the size of its neighbours."""
    return _properties(page, Run(""), look, "a:endParaRPr")


def _piece(page: Page, piece: Run | Link | NoteMark | LineBreak, look: Look) -> str:
    match piece:
        case Run():
            return _run(page, piece, look)
        case Link():
            click = page.click(piece.target)
            return "".join(_run(page, run, look, click) for run in piece.runs)
        case LineBreak():
            return f"<a:br>{_properties(page, Run(''), look, 'a:rPr')}</a:br>"
        case NoteMark():
            raise ValueError(f"slide {page.number} has footnote {piece.number}, and decks have no footnotes")
        case _ as never:
            assert_never(never)


def _run(page: Page, run: Run, look: Look, click: str = "") -> str:
    return f"<a:r>{_properties(page, run, look, 'a:rPr', click)}<a:t>{xml.text(run.text)}</a:t></a:r>"


def _properties(page: Page, run: Run, look: Look, tag: str, click: str = "") -> str:
    size = f' sz="{round(look.size * 100)}"' if look.size is not None else ""
    bold = ' b="1"' if run.bold or look.bold else ' b="0"' if look.bold is False else ""
    italic = ' i="1"' if run.italic else ""
    strike = ' strike="sngStrike"' if run.strike else ""
    inner = f'<a:solidFill><a:schemeClr val="{look.slot}"/></a:solidFill>' if look.slot and not click else ""
    inner += (_CODE if run.code else "") + click
    head = f'<{tag} lang="{page.language}"{size}{bold}{italic}{strike}'
    return f"{head}>{inner}</{tag}>" if inner else f"{head}/>"
