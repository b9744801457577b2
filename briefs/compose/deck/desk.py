"""Where the slides of one product are put together: titles, anchors, groups, notes and source lines, the same for all kinds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from briefs.compose.deck.sources import source_details, source_line
from briefs.compose.flow import Inliner
from briefs.compose.links import Target
from briefs.compose.notes import Asides
from briefs.compose.numbering import Numbering
from briefs.diagnostics import Diagnostic
from briefs.model.content import Selection
from briefs.model.deck import LayoutId, Slide, SlideBody
from briefs.model.geometry import Geometry
from briefs.model.nodes import Inline
from briefs.model.origin import Origin
from briefs.model.runs import Flow, plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one slide shows, and what belongs to this page of it alone."""

    layout: LayoutId
    body: SlideBody
    notes: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    """What references may lead to here."""
    facts: tuple[str, ...] = ()
    """Facts that only this page shows."""
    origins: tuple[Origin | None, ...] = ()
    """Where each row of its table or each of its cards was written."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with its exhibit; the slide that shows it is still to be named."""


@dataclass(frozen=True, slots=True)
class Head:
    """What all pages of a slide have in common."""

    title: str
    group: str
    origin: Origin | None
    notes: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    """What references lead to the first page for."""
    appendix: bool = False


@dataclass(slots=True)
class Desk:
    """Collects what the slides use, claim and complain of, in the order in which they are read."""

    inliner: Inliner
    asides: Asides
    geometry: Geometry
    faults: list[Diagnostic] = field(default_factory=list)
    names: Numbering = field(default_factory=lambda: Numbering(numbered=False))
    anchors: dict[Target, str] = field(default_factory=dict)
    origins: dict[str, tuple[Origin | None, ...]] = field(default_factory=dict)
    """By the anchor of a slide: where its rows or cards were written."""

    @property
    def selection(self) -> Selection:
        return self.inliner.selection

    @property
    def executive(self) -> bool:
        return self.selection.audience.reader == "executive"

    def flow(self, children: Iterable[Inline]) -> Flow:
        """Text of a slide; its facts go into the source line, its remarks into the notes."""
        return self.inliner.prose(children)

    def cell(self, children: Iterable[Inline]) -> Flow:
        """The same in a cell or on a card, where other products are not named."""
        return self.inliner.cell(children, defining=True)

    def words(self, children: Iterable[Inline]) -> str:
        """The same as plain text, for titles and notes."""
        return plain(self.inliner.flow(children))

    def apart(self, work: Callable[[], T]) -> tuple[T, tuple[str, ...]]:
        """What some work makes, and the facts that it cites, which then do not count for the whole slide."""
        whole = dict(self.asides.facts)
        self.asides.facts.clear()
        made = work()
        facts = tuple(self.asides.facts)
        self.asides.facts.clear()
        self.asides.facts.update(whole)
        return made, facts

    def aside(self, children: Iterable[Inline]) -> tuple[str, tuple[str, ...]]:
        """Text for the notes and the facts in it, which stay out of the slide's source line."""
        return self.apart(lambda: self.words(children))

    def slides(self, head: Head, sheets: Sequence[Sheet]) -> tuple[Slide, ...]:
        """One slide for each sheet; with several, each says which it is. Takes the facts and remarks gathered since the last."""
        common = tuple(self.asides.facts)
        said = (*head.notes, *(plain(remark) for remark in self.asides.remarks))
        made = tuple(self._slide(head, sheet, number, len(sheets), common, said) for number, sheet in enumerate(sheets))
        self.inliner.section()
        return made

    def _slide(self, head: Head, sheet: Sheet, number: int, count: int, common: tuple[str, ...], said: tuple[str, ...]) -> Slide:
        title = f"{head.title} ({number + 1} of {count})" if count > 1 else head.title
        anchor = self.names.slug(f"slide {title}")
        for target in (*(head.targets if number == 0 else ()), *sheet.targets):
            self.anchors.setdefault(target, anchor)
        self.origins[anchor] = sheet.origins
        self.faults.extend(replace(found, message=f"{found.message}, on the slide '{title}'") for found in sheet.faults)
        facts = tuple(dict.fromkeys((*common, *sheet.facts)))
        frame = self.geometry.frames.get((sheet.layout, "source"))
        source = source_line(self.selection, facts, frame) if frame else ""
        notes = (*said, *sheet.notes, *source_details(self.selection, facts))
        notes = tuple(dict.fromkeys(notes))
        return Slide(sheet.layout, title, sheet.body, source, notes, head.group, anchor, head.appendix, head.origin)
