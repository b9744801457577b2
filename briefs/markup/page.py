"""What every reader of blocks needs of the text it reads from: its lines, its complaints, its footnotes and slides."""

from markdown_it.token import Token

from briefs.markup.complaints import Complaints
from briefs.markup.inline import Flow, NoteReader, read_inline
from briefs.markup.places import At, Lines
from briefs.markup.tree import Node
from briefs.markup.words import Title, Words, read_words
from briefs.model.audience import Tag
from briefs.model.nodes import Block, Inline, Mark
from briefs.model.origin import Origin


class Page:
    """One text while it is read."""

    def __init__(self, lines: Lines, complaints: Complaints) -> None:
        self.lines, self.complaints = lines, complaints
        self.notes: dict[str, Node] = {}
        """Footnotes by name, not yet read."""
        self.used: set[str] = set()
        """Names of the footnotes that something refers to."""
        self.slides: dict[str, Origin] = {}
        self.level = 1
        """Of the heading read last."""

    def origin(self, node: Node) -> Origin:
        """The first character of a node's first line."""
        return self.lines.start(node.line)

    def mark(self, node: Node, tag: Tag | None = None) -> Mark:
        """The mark of what a node becomes."""
        return Mark(self.origin(node), tag)

    def error(self, code: str, origin: Origin, message: str, hint: str) -> None:
        """Complain."""
        self.complaints.error(code, origin, message, hint)

    def flow(self, node: Node, notes: NoteReader | None = None) -> Flow:
        """The inline markup within a paragraph or heading."""
        if not node.text:
            return Flow(())
        return read_inline(node.text, self.lines.at(node.line, node.text), self.complaints, notes)

    def at_line(self, index: int) -> At:
        """Places of the columns of a line."""
        return lambda column: self.lines.origin(index, column)

    def words(self, token: Token, known: tuple[str, ...] = ()) -> Words:
        """What the opening line of a container or leaf says after its name."""
        line = token.map[0] if token.map else 0
        words = read_words(token.content, int(token.meta["words"]), self.at_line(line), known, self.complaints)
        return Words(self.lines.origin(line, int(token.meta["column"])), words.bare, words.title, words.options, words.tag)

    def title(self, title: Title | None, line: int) -> tuple[Inline, ...]:
        """The nodes of a quoted title."""
        if title is None:
            return ()
        flow = read_inline(title.text, lambda offset: self.lines.origin(line, title.column + offset), self.complaints)
        if flow.tag:
            self.error("B108", flow.tag.origin, "a tag at the end of a title", "write audience=name after the title")
        return flow.children

    def check_closed(self, node: Node) -> None:
        """Complain of a container without its closing line, at the line that opens it."""
        if not node.token.meta["closed"]:
            hint = "close it with as many colons, alone on a line; what is inside another container has fewer colons than that"
            place = self.lines.origin(node.line, int(node.token.meta["column"]))
            self.error("B107", place, f"'::: {node.token.info}' is not closed", hint)

    def no_more(self, words: Words, *, bare: int = 0, title: bool = False) -> None:
        """Complain of bare words beyond the first `bare`, and of a title where there is none."""
        for word in words.bare[bare:]:
            self.error(
                "B108",
                words.origin,
                f"'{word}' belongs to nothing on this line",
                "titles need straight quotes, options a name: audience=…",
            )
        if words.title and not title:
            text = f"a title that belongs to nothing: '{words.title.text[:40]}'"
            self.error("B108", words.origin, text, "remove it: nothing prints a title here")


Blocks = tuple[Block, ...]
