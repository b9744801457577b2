"""Blocks of content as blocks of a document: numbered, anchored, captioned; views and exhibits in their places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from briefs.compose.cards import card
from briefs.compose.count import words
from briefs.compose.exhibits import (
    DRAWN,
    UndrawableError,
    chart,
    chart_facts,
    chart_faults,
    chart_results,
    diagram,
    diagram_faults,
    draw,
    faults,
)
from briefs.compose.flow import BLOCKS, CARD, HERE, Inliner
from briefs.compose.links import record_kind
from briefs.compose.notes import source_line
from briefs.compose.numbering import Numbering
from briefs.compose.picture import picture_size
from briefs.compose.query import query
from briefs.compose.template import TemplateFault
from briefs.compose.views import Laid, lay_out
from briefs.diagnostics import Diagnostic, error, nearest
from briefs.metrics.charts import page_area
from briefs.model import document as doc
from briefs.model import nodes
from briefs.model.document import DocBlock
from briefs.model.runs import Run, plain

PAGE_WIDTH = 468.0
"""Points of the text of a US Letter page."""
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: under a heading of `level`; `##` of the text is a heading of `base` + 1."""

    level: int
    base: int
    role: doc.Role = "body"
    laid: Laid | None = None
    """The view that the blocks come from."""
    group: str = ""
    """The heading within the view."""
    captioned: bool = True
    """Whether a view's table says what it is; below the heading of a mandatory part it would say it twice."""


