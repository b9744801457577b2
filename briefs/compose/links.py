"""Where a reference leads: to an anchor of this product, or to the name of the product that has its target."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefs.model.records import KINDS
from briefs.model.runs import Anchor

Target = tuple[str, str]
"""Kind and id of a reference, as in `Use.kind` and `Use.target`."""

KIND_OF: Mapping[str, str] = {register: kind for kind, register in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Links:
    """What is printed in this product, and which other product has the rest."""

    anchors: Mapping[Target, str] = field(default_factory=dict)
    """Target -> id of the anchor; a slide's target is (`section`, `section#slide`)."""
    elsewhere: Mapping[Target, str] = field(default_factory=dict)
    """Target -> title of another product of this audience that has it."""

    def anchor(self, kind: str, target: str) -> Anchor | None:
        """The anchor of a target in this product; a section's own when the product has no such slide."""
        found = self.anchors.get((kind, target)) or self.anchors.get((kind, target.partition("#")[0]))
        return Anchor(found) if found else None

    def product(self, kind: str, target: str) -> str:
        """The title of another product that has the target; empty when none has."""
        return self.elsewhere.get((kind, target.partition("#")[0]), "")


def anchor_id(kind: str, target: str) -> str:
    """The anchor that a document gives to a target: `section-dns`, `ask-pls-scale`."""
    return f"{kind}-{target}".replace("#", "-").replace(".", "-")


def record_kind(register: str) -> str:
    """The kind by which references name records of a register; a register that no kind names is its own."""
    return KIND_OF.get(register, register)


def spoken_name(name: str) -> str:
    """The name of a register or kind as a heading has it: `Test cases`, `Non-goals`, `DR designs`."""
    spoken = re.sub(r"(?<!\bnon)-", " ", name).capitalize()
    return re.sub(r"^Dr\b", "DR", spoken)
