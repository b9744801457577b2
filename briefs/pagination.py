"""Page numbers of documents: a draft with room for them is printed, what its contents lead to is looked up in the PDF."""

from collections.abc import Mapping, Sequence

from briefs import pdf
from briefs.model.document import Document, Pages
from briefs.render import Renderer


def paginated(renderer: Renderer, documents: Sequence[Document]) -> Mapping[str, Pages]:
    """Product -> its pages, by one call of LibreOffice for all; EnvironmentFault when there is none, or it fails."""
    drafts = [renderer.draft(document) for document in documents]
    prints = pdf.prints([(draft.data, "docx") for draft in drafts])
    found: dict[str, Pages] = {}
    for document, draft, data in zip(documents, drafts, prints, strict=True):
        pages = pdf.destinations(data, frozenset(draft.bookmarks.values()))
        numbers = {anchor: pages[name] for anchor, name in draft.bookmarks.items()}
        found[document.meta.product] = Pages(pdf.pages(data), numbers)
    return found
