"""Writes contents and lists of captions: fields with their entries already inside, so that no program asks to update them."""

from __future__ import annotations

from typing import assert_never

from briefs.model.document import Contents, ContentsEntry, Document
from briefs.render.word.body import Body
from briefs.render.word.inline import TAB, field, tooltip, words
from briefs.render.word.styles import Paragraphs

_COVER, _TITLE_LINE, _TITLE_LETTERS = 300.0, 37.0, 30
"""Points that a cover has for entries below a title of one line and a subtitle of two, and what each further line takes."""
_ENTRY, _SMALLER_ENTRY = 16.4, 14.4
"""Points of an entry of the first level, and of the second."""
_DEEPEST = 2
_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def on_cover(document: Document) -> Contents | None:
    """The contents that stand on the cover; None when there are none, or too many, or no cover."""
    first = document.blocks[0] if document.blocks else None
    if document.meta.reader != "engineer" or not isinstance(first, Contents) or first.kind != "contents":
        return None
    room = _COVER - _TITLE_LINE * (len(document.meta.title) // _TITLE_LETTERS)
    taken = sum(_ENTRY if entry.level == 1 else _SMALLER_ENTRY for entry in first.entries if entry.level <= _DEEPEST)
    return first if taken <= room else None


def write_contents(body: Body, contents: Contents) -> None:
    """Write the entries below their title; with page numbers only when they are known."""
    gallery = "Table of Contents" if contents.kind == "contents" else "Table of Figures"
    body.write(
        f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="{gallery}"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent>"
    )
    body.open(Paragraphs.CONTENTS_TITLE)
    body.write(words(contents.kind.capitalize()), "</w:p>")
    entries = [entry for entry in contents.entries if entry.level <= _DEEPEST]
    for at, entry in enumerate(entries):
        body.open(_style(contents, entry))
        if at == 0:
            code = _instruction(contents, paginated=bool(body.pages))
            body.write(_BEGIN, f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>', _SEPARATE)
        _write_entry(body, entry, TAB if contents.kind == "contents" else words(" "))
        body.write(_END if at == len(entries) - 1 else "", "</w:p>")
    body.write("</w:sdtContent></w:sdt>")


def _style(contents: Contents, entry: ContentsEntry) -> Paragraphs:
    if contents.kind != "contents":
        return Paragraphs.CONTENTS_LIST
    return Paragraphs.CONTENTS_1 if entry.level == 1 else Paragraphs.CONTENTS_2


def _instruction(contents: Contents, *, paginated: bool) -> str:
    r"""The field's code: what a program lists when a reader asks it to; `\n` leaves page numbers out."""
    match contents.kind:
        case "contents":
            levels = f'"1-{min(_DEEPEST, max(entry.level for entry in contents.entries))}"'
            return rf"TOC \o {levels} {'' if paginated else _pageless(levels)}\h \z \u"
        case "figures":
            return rf'TOC {"" if paginated else _pageless()}\h \z \c "Figure"'
        case "tables":
            return rf'TOC {"" if paginated else _pageless()}\h \z \c "Table"'
        case _:
            assert_never(contents.kind)


def _pageless(levels: str = "") -> str:
    return rf"\n {levels} " if levels else "\\n "


def _write_entry(body: Body, entry: ContentsEntry, gap: str) -> None:
    name = body.anchors[entry.anchor]
    number = f"{words(entry.number)}{gap}" if entry.number else ""
    page = TAB + field(f"PAGEREF {name} \\h", str(body.pages[entry.anchor])) if body.pages else ""
    body.write(
        f'<w:hyperlink w:anchor="{name}" w:tooltip="{tooltip(entry.text)}" w:history="1">'
        f"{number}{words(entry.text)}{page}</w:hyperlink>"
    )
