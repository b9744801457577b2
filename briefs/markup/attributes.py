"""`{audience="a, b" number=target owner="…"}`: how attributes are written, and the tag that they make."""

import re
from collections.abc import Mapping

from briefs.markup.complaints import Complaints
from briefs.model.audience import Tag
from briefs.model.origin import Origin

_PAIR = r'[A-Za-z][\w.-]*=(?:"[^"{}]*"|[\w-]+)'
ATTRIBUTES = re.compile(r"\{\s*(" + _PAIR + r"(?:\s+" + _PAIR + r")*)\s*\}")
_EACH = re.compile(r'([A-Za-z][\w.-]*)=(?:"([^"{}]*)"|([\w-]+))')

Attributes = tuple[tuple[str, str], ...]


def read_attributes(text: str) -> Attributes:
    """Names and values of what `ATTRIBUTES` matched, in their order, repeated names included."""
    return tuple((name, " ".join(quoted.split()) if quoted else bare) for name, quoted, bare in _EACH.findall(text))


def once(attributes: Attributes, known: tuple[str, ...], origin: Origin, complaints: Complaints) -> Mapping[str, str]:
    """The attributes by name; complains of one that is repeated or not `known` here."""
    found: dict[str, str] = {}
    for name, value in attributes:
        if name not in known:
            complaints.error("B108", origin, f"attribute '{name}' belongs to nothing here", f"known here: {', '.join(known)}")
        elif name in found:
            complaints.error("B108", origin, f"attribute '{name}' is given twice", 'several names: {audience="a, b"}')
        else:
            found[name] = value
    return found


def make_tag(names: str, origin: Origin, complaints: Complaints) -> Tag | None:
    """The tag of a list of names with commas; complains when it names nobody."""
    parts = tuple(part for part in (piece.strip() for piece in names.split(",")) if part)
    if not parts:
        complaints.error("B108", origin, "a tag that names no audience", "write {audience=name}")
        return None
    return Tag(parts, origin)


def block_tag(attributes: Attributes, origin: Origin, complaints: Complaints) -> Tag | None:
    """The tag of a block: only an audience may stand there."""
    found = once(attributes, ("audience",), origin, complaints)
    return make_tag(found["audience"], origin, complaints) if "audience" in found else None
