"""The body of an authored slide: what its blocks are decides, and its layout where they are only text."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import assert_never

from briefs.compose.deck.desk import Desk, Sheet
from briefs.compose.deck.exhibits import chart_sheet, diagram_sheet, picture_sheet, view_sheets
from briefs.compose.deck.losses import Exhibit, losses
from briefs.compose.deck.records import strong, written_sheets
from briefs.compose.deck.tables import Grid
from briefs.compose.flatten import flatten
from briefs.compose.prune import shown
from briefs.markup.slides import SHOWS_EXHIBIT
from briefs.model.deck import Bullet, BulletsBody, ClosingBody, ColumnsBody, CoverBody, SectionBody, StatementBody
from briefs.model.document import Column, TableRow
from briefs.model.nodes import (
    Block,
    Callout,
    ChartCall,
    CodeBlock,
    DiagramCall,
    Division,
    Figure,
    Group,
    Item,
    ItemList,
    Paragraph,
    Quote,
    SlideBlock,
    Steps,
    Table,
    ViewCall,
)
from briefs.model.runs import Flow, LineBreak, Link, NoteMark, Run, plain


def sheets(desk: Desk, block: SlideBlock) -> tuple[Sheet, ...]:
    """The pages of a slide; none when selection left it nothing to show. What its body cannot show is an error (B113)."""
    blocks = tuple(_flat(shown(desk.selection, block.blocks)))
    desk.faults.extend(losses(blocks, block.layout, lambda: desk.words(block.title)))
    exhibit = next((child for child in blocks if isinstance(child, Exhibit)), None)
    texts = tuple(child for child in blocks if not isinstance(child, Exhibit))
    if exhibit is not None:
        return _exhibit(desk, exhibit, _one_flow(desk, texts), block.layout)
    if block.layout in SHOWS_EXHIBIT:
        return ()
    return _text(desk, block.layout, texts)


def _exhibit(desk: Desk, exhibit: Exhibit, takeaway: Flow, layout: str) -> tuple[Sheet, ...]:
    match exhibit:
        case ChartCall():
            return (chart_sheet(desk, exhibit, takeaway),)
        case DiagramCall():
            return (diagram_sheet(desk, exhibit, takeaway),)
        case Figure():
            return (picture_sheet(desk, exhibit, takeaway),)
        case ViewCall():
            return view_sheets(desk, exhibit, takeaway, cards=layout == "asks")
        case Table():
            return written_sheets(desk, _grid(desk, exhibit), [row.mark.origin for row in exhibit.rows])
        case _:
            assert_never(exhibit)


def _text(desk: Desk, layout: str, blocks: tuple[Block, ...]) -> tuple[Sheet, ...]:
    bullets = tuple(bullet for block in blocks for bullet in _bullets(desk, block, 0))
    match layout:
        case "statement" if bullets:
            return (Sheet("statement", _statement(bullets)),)
        case "section" | "statement":
            return (Sheet("section", SectionBody(_joined(bullet.content for bullet in bullets))),)
        case "title":
            return (Sheet("title", CoverBody(plain(_joined(bullet.content for bullet in bullets)))),)
        case "two-columns" if bullets:
            return (Sheet("two-columns", _columns(desk, blocks)),)
        case "closing" if bullets:
            return (Sheet("closing", ClosingBody(tuple(labelled(bullet.content) for bullet in bullets))),)
        case _:
            return (Sheet("bullets", BulletsBody(bullets)),) if bullets else ()


def _statement(bullets: tuple[Bullet, ...]) -> StatementBody:
    """The first line large, the others beside it."""
    return StatementBody(bullets[0].content if bullets else (), tuple(bullet.content for bullet in bullets[1:]))


def _columns(desk: Desk, blocks: tuple[Block, ...]) -> ColumnsBody:
    """Two headings with what they cover, or two lists with the paragraph above each, or one list cut in half."""
    parts = _headed(desk, blocks)
    if len(parts) == 2:
        (left_title, left), (right_title, right) = parts
        return ColumnsBody(left_title, left, right_title, right)
    bullets = [bullet for block in blocks for bullet in _bullets(desk, block, 0)]
    half = -(-len(bullets) // 2)
    return ColumnsBody((), tuple(bullets[:half]), (), tuple(bullets[half:]))


def _headed(desk: Desk, blocks: tuple[Block, ...]) -> list[tuple[Flow, tuple[Bullet, ...]]]:
    divisions = [block for block in blocks if isinstance(block, Division)]
    if divisions and len(divisions) == len(blocks):
        return [(desk.flow(one.title), _all(desk, one.blocks)) for one in divisions]
    pairs = [(one, other) for one, other in pairwise(blocks) if isinstance(one, Paragraph) and isinstance(other, ItemList)]
    if 2 * len(pairs) != len(blocks):
        return []
    return [(desk.flow(one.children), _all(desk, (other,))) for one, other in pairs]


def _all(desk: Desk, blocks: Iterable[Block]) -> tuple[Bullet, ...]:
    return tuple(bullet for block in _flat(blocks) for bullet in _bullets(desk, block, 0))


def _bullets(desk: Desk, block: Block, level: int) -> Iterator[Bullet]:  # noqa: C901 - one case for each block
    """The lines of a block; what stands below an item is one level down, and nothing goes deeper."""
    match block:
        case Paragraph():
            yield Bullet(level, desk.flow(block.children))
        case ItemList():
            for number, item in enumerate(block.items, block.start):
                yield from _item(desk, item, f"{number}. " if block.ordered else "", level)
        case Division() | Callout():
            if block.title:
                yield Bullet(level, strong(desk.flow(block.title)))
            for child in block.blocks:
                yield from _bullets(desk, child, level)
        case Steps() | Quote() | Group():
            for child in block.blocks:
                yield from _bullets(desk, child, level)
        case CodeBlock():
            yield Bullet(level, desk.flow(flatten((block,))))
        case ViewCall() | ChartCall() | DiagramCall() | Figure() | Table() | SlideBlock():
            return  # `losses` has refused the slide
        case _:
            assert_never(block)


def _item(desk: Desk, item: Item, mark: str, level: int) -> Iterator[Bullet]:
    lines = [line for child in item.blocks for line in _bullets(desk, child, 0)]
    for order, line in enumerate(lines):
        number: Flow = (Run(mark),) if mark and order == 0 else ()
        yield Bullet(min(1, level + (order > 0)), (*number, *line.content))


def labelled(flow: Flow) -> tuple[str, Flow]:
    """`**Decision:** Approve …` as label and text; a line without a bold or `Label:` start has no label."""
    first, *rest = flow or (Run(""),)
    if isinstance(first, Run) and first.bold and rest:
        return first.text.strip().rstrip(":"), _stripped(tuple(rest))
    if isinstance(first, Run) and 0 < first.text.find(": ") <= 32:
        label, _, text = first.text.partition(": ")
        return label, (Run(text, first.bold, first.italic), *rest)
    return "", flow


def _stripped(flow: Flow) -> Flow:
    first = flow[0]
    return (
        (Run(first.text.lstrip(" :"), first.bold, first.italic, first.code, first.strike), *flow[1:])
        if isinstance(first, Run)
        else flow
    )


def _one_flow(desk: Desk, blocks: Iterable[Block]) -> Flow:
    return _joined(bullet.content for block in blocks for bullet in _bullets(desk, block, 0))


def _joined(flows: Iterable[Flow]) -> Flow:
    """Flows on lines of their own."""
    joined: list[Run | Link | NoteMark | LineBreak] = []
    for flow in flows:
        joined.extend((LineBreak(), *flow) if joined else flow)
    return tuple(joined)


def _grid(desk: Desk, table: Table) -> Grid:
    header = tuple(desk.cell(cell.children) for cell in table.header.cells)
    cells = [[desk.cell(cell.children) for cell in row.cells] for row in table.rows]
    rows = tuple(TableRow((strong(first), *rest)) for first, *rest in cells)
    return Grid(tuple(Column(align) for align in table.align), header, rows)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with the groups that only narrow their readers taken apart."""
    for block in blocks:
        if isinstance(block, Group):
            yield from _flat(block.blocks)
        else:
            yield block
