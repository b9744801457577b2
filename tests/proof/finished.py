"""Random corpora carried all the way to bytes, and every word that stands anywhere in a file, packages within packages opened."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from briefs import compose
from briefs.diagnostics import Diagnostic
from briefs.model import nodes as n
from briefs.model.artifact import Artifact
from briefs.model.audience import NOBODY
from briefs.model.content import Brief, Corpus, Section, SectionEntry, Selection
from briefs.model.document import Document
from briefs.model.exhibits import ChartSpec, Value
from briefs.model.walk import walk
from briefs.render import Renderer
from briefs.resolve import resolve
from briefs.select import select
from tests.select.trees import PLACE, Grower, Grown, Readers, grow

TEMPLATES = Path(__file__).parents[2] / "templates"
WORD = re.compile(rb"canary[0-9a-f]{4}x")
NEUTRAL = "neutral"
VIEWS = {path.name.removesuffix(".md.j2"): path.read_text("utf-8") for path in (TEMPLATES / "views").glob("*.md.j2")}


@cache
def template(name: str) -> bytes:
    return (TEMPLATES / name).read_bytes()


RENDERER = Renderer(template)


class Whole(Grower):
    """Grows what check lets through: slides stand in a section and in nothing else."""

    in_section = False
    for_all = False
    """Whether the next mark is untagged: most sections and briefs are for everyone, so that much is printed."""

    def mark(self, readers: Readers, calm: bool = False) -> tuple[n.Mark, Readers]:
        for_all, self.for_all = self.for_all, False
        return super().mark(readers, calm or for_all)

    def section(self, draft: bool) -> Section:
        self.in_section, self.for_all = True, self.random.random() < 0.8
        made = super().section(draft)
        self.in_section = False
        return made

    def brief(self, sections: list[Section], draft: bool) -> Brief:
        self.for_all = self.random.random() < 0.8
        return super().brief(sections, draft)

    def blocks(self, readers: Readers, depth: int) -> tuple[n.Block, ...]:
        """A section has half of all kinds of blocks, so that a dozen trees have every kind often."""
        if not self.in_section or depth < self.depth:
            return super().blocks(readers, depth)
        kinds = [self._code, self._table, self._figure, self._list, self._division, self._callout, self._quote, self._group]
        chosen = [*self.random.sample(kinds, 4), self._slide]
        return (self.paragraph(readers, calm=True), *(make(*self.mark(readers), depth - 1) for make in chosen))

    def _slide(self, mark: n.Mark, mine: Readers, depth: int) -> n.Block:
        if self.in_section and depth == self.depth - 1:
            return super()._slide(mark, mine, depth)
        return self._paragraph(mark, mine, depth)


def grown(seed: int) -> Grown:
    """A corpus whose exhibits stand in its sections and whose pictures are pictures."""
    made = grow(seed, 1 + seed % 2, Whole)
    corpus = made.corpus
    source = replace(
        next(iter(corpus.sources.values())), id=NEUTRAL, title="T", publisher="P", url="https://example.org/x", mark=n.Mark(PLACE)
    )
    fact = replace(next(iter(corpus.facts.values())), id=NEUTRAL, text="T.", owner="O", source=NEUTRAL, mark=n.Mark(PLACE))
    charts = {name: _numbered(chart) for name, chart in corpus.charts.items()}
    calls: list[n.Block] = [n.ChartCall(chart.id, chart.mark) for chart in charts.values()]
    calls += [n.DiagramCall(diagram.id, diagram.mark) for diagram in corpus.diagrams.values()]
    sections = {name: replace(item, blocks=(*item.blocks, *calls)) for name, item in corpus.sections.items()}
    media = {path: _picture(number) for number, path in enumerate(sorted(corpus.media))}
    briefs = {name: replace(item, formats=("docx", "pptx", "md", "html")) for name, item in corpus.briefs.items()}
    given = {"facts": {**corpus.facts, NEUTRAL: fact}, "sources": {**corpus.sources, NEUTRAL: source}}
    return replace(made, corpus=replace(corpus, charts=charts, sections=sections, media=media, briefs=briefs, **given))


def _numbered(chart: ChartSpec) -> ChartSpec:
    """The chart with numbers that all of its readers may read."""
    series = (replace(item, values=tuple(Value("fact", NEUTRAL, value.mark) for value in item.values)) for item in chart.series)
    return replace(chart, series=tuple(series))


def _picture(number: int) -> bytes:
    """A PNG of one pixel, of a colour that no other picture of the corpus has."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixel = zlib.compress(b"\0" + bytes((number % 251, number // 251, 17)))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", pixel) + part(b"IEND", b"")


