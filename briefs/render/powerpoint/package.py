"""Opens a template with python-pptx and finds, once, which of its parts every deck carries along unchanged."""

from __future__ import annotations

import io
import re
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as KIND

from briefs.render.ooxml.reading import POWERPOINT, as_document, read_parts

_LEFT_BEHIND = frozenset(
    {KIND.SLIDE, KIND.PRINTER_SETTINGS, KIND.THUMBNAIL, KIND.CORE_PROPERTIES, KIND.EXTENDED_PROPERTIES, KIND.CUSTOM_PROPERTIES}
    | {KIND.CUSTOM_XML, KIND.COMMENT_AUTHORS, KIND.TAGS}
)
"""What a template says of itself or of its designer never travels: sample slides, thumbnails, properties, authors."""


def open_presentation(data: bytes) -> Any:
    """The python-pptx presentation of a `.pptx` or `.potx`; ContentError for what is no whole package of PowerPoint."""
    return Presentation(io.BytesIO(as_document(data, POWERPOINT)))


def raw_parts(data: bytes) -> dict[str, bytes]:
    """Every file of the package by its name in the zip, in the order of the zip."""
    return read_parts(data, POWERPOINT)


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
