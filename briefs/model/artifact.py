"""A finished file in memory, with what the manifest says of it."""

from dataclasses import dataclass

from briefs.model.content import Format
from briefs.model.document import Meta, Uses


@dataclass(frozen=True, slots=True)
class Artifact:
    path: str
    """Below the output folder, with forward slashes: `VAST/Executive Overview.docx`."""
    format: Format
    data: bytes
    meta: Meta
    uses: Uses
    words: int
    slides: int | None
    """None for documents."""
    pages: int | None = None
    """None unless asked for with `--paginate`."""
