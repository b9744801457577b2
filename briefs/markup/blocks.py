"""Block nodes of the content language out of the parser's tree: each kind has its reader, each place says what it may hold."""

from briefs.markup import containers, leaves, tables
from briefs.markup.divisions import Heading, divide
from briefs.markup.footnotes import note_reader
from briefs.markup.holding import Place, refusal
from briefs.markup.inline import MOST_CHARACTERS
from briefs.markup.lists import read_list
from briefs.markup.page import Blocks, Page
from briefs.markup.tree import Node
from briefs.model.nodes import Block, CodeBlock, Mark, Paragraph, Quote


def read_blocks(page: Page, nodes: list[Node], place: Place) -> Blocks:
    """The blocks of a place, headings turned into divisions; what the place may not hold is left out, with a complaint."""
    parts: list[Block | Heading] = []
    for node in nodes:
        complaint = refusal(node, place)
        if complaint:
            page.error("B109", page.origin(node), *complaint)
        elif node.kind != "footnote_reference":
            block = _read(page, node, place)
            if block is not None:
                parts.append(block)
    return divide(parts)


def _read(page: Page, node: Node, place: Place) -> Block | Heading | None:
    notes = None if place == "a footnote" else note_reader(page, node, read_blocks)
    match node.kind:
        case "paragraph":
            flow = page.flow(node, notes)
            return Paragraph(flow.children, Mark(flow.children[0].mark.origin, flow.tag)) if flow.children else None
        case "heading":
            return _heading(page, node)
        case "bullet_list" | "ordered_list":
            return read_list(page, node, read_blocks)
        case "fence":
            return _code(page, node)
        case "blockquote":
            return Quote(read_blocks(page, node.children, "a quote"), page.mark(node))
        case "table":
            return tables.read_table(page, node, notes)
        case "leaf":
            return leaves.read_leaf(page, node.token)
        case "container":
            return containers.read_container(page, node, place, read_blocks)
        case other:
            text = f"markup that the content language does not have: '{other}'"
            page.error("B109", page.origin(node), text, "write it in words, or as content/README.md shows")
            return None


def _heading(page: Page, node: Node) -> Heading | None:
    level, place = len(node.token.markup), page.origin(node)
    if node.token.markup[:1] != "#":
        page.error(
            "B109", place, "a heading by a line below it", "write '## ' before the heading; an empty line ends a paragraph"
        )
    elif level == 1:
        page.error("B109", place, "a heading of the first level", "the section's title is its heading; begin with '##'")
    elif level > 4:
        page.error("B109", place, f"a heading of level {level}", "'##', '###' and '####' are there")
    elif level > page.level + 1:
        page.error(
            "B109", place, f"a heading of level {level} under one of level {page.level}", f"write '{'#' * (page.level + 1)}'"
        )
        page.level = level
    else:
        page.level = level
        flow = page.flow(node)
        if flow.children:
            return Heading(level, flow.children, page.mark(node, flow.tag))
        page.error("B109", place, "a heading without text", "write its words after the '#', or remove the line")
    return None


def _code(page: Page, node: Node) -> CodeBlock | None:
    first, last = node.token.map or (0, 0)
    place, language = page.origin(node), node.token.info.strip()
    if node.token.content.count("\n") > last - first - 2:
        page.error("B107", place, "code that is not closed", f"close it with '{node.token.markup}' on a line of its own")
    if language and not all(character.isalnum() or character in "+#.-_" for character in language):
        page.error(
            "B108",
            place,
            f"this belongs to nothing: '{language[:40]}'",
            "only the language follows; for a tag put '::: audience' around the code",
        )
    if len(node.token.content) > MOST_CHARACTERS:
        page.error(
            "B112", place, f"{len(node.token.content):,} characters in one block", f"at most {MOST_CHARACTERS:,}: split it"
        )
        return None
    return CodeBlock(node.token.content.removesuffix("\n"), language, page.mark(node))
