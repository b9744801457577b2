"""Builds the two indexes of a package: relationships of a part, and content types of all parts."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.render.ooxml.package import Part
from briefs.render.ooxml.xml import HEAD, attribute

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""Prefix of the relationship types of Office documents: `OFFICE + "image"`."""
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


class Relationships:
    """The relationships of one part, with ids that are counted, never searched for.

    The same type and target give the same id. `prefix` keeps the ids apart from those that a
    template's part has already.
    """

    def __init__(self, prefix: str = "rId") -> None:
        self._prefix = prefix
        self._ids: dict[tuple[str, str, bool], str] = {}

    @property
    def count(self) -> int:
        """How many were added, those of the template not counted."""
        return len(self._ids)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """Return the id of a relationship of type `kind` (a full URI) to `target`."""
        key = (kind, target, external)
        found = self._ids.get(key)
        if found is None:
            found = self._ids[key] = f"{self._prefix}{len(self._ids) + 1}"
        return found

    def xml(self, kept: str = "") -> bytes:
        """Return the whole `.rels` part; `kept` is the XML of a template's own relationships, without the enclosing element."""
        lines = [HEAD, f'<Relationships xmlns="{_RELATIONSHIPS}">', kept]
        for (kind, target, external), key in self._ids.items():
            mode = ' TargetMode="External"' if external else ""
            lines.append(f'<Relationship Id="{key}" Type="{kind}" Target="{attribute(target)}"{mode}/>')
        lines.append("</Relationships>")
        return "".join(lines).encode("utf-8")


def content_types(defaults: Iterable[tuple[str, str]], overrides: Iterable[tuple[str, str]]) -> Part:
    """Return `[Content_Types].xml`: (extension, type) pairs, then (part name, type) pairs.

    Part names are as in the zip, without a leading slash. Order is kept, doubles are dropped.
    """
    lines = [HEAD, f'<Types xmlns="{_CONTENT_TYPES}">']
    lines += [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in dict(defaults).items()]
    lines += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in dict(overrides).items()]
    lines.append("</Types>")
    return Part("[Content_Types].xml", "".join(lines).encode("utf-8"))
