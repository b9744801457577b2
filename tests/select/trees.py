"""Random content with a word of its own in every place that a reader could see, and who is meant to read each word.

Who reads is worked out here, beside the tree, by sets alone; nothing of the engine's own rule of visibility is used.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random

from briefs.model import nodes as n
from briefs.model.audience import Audience, Audiences, Tag
from briefs.model.content import (
    Backlog,
    BacklogItem,
    Brief,
    Budgets,
    Corpus,
    Edition,
    PartEntry,
    Section,
    SectionEntry,
    ViewEntry,
)
from briefs.model.exhibits import Category, ChartSpec, DiagramSpec, EdgeSpec, GroupSpec, NodeSpec, SeriesSpec, Value
from briefs.model.facts import Fact, Forbidden, Named, Source, Term
from briefs.model.origin import Origin
from briefs.model.records import BlocksField, Field, FieldSpec, PlainField, Record, RefsField, Register, TextField

Readers = frozenset[str]
DAY = date(2026, 11, 23)
PLACE = Origin("content/audiences.yaml", 1, 1)
ROWS = (
    Audience("red-chief", "Red chiefs", "Red", ("red", "chief"), "executive", "Red only", PLACE),
    Audience("red-maker", "Red makers", "Red", ("red", "maker"), "engineer", "Red only", PLACE),
    Audience("blue-chief", "Blue chiefs", "Blue", ("blue", "chief"), "executive", "Shared", PLACE),
    Audience("blue-maker", "Blue makers", "Blue", ("blue", "maker"), "engineer", "Shared", PLACE),
)
EVERYONE: Readers = frozenset(row.id for row in ROWS)
MEANING: dict[str, Readers] = {
    "all": EVERYONE,
    **{row.id: frozenset({row.id}) for row in ROWS},
    **{name: frozenset(row.id for row in ROWS if name in row.groups) for name in ("red", "blue", "chief", "maker")},
}


@dataclass
class Grower:
    """Grows one corpus; `words` collects each word with its readers."""

    random: Random
    depth: int
    words: dict[str, Readers] = field(default_factory=dict)
    media: dict[str, bytes] = field(default_factory=dict)
    records: list[tuple[str, Readers]] = field(default_factory=list)
    evidence: list[tuple[str, str, Readers]] = field(default_factory=list)
    """Kind, id and readers of each fact, term and source that a text may name."""
    line: int = 0

    def word(self, readers: Readers) -> str:
        name = f"canary{len(self.words):04}x"
        self.words[name] = readers
        return name

    def mark(self, readers: Readers, calm: bool = False) -> tuple[n.Mark, Readers]:
        """A mark, tagged in one of two cases, and who is left."""
        self.line += 1
        origin = Origin("content/sections/x.md", self.line, 1)
        if calm or self.random.random() < 0.5:
            return n.Mark(origin), readers
        names = tuple(self.random.sample(sorted(MEANING), self.random.choice((1, 1, 2))))
        return n.Mark(origin, Tag(names, origin)), readers & frozenset().union(*(MEANING[name] for name in names))

    # ---- inline ----

    def text(self, readers: Readers) -> n.Text:
        before, after = self.random.choice(("", " ")), self.random.choice(("", " ", ". "))
        return n.Text(f"{before}{self.word(readers)}{after}", self.mark(readers, calm=True)[0])

    def line_of(self, readers: Readers) -> tuple[n.Inline, ...]:
        """A line that always has one word for all its readers."""
        parts: list[n.Inline] = [self.text(readers), *(self.inline(readers, 2) for _ in range(self.random.randrange(3)))]
        self.random.shuffle(parts)
        return tuple(parts)

    def inline(self, readers: Readers, depth: int) -> n.Inline:
        mark, mine = self.mark(readers)
        plain = n.Mark(mark.origin)
        match self.random.randrange(7 if depth else 3):
            case 0:
                return self.text(readers)
            case 1:
                return n.Code(self.word(readers), plain)
            case 2:
                return self.reference(readers, plain)
            case 3:
                return n.Styled("strong", (self.inline(readers, depth - 1), self.text(readers)), plain)
            case 4:
                return n.Footnote((self.paragraph(mine),), mark)
            case _:
                return n.Span((self.text(mine), self.inline(mine, depth - 1)), mark)

    def reference(self, readers: Readers, mark: n.Mark) -> n.Inline:
        """A reference that all its readers may follow, with a label or by its target's own title; text when there is none."""
        named = [(kind, name) for kind, name, seen in self.evidence if readers <= seen]
        if named and self.random.random() < 0.5:
            kind, name = self.random.choice(named)
            form: n.Form = self.random.choice(("plain", "cite")) if kind == "fact" else "plain"
            return n.Reference(kind, name, form, (), mark)
        allowed = [name for name, seen in self.records if readers <= seen]
        if not allowed:
            return self.text(readers)
        target = self.random.choice(allowed)
        if self.random.random() < 0.5:
            return n.Reference("ask", target, "label", (self.text(readers),), mark)
        return n.Reference("ask", target, "plain", (), mark)

    # ---- blocks ----

    def paragraph(self, readers: Readers, calm: bool = False) -> n.Paragraph:
        mark, mine = self.mark(readers, calm)
        return n.Paragraph(self.line_of(mine), mark)

    def blocks(self, readers: Readers, depth: int) -> tuple[n.Block, ...]:
        """Blocks of which one is for all readers, so that what holds them does not disappear."""
        more = [self.block(readers, depth) for _ in range(self.random.randrange(3))]
        return (self.paragraph(readers, calm=True), *more)

    def block(self, readers: Readers, depth: int) -> n.Block:
        mark, mine = self.mark(readers)
        makers: list[Callable[[n.Mark, Readers, int], n.Block]] = [self._paragraph, self._code, self._table, self._figure]
        makers += [self._list, self._division, self._callout, self._quote, self._group, self._slide] if depth else []
        return self.random.choice(makers)(mark, mine, depth - 1)

    def _paragraph(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        return n.Paragraph(self.line_of(mine), mark)

    def _code(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        return n.CodeBlock(self.word(mine), "text", mark)

    def _table(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        first = self._row(mine, calm=True)
        rows = (first, *(self._row(mine) for _ in range(self.random.randrange(3))))
        return n.Table(("left", "left"), self._row(mine, calm=True), rows, mark)

    def _row(self, readers: Readers, calm: bool = False) -> n.Row:
        mark, mine = self.mark(readers, calm)
        return n.Row(tuple(self._cell(mine) for _ in range(2)), mark)

    def _cell(self, readers: Readers) -> n.Cell:
        mark, mine = self.mark(readers)
        return n.Cell(self.line_of(mine), mark)

    def _figure(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        inner, seen = self.mark(mine)
        path = f"media/{self.word(seen)}.png"
        self.media[path] = self.word(seen).encode()
        return n.Figure((self.text(seen),), n.Picture(path, self.word(seen), inner), mark)

    def _list(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        items = [n.Item(self.blocks(mine, depth), self.mark(mine, calm=True)[0])]
        for _ in range(self.random.randrange(3)):
            inner, seen = self.mark(mine)
            items.append(n.Item(self.blocks(seen, depth), inner))
        return n.ItemList(False, 1, tuple(items), mark)

    def _division(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        return n.Division(2, self.line_of(mine), self.blocks(mine, depth), mark)

    def _callout(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        return n.Callout("decision", self.line_of(mine), self.blocks(mine, depth), mark)

    def _quote(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        return n.Quote(self.blocks(mine, depth), mark)

    def _group(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        return n.Group(self.blocks(mine, depth), mark)

    def _slide(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        notes = tuple(self.paragraph(mine) for _ in range(self.random.randrange(3)))
        return n.SlideBlock(self.word(mine), self.line_of(mine), "bullets", self.blocks(mine, 0), notes, mark)

    # ---- roots ----

    def section(self, draft: bool) -> Section:
        mark, mine = self.mark(frozenset() if draft else EVERYONE)
        title, blocks = self.line_of(mine), self.blocks(mine, self.depth)
        return Section(self.word(mine), title, (), self.word(mine), DAY, draft, blocks, mark)

    def record(self, draft: bool) -> Record:
        mark, mine = self.mark(frozenset() if draft else EVERYONE)
        identity = self.word(mine)
        title = self.line_of(mine)
        fields: dict[str, Field] = {}
        for name, make in (("what", self._text_field), ("detail", self._blocks_field), ("contact", self._plain_field)):
            inner, seen = self.mark(mine)
            fields[name] = make(inner, seen)
        if self.records:
            inner, _ = self.mark(mine)
            ids = self.random.sample([name for name, _ in self.records], min(2, len(self.records)))
            fields["needs"] = RefsField("ask", tuple(ids), inner)
        if not draft:
            self.records.append((identity, mine))
        return Record("asks", identity, title, self.word(mine), "draft" if draft else "open", fields, (), mark)

    def _text_field(self, mark: n.Mark, mine: Readers) -> Field:
        return TextField(self.line_of(mine), mark)

    def _blocks_field(self, mark: n.Mark, mine: Readers) -> Field:
        return BlocksField(self.blocks(mine, 1), mark)

    def _plain_field(self, mark: n.Mark, mine: Readers) -> Field:
        return PlainField(self.word(mine), mark)

    def term(self) -> Term:
        mark, mine = self.mark(EVERYONE)
        names = tuple(Named(row.id, self.word(mine & {row.id})) for row in ROWS)
        plurals = tuple(Named(row.id, self.word(mine & {row.id})) for row in ROWS)
        forbid = (Forbidden(self.word(frozenset()), Tag(("all",), mark.origin), self.word(frozenset()), False, mark),)
        identity = self.word(mine)
        self.evidence.append(("term", identity, mine))
        return Term(identity, names, plurals, self.word(mine), forbid, mark)

    def source(self) -> tuple[Source, Readers]:
        mark, mine = self.mark(EVERYONE)
        identity = self.word(mine)
        self.evidence.append(("source", identity, mine))
        return Source(identity, self.word(mine), self.word(mine), self.word(mine), DAY, DAY, mark), mine

    def fact(self, source: tuple[Source, Readers]) -> Fact:
        """A fact for no more than the readers of its source, as check demands."""
        mark, mine = source[0].mark, source[1]
        words = [self.word(mine) for _ in range(3)]
        self.evidence.append(("fact", words[0], mine))
        return Fact(words[0], words[1], Decimal(8), "1", "public", "high", source[0].id, DAY, DAY, words[2], mark)

    def chart(self) -> ChartSpec:
        mark, mine = self.mark(EVERYONE)
        categories, series = [], []
        for _ in range(3):
            inner, seen = self.mark(mine)
            categories.append(Category(self.word(seen), inner))
        for _ in range(2):
            inner, seen = self.mark(mine)
            values = tuple(Value("fact", "f", self.mark(seen, calm=True)[0]) for _ in categories)
            series.append(SeriesSpec(self.word(seen), values, False, inner))
        alt, title = self.word(mine), self.line_of(mine)
        return ChartSpec(self.word(mine), "bar", title, alt, "1", tuple(categories), tuple(series), mark)

    def diagram(self) -> DiagramSpec:
        mark, mine = self.mark(EVERYONE)
        inner, grouped = self.mark(mine)
        group = GroupSpec(self.word(grouped), self.line_of(grouped), inner)
        marks = [self.mark(mine, calm=number == 0) for number in range(3)]
        boxes = [
            NodeSpec(self.word(seen), self.line_of(seen), self.line_of(seen), group.id, (1, row), "neutral", inner)
            for row, (inner, seen) in enumerate(marks, start=1)
        ]
        edges = []
        for first, second in ((0, 1), (1, 2)):
            inner, seen = self.mark(mine)
            both = seen & marks[first][1] & marks[second][1]
            edges.append(EdgeSpec(boxes[first].id, boxes[second].id, self.line_of(both), "flow", inner))
        title, alt = self.line_of(mine), self.word(mine)
        return DiagramSpec(self.word(mine), title, alt, (group,), tuple(boxes), tuple(edges), mark)

    def brief(self, sections: list[Section], draft: bool) -> Brief:
        mark, mine = self.mark(frozenset() if draft else EVERYONE)
        slides = {s.id: tuple(block.id for block in s.blocks if isinstance(block, n.SlideBlock)) for s in sections}
        entries = [SectionEntry(s.id, slides[s.id] or None, self.mark(mine)[0]) for s in sections]
        outer, around = self.mark(mine)
        inner, seen = self.mark(around)
        call = n.ViewCall("asks", "matrix", (), (), "", "", self.word(seen), inner)
        words = [self.word(mine) for _ in range(4)]
        part, parted = self.mark(mine)
        outline = (*entries, ViewEntry(self.word(seen), call, outer), PartEntry("asks", self.word(parted), part))
        return Brief(words[0], words[1], words[2], words[3], ("docx",), "{title}", outline, Budgets(), None, draft, mark)


@dataclass(frozen=True)
class Grown:
    corpus: Corpus
    words: dict[str, Readers]

    def hidden_from(self, audience: str) -> set[str]:
        return {word for word, readers in self.words.items() if audience not in readers}

    def meant_for(self, audience: str) -> set[str]:
        return {word for word, readers in self.words.items() if audience in readers}


def grow(seed: int, depth: int, kind: type[Grower] = Grower) -> Grown:
    """The corpus of a seed; the same each time."""
    grower = kind(Random(seed), depth)
    sources = [grower.source() for _ in range(2)]
    facts, terms = [grower.fact(item) for item in sources], [grower.term() for _ in range(2)]
    records = [grower.record(draft=number == 2) for number in range(4)]
    sections = [grower.section(draft=number == 2) for number in range(3)]
    charts, diagrams = [grower.chart()], [grower.diagram()]
    briefs = [grower.brief(sections, draft) for draft in (False, True)]
    later = grower.word(frozenset())
    item = BacklogItem("B1", "g", grower.word(frozenset()), "", {}, later, n.Mark(PLACE))
    specs = (FieldSpec("what", "What", "text"), FieldSpec("detail", "Detail", "blocks"), FieldSpec("contact", "Contact", "plain"))
    corpus = Corpus(
        audiences=Audiences(ROWS),
        edition=Edition(DAY, "1"),
        units={},
        numbers=(),
        terms={term.id: term for term in terms},
        forbidden=terms[0].forbid,
        sources={source.id: source for source, _ in sources},
        facts={fact.id: fact for fact in facts},
        registers={"asks": Register("asks", specs, tuple(records))},
        models={},
        charts={chart.id: chart for chart in charts},
        diagrams={diagram.id: diagram for diagram in diagrams},
        sections={section.id: section for section in sections},
        briefs={brief.id: brief for brief in briefs},
        backlog=Backlog({"g": grower.word(frozenset())}, (item,)),
        media=grower.media,
    )
    return Grown(corpus, grower.words)
