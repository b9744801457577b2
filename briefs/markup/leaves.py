"""Leaves: `::view`, `::chart` and `::diagram`, each alone on its line."""

from collections.abc import Callable, Mapping

from markdown_it.token import Token

from briefs.diagnostics import nearest
from briefs.markup.page import Page
from briefs.markup.words import Words
from briefs.model.nodes import ChartCall, DiagramCall, Leaf, Mark, ViewCall

_VIEW_OPTIONS = ("as", "columns", "sort", "group", "empty", "where.")


def read_leaf(page: Page, token: Token) -> Leaf | None:
    """The node of a leaf; None, with a complaint, when it cannot be understood."""
    reader = _LEAVES.get(token.info)
    if reader:
        return reader(page, token)
    line = token.map[0] if token.map else 0
    page.error(
        "B109",
        page.lines.origin(line, int(token.meta["column"])),
        f"unknown directive '::{token.info}'",
        nearest(token.info, _LEAVES),
    )
    return None


def _view(page: Page, token: Token) -> ViewCall | None:
    words = page.words(token, _VIEW_OPTIONS)
    register = _one_name(page, words, "a register", "::view asks as=matrix")
    if register and "as" not in words.options:
        page.error("B103", words.origin, "a view without its shape", "write as=matrix, cards, one-page, …")
        return None
    if not register:
        return None
    options = words.options
    where = tuple((name.removeprefix("where."), value) for name, value in options.items() if name.startswith("where."))
    columns = tuple(part.strip() for part in options.get("columns", "").split(",") if part.strip())
    return ViewCall(
        register,
        options["as"],
        columns,
        where,
        options.get("sort", ""),
        options.get("group", ""),
        options.get("empty", ""),
        Mark(words.origin, words.tag),
    )


def _chart(page: Page, token: Token) -> ChartCall | None:
    words = page.words(token)
    name = _one_name(page, words, "a chart", "::chart gpu-idle-cost")
    return ChartCall(name, Mark(words.origin, words.tag)) if name else None


def _diagram(page: Page, token: Token) -> DiagramCall | None:
    words = page.words(token)
    name = _one_name(page, words, "a diagram", "::diagram two-tier")
    return DiagramCall(name, Mark(words.origin, words.tag)) if name else None


def _one_name(page: Page, words: Words, what: str, example: str) -> str:
    if not words.bare:
        page.error("B103", words.origin, f"this line names {what}, and none is there", f"as in '{example}'")
        return ""
    page.no_more(words, bare=1)
    return words.bare[0]


_LEAVES: Mapping[str, Callable[[Page, Token], Leaf | None]] = {"view": _view, "chart": _chart, "diagram": _diagram}
