"""The words of an opening line: quoted titles, `name=value` options, `{audience=…}` and bare words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefs.diagnostics import nearest
from briefs.markup.attributes import ATTRIBUTES, block_tag, make_tag, read_attributes
from briefs.markup.complaints import Complaints
from briefs.markup.places import At
from briefs.model.audience import Tag
from briefs.model.origin import Origin

_WORD = re.compile(
    r'(?:"(?P<quoted>(?:\\.|[^"\\])*)"'
    r'|(?P<name>[A-Za-z][\w.-]*)=(?:"(?P<text>(?:\\.|[^"\\])*)"|(?P<value>[^\s"{}]+))'
    r"|(?P<tag>\{[^{}]*\})"
    r'|(?P<bare>[^\s"={}]+))(?=[ \t]|$)'
)
_ESCAPED = re.compile(r'\\(["\\])')


@dataclass(frozen=True, slots=True)
class Title:
    """A quoted title as written, and the column of its first character."""

    text: str
    column: int


@dataclass(frozen=True, slots=True)
class Words:
    """What an opening line says after its name."""

    origin: Origin
    bare: tuple[str, ...]
    title: Title | None
    options: Mapping[str, str]
    tag: Tag | None


def read_words(text: str, column: int, at: At, known: tuple[str, ...], complaints: Complaints) -> Words:
    """Read the words after a name; `column` is that of the text in its line, `at` knows the places of the line's columns.

    `known` are the options besides `audience`; with `where.` among them, `where.FIELD` for every field.
    """
    bare: list[str] = []
    titles: list[Title] = []
    options: dict[str, str] = {}
    tags: list[Tag | None] = []
    for found in _split(text.rstrip(), column, at, complaints):
        place = at(column + found.start())
        if found["quoted"] is not None:
            titles.append(Title(found["quoted"], column + found.start("quoted")))
        elif found["tag"]:
            tags.append(_braced(found["tag"], place, complaints))
        elif found["bare"]:
            bare.append(found["bare"])
        else:
            _option(found, options, known, place, complaints)
    if "audience" in options:
        tags.append(make_tag(options.pop("audience"), at(column), complaints))
    if len(titles) > 1 or len(tags) > 1:
        complaints.error("B108", at(column), "two titles or two tags on one line", "one of each")
    return Words(at(column), tuple(bare), titles[0] if titles else None, options, tags[0] if tags else None)


def _split(text: str, column: int, at: At, complaints: Complaints) -> Iterator[re.Match[str]]:
    """Each word; complains at the first that is none, and ends there."""
    position = _after_spaces(text, 0)
    while position < len(text):
        found = _WORD.match(text, position)
        if not found:
            shown = text[position : position + 40]
            hint = "values with spaces need straight quotes"
            complaints.error("B108", at(column + position), f"this cannot be read here: '{shown}'", hint)
            return
        yield found
        position = _after_spaces(text, found.end())


def _after_spaces(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t":
        position += 1
    return position


def _braced(text: str, origin: Origin, complaints: Complaints) -> Tag | None:
    found = ATTRIBUTES.fullmatch(text)
    if found:
        return block_tag(read_attributes(found[1]), origin, complaints)
    complaints.error("B108", origin, f"a tag that cannot be read: '{text[:40]}'", "write audience=name")
    return None


def _option(found: re.Match[str], options: dict[str, str], known: tuple[str, ...], place: Origin, complaints: Complaints) -> None:
    name = found["name"]
    value = found["value"] if found["text"] is None else _ESCAPED.sub(r"\1", found["text"])
    if name in options:
        complaints.error("B103", place, f"option '{name}' is given twice", "keep one of the two")
    elif name != "audience" and name not in known and not (name.startswith("where.") and "where." in known):
        complaints.error("B103", place, f"unknown option '{name}'", nearest(name, ("audience", *known)))
    else:
        options[name] = value
