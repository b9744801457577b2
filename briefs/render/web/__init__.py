"""The Markdown edition as one web page that needs nothing else: no script, no font, no picture from elsewhere."""

from html import escape

import markdown

from briefs.model.dates import spoken
from briefs.model.document import Meta
from briefs.render.web.reading import Reading
from briefs.render.web.style import STYLE


def render(text: str, meta: Meta) -> bytes:
    """UTF-8 HTML of a Markdown edition, with marking and edition above and below it."""
    body = markdown.markdown(text, extensions=["tables", "footnotes", "toc", "fenced_code", Reading()], output_format="html")
    edition = f"Edition {meta.edition.version}, {spoken(meta.edition.date)}"
    return _PAGE.format(
        language=escape(meta.language),
        title=escape(f"{meta.title} · {meta.audience_name}"),
        about=escape(meta.subtitle),
        style=STYLE,
        marking=escape(meta.marking),
        edition=escape(edition),
        product=escape(meta.title),
        identity=escape(meta.id),
        body=body,
    ).encode()


_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{about}">
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><span class="marking">{marking}</span><span>{edition}</span></header>
<main id="content" tabindex="-1">
{body}
</main>
<footer><span class="marking">{marking}</span><span>{product} · {edition} · {identity}</span></footer>
</body>
</html>
"""
