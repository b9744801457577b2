"""A composed deck: slides that fit their layouts, with notes; nothing is left to shrink, page or decide."""

from dataclasses import dataclass, field, replace
from typing import Literal

from briefs.model.document import Card, Column, Meta, TableRow, Uses
from briefs.model.exhibits import Chart, Diagram
from briefs.model.geometry import CELL_INSET_Y
from briefs.model.origin import Origin
from briefs.model.runs import Flow

LayoutId = Literal[
    "title", "section", "statement", "bullets", "two-columns", "chart", "table", "diagram", "picture", "asks", "closing"
]


@dataclass(frozen=True, slots=True)
class Bullet:
    level: int
    """0 or 1."""
    content: Flow


@dataclass(frozen=True, slots=True)
class CoverBody:
    """The title slide: subtitle, then audience, edition and marking come from Meta."""

    subtitle: str


@dataclass(frozen=True, slots=True)
class SectionBody:
    summary: Flow


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    text: str
    anchor: str
    """Of the slide it jumps to."""


@dataclass(frozen=True, slots=True)
class AgendaBody:
    entries: tuple[AgendaEntry, ...]


@dataclass(frozen=True, slots=True)
class BulletsBody:
    bullets: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class ColumnsBody:
    left_title: Flow
    left: tuple[Bullet, ...]
    right_title: Flow
    right: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class StatementBody:
    """One big number or phrase, and the lines that give it context."""

    big: Flow
    lines: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class TableBody:
    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    """Points; they sum to the placeholder's width."""
    header: tuple[Flow, ...]
    rows: tuple[TableRow, ...]
    heights: tuple[float, ...]
    """Points, header first; by font metrics."""
    size: float
    """Points of the cells' text, 12 to 18."""
    headings: frozenset[int] = frozenset()
    """Numbers of the rows, from 0, whose first cell is a heading over all columns for those below it."""
    inset: float = CELL_INSET_Y
    """Points above and below the text of each cell."""


@dataclass(frozen=True, slots=True)
class ChartBody:
    chart: Chart
    takeaway: Flow


@dataclass(frozen=True, slots=True)
class DiagramBody:
    diagram: Diagram
    takeaway: Flow
    bleed: float = 0.0
    """Points by which the diagram may reach over its place on every side, with connectors that go round its boxes."""


@dataclass(frozen=True, slots=True)
class PictureBody:
    data: bytes
    alt: str
    width: int
    height: int
    takeaway: Flow


@dataclass(frozen=True, slots=True)
class CardsBody:
    """At most six cards, on a grid that the renderer knows from their number."""

    cards: tuple[Card, ...]
    size: float = 14.0
    """Points of the fields' text, 12 to 18."""


@dataclass(frozen=True, slots=True)
class ClosingBody:
    """The decision asked for, by whom, next step, whom to ask: label and text."""

    lines: tuple[tuple[str, Flow], ...]


SlideBody = (
    CoverBody
    | SectionBody
    | AgendaBody
    | BulletsBody
    | ColumnsBody
    | StatementBody
    | TableBody
    | ChartBody
    | DiagramBody
    | PictureBody
    | CardsBody
    | ClosingBody
)


@dataclass(frozen=True, slots=True)
class Slide:
    layout: LayoutId
    title: str
    body: SlideBody
    source: str
    """`Source: …` at the bottom; may be empty."""
    notes: tuple[str, ...]
    """Paragraphs of what the presenter says."""
    group: str
    """Name of the PowerPoint section that holds the slide."""
    anchor: str
    appendix: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)
    """For messages only: never rendered, never part of the deck's identity."""


@dataclass(frozen=True, slots=True)
class Deck:
    meta: Meta
    slides: tuple[Slide, ...]
    words: int
    uses: Uses = field(default_factory=Uses)

    def named(self, identity: str) -> "Deck":
        """The same deck with its own id."""
        return replace(self, meta=replace(self.meta, id=identity))
