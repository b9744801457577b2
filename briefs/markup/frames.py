"""Open inline markup: collects its children, joins neighbouring text, and becomes a node when it closes."""

from collections.abc import Callable
from typing import Literal, cast

from markdown_it.token import Token

from briefs.markup.attributes import make_tag, once
from briefs.markup.complaints import Complaints
from briefs.markup.places import At
from briefs.markup.references import read_link
from briefs.model.nodes import Inline, Mark, Span, Styled, Text
from briefs.model.origin import Origin

_STYLES: dict[str, Literal["emphasis", "strong", "strike"]] = {"em_open": "emphasis", "strong_open": "strong", "s_open": "strike"}


class Frame:
    """The children of one open element, or of the whole text when it has no token."""

    def __init__(self, token: Token | None = None, origin: Origin | None = None) -> None:
        self.token, self.origin = token, origin
        self._done: list[Inline] = []
        self._text: list[str] = []
        self._began: Origin | None = None

    def write(self, text: str, origin: Origin) -> None:
        """Add text, to the text before it when there is one."""
        if not self._text:
            self._began = origin
        self._text.append(text)

    def add(self, node: Inline) -> None:
        """Add a node."""
        self._flush()
        self._done.append(node)

    def extend(self, nodes: tuple[Inline, ...]) -> None:
        """Add several nodes."""
        self._flush()
        self._done.extend(nodes)

    def replace_last(self, change: Callable[[Inline], Inline]) -> None:
        """Put another node in the place of the one added last."""
        self._done[-1] = change(self._done[-1])

    def trim(self) -> None:
        """Drop spaces at the end, which stood before a tag."""
        text = "".join(self._text).rstrip()
        self._text = [text] if text else []

    def children(self) -> tuple[Inline, ...]:
        """All nodes."""
        self._flush()
        return tuple(self._done)

    def _flush(self) -> None:
        if self._text and self._began:
            self._done.append(Text("".join(self._text), Mark(self._began)))
        self._text, self._began = [], None


def close(frame: Frame, children: tuple[Inline, ...], at: At, complaints: Complaints) -> tuple[Inline, ...]:
    """The node of an element that has closed; its children alone when it is none that the language has."""
    token, origin = frame.token, frame.origin
    if token is None or origin is None:
        return children
    if token.type == "span_open":
        return _span(token, origin, children, at, complaints)
    if token.type == "link_open":
        return read_link(token, origin, children, complaints)
    if token.type in _STYLES:
        return (Styled(_STYLES[token.type], children, Mark(origin)),)
    text = f"markup that the content language does not have: '{token.type.removesuffix('_open')}'"
    complaints.error("B109", origin, text, "write it in words, or as content/README.md shows")
    return children


def _span(token: Token, origin: Origin, children: tuple[Inline, ...], at: At, complaints: Complaints) -> tuple[Inline, ...]:
    place = at(int(token.meta["tag"]))
    if not children:
        complaints.error("B108", origin, "a span without text", "write [text]{audience=name}")
        return ()
    found = once(token.meta["attributes"], ("audience", "number", "owner"), place, complaints)
    tag = make_tag(found["audience"], place, complaints) if "audience" in found else None
    number, owner = found.get("number"), found.get("owner", "")
    if number not in (None, "assumption", "target"):
        complaints.error(
            "B109", place, f"number '{number}' is neither an assumption nor a target", "write number=assumption or number=target"
        )
        number = None
    elif (number is None) == bool(owner):
        complaints.error("B109", place, "a marked number and its owner come together", 'write {number=assumption owner="a role"}')
    kind = cast(Literal["assumption", "target"] | None, number)
    return (Span(children, Mark(origin, tag), kind, owner),)
