"""A composed document: what a Word brief, a Markdown edition or a web page shows, block by block, with nothing left to decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from briefs.model.content import Edition
from briefs.model.exhibits import Chart, Diagram
from briefs.model.runs import Flow


@dataclass(frozen=True, slots=True)
class Meta:
    """What every product says of itself, on its cover, in its footer, in its properties and in the manifest."""

    product: str
    """`brief@audience`."""
    brief: str
    audience: str
    title: str
    subtitle: str
    audience_name: str
    organisation: str
    reader: Literal["executive", "engineer"]
    marking: str
    edition: Edition
    contact: str
    """Whom to ask: a role."""
    checked: str
    """`23 November 2026`, the oldest day on which a fact of this product was checked; empty when it uses none."""
    language: str = "en-US"
    id: str = ""
    """8 hex digits; set by `identity.identify` when all else is known."""


@dataclass(frozen=True, slots=True)
class Uses:
    """Ids that the product shows, sorted; what the manifest and coverage need."""

    sections: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    records: tuple[tuple[str, str], ...] = ()
    """(register, id)."""
    charts: tuple[str, ...] = ()
    diagrams: tuple[str, ...] = ()
    views: tuple[tuple[str, str], ...] = ()
    """(register, shape)."""
    results: tuple[str, ...] = ()
    """Results of models, `model.name@scenario`."""


@dataclass(frozen=True, slots=True)
class Caption:
    label: Literal["Figure", "Table"]
    number: int
    content: Flow
    anchor: str = ""
    """Set when a reference may lead to what is captioned."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """1 to 4."""
    number: str
    """`2.1`, given after selection; empty in products without numbered headings."""
    content: Flow
    anchor: str


Role = Literal["body", "lead", "small", "quote", "muted"]
"""`lead` opens a section, `small` is 9 pt at the end of executives' briefs, `muted` says "None for this edition"."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Flow
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class ListBlock:
    ordered: bool
    start: int
    items: "tuple[tuple[DocBlock, ...], ...]"
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Column:
    align: Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class TableRow:
    cells: tuple[Flow, ...]
    anchor: str = ""
    """Set when a reference may lead to this row."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    header: tuple[Flow, ...]
    rows: tuple[TableRow, ...]
    caption: Caption | None
    role: Literal["content", "view"] = "content"


@dataclass(frozen=True, slots=True)
class Reference:
    """A term with its meaning, or a source with what the product takes from it."""

    label: str
    """`12`, the number of the notes that lead here; empty where no number does."""
    content: Flow
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """The terminology or the sources: what a reader looks up, in small type, and in columns where the format has them."""

    entries: tuple[Reference, ...]
    opening: str = ""
    """What holds for all entries, in a sentence."""


@dataclass(frozen=True, slots=True)
class Callout:
    kind: Literal["decision", "warning", "example", "note"]
    title: Flow
    blocks: "tuple[DocBlock, ...]"


@dataclass(frozen=True, slots=True)
class CardField:
    label: str
    content: Flow


@dataclass(frozen=True, slots=True)
class Card:
    """A record in full: a title, a short line above it, labelled fields."""

    title: Flow
    kicker: str
    """`Storage · Crawl`; may be empty."""
    fields: tuple[CardField, ...]
    anchor: str
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class Cards:
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ChartFigure:
    chart: Chart
    caption: Caption
    source: str
    """`Source: …`; may be empty."""


@dataclass(frozen=True, slots=True)
class DiagramFigure:
    diagram: Diagram
    caption: Caption


@dataclass(frozen=True, slots=True)
class PictureFigure:
    data: bytes
    alt: str
    width: int
    height: int
    """Pixels."""
    caption: Caption


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    level: int
    number: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Headings, or the captions of all figures or of all tables; a caption's number is `Figure 2.`, with its word."""

    entries: tuple[ContentsEntry, ...]
    kind: Literal["contents", "figures", "tables"] = "contents"


DocBlock = (
    Heading
    | Paragraph
    | ListBlock
    | Code
    | Table
    | References
    | Callout
    | Cards
    | ChartFigure
    | DiagramFigure
    | PictureFigure
    | Contents
)


@dataclass(frozen=True, slots=True)
class Document:
    meta: Meta
    blocks: tuple[DocBlock, ...]
    notes: tuple[Flow, ...]
    """Footnotes in the order of their marks."""
    words: int
    """Counted outside terminology, sources and tables of views."""
    uses: Uses = field(default_factory=Uses)

    def named(self, identity: str) -> "Document":
        """The same document with its own id."""
        return replace(self, meta=replace(self.meta, id=identity))


@dataclass(frozen=True, slots=True)
class Pages:
    """What is known of a document once it was printed."""

    count: int
    of: Mapping[str, int]
    """The page of each anchor that its contents and lists lead to."""
