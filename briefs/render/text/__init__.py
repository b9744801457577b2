"""GitHub Markdown: the edition to read anywhere, and the golden form in which reviewers read what a change does."""

from briefs.model.deck import Deck
from briefs.model.document import Document
from briefs.render.text.deck import deck_lines
from briefs.render.text.document import document_lines


def render(product: Document | Deck) -> bytes:
    """UTF-8 with a new line at its end; the same product gives the same bytes.

    What it says is read alike by GitHub and by Python's `markdown` with tables and footnotes, which makes the web page of it.
    """
    lines = document_lines(product) if isinstance(product, Document) else deck_lines(product)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()
