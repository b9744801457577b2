"""One YAML file while it is read: its tree, its complaints, and text fields parsed where they stand."""

import re
from collections.abc import Sequence as Several
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from briefs.diagnostics import Diagnostic, error
from briefs.load.scalars import places
from briefs.load.tree import Mapping, Node, Scalar, Sequence
from briefs.load.validate import validate
from briefs.markup import check_plain, parse_blocks, parse_inline
from briefs.model.audience import Tag
from briefs.model.nodes import Block, Inline, Mark
from briefs.model.origin import Origin

M = TypeVar("M", bound=BaseModel)


class Source:
    """A file's text and what is found in it."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.found: list[Diagnostic] = []
        self.broken = False
        """Whether something of it had to be left out."""
        self.draft_lost = False
        """Whether a draft had to be: it blocks nobody, so what is missing without it is a finding like any other."""

    def origin(self, node: Node) -> Origin:
        """Where a value begins."""
        return Origin(self.path, node.line, node.column)

    def key(self, node: Node, name: str) -> Origin:
        """Where a field's value begins, or the mapping that lacks it."""
        value = node.get(name) if isinstance(node, Mapping) else None
        return self.origin(value or node)

    def complain(self, code: str, origin: Origin, message: str, hint: str) -> None:
        """Add an error."""
        self.found.append(error(code, origin, message, hint))

    def take(self, shape: type[M], node: Node) -> M | None:
        """The typed value of a mapping; None, with complaints, when it has a fault. A draft's faults are warnings."""
        value, found = validate(shape, node, self.path)
        draft = is_draft(node)
        self.found.extend(softened(found) if draft else found)
        self.broken = self.broken or (value is None and not draft)
        self.draft_lost = self.draft_lost or (value is None and draft)
        return value

    def tag(self, node: Node, names: tuple[str, ...] | None, default: Tag | None = None) -> Tag | None:
        """The tag of `audience:` in a mapping, or the default."""
        return Tag(names, self.key(node, "audience")) if names else default

    def mark(self, node: Node, names: tuple[str, ...] | None = None, default: Tag | None = None) -> Mark:
        """The mark of what a mapping describes."""
        return Mark(self.origin(node), self.tag(node, names, default))

    def inline(self, node: Node | None) -> tuple[Inline, ...]:
        """The inline markup of a text value; nothing when there is none."""
        if not isinstance(node, Scalar) or not node.text:
            return ()
        self._check_cut(node)
        children, found = parse_inline(node.text.rstrip("\n"), places(node, self.text, self.path))
        self.found.extend(found)
        return children

    def blocks(self, node: Node | None) -> tuple[Block, ...]:
        """The blocks of a text value, which has to stand under `|` so that its lines are its own."""
        if not isinstance(node, Scalar) or not node.text:
            return ()
        if node.style != "|":
            self.complain(
                "B103", self.origin(node), "blocks stand under '|'", "write '|' after the colon and the text on the next lines"
            )
            return ()
        start = places(node, self.text, self.path)(0)
        blocks, found = parse_blocks(node.text, self.path, start.line, start.column)
        self.found.extend(found)
        return blocks

    def words(self, node: Node | None) -> str:
        """A text value that holds no markup; complains where it holds some."""
        if not isinstance(node, Scalar) or not node.text:
            return ""
        self._check_cut(node)
        self.found.extend(check_plain(node.text, places(node, self.text, self.path)))
        return node.text.rstrip("\n")

    def _check_cut(self, node: Scalar) -> None:
        """A comment after unquoted text was most likely meant as text."""
        end = self.text.find("\n", node.end)
        rest = self.text[node.end : end if end >= 0 else len(self.text)]
        if not node.style and rest.lstrip().startswith("#") and rest[:1].isspace():
            line, column = node.line, node.column + node.end - node.start
            hint = "quote the text; with the quotes closed a comment may follow"
            self.complain("B102", Origin(self.path, line, column + 1), f"'#' cuts the text here: '{rest.strip()[:40]}'", hint)


def items(node: Node, name: str) -> Several[Node]:
    """The values of a list under a key; none when there is no list."""
    found = node.get(name) if isinstance(node, Mapping) else None
    return found.items if isinstance(found, Sequence) else ()


def is_draft(node: Node) -> bool:
    """Whether a mapping says `status: draft`."""
    status = node.get("status") if isinstance(node, Mapping) else None
    return isinstance(status, Scalar) and status.text == "draft"


def says_draft(text: str) -> bool:
    """Whether a file that cannot be read as YAML has the line of a draft all the same."""
    return re.search(r"^status:[ \t]*draft[ \t]*$", text, re.MULTILINE) is not None


def softened(found: Several[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same complaints as warnings: a draft blocks nobody."""
    return tuple(replace(item, severity="warning") for item in found)
