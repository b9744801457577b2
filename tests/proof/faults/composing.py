"""Faults put into compose: what is dropped, and what of a whole content finds its way into one product."""

from dataclasses import replace
from typing import Any

import pytest

from briefs import compose
from briefs.compose import blocks, flow
from briefs.compose.deck import bodies, desk
from briefs.compose.numbering import Numbering
from briefs.model import nodes as n
from tests.proof import finished

Patch = pytest.MonkeyPatch


def a_footnote_is_dropped(patch: Patch) -> None:
    patch.setattr(flow.Inliner, "_footnote", lambda inliner, pieces, node, mode: None)


def code_is_dropped(patch: Patch) -> None:
    inline = flow.Inliner._inline
    patch.setattr(
        flow.Inliner,
        "_inline",
        lambda inliner, pieces, node, look, mode: None if isinstance(node, n.Code) else inline(inliner, pieces, node, look, mode),
    )


def a_row_is_dropped(patch: Patch) -> None:
    table = blocks.Writer._table
    patch.setattr(blocks.Writer, "_table", lambda made, block, place: table(made, replace(block, rows=block.rows[:1]), place))


def a_heading_is_dropped(patch: Patch) -> None:
    heading = blocks.Writer.heading
    patch.setattr(blocks.Writer, "heading", lambda made, level, title, anchor: heading(made, level, title[:0], anchor))


def the_presenters_notes_are_dropped(patch: Patch) -> None:
    make = desk.Desk._slide

    def bare(*given: Any) -> Any:
        return replace(make(*given), notes=())

    patch.setattr(desk.Desk, "_slide", bare)


def bullets_after_the_first_are_dropped(patch: Patch) -> None:
    text = bodies._text
    patch.setattr(bodies, "_text", lambda at, layout, children: text(at, layout, children[:1]))


def a_callouts_title_is_dropped(patch: Patch) -> None:
    block = blocks.Writer._block

    def untitled(made: Any, item: Any, place: Any) -> Any:
        return block(made, replace(item, title=()) if isinstance(item, n.Callout) else item, place)

    patch.setattr(blocks.Writer, "_block", untitled)


def a_document_is_composed_once_for_all(patch: Patch) -> None:
    kept: dict[str, Any] = {}
    make = compose.document

    def first(selection: Any, brief: Any, views: Any) -> Any:
        return kept.setdefault(brief.id, make(selection, brief, views))

    patch.setattr(finished.compose, "document", first)


def an_anchor_says_the_line_of_its_source(patch: Patch) -> None:
    """Anchors out of lines of the content: what is written before them, for whomever, shifts them."""
    heading = blocks.Writer.heading
    patch.setattr(
        blocks.Writer,
        "heading",
        lambda made, level, title, anchor: heading(made, level, title, anchor and f"{anchor}-{len(repr(SEEN[-1]))}"),
    )
    _remember(patch)


def a_number_counts_what_is_hidden(patch: Patch) -> None:
    _remember(patch)
    caption = Numbering.caption

    def counted(made: Numbering, *given: Any) -> Any:
        if not made._captions:
            made._captions.update(dict.fromkeys(("Figure", "Table"), len(repr(SEEN[-1])) % 97))
        return caption(made, *given)

    patch.setattr(Numbering, "caption", counted)


SEEN: list[Any] = []


def _remember(patch: Patch) -> None:
    """A stage that knows the whole content, which none but resolve may."""
    for name in ("tests.proof.finished.select", "tests.proof.holds.select"):
        select = finished.select

        def known(resolved: Any, audience: str, select: Any = select) -> Any:
            SEEN[:] = [resolved]
            return select(resolved, audience)

        patch.setattr(name, known)


FAULTS = (
    a_footnote_is_dropped,
    code_is_dropped,
    a_row_is_dropped,
    a_heading_is_dropped,
    the_presenters_notes_are_dropped,
    bullets_after_the_first_are_dropped,
    a_callouts_title_is_dropped,
    a_document_is_composed_once_for_all,
    an_anchor_says_the_line_of_its_source,
    a_number_counts_what_is_hidden,
)
