"""Selection and brief -> Document or Deck: numbering, contents, links and slide fitting are born here."""

from briefs.compose.deck import deck
from briefs.compose.document import document
from briefs.compose.exhibits import DRAWN
from briefs.model.paths import product_path

__all__ = ["DRAWN", "deck", "document", "product_path"]
