"""Block tokens as a tree: flat token lists are hard to judge, so opening and closing ones become nodes with children."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefs.markup.complaints import Complaints
from briefs.markup.parser import MOST_NESTED
from briefs.markup.places import Lines

_HOLDERS = ("list_item_open", "blockquote_open", "container_open", "footnote_reference_open")


@dataclass(frozen=True, slots=True)
class Node:
    """One block as markdown-it sees it; `kind` is the token's type without `_open`."""

    token: Token
    children: "list[Node]" = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.token.type.removesuffix("_open")

    @property
    def line(self) -> int:
        """Index of its first line."""
        return self.token.map[0] if self.token.map else 0

    @property
    def text(self) -> str:
        """Text of the inline token within, as of a paragraph."""
        return self.children[0].token.content if self.children else ""


def grow(tokens: Sequence[Token], lines: Lines, complaints: Complaints) -> list[Node]:
    """The top-level nodes; complains where markdown-it has dropped what was nested too deep."""
    roots: list[Node] = []
    stack = [roots]
    colons: list[int] = []
    for token in tokens:
        if token.type == "container_close":
            colons.pop()
        if token.nesting == -1:
            stack.pop()
            continue
        if token.type in _HOLDERS and token.level + 1 >= MOST_NESTED:
            place = lines.start(token.map[0] if token.map else 0)
            complaints.error("B112", place, "blocks nested too deep", f"at most {MOST_NESTED} levels")
        node = Node(token)
        stack[-1].append(node)
        if token.nesting == 1:
            stack.append(node.children)
        if token.type == "container_open":
            if colons and colons[-1] <= len(token.markup):
                hint = "give the outer container one colon more, at both ends"
                place = lines.origin(node.line, int(token.meta["column"]))
                complaints.error("B109", place, "a container inside another needs fewer colons", hint)
            colons.append(len(token.markup))
    return roots
