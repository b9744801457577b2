"""Every register of the library in every shape, in documents and decks: a view shows the records asked for and no others."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs import compose
from briefs.compose.exhibits import DRAWN
from briefs.model.audience import NOBODY
from briefs.model.content import Brief, Selection, ViewEntry
from briefs.model.deck import Deck, Slide
from briefs.model.document import Document
from briefs.model.geometry import Geometry
from briefs.model.nodes import ViewCall
from briefs.model.records import Record
from briefs.pipeline import read, selections
from briefs.project import Project, open_project
from briefs.render import Renderer
from tests.pipeline.building import LIBRARY

pytestmark = pytest.mark.slow

COUNTS = frozenset({"heat"})
"""Shapes that show how many records there are, not which."""


@cache
def project() -> Project:
    return open_project(LIBRARY)


@cache
def everyone() -> dict[str, Selection]:
    corpus, _ = read(project())
    names = sorted(corpus.audiences.everyone)
    return dict(zip(names, selections(corpus, names), strict=True))


@cache
def geometry() -> Geometry:
    return Renderer(project().template).geometry()


def strings(value: object) -> Iterator[str]:
    """All text of a product's content, whatever holds it; notes and titles of slides left out, for they say more."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif isinstance(value, Slide):
        yield from strings(value.body)
    elif is_dataclass(value):
        for item in fields(value):
            yield from strings(getattr(value, item.name))


def shown(product: Document | Deck, records: tuple[Record, ...]) -> set[str]:
    """Ids of the records whose titles stand in the product."""
    content = product.slides if isinstance(product, Deck) else product.blocks
    text = "\n".join(strings(content))
    return {record.id for record in records if words(record) in text}


def words(record: Record) -> str:
    return "".join(getattr(node, "text", "") for node in record.title)


def composed(selection: Selection, call: ViewCall) -> Iterator[tuple[Document | Deck, list[str]]]:
    """The document and the deck of a brief that is this view alone, each with the codes of its complaints."""
    brief: Brief = replace(next(iter(selection.briefs.values())), outline=(ViewEntry("What there is", call, call.mark),))
    views = project().view_templates()
    for product, found in (compose.document(selection, brief, views), compose.deck(selection, brief, views, geometry())):
        yield product, [item.code for item in found if item.severity == "error" and item.code != "B407"]


def names(selection: Selection) -> list[str]:
    return [name for name, register in selection.registers.items() if register.records]


SHAPES = (*sorted(project().view_templates()), *sorted(DRAWN))


@given(st.data())
def test_a_view_shows_the_records_asked_for_in_both_formats(data: st.DataObject) -> None:
    selection = everyone()[data.draw(st.sampled_from(sorted(everyone())), "audience")]
    register = selection.registers[data.draw(st.sampled_from(names(selection)), "register")]
    shape = data.draw(st.sampled_from(SHAPES), "shape")
    ids = data.draw(st.sets(st.sampled_from([record.id for record in register.records]), min_size=1), "records")
    known = ["title", "owner", "status", *(spec.name for spec in register.fields)]
    sort = ", ".join(data.draw(st.lists(st.sampled_from([*known, *(f"-{name}" for name in known)]), max_size=2), "sort"))
    group = "" if shape in DRAWN else data.draw(st.sampled_from(["", "status", *known[3:]]), "group")
    columns = () if shape in DRAWN else ("title",)
    mark = replace(next(iter(selection.briefs.values())).mark, readers=NOBODY)
    call = ViewCall(register.name, shape, columns, (("id", ", ".join(sorted(ids))),), sort, group, "", mark)
    for product, codes in composed(selection, call):
        if shape in DRAWN and codes:
            assert set(codes) <= {"B405", "B408", "B501"}, "what cannot be drawn, or not so large, is said"
        else:
            assert codes == []
            assert {identity for _, identity in product.uses.records} in (ids, set())
            assert shape in COUNTS or shown(product, register.records) == ids


@pytest.mark.parametrize("shape", SHAPES)
def test_every_register_has_every_shape_or_says_why_not(shape: str) -> None:
    for selection in everyone().values():
        for name in names(selection):
            mark = next(iter(selection.briefs.values())).mark
            for product, codes in composed(selection, ViewCall(name, shape, (), (), "", "", "", mark)):
                everything = {record.id for record in selection.registers[name].records}
                assert codes == [] or shape in DRAWN
                assert codes or shape in COUNTS or shown(product, selection.registers[name].records) == everything
