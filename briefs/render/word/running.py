"""Fills headers and footers: the document's title, marking and edition, and the title of the section they stand over.

A section's title is written out, in a header of its own, and not by a field: other programs than Word do not know that
field, and a PDF made from it has links that lead a reader by ear astray.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.document import Meta
from briefs.render.ooxml.package import Part
from briefs.render.ooxml.relationships import OFFICE
from briefs.render.ooxml.xml import text
from briefs.render.word.body import Body
from briefs.render.word.harvest import PLACEHOLDER, RunningPart, branch_name
from briefs.render.word.opening import shown_edition
from briefs.render.word.page import Page

_SECTION = "{running}"


def section_properties(body: Body, page: Page, running: str) -> str:
    """The `w:sectPr` of a page whose headers say `running` of the section."""
    properties = page.properties
    for part in body.template.harvest.running:
        own = f'r:id="{part.rid}"'
        if _SECTION in part.xml and own in properties:
            properties = properties.replace(own, f'r:id="{_part_id(body, part, running)}"')
    return properties


def _part_id(body: Body, part: RunningPart, running: str) -> str:
    """The first section takes the template's own part; each further title gets one that is numbered after it."""
    found = body.headers.get((part.rid, running))
    if found is None:
        earlier = sum(rid == part.rid for rid, _ in body.headers)
        name = _numbered(part, earlier)
        found = body.relationships.add(OFFICE + part.kind, name.removeprefix("word/")) if earlier else part.rid
        body.headers[part.rid, running] = found
    return found


def _numbered(part: RunningPart, earlier: int) -> str:
    return part.name.replace(".xml", f"-{earlier + 1}.xml") if earlier else part.name


def running_parts(body: Body, meta: Meta) -> Iterator[Part]:
    """Every header and footer with its placeholders filled; those that no section refers to say for whom the brief is."""
    for part in body.template.harvest.running:
        titles = [running for rid, running in body.headers if rid == part.rid] or [f"For {meta.audience_name}"]
        for at, running in enumerate(titles):
            name = _numbered(part, at)
            yield Part(name, _filled(part.xml, meta, running).encode("utf-8"))
            if at:
                body.overrides.append((name, part.content_type))
            if at and part.relationships:
                yield Part(branch_name(name), part.relationships)


def _filled(xml: str, meta: Meta, running: str) -> str:
    values = {"title": meta.title, "running": running, "marking": meta.marking, "edition": shown_edition(meta)}
    return PLACEHOLDER.sub(lambda found: text(values[found.group(1)]), xml)
