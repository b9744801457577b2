"""Inline markup to inline nodes: one pass over the flat tokens with a stack, so that no depth of nesting can exhaust Python's."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.token import Token

from briefs.diagnostics import Diagnostic
from briefs.markup.attributes import Attributes, block_tag
from briefs.markup.complaints import Complaints
from briefs.markup.frames import Frame, close
from briefs.markup.leftovers import check_characters, check_leftovers
from briefs.markup.parser import MOST_NESTED, inline_tokens
from briefs.markup.places import At
from briefs.markup.references import read_reference
from briefs.model.audience import Tag
from briefs.model.nodes import Block, Break, Code, Footnote, Inline, Mark, Reference, Span, Text

NoteReader = Callable[[str, int], tuple[Block, ...]]
"""Name of a footnote and the offset of its reference -> its text; complains itself when there is none."""

MOST_CHARACTERS = 20_000
_PLAIN = re.compile(r"[^\[\]{}<>&\\`*_~\n]*")


@dataclass(frozen=True, slots=True)
class Flow:
    """The nodes of a block's text, and the tag at its end, which is the block's."""

    children: tuple[Inline, ...]
    tag: Tag | None = None


def parse_inline(text: str, at: At) -> tuple[tuple[Inline, ...], tuple[Diagnostic, ...]]:
    """Nodes and complaints of a text without blocks, as a field of a record; `at` maps its offsets to places.

    A tag at the end of the text covers all of it: it becomes a span around everything. Never raises for what an author wrote.
    """
    complaints = Complaints()
    flow = read_inline(text, at, complaints)
    if flow.tag is None:
        return flow.children, complaints.all()
    return (Span(flow.children, Mark(flow.children[0].mark.origin, flow.tag)),), complaints.all()


def read_inline(text: str, at: At, complaints: Complaints, notes: NoteReader | None = None) -> Flow:
    """Nodes of one block's text, line breaks included."""
    text = check_characters(text, at, complaints)
    if len(text) > MOST_CHARACTERS:
        complaints.error("B112", at(0), f"{len(text):,} characters in one block", f"at most {MOST_CHARACTERS:,}: split it")
        return Flow(())
    if _PLAIN.fullmatch(text) and "::" not in text and "://" not in text and "www." not in text:
        return Flow((Text(text, Mark(at(0))),) if text else ())
    return _Builder(at, complaints, notes).build(inline_tokens(text))


class _Builder:
    """Turns the tokens of one text into nodes."""

    def __init__(self, at: At, complaints: Complaints, notes: NoteReader | None) -> None:
        self._at, self._complaints, self._notes = at, complaints, notes
        self._stack = [Frame()]
        self._raw: list[Token] = []
        self._end: tuple[Token, str] | None = None
        """A tag at the outermost level that nothing has followed yet, and the type of the token before it."""

    def build(self, tokens: list[Token]) -> Flow:
        before = ""
        for token in tokens:
            if token.type == "text":
                if token.content:
                    self._raw.append(token)
                    before = "text"
                continue
            self._text()
            if token.type == "tag":
                self._tag(token, before)
            else:
                self._token(token)
            before = token.type
        self._text()
        return self._finish()

    def _text(self) -> None:
        """Add the literal text collected so far, once, so that leftovers are seen across token borders."""
        if not self._raw:
            return
        text, start = "".join(token.content for token in self._raw), int(self._raw[0].meta["at"])
        self._raw = []
        if self._end and not text.strip():
            return
        token = self._stack[-1].token
        if token is None or token.markup != "autolink":
            check_leftovers(text, start, self._at, self._complaints)
        self._words(text, start)

    def _words(self, text: str, start: int) -> None:
        self._refuse_tag()
        self._stack[-1].write(text, self._at(start))

    def _token(self, token: Token) -> None:
        at = int(token.meta["at"])
        if token.type == "softbreak":
            if not self._end:
                self._stack[-1].write(" ", self._at(at))
            return
        self._refuse_tag()
        match token.type:
            case "text_special":
                self._stack[-1].write(
                    check_characters(token.content, lambda _: self._at(at), self._complaints, "\n"), self._at(at)
                )
            case "hardbreak":
                self._add(Break(Mark(self._at(at))))
            case "code_inline":
                self._add(Code(token.content, Mark(self._at(at))))
            case "reference":
                self._add(read_reference(token, self._at(at)))
            case "note":
                self._add(self._footnote(token, at))
            case "image":
                self._complaints.error(
                    "B109", self._at(at), "a picture in the middle of text", "a picture stands alone in '::: figure \"Caption\"'"
                )
            case _:
                self._nest(token, at)

    def _nest(self, token: Token, at: int) -> None:
        if token.nesting == 1:
            if len(self._stack) == MOST_NESTED + 1:
                self._complaints.error("B112", self._at(at), "markup nested too deep", f"at most {MOST_NESTED} levels")
            before = 1 if token.type == "link_open" else 0
            self._stack.append(Frame(token, self._at(max(at - before, 0))))
            return
        frame = self._stack.pop()
        children = frame.children()
        if len(self._stack) > MOST_NESTED:
            self._stack[-1].extend(children)
            return
        for node in close(frame, children, self._at, self._complaints):
            self._add(node)

    def _add(self, node: Inline) -> None:
        self._stack[-1].add(node)

    def _footnote(self, token: Token, at: int) -> Inline:
        name = token.content
        if self._notes is None:
            self._complaints.error(
                "B109",
                self._at(at),
                f"a footnote in a text that has none: '[^{name}]'",
                "footnotes belong to the paragraphs of sections",
            )
            return Footnote((), Mark(self._at(at)))
        return Footnote(self._notes(name, at), Mark(self._at(at)))

    # ---- tags ----

    def _tag(self, token: Token, before: str) -> None:
        self._refuse_tag()
        if before in ("reference", "note"):
            self._stack[-1].replace_last(lambda node: self._tagged(node, token))
        elif len(self._stack) == 1:
            self._end = (token, before)
        else:
            self._complain_of(token)

    def _tagged(self, node: Inline, token: Token) -> Inline:
        tag = self._read(token)
        if isinstance(node, Footnote):
            return Footnote(node.blocks, Mark(node.mark.origin, tag))
        return Span((node,), Mark(node.mark.origin, tag)) if isinstance(node, Reference) and tag else node

    def _read(self, token: Token) -> Tag | None:
        attributes: Attributes = token.meta["attributes"]
        return block_tag(attributes, self._at(int(token.meta["at"])), self._complaints)

    def _refuse_tag(self) -> None:
        """Something follows a tag that could have been the block's: it belongs to nothing."""
        if self._end:
            self._complain_of(self._end[0])
            self._end = None

    def _complain_of(self, token: Token) -> None:
        self._complaints.error(
            "B108",
            self._at(int(token.meta["at"])),
            "a tag that belongs to nothing",
            "right after ']' it is a span's: [text]{audience=name}; at a block's end it is the block's",
        )

    def _finish(self) -> Flow:
        outer = self._stack[0]
        if self._end is None:
            return Flow(outer.children())
        token, before = self._end
        outer.trim()
        children = outer.children()
        if not children or before in ("link_close", "code_inline"):
            self._complain_of(token)
            return Flow(children)
        return Flow(children, self._read(token))
