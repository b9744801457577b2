"""Writes what stands before the first section: a cover for engineers, a title band for executives."""

from __future__ import annotations

from datetime import date

from briefs.model.document import Contents, Meta
from briefs.render.word.body import Body
from briefs.render.word.contents import write_contents
from briefs.render.word.inline import words
from briefs.render.word.styles import Paragraphs, Tables
from briefs.render.word.tables import grid, open_cell, open_row, table_properties

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LABELS = 2600
"""Width of the labels on a cover, in twentieths of a point."""


def shown_date(day: date) -> str:
    """`23 November 2026`, whatever the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def shown_edition(meta: Meta) -> str:
    """`Edition 23 November 2026 · 3fa9c1d2`: date and the file's own id, by which a reader asks whether it is current."""
    parts = (f"Edition {shown_date(meta.edition.date)}", meta.id)
    return " · ".join(part for part in parts if part)


def write_opening(body: Body, meta: Meta, contents: Contents | None = None) -> None:
    """Write the cover, which ends its page and may hold the contents, or the band above the first section."""
    if meta.reader == "engineer":
        _write_cover(body, meta, contents)
    else:
        _write_band(body, meta)


def _line(body: Body, style: Paragraphs, value: str) -> None:
    if value:
        body.open(style)
        body.write(words(value))
        body.close()


def _write_band(body: Body, meta: Meta) -> None:
    _line(body, Paragraphs.BAND_KICKER, f"For {meta.audience_name}")
    _line(body, Paragraphs.BAND_TITLE, meta.title)
    _line(body, Paragraphs.BAND_SUBTITLE, meta.subtitle)
    checked = f"Facts checked {meta.checked}" if meta.checked else ""
    ask = f"Ask: {meta.contact}" if meta.contact else ""
    parts = (shown_date(meta.edition.date), checked, ask, meta.marking)
    _line(body, Paragraphs.BAND_META, " · ".join(part for part in parts if part))
    body.open(Paragraphs.SPACER)
    body.close()


def _write_cover(body: Body, meta: Meta, contents: Contents | None) -> None:
    _line(body, Paragraphs.COVER_KICKER, f"For {meta.audience_name}")
    _line(body, Paragraphs.COVER_TITLE, meta.title)
    _line(body, Paragraphs.COVER_SUBTITLE, meta.subtitle)
    body.open(Paragraphs.SPACER)
    body.close()
    _write_facts(body, meta)
    if contents is not None:
        write_contents(body, contents)
    body.open(Paragraphs.SPACER, body.template.sections.opening.properties)
    body.close()


def _write_facts(body: Body, meta: Meta) -> None:
    rows = (
        ("Audience", meta.audience_name),
        ("Edition", f"{shown_date(meta.edition.date)}, version {meta.edition.version}"),
        ("Facts checked as of", meta.checked),
        ("Whom to ask", meta.contact),
        ("Marking", meta.marking),
    )
    width = body.template.sections.upright.width
    body.write(
        "<w:tbl>",
        table_properties(body, Tables.COVER, width, indent=0, title=f"About {meta.title}", header=False),
        grid((_LABELS, width - _LABELS)),
    )
    for label, value in rows:
        if value:
            body.write(open_row(), open_cell(_LABELS))
            _line(body, Paragraphs.COVER_LABEL, label)
            body.write("</w:tc>", open_cell(width - _LABELS))
            _line(body, Paragraphs.COVER_TEXT, value)
            body.write("</w:tc></w:tr>")
    body.write("</w:tbl>")
