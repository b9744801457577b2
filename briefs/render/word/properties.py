"""Writes the document properties: ours alone, dated by the edition."""

from __future__ import annotations

from briefs.model.document import Meta
from briefs.render.ooxml.package import Part
from briefs.render.ooxml.relationships import OFFICE, Relationships
from briefs.render.ooxml.xml import HEAD, text

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_AUTHOR = "briefs"
OVERRIDES = (
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
)


def property_parts(meta: Meta) -> tuple[Part, ...]:
    """Package relationships, core and application properties."""
    root = Relationships()
    root.add(OFFICE + "officeDocument", "word/document.xml")
    root.add(_CORE_KIND, "docProps/core.xml")
    root.add(OFFICE + "extended-properties", "docProps/app.xml")
    app = (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{_AUTHOR}</Application></Properties>"
    )
    return (
        Part("_rels/.rels", root.xml()),
        Part("docProps/core.xml", _core(meta).encode("utf-8")),
        Part("docProps/app.xml", app.encode()),
    )


def _core(meta: Meta) -> str:
    day = f"{meta.edition.date.isoformat()}T00:00:00Z"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(meta.title)}</dc:title><dc:subject>{text(meta.subtitle)}</dc:subject>"
        f"<dc:creator>{_AUTHOR}</dc:creator><dc:identifier>{text(meta.id)}</dc:identifier>"
        f"<dc:language>{text(meta.language)}</dc:language><cp:category>{text(meta.marking)}</cp:category>"
        f"<cp:lastModifiedBy>{_AUTHOR}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<cp:version>{text(meta.edition.version)}</cp:version>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )
