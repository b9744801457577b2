"""Text to nodes: blocks and inline markup, pure, without knowledge of which audiences, terms or facts exist."""

from briefs.markup.document import parse_blocks
from briefs.markup.inline import parse_inline
from briefs.markup.leftovers import check_plain, unprintable

__all__ = ["check_plain", "parse_blocks", "parse_inline", "unprintable"]
