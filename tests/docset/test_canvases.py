"""Every diagram of a brief is native, and each of its connectors touches the shapes to which it is glued."""

from collections.abc import Iterator
from math import dist
from pathlib import Path

import pytest

from tests.docset.conftest import DocSet
from tests.docset.decks import GLUED
from tests.office.contrast import A, Node, Package
from tests.render.ooxml.drawing import line_of, site_of
from tests.verify.damage import put

pytestmark = pytest.mark.slow

BODY = "word/document.xml"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"


def canvases(file: Path) -> list[Node]:
    return list(Package(file).parts[BODY].iter(f"{WPC}wpc"))


def ends(canvas: Node) -> Iterator[tuple[Node, int, Node]]:
    """Each end of a connector: the glue, its place on the line, and the connector's shape."""
    for shape in canvas.iter(f"{WPS}wsp"):
        for tag, at in (("stCxn", 0), ("endCxn", -1)):
            yield from ((glue, at, shape) for glue in shape.iter(f"{A}{tag}"))


def loose(canvas: Node) -> list[str]:
    """The connectors whose end is at no shape of the canvas, or beside the place to which it is glued."""
    shapes = {
        node.get("id", ""): shape.find(f"{WPS}spPr") for shape in canvas.iter(f"{WPS}wsp") for node in shape.iter(f"{WPS}cNvPr")
    }
    found = []
    for glue, at, connector in ends(canvas):
        shape = shapes.get(glue.get("id", ""))
        line = line_of(connector.find(f"{WPS}spPr"))
        if shape is None or dist(line[at], site_of(shape, int(glue.get("idx", "0")))) > GLUED:
            found.append(f"an end glued to shape {glue.get('id')}")
    return found


def test_no_connector_of_a_brief_is_loose(docset: DocSet) -> None:
    drawn = {file: canvases(file) for file in docset.files("docx")}
    assert {str(file): found for file, every in drawn.items() for canvas in every if (found := loose(canvas))} == {}
    assert sum(1 for every in drawn.values() for canvas in every for _ in ends(canvas)) >= 100


def test_a_loose_connector_is_found(docset: DocSet, tmp_path: Path) -> None:
    whole = (docset.folder / "VAST/Engineering Delivery Plan.docx").read_bytes()
    for old, new in ((r'<a:stCxn id="\d+"', '<a:stCxn id="999"'), (r'(<a:stCxn id="\d+" idx=")3', r"\g<1>1")):
        (tmp_path / "brief.docx").write_bytes(put(BODY, old, new)(whole))
        assert [found for canvas in canvases(tmp_path / "brief.docx") for found in loose(canvas)]
