"""Width and height of text from committed tables, so that fit is known without asking the system for a font.

>>> text_width("Private Link", Face("Calibri"), 18)
88.76953125
"""

from briefs.metrics.faces import Face, Medium, UnknownFontError, line_height, text_width
from briefs.metrics.wrapping import Line, Paragraph, Run, longest_word_width, text_height, wrap

__all__ = [
    "Face",
    "Line",
    "Medium",
    "Paragraph",
    "Run",
    "UnknownFontError",
    "line_height",
    "longest_word_width",
    "text_height",
    "text_width",
    "wrap",
]