def files(corpus: Corpus, audience: str) -> Iterator[Artifact]:
    """Every file of an audience in all four formats; complaints about fit are no matter here."""
    yield from printed(select(resolve(corpus), audience))[0]


def printed(selection: Selection) -> tuple[list[Artifact], list[Diagnostic]]:
    """Every file of a selection in all four formats, and what compose says of them."""
    made: list[Artifact] = []
    said: list[Diagnostic] = []
    for brief in selection.briefs.values():
        document, found = compose.document(selection, brief, VIEWS)
        deck, more = compose.deck(selection, brief, VIEWS, RENDERER.geometry())
        said += (*found, *more)
        made += RENDERER.artifacts(document, brief, selection.audience, ("docx", "md", "html"))
        made += RENDERER.artifacts(deck, brief, selection.audience, ("pptx",))
    return made, said


def parts(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file's path and bytes, then those of each part, and of each part within a part."""
    yield name, name.encode() + b"\n" + data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for inner in package.namelist():
                yield from parts(f"{name}!{inner}", package.read(inner))


def words(file: Artifact) -> Mapping[str, set[str]]:
    """Part -> the canaries in it; one that runs or elements cut in two is found when tags are taken out."""
    found: dict[str, set[str]] = {}
    for name, data in parts(file.path, file.data):
        joined = data + b"\n" + re.sub(rb"<[^>]*>", b"", data)
        found[name] = {word.decode() for word in WORD.findall(joined)}
    return found


def expected(selection: Selection, brief: Brief, deck: bool) -> set[str]:
    """Words of running text that the file has to show: of slides in a deck, of all other blocks in a document."""
    text: list[str] = []
    for entry in brief.outline:
        if isinstance(entry, SectionEntry):
            section = selection.sections[entry.section]
            text += _said(n.Paragraph(section.title, section.mark)) if not deck else ()
            for block in section.blocks:
                if isinstance(block, n.SlideBlock) == deck and (not deck or entry.slides is None or block.id in entry.slides):
                    text += _said(block)
    return {word.decode() for word in WORD.findall(" ".join(text).encode())}


def exhibited(selection: Selection, brief: Brief) -> set[str]:
    """Words that a document's exhibits have to hold: what stands for them, series and categories; each section calls them all."""
    if not any(isinstance(entry, SectionEntry) for entry in brief.outline):
        return set()
    charts = [chart for chart in selection.charts.values() if chart.series and chart.categories]
    held = [text for chart in charts for text in (chart.alt, *_names(chart))]
    held += [diagram.alt for diagram in selection.diagrams.values() if diagram.nodes]
    return {word.decode() for word in WORD.findall(" ".join(held).encode())}


def _names(chart: ChartSpec) -> Iterator[str]:
    yield from (item.label for item in chart.categories)
    yield from (item.name for item in chart.series)


def _said(block: n.Block) -> Iterator[str]:
    inside: object = block
    if isinstance(block, n.SlideBlock):
        lines = block.blocks if all(isinstance(child, n.Paragraph) for child in block.blocks) else ()
        inside = (block.title, block.notes, lines)
    for visit in walk(inside, NOBODY):
        match visit.node:
            case n.SlideBlock():
                return
            case n.Text(text=said) | n.Code(text=said):
                yield said


__all__ = ["RENDERER", "Document", "exhibited", "expected", "files", "grown", "parts", "words"]
