"""The contract between the Word template and the brand: what must be there, what may differ, and how tokens are written."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefs.diagnostics import ContentError, Diagnostic
from briefs.model.brand import Brand
from briefs.render.ooxml.package import Part, write_package
from briefs.render.ooxml.reading import WORD, read_parts, understood
from briefs.render.ooxml.tokens import differs, unset
from briefs.render.word.shell import open_template
from briefs.render.word.tokens import is_home, read, tokens, write


def check(package: bytes, brand: Brand) -> list[Diagnostic]:
    """An error for each style, numbering, section or placeholder that is missing; a warning with both values for a token
    that differs. An empty list is a template that keeps the contract.
    """
    try:
        open_template(package)
        with understood(WORD):
            return list(_differing(package, brand))
    except ContentError as fault:
        return list(fault.diagnostics)


def write_tokens(package: bytes, brand: Brand) -> bytes:
    """The template with the brand's colours, fonts, sizes and wordmark; parts that hold none of them keep their bytes."""
    raw = read_parts(package, WORD)
    trees = {name: etree.fromstring(data) for name, data in raw.items() if is_home(name)}
    changed: set[str] = set()
    for token in tokens(brand):
        for name, element, field in token.places(trees):
            if read(element, field) != token.value:
                write(element, field, token.value)
                changed.add(name)
    for name in changed:
        raw[name] = etree.tostring(trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
    return write_package(Part(name, data, compress=not name.startswith("word/media/")) for name, data in raw.items())


def _differing(package: bytes, brand: Brand) -> Iterator[Diagnostic]:
    trees = {name: etree.fromstring(data) for name, data in read_parts(package, WORD).items() if is_home(name)}
    told: set[tuple[str, str]] = set()
    for token in tokens(brand):
        values = {read(element, field) for _, element, field in token.places(trees)}
        if not values and token.needed:
            yield unset(token.name, "Word template", token.shown(token.value))
        for value in sorted(values - {token.value}):
            if (token.name, value) not in told:
                told.add((token.name, value))
                yield differs(token.name, "Word template", token.shown(value), token.shown(token.value))
