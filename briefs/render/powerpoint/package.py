"""Opens a template with python-pptx and finds, once, which of its parts every deck carries along unchanged."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as KIND

_LEFT_BEHIND = frozenset(
    {KIND.SLIDE, KIND.PRINTER_SETTINGS, KIND.THUMBNAIL, KIND.CORE_PROPERTIES, KIND.EXTENDED_PROPERTIES, KIND.CUSTOM_PROPERTIES}
    | {KIND.CUSTOM_XML, KIND.COMMENT_AUTHORS, KIND.TAGS}
)
"""What a template says of itself or of its designer never travels: sample slides, thumbnails, properties, authors."""
_TEMPLATE = b"presentationml.template.main+xml"
_DECK = b"presentationml.presentation.main+xml"


def open_presentation(data: bytes) -> Any:
    """The python-pptx presentation of a `.pptx` or `.potx`.

    python-pptx refuses a `.potx` for its main content type alone, so that is changed on the way in.
    """
    return Presentation(io.BytesIO(as_deck(data)))


def as_deck(data: bytes) -> bytes:
    """The same package with the main content type of a deck; a deck's bytes are returned as they are."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        if _TEMPLATE not in source.read("[Content_Types].xml"):
            return data
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as copy:
            for name in source.namelist():
                raw = source.read(name)
                copy.writestr(name, raw.replace(_TEMPLATE, _DECK) if name == "[Content_Types].xml" else raw)
    return target.getvalue()


def raw_parts(data: bytes) -> dict[str, bytes]:
    """Every file of the package by its name in the zip, in the order of the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def kept_parts(presentation: Any) -> dict[str, Any]:
    """Parts that decks share, by name without a leading slash: all that the presentation leads to but by a slide."""
    found: dict[str, Any] = {}
    waiting = [presentation.part]
    while waiting:
        part = waiting.pop()
        name = str(part.partname)[1:]
        if name in found:
            continue
        found[name] = part
        waiting += [rel.target_part for rel in part.rels.values() if is_kept(rel)]
    return dict(sorted(found.items()))


def is_kept(rel: Any) -> bool:
    """Whether a relationship of the template is one that decks have, too."""
    return not rel.is_external and rel.reltype not in _LEFT_BEHIND


def rels_name(part_name: str) -> str:
    """Where the relationships of a part stand: `ppt/theme/theme1.xml` has `ppt/theme/_rels/theme1.xml.rels`."""
    return re.sub(r"([^/]+)$", r"_rels/\1.rels", part_name)
