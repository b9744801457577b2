"""One download page for each organisation, made from that organisation's rows of the manifest and nothing else."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import PurePosixPath
from urllib.parse import quote

from briefs.model.audience import Audience, Audiences
from briefs.model.content import Edition
from briefs.model.dates import spoken
from briefs.publish.manifest import Row

KINDS = {"docx": "Word brief", "pptx": "PowerPoint deck", "pdf": "PDF", "md": "Markdown", "html": "Web page"}

STYLE = """
:root{color-scheme:light}
body{margin:0;font:16px/1.5 Calibri,Carlito,"Segoe UI",Arial,sans-serif;color:#0B1F33;background:#fff}
header{background:#0A3A66;color:#fff;padding:32px 0}
header div,main,footer{max-width:1040px;margin:0 auto;padding:0 24px}
h1{margin:0;font-size:32px;line-height:1.2}
header p{margin:8px 0 0}
h2{font-size:20px;margin:40px 0 0}
h2+p{margin:4px 0 12px;color:#5B6B7B}
table{border-collapse:collapse;width:100%}
th{text-align:left;background:#0F5EA8;color:#fff;padding:8px 12px;font-weight:600}
td{border-bottom:1px solid #D5DCE4;padding:10px 12px;vertical-align:top}
td.number{text-align:right;white-space:nowrap}
a{color:#0F5EA8}
code{font:12px/1.4 "Courier New",monospace;color:#5B6B7B;word-break:break-all}
footer{color:#5B6B7B;padding:32px 24px;font-size:14px}
@media (max-width:700px){td.digest,th.digest{display:none}}
"""


def index_pages(rows: Sequence[Row], edition: Edition, audiences: Audiences) -> Mapping[str, bytes]:
    """`ORGANISATION/index.html` -> page, for each organisation that has files; wherever those are, other folders included."""
    pages = {}
    for name in dict.fromkeys(row.organisation for row in audiences.rows):
        readers = [row for row in audiences.rows if row.organisation == name]
        own = sorted((row for row in rows if row.audience in {reader.id for reader in readers}), key=lambda row: row.path)
        if own:
            pages[f"{name}/index.html"] = _page(name, own, edition, readers).encode()
    return pages


def _page(folder: str, rows: list[Row], edition: Edition, readers: Iterable[Audience]) -> str:
    ids = {row.audience for row in rows}
    parts = "".join(_audience(item, rows, folder) for item in readers if item.id in ids)
    return f"""<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Briefs and decks for {escape(folder)}</title>
<style>{STYLE}</style>
</head>
<body>
<header><div><h1>Briefs and decks for {escape(folder)}</h1>
<p>Edition of {spoken(edition.date)}, version {escape(edition.version)}</p></div></header>
<main>{parts}</main>
<footer>A copy is current when its own id, printed in its footer after the edition, is the one shown here.</footer>
</body>
</html>
"""


def _audience(audience: Audience, rows: list[Row], folder: str) -> str:
    lines = "".join(_line(row, folder) for row in rows if row.audience == audience.id)
    return f"""
<h2>{escape(audience.name)}</h2><p>{escape(audience.marking)}</p>
<table><thead><tr><th scope="col">File</th><th scope="col">Kind</th><th scope="col">Id</th><th scope="col">Size</th>
<th scope="col" class="digest">SHA-256</th></tr></thead><tbody>{lines}</tbody></table>"""


def _line(row: Row, folder: str) -> str:
    name = posixpath.relpath(row.path, folder)
    extent = f", {row.slides} slides" if row.slides is not None else f", {row.pages} pages" if row.pages is not None else ""
    title = PurePosixPath(name).stem
    return f"""
<tr><td><a href="{escape(quote(name))}" download>{escape(title)}</a></td><td>{KINDS[row.format]}{extent}</td>
<td><code>{row.id}</code></td><td class="number">{_size(row.bytes)}</td><td class="digest"><code>{row.sha256}</code></td></tr>"""


def _size(count: int) -> str:
    return f"{count / 1000:,.0f} kB" if count >= 1000 else f"{count} B"
