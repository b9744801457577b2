"""Lists and their items: the tag at the end of an item's first paragraph is the item's and covers all that is in it."""

from briefs.markup.footnotes import BlockReader
from briefs.markup.page import Page
from briefs.markup.tree import Node
from briefs.model.audience import Tag
from briefs.model.nodes import Block, Item, ItemList, Mark, Paragraph


def read_list(page: Page, node: Node, read_blocks: BlockReader) -> ItemList:
    """The list with its items."""
    items = tuple(_item(page, child, read_blocks) for child in node.children)
    start = int(node.token.attrs.get("start", 1))
    return ItemList(node.kind == "ordered_list", start, items, page.mark(node))


def _item(page: Page, node: Node, read_blocks: BlockReader) -> Item:
    blocks = read_blocks(page, node.children, "a list item")
    tag: Tag | None = None
    if blocks and isinstance(blocks[0], Paragraph):
        first, tag = blocks[0], blocks[0].mark.tag
        blocks = (Paragraph(first.children, Mark(first.mark.origin)), *blocks[1:])
    for block in blocks[1:]:
        _refuse_late_tag(page, block)
    return Item(blocks, page.mark(node, tag))


def _refuse_late_tag(page: Page, block: Block) -> None:
    """A tag after the item's last paragraph reads like the item's, and would leave the rest of it visible."""
    if isinstance(block, Paragraph) and block.mark.tag:
        page.error(
            "B109",
            block.mark.tag.origin,
            "a tag on a later paragraph of a list item",
            "the item's tag stands at the end of its first paragraph; for this paragraph alone put '::: audience' around it",
        )
