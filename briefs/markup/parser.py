"""The one markdown-it parser of the content language, and an inline state that remembers where each token began."""

from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from briefs.markup import rules

MOST_NESTED = 12
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, footnotes and strikethrough, without HTML and link definitions, and with our rules."""
    made = MarkdownIt("commonmark", {"html": False, "maxNesting": MOST_NESTED}).enable(["table", "strikethrough"])
    made.use(footnote_plugin, inline=False, move_to_end=False)
    made.disable(["reference", "html_block", "html_inline"])
    made.block.ruler.before("fence", "container", rules.container, _INTERRUPTS)
    made.block.ruler.before("fence", "leaf", rules.leaf, _INTERRUPTS)
    made.inline.ruler.before("link", "reference", rules.reference)
    made.inline.ruler.at("footnote_ref", rules.note)
    made.inline.ruler.after("footnote_ref", "span", rules.span)
    made.inline.ruler.after("span", "tag", rules.tag)
    made.inline.ruler2.disable("fragments_join")
    made.core.ruler.disable(["inline", "text_join"])
    return made


def block_tokens(text: str, closings: dict[int, int]) -> list[Token]:
    """Tokens of all blocks; those of type `inline` hold their text, not yet parsed."""
    return parser().parse(text, {"closings": closings})


class _LocatedState(StateInline):
    """Writes into each token's `meta["at"]` where it began; markdown-it itself forgets."""

    def __init__(self, source: str, made: MarkdownIt, tokens: list[Token]) -> None:
        self._began: int | None = None
        super().__init__(source, made, {}, tokens)

    def append_pending(self, text: str) -> None:
        if self._began is None:
            self._began = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        token = super().pushPending()
        token.meta["at"] = self.pos if self._began is None else self._began
        self._began = None
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        self._began = None
        return token


def inline_tokens(text: str) -> list[Token]:
    """Tokens of inline markup, flat, each with `meta["at"]`, its offset in the text."""
    made = parser()
    state = _LocatedState(text, made, [])
    made.inline.tokenize(state)
    for rule in made.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens
