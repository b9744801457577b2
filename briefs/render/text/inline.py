"""Flow as a line of Markdown."""

import re
from collections.abc import Sequence
from typing import assert_never

from briefs.model.runs import Anchor, Flow, LineBreak, Link, NoteMark, Run, plain
from briefs.render.text.escape import address, escape, opening

_EDGES = re.compile(r"^( *)(.*?)( *)$", re.DOTALL)


def line(flow: Flow) -> str:
    """A flow on one line, for the inside of a table, a heading or a list."""
    return "".join(_piece(flow, index) for index in range(len(flow))).strip(" ")


def paragraph(flow: Flow) -> str:
    """A flow that opens a block."""
    return opening(line(flow))


def target(anchor: str, linked: frozenset[str]) -> str:
    """The place that links lead to; only where some link does, so that the text stays readable."""
    return f'<a id="{anchor}"></a>' if anchor in linked else ""


def _piece(flow: Flow, index: int) -> str:
    piece = flow[index]
    match piece:
        case Run():
            return _run(piece, _neighbour(flow, index - 1, last=True), _neighbour(flow, index + 1, last=False))
        case Link():
            label = "".join(_run(run, "x", "x") for run in piece.runs)
            href = f"#{piece.target.id}" if isinstance(piece.target, Anchor) else address(piece.target.href)
            return f"[{label}]({href})"
        case NoteMark():
            return f"[^{piece.number}]"
        case LineBreak():
            return "<br>"
        case _:
            assert_never(piece)


def _neighbour(flow: Sequence[object], index: int, last: bool) -> str:
    """The character next to a run; a letter, which is the strictest case, where something else than plain text is next."""
    if not 0 <= index < len(flow):
        return " "
    piece = flow[index]
    if isinstance(piece, Run) and not (piece.bold or piece.italic or piece.code or piece.strike) and piece.text:
        return piece.text[-1 if last else 0]
    return "`" if isinstance(piece, Run) and piece.code else "x"


def _run(run: Run, before: str, after: str) -> str:
    if not run.text.strip():
        return escape(run.text)
    if run.code:
        return _marked(_code(run.text, "`" in (before, after)), run, before, after)
    found = _EDGES.match(escape(run.text))
    head, text, tail = found.groups() if found else ("", run.text, "")
    return f"{head}{_marked(text, run, head or before, tail or after)}{tail}"


def _marked(text: str, run: Run, before: str, after: str) -> str:
    """Stars where they surely open and close, tags elsewhere."""
    if run.strike:
        text = f"<del>{text}</del>"
    if run.bold and run.italic:
        return f"<strong><em>{text}</em></strong>"
    if not (run.bold or run.italic):
        return text
    stars, tag = ("**", "strong") if run.bold else ("*", "em")
    inner = plain((run,)).strip()
    sure = _open(before) and _open(after) and "<" not in text and "\\" not in (text[0], text[-1])
    if sure and inner[0].isalnum() and (inner[-1].isalnum() or inner[-1] in ".:?!%)"):
        return f"{stars}{text}{stars}"
    return f"<{tag}>{text}</{tag}>"


def _open(neighbour: str) -> bool:
    return neighbour[-1:] in " \u00a0.,;:!?()" or not neighbour


def _code(text: str, crowded: bool) -> str:
    """Backticks, or a tag where a pipe or backtick would be read differently in a table, or next to other code."""
    if crowded or re.search(r"[`|\\]|&#", text) or text != text.strip():
        return f"<code>{escape(text)}</code>"
    return f"`{text}`"
