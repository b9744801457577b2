"""Text to nodes: blocks and inline markup, pure, without knowledge of which audiences, terms or facts exist."""

from briefs.markup.document import parse_blocks
from briefs.markup.inline import parse_inline
from briefs.markup.leftovers import unprintable

__all__ = ["parse_blocks", "parse_inline", "unprintable"]