@dataclass(slots=True)
class Writer:
    """Writes the blocks of one product, in the order in which they are read."""

    inliner: Inliner
    numbering: Numbering
    templates: Mapping[str, str]
    faults: list[Diagnostic] = field(default_factory=list)
    uncounted: int = 0
    """Words of views, which the budget leaves out whatever shape they have."""

    def blocks(self, children: Iterable[nodes.Block], place: Place) -> tuple[DocBlock, ...]:
        """The blocks of pruned content; neighbouring cards become one group."""
        written: list[DocBlock] = []
        for child in children:
            for block in self._block(child, place):
                last = written[-1] if written else None
                if isinstance(block, doc.Cards) and isinstance(last, doc.Cards):
                    written[-1] = doc.Cards((*last.cards, *block.cards))
                else:
                    written.append(block)
        return tuple(written)

    def _block(self, block: nodes.Block, place: Place) -> tuple[DocBlock, ...]:  # noqa: C901 - one case a block
        match block:
            case nodes.Paragraph():
                return self._paragraph(block, place)
            case nodes.Division():
                return self._division(block, place)
            case nodes.ItemList():
                return (self._list(block, place, steps=False),)
            case nodes.Steps():
                return self._steps(block, place)
            case nodes.CodeBlock():
                return (doc.Code(block.text, block.language),)
            case nodes.Quote():
                return self.blocks(block.blocks, replace(place, role="quote"))
            case nodes.Table():
                return (self._table(block, place),)
            case nodes.Group():
                return self.blocks(block.blocks, place)
            case nodes.Callout():
                return (doc.Callout(block.kind, self.inliner.title(block.title), self.blocks(block.blocks, place)),)
            case nodes.Figure():
                return (self._figure(block),)
            case nodes.ViewCall():
                return self._view(block, place)
            case nodes.ChartCall():
                return (self._chart(block),)
            case nodes.DiagramCall():
                return (self._diagram(block),)
            case nodes.SlideBlock():
                return ()
            case _:
                assert_never(block)

    def _paragraph(self, block: nodes.Paragraph, place: Place) -> tuple[DocBlock, ...]:
        only = block.children[0] if len(block.children) == 1 else None
        if place.laid and isinstance(only, nodes.Use) and only.kind == CARD:
            record = place.laid.record(only.target)
            return (doc.Cards((card(self.inliner, self.numbering, record, place.laid.view.columns),)),)
        if place.laid and isinstance(only, nodes.Use) and only.kind == BLOCKS:
            return self.blocks(place.laid.field(only.target), place)
        content = self.inliner.flow(block.children) if place.laid else self.inliner.prose(block.children)
        return (doc.Paragraph(content, place.role),) if content else ()

    def _division(self, block: nodes.Division, place: Place) -> tuple[DocBlock, ...]:
        level = min(place.base + block.level - 1, DEEPEST)
        heading = self.heading(level, block.title, self._anchor(block.title, place))
        inner = replace(place, level=level, group=plain(heading.content) if place.laid else "")
        return (heading, *self.blocks(block.blocks, inner))

    def heading(self, level: int, title: tuple[nodes.Inline, ...], anchor: str) -> doc.Heading:
        """A heading with its number; an anchor is made from the title when no reference leads here."""
        content = self.inliner.title(title)
        return doc.Heading(level, self.numbering.heading(level), content, anchor or self.numbering.slug(plain(content)))

    def _list(self, block: nodes.ItemList, place: Place, steps: bool) -> doc.ListBlock:
        items = tuple(self.blocks(item.blocks, place) for item in block.items)
        return doc.ListBlock(block.ordered, block.start, items, steps)

    def _steps(self, block: nodes.Steps, place: Place) -> tuple[DocBlock, ...]:
        return tuple(
            written
            for child in block.blocks
            for written in (
                (self._list(child, place, steps=True),) if isinstance(child, nodes.ItemList) else self._block(child, place)
            )
        )

    def _table(self, block: nodes.Table, place: Place) -> doc.Table:
        header = tuple(self.inliner.title(cell.children) for cell in block.header.cells)
        rows = tuple(self._row(row, place) for row in block.rows)
        columns = tuple(doc.Column(align) for align in block.align)
        if place.laid is None:
            return doc.Table(columns, header, rows, None)
        words = f"{place.laid.caption}: {place.group}" if place.group else place.laid.caption
        title = self.numbering.caption("Table", (Run(words),)) if place.captioned else None
        return doc.Table(columns, header, rows, title, "view")

    def _row(self, row: nodes.Row, place: Place) -> doc.TableRow:
        anchors = (self._anchor(cell.children, place) for cell in row.cells)
        anchor = next((name for name in anchors if name), "")
        return doc.TableRow(tuple(self.inliner.cell(cell.children) for cell in row.cells), anchor)

    def _anchor(self, children: tuple[nodes.Inline, ...], place: Place) -> str:
        """The anchor of the record whose own place this is; empty elsewhere, and where the record is shown again."""
        if place.laid is None:
            return ""
        here = _here(children)
        return self.numbering.claim(record_kind(place.laid.view.register.name), here) if here else ""

    def _figure(self, block: nodes.Figure) -> doc.PictureFigure:
        data = self.inliner.selection.media[block.picture.source]
        width, height = picture_size(data)
        title = self.numbering.caption("Figure", self.inliner.title(block.caption))
        return doc.PictureFigure(data, block.picture.alt, width, height, title)

    def _chart(self, block: nodes.ChartCall) -> doc.ChartFigure:
        selection = self.inliner.selection
        spec = selection.charts[block.chart]
        facts, results = chart_facts(selection, spec), chart_results(selection, spec)
        self.inliner.uses.chart(spec.id)
        for fact in facts:
            self.inliner.uses.fact(fact)
        for result in results:
            self.inliner.uses.result(result)
        drawn = chart(selection, spec, self.inliner.words)
        self.faults.extend(chart_faults(spec, drawn, page_area(drawn, PAGE_WIDTH)))
        title = self._titled("chart", spec.id, spec.title)
        return doc.ChartFigure(drawn, title, source_line(selection, facts, results))

    def _diagram(self, block: nodes.DiagramCall) -> doc.DiagramFigure:
        spec = self.inliner.selection.diagrams[block.diagram]
        self.inliner.uses.diagram(spec.id)
        drawn = diagram(spec, self.inliner.words, PAGE_WIDTH, None, page=True)
        self.faults.extend(diagram_faults(spec, drawn))
        return doc.DiagramFigure(drawn, self._titled("diagram", spec.id, spec.title))

    def _titled(self, kind: str, target: str, title: tuple[nodes.Inline, ...]) -> doc.Caption:
        """The caption of an exhibit, to which references lead."""
        return self.numbering.caption("Figure", self.inliner.title(title), self.numbering.claim(kind, target))

    def _view(self, call: nodes.ViewCall, place: Place) -> tuple[DocBlock, ...]:
        try:
            return self.view(call, place)
        except (TemplateFault, UndrawableError) as fault:
            self.faults.append(error("B405", call.mark.origin, str(fault), "mend the call, or the template in templates/views/"))
            return ()

    def view(self, call: nodes.ViewCall, place: Place) -> tuple[DocBlock, ...]:
        """A view in its place, or the call's word for an empty one; TemplateFault or UndrawableError when it cannot be."""
        inliner = self.inliner
        inliner.uses.view(call.register, call.shape)
        records = query(inliner.selection, call).records
        for record in records:
            inliner.uses.record(call.register, record.id)
        if not records:
            return (doc.Paragraph((Run(call.empty),), "muted"),) if call.empty else ()
        if call.shape in DRAWN:
            return (self._drawn(call),)
        if call.shape not in self.templates:
            self.faults.append(_unknown_shape(call, (*self.templates, *DRAWN)))
            return ()
        laid = lay_out(inliner.selection, call, inliner.links, self.templates)
        written = self.blocks(laid.blocks, Place(place.level, place.level, "body", laid, captioned=place.captioned))
        self.uncounted += words(written)
        return written

    def _drawn(self, call: nodes.ViewCall) -> doc.DiagramFigure:
        drawn = draw(self.inliner, call, PAGE_WIDTH, None, page=True)
        self.faults.extend(faults(drawn, call.mark.origin))
        kind = record_kind(call.register)
        anchor = self.numbering.figure((kind, record.id) for record in query(self.inliner.selection, call).records)
        return doc.DiagramFigure(drawn, self.numbering.caption("Figure", (Run(drawn.title),), anchor))


def _unknown_shape(call: nodes.ViewCall, known: tuple[str, ...]) -> Diagnostic:
    message = f"unknown shape '{call.shape}' in a view of '{call.register}'"
    return error("B405", call.mark.origin, message, nearest(call.shape, known))


def _here(children: tuple[nodes.Inline, ...]) -> str:
    """The record that a line is the place of; empty when it is none's."""
    for node in children:
        if isinstance(node, nodes.Use) and node.kind == HERE:
            return node.target
        if isinstance(node, nodes.Styled) and (found := _here(node.children)):
            return found
    return ""
