"""What the first pass over a product finds out, for the second to use: what is printed where, what is used, how notes count."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefs.compose.links import Links, Target, anchor_id
from briefs.compose.notes import NoteKey
from briefs.compose.uses import UseLog
from briefs.model.content import Brief, PartEntry, PartName


@dataclass(frozen=True, slots=True)
class Findings:
    """Empty before the first pass."""

    uses: UseLog = field(default_factory=UseLog)
    anchors: Mapping[Target, str] = field(default_factory=dict)
    numbers: Mapping[NoteKey, int] = field(default_factory=dict)

    def links(self, brief: Brief, elsewhere: Mapping[Target, str]) -> Links:
        """Links to all that the first pass printed, and to the terms that the terminology will hold."""
        terms = {("term", term): anchor_id("term", term) for term in self.uses.terms} if has(brief, "terminology") else {}
        return Links({**self.anchors, **terms}, elsewhere)


def has(brief: Brief, part: PartName) -> bool:
    """Whether the outline has a mandatory part."""
    return any(isinstance(entry, PartEntry) and entry.part == part for entry in brief.outline)
