"""Inline nodes become printed flow: references are words and links, facts carry source notes, spans say what a number is."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol, assert_never

from briefs.compose.flatten import flatten
from briefs.compose.links import Links
from briefs.compose.uses import UseLog
from briefs.model.content import Definitions, Selection
from briefs.model.models import Computed
from briefs.model.nodes import Break, Code, Footnote, Inline, Reference, Span, Styled, Text, Use
from briefs.model.runs import Anchor, Flow, LineBreak, Link, NoteMark, Run, Url, plain

Piece = Run | Link | NoteMark | LineBreak
Mode = Literal["text", "title", "bare"]
"""`text` has links and notes; `title` only authors' footnotes; `bare`, inside a link or a note, is words alone."""

HERE, CARD, BLOCKS = "here", "card", "blocks"
"""Kinds of the `Use`s by which a view marks what comes from a record: the record's own place, the record in full (both
with its id as target), and a field of blocks (`id field`). They are no references and lead nowhere."""
WRAPPERS = frozenset({HERE, CARD, BLOCKS})


@dataclass(frozen=True, slots=True)
class Citation:
    fact: str
    printed: bool
    """Whether its value stands in the text; otherwise the note owes the reader its text."""


class Notes(Protocol):
    """What becomes of evidence and remarks: footnotes, numbers into the sources, or a slide's source line."""

    def section(self) -> None:
        """A new section begins: what was noted may be noted again."""

    def cite(self, citations: tuple[Citation, ...]) -> Flow:
        """The marks that follow the text; empty when the section has the same note already."""

    def result(self, computed: Computed) -> Flow:
        """The same for a result of a model: how it came about, and the facts behind it."""

    def number(self, kind: str, owner: str, said: str) -> Flow:
        """The same for a number that is an assumption or a target, and how the text prints it; empty for an input of a model."""

    def remark(self, text: Flow) -> Flow:
        """The same for an author's footnote."""


