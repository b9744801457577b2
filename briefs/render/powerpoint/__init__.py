"""PowerPoint: a composed deck and a template, opened once, become the bytes of a `.pptx`.

template = open_template(data)
compose(..., template.geometry)
render(deck, template)
"""

from briefs.render.powerpoint.template import Template, check, open_template, write_tokens
from briefs.render.powerpoint.writer import render

__all__ = ["Template", "check", "open_template", "render", "write_tokens"]
