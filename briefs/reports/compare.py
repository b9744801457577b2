"""What one audience reads that another does not, each difference once, where it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from briefs.model.content import Selection
from briefs.model.nodes import (
    Break,
    Code,
    CodeBlock,
    Division,
    Footnote,
    Inline,
    Paragraph,
    Reference,
    Row,
    SlideBlock,
    Span,
    Styled,
    Text,
    Use,
)
from briefs.model.origin import Origin
from briefs.model.records import PlainField, Record, TextField
from briefs.model.walk import walk


@dataclass(frozen=True, slots=True)
class Difference:
    origin: Origin
    kind: Literal["only first", "only second", "differs"]
    first: str
    """What the first audience reads there; empty when nothing."""
    second: str


def compare(first: Selection, second: Selection) -> tuple[Difference, ...]:
    """Lines (paragraphs, headings, rows, slide titles, fields, code) that differ, in the order of the files."""
    here, there = _lines(first), _lines(second)
    found = []
    for origin in sorted(here.keys() | there.keys()):
        mine, theirs = here.get(origin, ""), there.get(origin, "")
        if mine != theirs:
            kind: Literal["only first", "only second", "differs"] = (
                "only first" if not theirs else "only second" if not mine else "differs"
            )
            found.append(Difference(origin, kind, mine, theirs))
    return tuple(found)


def _lines(selection: Selection) -> dict[Origin, str]:
    lines: dict[Origin, str] = {}
    for section in selection.sections.values():
        lines[section.mark.origin] = _text(section.title)
        _add(section.blocks, lines)
    for register in selection.registers.values():
        for record in register.records:
            lines[record.mark.origin] = _text(record.title)
            _add(tuple(_fields(record)), lines)
    return {origin: text for origin, text in lines.items() if text}


def _fields(record: Record) -> Iterator[object]:
    return (field for field in record.fields.values() if isinstance(field, TextField | PlainField))


def _add(blocks: tuple[object, ...], lines: dict[Origin, str]) -> None:
    for visit in walk(blocks, frozenset()):
        match visit.node:
            case Paragraph(children=children) | TextField(children=children):
                lines[visit.mark.origin] = _text(children)
            case Division(title=title) | SlideBlock(title=title):
                lines[visit.mark.origin] = _text(title)
            case Row(cells=cells):
                lines[visit.mark.origin] = " | ".join(_text(cell.children) for cell in cells)
            case CodeBlock(text=text) | PlainField(text=text):
                lines[visit.mark.origin] = text
            case _:
                pass


def _text(children: tuple[Inline, ...]) -> str:
    return " ".join("".join(_texts(children)).split())


def _texts(children: tuple[Inline, ...]) -> Iterator[str]:
    """Printed words; a footnote's are lines of their own."""
    for child in children:
        match child:
            case Text(text=text) | Code(text=text):
                yield text
            case Break():
                yield " "
            case Styled(children=inner) | Span(children=inner) | Use(children=inner):
                yield from _texts(inner)
            case Footnote() | Reference():
                pass
            case _:
                assert_never(child)
