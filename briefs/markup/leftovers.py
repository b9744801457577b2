"""What must not be left in printed text: markup that belongs to nothing, raw HTML, bare addresses, characters nobody sees."""

import re
import unicodedata
from collections.abc import Iterator

from briefs.diagnostics import Diagnostic
from briefs.markup.complaints import Complaints
from briefs.markup.places import At

_LEFTOVER = re.compile(
    r"(?P<tag>\{[A-Za-z][\w.-]*\s*=|\{\s*audience)"
    r"|(?P<reference>\[\[)"
    r"|(?P<closing>\]\])"
    r"|(?P<container>:::+)"
    r"|(?P<leaf>::[A-Za-z][\w-]*)"
    r"|(?P<note>\[\^)"
    r"|(?P<html><[A-Za-z/!?][^<>\s]*>?)"
    r"|(?P<link>\]\()"
    r"|(?P<url>\b(?:https?|ftp)://[^\s)]*|\bwww\.[^\s)]+)",
)

_COMPLAINT: dict[str, tuple[str, str, str]] = {
    "tag": (
        "B108",
        "a tag that belongs to nothing",
        "right after ']' it is a span's, at a block's end the block's; names with commas need quotes",
    ),
    "reference": ("B108", "'[[' that opens no reference", "write [[kind:id]], or `[[` as code"),
    "closing": ("B108", "']]' that closes no reference", "write [[kind:id]], or `]]` as code"),
    "container": (
        "B108",
        "colons that open or close nothing",
        "a container opens with '::: name', and closes with as many colons alone on a line",
    ),
    "leaf": (
        "B108",
        "a directive in the middle of text",
        "'::view', '::chart' and '::diagram' stand alone on their line; as code it needs backticks",
    ),
    "note": ("B108", "'[^' that opens no footnote", "write [^name], and '[^name]: text' on a line of its own"),
    "html": ("B109", "raw HTML", "use Markdown, or write '\\<' for the sign itself"),
    "link": ("B108", "a link that cannot be read", "write [label](kind:id), without spaces in the target"),
    "url": ("B109", "a bare address", "list it in sources.yaml and write [[source:id]]"),
}


def check_leftovers(text: str, start: int, at: At, complaints: Complaints) -> None:
    """Complain of everything in `text`, which begins at `start` of what `at` knows, that would print as markup."""
    for found in _LEFTOVER.finditer(text):
        code, message, hint = _COMPLAINT[found.lastgroup or "tag"]
        shown = found.group()[:40]
        complaints.error(code, at(start + found.start()), f"{message}: '{shown}'", hint)


def unprintable(text: str) -> Iterator[tuple[int, str]]:
    """Offset and name of each character that nobody sees: control, format, private-use, unassigned, line separators."""
    for found in _each(text, _unseen(text, "\n")):
        yield found.start(), f"U+{ord(found.group()):04X}"


def check_characters(text: str, at: At, complaints: Complaints, allowed: str = "\n\t") -> str:
    """The text with a space in place of each character that is refused, so that columns stay true."""
    unseen = _unseen(text, allowed)
    for found in _each(text, unseen):
        if complaints.full:
            break
        name = f"U+{ord(found.group()):04X}"
        complaints.error("B108", at(found.start()), f"a character that nobody sees: {name}", "delete it")
    return text.translate(dict.fromkeys(map(ord, unseen), " ")) if unseen else text


def _unseen(text: str, allowed: str) -> str:
    """The characters in a text that nobody sees, each once; a space that does not break is one that everybody sees."""
    if text.replace("\n", "").isprintable():
        return ""
    signs = (sign for sign in sorted(set(text)) if sign not in allowed and not sign.isprintable())
    return "".join(sign for sign in signs if unicodedata.category(sign) != "Zs")


def _each(text: str, signs: str) -> Iterator[re.Match[str]]:
    return re.finditer(f"[{re.escape(signs)}]", text) if signs else iter(())


def check_plain(text: str, at: At) -> tuple[Diagnostic, ...]:
    """Complaints of a text that is printed as it stands, without markup: what would print as markup, and unseen characters."""
    complaints = Complaints()
    check_characters(text, at, complaints)
    check_leftovers(text, 0, at, complaints)
    return complaints.all()
