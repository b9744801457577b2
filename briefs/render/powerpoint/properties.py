"""Writes what a deck says of itself in its properties: title, audience, edition and id, never a person or a library."""

from __future__ import annotations

from briefs.model.deck import Deck
from briefs.render.ooxml.package import Part
from briefs.render.ooxml.relationships import OFFICE, Relationships
from briefs.render.ooxml.xml import HEAD, text

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_KIND = "application/vnd.openxmlformats-"
TYPES = (
    ("docProps/core.xml", f"{_KIND}package.core-properties+xml"),
    ("docProps/app.xml", f"{_KIND}officedocument.extended-properties+xml"),
)


def property_parts(deck: Deck) -> list[Part]:
    """The package's own relationships and the two property parts."""
    relations = Relationships()
    relations.add(OFFICE + "officeDocument", "ppt/presentation.xml")
    relations.add(f"{_PACKAGE}relationships/metadata/core-properties", "docProps/core.xml")
    relations.add(OFFICE + "extended-properties", "docProps/app.xml")
    return [
        Part("_rels/.rels", relations.xml()),
        Part("docProps/core.xml", _core(deck).encode()),
        Part("docProps/app.xml", _app(deck).encode()),
    ]


def _core(deck: Deck) -> str:
    meta = deck.meta
    day = f"{meta.edition.date:%Y-%m-%d}T00:00:00Z"
    fields = (
        ("dc:title", meta.title),
        ("dc:subject", meta.subtitle),
        ("dc:creator", "briefs"),
        ("cp:keywords", meta.product),
        ("dc:description", f"For {meta.audience_name}. {meta.marking}."),
        ("cp:lastModifiedBy", "briefs"),
        ("cp:category", meta.marking),
        ("dc:identifier", meta.id),
        ("dc:language", meta.language),
        ("cp:version", meta.edition.version),
    )
    inner = "".join(f"<{tag}>{text(value)}</{tag}>" for tag, value in fields if value)
    dates = "".join(f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{day}</dcterms:{tag}>' for tag in ("created", "modified"))
    names = (
        f'xmlns:cp="{_PACKAGE}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"{HEAD}<cp:coreProperties {names}>{inner}{dates}</cp:coreProperties>"


def _app(deck: Deck) -> str:
    notes = sum(bool(slide.notes) for slide in deck.slides)
    counts = f"<Words>{deck.words}</Words><Slides>{len(deck.slides)}</Slides><Notes>{notes}</Notes>"
    names = f'xmlns="{OFFICE.replace("/relationships/", "/extended-properties")}"'
    inner = f"<Application>briefs</Application><PresentationFormat>Widescreen</PresentationFormat>{counts}"
    return f"{HEAD}<Properties {names}>{inner}</Properties>"
