"""Writes printed text: runs, links, footnote marks and line breaks."""

from __future__ import annotations

from typing import assert_never

from briefs.model.runs import Anchor, Flow, LineBreak, Link, NoteMark, Run, Url
from briefs.render.ooxml.relationships import OFFICE
from briefs.render.ooxml.xml import attribute, text
from briefs.render.word.body import Body
from briefs.render.word.styles import Characters

BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
LONGEST_TIP = 260
"""Letters of a link's tooltip that Word's schema allows."""


def words(value: str, properties: str = "") -> str:
    """One run; `properties` are children of `w:rPr`, in the schema's order."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text(value)}</w:t></w:r>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A field with its result already in it, so that no program has to ask before showing it."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {text(instruction)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>{words(result, properties)}'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def tooltip(told: str) -> str:
    """What a link tells of where it leads, as the attribute's value; more than Word allows is cut after a whole word."""
    if len(told) <= LONGEST_TIP:
        return attribute(told)
    return attribute(f"{told[: LONGEST_TIP - 1].rpartition(' ')[0].rstrip(' ,;:.')}…")


def write_flow(body: Body, flow: Flow, *, link_look: bool = True) -> None:
    """Write a flow into the open paragraph; `link_look=False` where links stand on a dark fill."""
    for piece in flow:
        match piece:
            case Run():
                body.write(_run(body, piece, ""))
            case Link():
                _write_link(body, piece, body.character(Characters.LINK) if link_look else "")
            case NoteMark():
                _write_mark(body, piece.number)
            case LineBreak():
                body.write(BREAK)
            case _:
                assert_never(piece)


def _run(body: Body, run: Run, style: str) -> str:
    if not (run.bold or run.italic or run.code or run.strike):
        return words(run.text, style)
    look = style or (body.character(Characters.CODE) if run.code else "")
    bold = "<w:b/><w:bCs/>" if run.bold else ""
    italic = "<w:i/><w:iCs/>" if run.italic else ""
    return words(run.text, f"{look}{bold}{italic}{'<w:strike/>' if run.strike else ''}")


def _write_link(body: Body, link: Link, style: str) -> None:
    """The tooltip becomes the description of the link in a PDF, without which a reader by ear is not told of it."""
    runs = "".join(_run(body, run, style) for run in link.runs)
    tip = tooltip(link.about or "".join(run.text for run in link.runs))
    match link.target:
        case Url(href=href):
            rid = body.relationships.add(OFFICE + "hyperlink", href, external=True)
            body.write(f'<w:hyperlink r:id="{rid}" w:tooltip="{tip}" w:history="1">{runs}</w:hyperlink>')
        case Anchor(id=anchor):
            if anchor not in body.anchors:
                raise ValueError(f"a link leads to '{anchor}', which the document does not have")
            body.write(f'<w:hyperlink w:anchor="{body.anchors[anchor]}" w:tooltip="{tip}" w:history="1">{runs}</w:hyperlink>')
        case _:
            assert_never(link.target)


def _write_mark(body: Body, number: int) -> None:
    """Word numbers footnotes itself; a note's second mark is a cross-reference to the first."""
    look = body.character(Characters.NOTE_MARK)
    name = f"_footnote_{number}"
    if number in body.marked:
        shown = str(body.marked.index(number) + 1)
        body.write(field(f"NOTEREF {name} \\f \\h", shown, look))
        return
    body.marked.append(number)
    start, end = body.named_bookmark(name)
    body.write(start, f'<w:r><w:rPr>{look}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>', end)
