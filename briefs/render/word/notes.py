"""Writes the footnotes part: the separators that Word wants, and each note whose mark was written."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.runs import Flow
from briefs.render.ooxml.package import Part
from briefs.render.ooxml.relationships import OFFICE, Relationships
from briefs.render.ooxml.xml import HEAD
from briefs.render.word.body import Body
from briefs.render.word.inline import words, write_flow
from briefs.render.word.namespaces import DECLARED
from briefs.render.word.styles import Characters, Paragraphs

NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NAME = "word/footnotes.xml"
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{key}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    for kind, key in (("separator", -1), ("continuationSeparator", 0))
)


def notes_parts(body: Body, notes: tuple[Flow, ...]) -> tuple[Part, ...]:
    """The part, and its relationships when a note links to the outside; a note without a mark is left out."""
    writer = replace(body, out=[], relationships=Relationships("rIdN"), marked=list(body.marked))
    look = body.character(Characters.NOTE_MARK)
    for number in sorted(body.marked):
        writer.write(f'<w:footnote w:id="{number}">')
        writer.open(Paragraphs.NOTE)
        writer.write(f"<w:r><w:rPr>{look}</w:rPr><w:footnoteRef/></w:r>", words(" "))
        write_flow(writer, notes[number - 1])
        writer.write("</w:p></w:footnote>")
    body.bookmarks = writer.bookmarks
    xml = f"{HEAD}<w:footnotes {DECLARED}>{_SEPARATORS}{''.join(writer.out)}</w:footnotes>"
    parts = [Part(NAME, xml.encode("utf-8"))]
    if writer.relationships.count:
        parts.append(Part("word/_rels/footnotes.xml.rels", writer.relationships.xml()))
    return tuple(parts)


def relate_notes(body: Body) -> None:
    """Let the main part lead to the notes."""
    body.relationships.add(OFFICE + "footnotes", "footnotes.xml")
