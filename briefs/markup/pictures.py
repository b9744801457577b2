"""The one picture of a figure."""

import re

from briefs.markup.complaints import Complaints
from briefs.markup.leftovers import check_leftovers
from briefs.markup.page import Page
from briefs.markup.parser import inline_tokens
from briefs.markup.tree import Node
from briefs.model.nodes import Mark, Picture
from briefs.model.origin import Origin

_SOURCE = re.compile(r"media/(?:[\w-][\w.-]*/)*[\w-][\w.-]*")


def read_picture(page: Page, figure: Node) -> Picture | None:
    """The picture alone in `figure`; None, with a complaint, when there is none or more than that."""
    node = figure.children[0] if len(figure.children) == 1 else None
    tokens = inline_tokens(node.text) if node and node.kind == "paragraph" else []
    if node is None or len(tokens) != 1 or tokens[0].type != "image":
        page.error(
            "B109", page.origin(figure), "a figure holds one picture and nothing else", "as in '![what it shows](media/x.png)'"
        )
        return None
    source, alt, place = str(tokens[0].attrs["src"]), tokens[0].content, page.origin(node)
    _check(page.complaints, source, alt, place)
    if "title" in tokens[0].attrs:
        page.error("B109", place, "a title on a picture", "the figure's caption is its title")
    check_leftovers(alt, 0, page.lines.at(node.line, node.text), page.complaints)
    return Picture(source, alt, Mark(place)) if alt.strip() and _SOURCE.fullmatch(source) else None


def _check(complaints: Complaints, source: str, alt: str, place: Origin) -> None:
    if not alt.strip():
        complaints.error(
            "B109", place, "a picture without a description", "say in the brackets what it shows: not everybody sees it"
        )
    if not _SOURCE.fullmatch(source):
        complaints.error(
            "B109",
            place,
            f"a picture that is not below media/: '{source[:80]}'",
            "put the file into content/media/ and write media/name.png",
        )
