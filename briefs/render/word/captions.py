"""Writes captions below figures and tables, numbered by a field whose number is filled in, and sources below captions."""

from __future__ import annotations

from briefs.model.document import Caption
from briefs.model.runs import plain
from briefs.render.word.body import Body
from briefs.render.word.inline import field, words, write_flow
from briefs.render.word.styles import Paragraphs

_BOLD = "<w:b/><w:bCs/>"
_CLOSE = '<w:keepNext/><w:spacing w:after="40"/>'


def caption_text(caption: Caption) -> str:
    """`Figure 2. What idle GPUs cost`."""
    return f"{caption.label} {caption.number}. {plain(caption.content)}"


def write_caption(body: Body, caption: Caption, source: str = "") -> None:
    """Write a caption, and below it the source of what it names: a paragraph of its own, which no list of captions repeats."""
    body.open(Paragraphs.CAPTION, _CLOSE if source else "")
    start, end = body.bookmark(caption.anchor)
    body.write(
        start,
        words(f"{caption.label} ", _BOLD),
        field(f"SEQ {caption.label} \\* ARABIC", str(caption.number), _BOLD),
        words(". ", _BOLD),
    )
    write_flow(body, caption.content)
    body.write(end)
    body.close()
    if source:
        body.open(Paragraphs.SOURCE)
        body.write(words(source))
        body.close()
