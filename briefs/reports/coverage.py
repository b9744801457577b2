"""The backlog's items: delivered by what, partial, or missing; from what products really show, not from what was planned.

An item is delivered when something names it under `delivers`, that thing is shown in at least one product, and the item's `proof`
holds; partial when the proof holds but a part is named under `later`; else missing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefs.model.audience import NOBODY
from briefs.model.content import BacklogItem, Brief, Resolved
from briefs.model.deck import Deck
from briefs.model.document import Document
from briefs.model.nodes import SlideBlock
from briefs.model.origin import Origin
from briefs.model.paths import product_path
from briefs.model.records import KINDS
from briefs.model.walk import walk
from briefs.reports.places import Sought, places
from briefs.reports.proof import Reached, unproven


@dataclass(frozen=True, slots=True)
class Shown:
    """A product as it is composed."""

    brief: Brief
    product: Document | Deck

    @property
    def suffix(self) -> str:
        """Of the file that is linked to."""
        return "pptx" if isinstance(self.product, Deck) else next((form for form in self.brief.formats if form != "pptx"), "md")


@dataclass(frozen=True, slots=True)
class Place:
    file: str
    """Below the output folder: `VAST/Executive Overview.docx`."""
    text: str
    """`2 Private connectivity`, `slides 4, 5`; empty for the whole of it."""

    def __str__(self) -> str:
        return f"{self.file}: {self.text}" if self.text else self.file


@dataclass(frozen=True, slots=True)
class Delivery:
    section: str
    """Id of what delivers: a section, a record, a brief."""
    product: str
    places: tuple[Place, ...]
    """One for each of the product's files."""
    origin: Origin
    """Where what delivers is written."""

    @property
    def where(self) -> str:
        """The places in words."""
        return "; ".join(map(str, self.places))


@dataclass(frozen=True, slots=True)
class Covered:
    item: BacklogItem
    status: Literal["delivered", "partial", "missing"]
    delivered: tuple[Delivery, ...]
    lacks: tuple[str, ...]
    """Why it is not delivered: `no section names it`, `2 of 4 diagrams`."""


def coverage(resolved: Resolved, products: Sequence[Shown], commands: Iterable[str]) -> tuple[Covered, ...]:
    """Every item of the backlog, in its order; `commands` are those that the program has."""
    known = frozenset(commands)
    return tuple(_covered(item, resolved, products, known) for item in resolved.backlog.items)


def _covered(item: BacklogItem, resolved: Resolved, products: Sequence[Shown], commands: frozenset[str]) -> Covered:
    deliveries = tuple(_deliveries(item, resolved, products))
    reached = Reached.of(
        resolved, tuple(dict.fromkeys(by.section for by in deliveries)), [shown.product.uses for shown in products]
    )
    paths = {_path(shown, resolved): shown.brief for shown in products}
    lacks = tuple(unproven(item.proof, reached, paths, commands))
    if not deliveries:
        return Covered(item, "missing", (), ("nothing that a product shows names it under 'delivers'", *lacks))
    if lacks:
        return Covered(item, "missing", deliveries, lacks)
    return Covered(item, "partial" if item.later else "delivered", deliveries, ())


def _deliveries(item: BacklogItem, resolved: Resolved, products: Sequence[Shown]) -> Iterator[Delivery]:
    """One for each of what delivers and each product, with its places in all the product's files."""
    found: dict[tuple[str, str], list[Place]] = {}
    named = dict(_named(item, resolved))
    for shown in products:
        file = f"{_path(shown, resolved)}.{shown.suffix}"
        for key, (_, sought) in named.items():
            if _shows(key, shown):
                found.setdefault((key, shown.product.meta.product), []).append(Place(file, _words(shown, sought)))
    for (key, product), where in found.items():
        yield Delivery(key, product, tuple(where), named[key][0])


def _named(item: BacklogItem, resolved: Resolved) -> Iterator[tuple[str, tuple[Origin, Sought]]]:
    """Id of each thing that names the item, where it is written, and what to look for in a product."""
    nothing: frozenset[str] = frozenset()
    for key, section in resolved.sections.items():
        if item.id in section.delivers:
            blocks = (visit.node for visit in walk(section.blocks, NOBODY))
            slides = frozenset(block.mark.origin for block in blocks if isinstance(block, SlideBlock))
            yield key, (section.mark.origin, Sought(frozenset({(key, ())}), slides, nothing, nothing, nothing))
    for kind, name in KINDS.items():
        for record in resolved.registers[name].records if name in resolved.registers else ():
            if item.id in record.delivers:
                anchors = frozenset({f"{kind}-{record.id}"})
                yield f"{name}:{record.id}", (record.mark.origin, Sought(frozenset(), frozenset(), nothing, nothing, anchors))
    for key, brief in resolved.briefs.items():
        if item.id in brief.delivers:
            yield key, (brief.mark.origin, Sought(frozenset(), frozenset(), nothing, nothing, nothing))


def _shows(key: str, shown: Shown) -> bool:
    uses = shown.product.uses
    return key in uses.sections or key == shown.brief.id or tuple(key.split(":", 1)) in uses.records


def _words(shown: Shown, sought: Sought) -> str:
    """The headings, or the numbers of the slides."""
    found = places(shown.product, sought)
    if not isinstance(shown.product, Deck):
        return ", ".join(found)
    numbers = [place.removeprefix("slide ").partition(":")[0] for place in found]
    return f"slide{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}" if numbers else ""


def _path(shown: Shown, resolved: Resolved) -> str:
    return product_path(shown.brief, resolved.audiences.get(shown.product.meta.audience))
