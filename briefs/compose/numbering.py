"""Numbers and anchors of one product, given after selection, so that no gap betrays what was hidden."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from briefs.compose.links import Target, anchor_id
from briefs.model.document import Caption
from briefs.model.runs import Flow

DEEPEST_NUMBER = 3
"""Headings below this level have no number."""


@dataclass(slots=True)
class Numbering:
    """Counts headings, figures and tables, and gives each target one anchor."""

    numbered: bool
    """Whether headings have numbers: engineers' do, executives' do not."""
    listed: bool = False
    """Whether a list leads to captions, so that each has an anchor."""
    anchors: dict[Target, str] = field(default_factory=dict)
    drawn: dict[Target, str] = field(default_factory=dict)
    """Record -> the figure that draws it, for those that nothing shows in words."""
    _taken: set[str] = field(default_factory=set)
    _levels: list[int] = field(default_factory=list)
    _captions: dict[str, int] = field(default_factory=dict)

    def heading(self, level: int) -> str:
        """The next number of a heading: `2.1`; empty in products without numbers."""
        if not self.numbered or level > DEEPEST_NUMBER:
            return ""
        self._levels = [*self._levels, *[0] * level][:level]
        self._levels[-1] += 1
        return ".".join(str(number) for number in self._levels)

    def caption(self, label: Literal["Figure", "Table"], content: Flow, anchor: str = "") -> Caption:
        """The next caption of its kind."""
        self._captions[label] = number = self._captions.get(label, 0) + 1
        if self.listed and not anchor:
            anchor = self._unique(anchor_id(label.lower(), str(number)))
        return Caption(label, number, content, anchor)

    def claim(self, kind: str, target: str) -> str:
        """The target's anchor where it is shown first; empty where it is shown again, for an anchor has one place."""
        if (kind, target) in self.anchors:
            return ""
        anchor = self._unique(anchor_id(kind, target))
        self.anchors[kind, target] = anchor
        return anchor

    def figure(self, targets: Iterable[Target]) -> str:
        """The anchor of a figure that draws records."""
        anchor = self._unique(anchor_id("figure", str(self._captions.get("Figure", 0) + 1)))
        for target in targets:
            self.drawn.setdefault(target, anchor)
        return anchor

    def slug(self, title: str) -> str:
        """An anchor of its own for a heading to which no reference leads."""
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        return self._unique(re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "heading")

    def _unique(self, wanted: str) -> str:
        name, count = wanted, 1
        while name in self._taken:
            count += 1
            name = f"{wanted}-{count}"
        self._taken.add(name)
        return name
