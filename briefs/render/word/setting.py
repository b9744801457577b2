"""Changes the properties of a section: it goes on below what comes before it, stands in columns, or names no section above."""

from __future__ import annotations

import re

_COLUMNS = '<w:cols w:num="2" w:space="480"/>'
_SET = re.compile(r"<w:cols\b[^>]*?/>")
_FIRST = re.compile(r'<w:headerReference w:type="first" r:id="([^"]+)"/>')
_DEFAULT = re.compile(r'(<w:headerReference w:type="default" r:id=")[^"]+("/>)')


def continued(properties: str) -> str:
    """A `w:sectPr` whose section begins where the one before it ends, not on a page of its own."""
    return properties.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz', 1).replace("<w:titlePg/>", "")


def in_columns(properties: str) -> str:
    """A `w:sectPr` with its text in two columns."""
    return _SET.sub(_COLUMNS, properties)


def unnamed(properties: str) -> str:
    """A `w:sectPr` with the header of its first page above all its pages, as contents want it, which belong to no section."""
    first = _FIRST.search(properties)
    return _DEFAULT.sub(rf"\g<1>{first[1]}\g<2>", properties) if first else properties
