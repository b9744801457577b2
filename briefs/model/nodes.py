"""The content tree: closed unions of inline and block nodes, as markup builds them and select thins them out.

A node is the same type from load to compose. What differs by stage is the root (Corpus, Resolved, Selection) and what
resolve and select change: `Mark.readers` is empty until resolve has computed it; a `Reference` becomes a `Use` in select; after
select no node carries a tag.
"""

from dataclasses import dataclass
from typing import Literal

from briefs.model.audience import NOBODY, Readers, Tag
from briefs.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Mark:
    """What every node carries: where it was written and who may see it."""

    origin: Origin
    tag: Tag | None = None
    readers: Readers = NOBODY
    """Effective readers, the parent's and the tag's; empty before resolve, so that nothing is visible by accident."""


# ---- inline ---------------------------------------------------------------------------------------------------------

Form = Literal["plain", "plural", "capital", "capital-plural", "cite", "label"]
"""How a reference prints: `[[term:x]]`, `[[terms:x]]`, `[[Term:x]]`, `[[Terms:x]]`, `[[cite:x]]`, `[label](kind:id)`."""


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Code:
    """Inline code, printed as typed."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Break:
    """A hard line break."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class Styled:
    style: Literal["emphasis", "strong", "strike"]
    children: "tuple[Inline, ...]"
    mark: Mark


@dataclass(frozen=True, slots=True)
class Span:
    """`[text]{…}`: narrowed by audience, or a number that is marked as an assumption or a target."""

    children: "tuple[Inline, ...]"
    mark: Mark
    number: Literal["assumption", "target"] | None = None
    owner: str = ""
    """The role that owns the number; required with `number`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as written; `kind` is the singular (`term`, `fact`, `ask`, `section`, `product`, `source`, `result`, …)."""

    kind: str
    target: str
    """Id; for a result `model.result` or `model.result@scenario`; for a section also `section#slide`."""
    form: Form
    label: "tuple[Inline, ...]"
    """Only for the form `label`."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class Use:
    """A reference after select: what it prints for this audience, and to what it leads."""

    kind: str
    target: str
    form: Form
    children: "tuple[Inline, ...]"
    """The printed text; empty for the form `cite`."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class Footnote:
    """An author's footnote, with its text inside, so that it is visible where its reference is and nowhere else."""

    blocks: "tuple[Block, ...]"
    mark: Mark


Inline = Text | Code | Break | Styled | Span | Reference | Use | Footnote

# ---- blocks ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Division:
    """A heading with all that it covers, up to the next heading of its level; its tag covers it all."""

    level: int
    """2 for `##`, and so on down to 4."""
    title: tuple[Inline, ...]
    blocks: "tuple[Block, ...]"
    mark: Mark


@dataclass(frozen=True, slots=True)
class Item:
    blocks: "tuple[Block, ...]"
    mark: Mark


@dataclass(frozen=True, slots=True)
class ItemList:
    ordered: bool
    start: int
    items: tuple[Item, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Steps:
    """`::: steps`: a procedure; holds one ordered list whose items may hold code blocks."""

    blocks: "tuple[Block, ...]"
    mark: Mark


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str
    language: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: "tuple[Block, ...]"
    mark: Mark


Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    children: tuple[Inline, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Table:
    align: tuple[Align, ...]
    header: Row
    rows: tuple[Row, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Group:
    """`::: audience …`: no appearance of its own, only narrower readers."""

    blocks: "tuple[Block, ...]"
    mark: Mark


CalloutKind = Literal["decision", "warning", "example", "note"]


@dataclass(frozen=True, slots=True)
class Callout:
    kind: CalloutKind
    title: tuple[Inline, ...]
    blocks: "tuple[Block, ...]"
    mark: Mark


@dataclass(frozen=True, slots=True)
class Picture:
    """`![alt](media/x.png)`, alone in its figure."""

    source: str
    alt: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Figure:
    """`::: figure "Caption"` around one picture."""

    caption: tuple[Inline, ...]
    picture: Picture
    mark: Mark


@dataclass(frozen=True, slots=True)
class ViewCall:
    """`::view REGISTER as=SHAPE columns="a, b" where.phase=Crawl sort=a group=b empty="…"`."""

    register: str
    shape: str
    columns: tuple[str, ...]
    where: tuple[tuple[str, str], ...]
    sort: str
    group: str
    empty: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class ChartCall:
    chart: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class DiagramCall:
    diagram: str
    mark: Mark


LAYOUTS = (
    "title",
    "section",
    "statement",
    "bullets",
    "two-columns",
    "chart",
    "table",
    "diagram",
    "picture",
    "asks",
    "closing",
)
"""The layout ids that a template must offer and an author may name."""


@dataclass(frozen=True, slots=True)
class SlideBlock:
    """`:::: slide "A sentence" layout=… id=…`: shown in decks only."""

    id: str
    """For `section#id`; made from the title when the author gives none."""
    title: tuple[Inline, ...]
    layout: str
    blocks: "tuple[Block, ...]"
    notes: "tuple[Block, ...]"
    mark: Mark


Leaf = ViewCall | ChartCall | DiagramCall
Block = (
    Paragraph
    | Division
    | ItemList
    | Steps
    | CodeBlock
    | Quote
    | Table
    | Group
    | Callout
    | Figure
    | ViewCall
    | ChartCall
    | DiagramCall
    | SlideBlock
)