@dataclass(slots=True)
class Inliner:
    """Turns the inline nodes of one product into flow, and logs what they use."""

    selection: Selection
    links: Links
    uses: UseLog
    notes: Notes
    definitions: Definitions = "none"
    """How the prose defines a term at its first use."""
    _linked: set[str] = field(default_factory=set)
    _defined: set[str] = field(default_factory=set)
    _prose: bool = False
    _in_cell: bool = False

    def section(self) -> None:
        """A new section begins: terms lead to the terminology again, notes are given again."""
        self._linked.clear()
        self.notes.section()

    def flow(self, children: Iterable[Inline]) -> Flow:
        """Running text, with links and notes."""
        return joined(self._pieces(tuple(children), Run(""), "text"))

    def prose(self, children: Iterable[Inline]) -> Flow:
        """Running text in which a term's first use in the product is defined, as the brief has it."""
        self._prose = self.definitions != "none"
        flow = self.flow(children)
        self._prose = False
        return flow

    def cell(self, children: Iterable[Inline], defining: bool = False) -> Flow:
        """Text of a cell or a card: what another product shows is not followed by that product's name."""
        self._in_cell = True
        flow = self.prose(children) if defining else self.flow(children)
        self._in_cell = False
        return flow

    def title(self, children: Iterable[Inline]) -> Flow:
        """A heading or caption: no links, no source notes; an author's footnote keeps its mark."""
        return joined(self._pieces(tuple(children), Run(""), "title"))

    def words(self, children: Iterable[Inline]) -> str:
        """Plain text, for places that hold nothing else."""
        return plain(joined(self._pieces(tuple(children), Run(""), "bare")))

    def _pieces(self, children: tuple[Inline, ...], look: Run, mode: Mode) -> list[Piece]:
        """The pieces of siblings; facts and cites that stand side by side share one note."""
        pieces: list[Piece] = []
        pending: list[Citation] = []
        for index, node in enumerate(children):
            if pending and _blank(node) and index + 1 < len(children) and _is_cite(children[index + 1]):
                continue
            if pending and not _is_cite(node):
                self._cite(pieces, pending, mode)
            if isinstance(node, Use) and mode == "text" and (citation := self._citation(node)):
                pieces.extend(self._pieces(node.children, look, "bare"))
                pending.append(citation)
            else:
                self._inline(pieces, node, look, mode)
        self._cite(pieces, pending, mode)
        return pieces

    def _citation(self, use: Use) -> Citation | None:
        if not _is_cite(use) and use.kind != "fact":
            return None
        self._log(use)
        return Citation(use.target, printed=not _is_cite(use))

    def _cite(self, pieces: list[Piece], pending: list[Citation], mode: Mode) -> None:
        if pending and mode == "text":
            _attach(pieces, self.notes.cite(tuple(pending)))
        pending.clear()

    def _inline(self, pieces: list[Piece], node: Inline, look: Run, mode: Mode) -> None:
        match node:
            case Text():
                pieces.append(look.saying(node.text.replace("\n", " ")))
            case Code():
                pieces.append(replace(look, text=node.text.replace("\n", " "), code=True))
            case Break():
                pieces.append(LineBreak() if mode == "text" else look.saying(" "))
            case Styled():
                pieces.extend(self._pieces(node.children, _styled(look, node.style), mode))
            case Span():
                pieces.extend(self._span(node, look, mode))
            case Use() if _is_cite(node):
                self._log(node)
                _attach(pieces, (look.saying(f" ({self._source_title(node.target)})"),) if mode == "bare" else ())
            case Use():
                pieces.extend(self._use(node, look, mode))
            case Footnote():
                self._footnote(pieces, node, mode)
            case Reference():
                raise ValueError(f"a reference to {node.kind}:{node.target} is left after select")
            case _:
                assert_never(node)

    def _span(self, node: Span, look: Run, mode: Mode) -> list[Piece]:
        pieces = self._pieces(node.children, look, mode)
        if node.number is None:
            return pieces
        said = plain(joined(pieces))
        pieces.append(look.saying(f" ({node.number})"))
        if mode == "text":
            _attach(pieces, self.notes.number(node.number, node.owner, said))
        return pieces

    def _footnote(self, pieces: list[Piece], node: Footnote, mode: Mode) -> None:
        text = joined(self._pieces(flatten(node.blocks), Run(""), "bare"))
        if mode == "bare":
            pieces.extend((Run(" ("), *text, Run(")")))
        else:
            _attach(pieces, self.notes.remark(text))

    def _use(self, use: Use, look: Run, mode: Mode) -> list[Piece]:
        self._log(use)
        if use.kind in WRAPPERS:
            return self._pieces(use.children, look, mode)
        words = self._pieces(use.children, look, "bare")
        if use.kind == "result" and mode == "text":
            _attach(words, self._origin(self.selection.results[use.target]))
        if mode != "text":
            return words
        return [*self._linked_words(use, words, look), *(self._definition(use, look) if use.kind == "term" else ())]

    def _definition(self, use: Use, look: Run) -> Flow:
        if not self._prose or use.target in self._defined:
            return ()
        self._defined.add(use.target)
        term = self.selection.terms[use.target]
        if self.definitions == "footnote":
            return self.notes.remark((Run(f"{term.name[:1].upper()}{term.name[1:]}: {term.definition}"),))
        return (look.saying(f" ({within(term.definition)})"),)

    def _origin(self, computed: Computed) -> Flow:
        """What is noted of a model's number: an input as the fact or assumption that it is, a result with all behind it."""
        match computed.kind:
            case "fact":
                return self.notes.cite(tuple(Citation(fact, printed=True) for fact in computed.facts))
            case "assumption" | "target":
                return self.notes.number(computed.kind, computed.owner, "")
            case "result":
                return self.notes.result(computed)
            case _:
                assert_never(computed.kind)

    def _linked_words(self, use: Use, words: list[Piece], look: Run) -> list[Piece]:
        if use.kind == "source":
            return [_link(words, Url(self.selection.sources[use.target].url))]
        anchor = self.links.anchor(use.kind, use.target)
        if anchor is None:
            product = self.links.product(use.kind, use.target)
            return [*words, look.saying(f" ({product})")] if product and not self._in_cell else words
        if use.kind == "term" and use.target in self._linked:
            return words
        if use.kind == "term":
            self._linked.add(use.target)
        return [_link(words, anchor)]

    def _log(self, use: Use) -> None:
        if _is_cite(use):
            self.uses.cite(use.target)
        elif use.kind == "fact":
            self.uses.fact(use.target)
        elif use.kind == "result":
            self.uses.result(self.selection.results[use.target])
        elif use.kind == "term":
            self.uses.term(use.target)

    def _source_title(self, fact: str) -> str:
        return self.selection.sources[self.selection.facts[fact].source].title


def within(sentence: str) -> str:
    """A definition as it stands in brackets: without its full stop, a leading article small."""
    text = sentence.rstrip().removesuffix(".")
    article = text.partition(" ")[0]
    return f"{article.lower()}{text[len(article) :]}" if article in ("A", "An", "The") else text


def joined(pieces: Iterable[Piece]) -> Flow:
    """A flow whose neighbouring runs of one look are one run, without empty runs."""
    flow: list[Piece] = []
    for piece in pieces:
        last = flow[-1] if flow else None
        if isinstance(piece, Run) and not piece.text:
            continue
        if isinstance(piece, Run) and isinstance(last, Run) and last.alike(piece):
            flow[-1] = last.saying(last.text + piece.text)
        else:
            flow.append(piece)
    return tuple(flow)


def _link(words: list[Piece], target: Anchor | Url) -> Link:
    return Link(tuple(piece for piece in joined(words) if isinstance(piece, Run)), target)


def _attach(pieces: list[Piece], marks: Flow) -> None:
    """Marks stand right after the words that they belong to, whatever space the author left."""
    if pieces and isinstance(last := pieces[-1], Run) and not last.code:
        pieces[-1] = last.saying(last.text.rstrip(" "))
    pieces.extend(marks)


def _styled(look: Run, style: Literal["emphasis", "strong", "strike"]) -> Run:
    match style:
        case "emphasis":
            return replace(look, italic=True)
        case "strong":
            return replace(look, bold=True)
        case "strike":
            return replace(look, strike=True)
        case _:
            assert_never(style)


def _is_cite(node: Inline) -> bool:
    return isinstance(node, Use) and node.form == "cite"


def _blank(node: Inline) -> bool:
    return isinstance(node, Text) and not node.text.strip()
