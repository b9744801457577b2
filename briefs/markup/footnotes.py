"""Footnotes move into their references, so that a note is visible exactly where its reference is."""

from collections.abc import Callable

from briefs.markup.holding import Place
from briefs.markup.inline import NoteReader
from briefs.markup.page import Blocks, Page
from briefs.markup.tree import Node

BlockReader = Callable[[Page, list[Node], Place], Blocks]


def collect_notes(page: Page, nodes: list[Node]) -> None:
    """Put every definition in `nodes`, at any depth, into `page.notes`; complain of one that is there twice."""
    for node in nodes:
        if node.kind == "footnote_reference":
            name = str(node.token.meta["label"])
            if name in page.notes:
                first = page.origin(page.notes[name])
                hint = f"first at line {first.line}: keep one, or rename one"
                page.error("B105", page.origin(node), f"footnote '{name}' is defined twice", hint)
            page.notes.setdefault(name, node)
        elif node.children:
            collect_notes(page, node.children)


def note_reader(page: Page, holder: Node, read_blocks: BlockReader) -> NoteReader:
    """Reads the note of a reference within `holder`."""

    def read(name: str, offset: int) -> Blocks:
        node = page.notes.get(name)
        if node is None:
            place = page.lines.at(holder.line, holder.text)(offset) if holder.kind != "table" else page.origin(holder)
            page.error(
                "B108", place, f"a footnote without its text: '[^{name}]'", f"write '[^{name}]: text' on a line of its own"
            )
            return ()
        page.used.add(name)
        return read_blocks(page, node.children, "a footnote")

    return read


def complain_of_unused(page: Page) -> None:
    """A footnote that nothing refers to would vanish without a word."""
    for name, node in page.notes.items():
        if name not in page.used:
            page.error(
                "B108", page.origin(node), f"a footnote that nothing refers to: '[^{name}]'", f"write [^{name}] where it belongs"
            )
