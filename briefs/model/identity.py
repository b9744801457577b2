"""A product's own id: 8 hex digits of what it shows and of the template, never of a commit or of other audiences' content."""

import hashlib

from briefs.model.deck import Deck
from briefs.model.document import Document


def identify(product: Document | Deck, template: bytes) -> str:
    """8 hex digits of sha256 over the product's canonical form and its template.

    `repr` of frozen dataclasses is canonical: it names every field; fields that are for messages only are `repr=False`.
    """
    digest = hashlib.sha256(repr(product).encode())
    digest.update(hashlib.sha256(template).digest())
    return digest.hexdigest()[:8]
