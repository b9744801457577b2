"""Writes charts and pictures into the placeholder of a layout, and the takeaway beside them."""

from __future__ import annotations

from briefs.model.deck import ChartBody, PictureBody
from briefs.model.geometry import Place
from briefs.model.runs import Flow
from briefs.render.ooxml import xml
from briefs.render.ooxml.relationships import OFFICE
from briefs.render.powerpoint.fill import placeholder
from briefs.render.powerpoint.page import Page
from briefs.render.powerpoint.shapes import EDGE, Outline, decoration
from briefs.render.powerpoint.table import frame
from briefs.render.powerpoint.text import flow, paragraph
from briefs.render.powerpoint.units import transform

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart(page: Page, body: ChartBody) -> None:
    """A native chart with its workbook."""
    place = page.exhibit_place(bool(body.takeaway))
    key = page.relate("chart", page.ledger.add_chart(body.chart, place))
    reference = f'<c:chart xmlns:c="{_CHART}" xmlns:r="{OFFICE[:-1]}" r:id="{key}"/>'
    data = f'<a:graphicData uri="{_CHART}">{reference}</a:graphicData>'
    page.shapes.append(frame(page, "exhibit", "Chart", body.chart.alt, place, data))
    takeaway(page, body.takeaway)


def picture(page: Page, body: PictureBody) -> None:
    """A picture, whole and as large as its place allows."""
    place = _fitted(page.exhibit_place(bool(body.takeaway)), body, aside=bool(body.takeaway))
    key = page.relate("image", page.ledger.add_picture(body.data))
    reference = page.layout.placeholders["exhibit"].reference
    page.shapes.append(
        f'<p:pic><p:nvPicPr><p:cNvPr id="{page.next_id()}" name="Picture" descr="{xml.attribute(body.alt)}"/>'
        f'<p:cNvPicPr><a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{reference}</p:nvPr></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{transform(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    takeaway(page, body.takeaway)


def takeaway(page: Page, content: Flow) -> None:
    """What the exhibit shows, unless the slide leaves that to the title."""
    if content:
        placeholder(page, "takeaway", [paragraph(flow(page, content))])
        place = page.frame("takeaway")
        page.shapes.append(
            decoration(page, "Takeaway edge", Place(place.x, place.y, EDGE, place.height), Outline(fill="accent1"))
        )


def _fitted(place: Place, body: PictureBody, *, aside: bool) -> Place:
    """The picture's place within its room: at the margin beside a takeaway, in the middle alone."""
    scale = min(place.width / body.width, place.height / body.height)
    width, height = body.width * scale, body.height * scale
    left = place.x if aside else place.x + (place.width - width) / 2
    return Place(left, place.y + (place.height - height) / 2, width, height)
