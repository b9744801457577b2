"""Word: a Document and the template to the bytes of a brief."""

from briefs.render.word.anchors import listed
from briefs.render.word.shell import Template, open_template
from briefs.render.word.writer import render

__all__ = ["Template", "listed", "open_template", "render"]
