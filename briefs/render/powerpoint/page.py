"""One slide while it is written: its shapes, the numbers it has given out, and what it leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from briefs.metrics.charts import Area
from briefs.model.exhibits import Chart
from briefs.model.geometry import CHART_TEXT, Frame, Place
from briefs.model.runs import Anchor, Url
from briefs.render.chart.space import CHART_TYPE, WORKBOOK_TYPE, chart_parts
from briefs.render.ooxml.package import Part
from briefs.render.ooxml.relationships import OFFICE, Relationships
from briefs.render.powerpoint.template import Template

_PICTURES = {b"\x89PNG": ("png", "image/png"), b"\xff\xd8\xff": ("jpg", "image/jpeg")}


@dataclass(slots=True)
class Ledger:
    """What all slides of one deck share: the template, where links lead, and the parts that slides bring along.

    Names of parts are counted here; asking the package for the next free one would be quadratic.
    """

    template: Template
    language: str
    targets: Mapping[str, int]
    """Anchor -> number of the slide that holds it."""
    parts: list[Part] = field(default_factory=list)
    types: list[tuple[str, str]] = field(default_factory=list)
    charts: int = 0
    pictures: dict[str, str] = field(default_factory=dict)
    """Digest of a picture -> its part, so that one used twice is stored once."""

    def add_chart(self, chart: Chart, place: Place) -> str:
        """Keep a chart of this place with its workbook; the chart part's name."""
        self.charts += 1
        name, book = f"ppt/charts/chart{self.charts}.xml", f"ppt/embeddings/chart{self.charts}.xlsx"
        made = chart_parts(chart, f"../embeddings/chart{self.charts}.xlsx", Area(place.width, place.height, CHART_TEXT))
        self.parts += [Part(name, made.chart), Part(f"ppt/charts/_rels/chart{self.charts}.xml.rels", made.relationships)]
        self.parts.append(Part(book, made.workbook, compress=False))
        self.types += [(name, CHART_TYPE), (book, WORKBOOK_TYPE)]
        return name

    def add_picture(self, data: bytes) -> str:
        """Keep a PNG or JPEG; its part's name. Raises ValueError for any other picture."""
        digest = sha256(data).hexdigest()
        if digest not in self.pictures:
            found = next((kind for start, kind in _PICTURES.items() if data.startswith(start)), None)
            if found is None:
                raise ValueError("a picture on a slide is neither PNG nor JPEG")
            name = f"ppt/media/picture{len(self.pictures) + 1}.{found[0]}"
            self.parts.append(Part(name, data, compress=False))
            self.types.append((name, found[1]))
            self.pictures[digest] = name
        return self.pictures[digest]


class Page:
    """Collects the XML of one slide's shapes in reading order."""

    def __init__(self, ledger: Ledger, layout: str, number: int) -> None:
        self.ledger = ledger
        self.layout = ledger.template.layouts[layout]
        self.number = number
        self.shapes: list[str] = []
        self.relations = Relationships()
        self.relations.add(OFFICE + "slideLayout", f"../slideLayouts/{self.layout.part.rpartition('/')[2]}")
        self._last_id = 1

    @property
    def language(self) -> str:
        """Of every run on the slide."""
        return self.ledger.language

    def next_id(self) -> int:
        """The number of a new shape; 1 is the slide's own tree."""
        self._last_id += 1
        return self._last_id

    def frame(self, role: str) -> Frame:
        """The box of a role of this slide's layout."""
        return self.ledger.template.geometry.frame(self.layout.id, role)

    def exhibit_place(self, takeaway: bool) -> Place:
        """Where the exhibit goes, wider when nothing stands beside it."""
        return self.ledger.template.geometry.exhibit(self.layout.id, takeaway)

    def relate(self, kind: str, part: str) -> str:
        """The id of a relationship from this slide to a part below `ppt/`."""
        return self.relations.add(OFFICE + kind, f"../{part.removeprefix('ppt/')}")

    def click(self, target: Anchor | Url) -> str:
        """The element that makes text or a shape a link. Raises ValueError for an anchor that no slide holds."""
        match target:
            case Url():
                key = self.relations.add(OFFICE + "hyperlink", target.href, external=True)
                return f'<a:hlinkClick r:id="{key}"/>'
            case Anchor():
                number = self.ledger.targets.get(target.id)
                if number is None:
                    raise ValueError(f"slide {self.number} links to '{target.id}', which is on no slide")
                key = self.relations.add(OFFICE + "slide", f"slide{number}.xml")
                return f'<a:hlinkClick r:id="{key}" action="ppaction://hlinksldjump"/>'
