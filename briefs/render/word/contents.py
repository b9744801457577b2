"""Writes the contents: a field in a content control with its entries already inside, so that no program asks to update it."""

from __future__ import annotations

from briefs.model.document import Contents, ContentsEntry
from briefs.render.ooxml.xml import attribute
from briefs.render.word.body import Body
from briefs.render.word.inline import TAB, field, words
from briefs.render.word.styles import Paragraphs

_TITLE = "Contents"
_DEEPEST = 2
_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def write_contents(body: Body, contents: Contents) -> None:
    """Write the first two levels; with page numbers only when they are known."""
    entries = [entry for entry in contents.entries if entry.level <= _DEEPEST]
    body.write(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent>"
    )
    body.open(Paragraphs.CONTENTS_TITLE)
    body.write(words(_TITLE), "</w:p>")
    numbers = "" if body.pages else '\\n "1-2" '
    for at, entry in enumerate(entries):
        body.open(Paragraphs.CONTENTS_1 if entry.level == 1 else Paragraphs.CONTENTS_2)
        if at == 0:
            code = f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" {numbers}\\h \\z \\u </w:instrText></w:r>'
            body.write(_BEGIN, code, _SEPARATE)
        _write_entry(body, entry)
        body.write(_END if at == len(entries) - 1 else "", "</w:p>")
    body.write("</w:sdtContent></w:sdt>")


def _write_entry(body: Body, entry: ContentsEntry) -> None:
    name = body.anchors[entry.anchor]
    number = f"{words(entry.number)}{TAB}" if entry.number else ""
    page = TAB + field(f"PAGEREF {name} \\h", str(body.pages[entry.anchor])) if body.pages else ""
    body.write(
        f'<w:hyperlink w:anchor="{name}" w:tooltip="{attribute(entry.text)}" w:history="1">'
        f"{number}{words(entry.text)}{page}</w:hyperlink>"
    )
