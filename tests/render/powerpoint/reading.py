"""Finished decks read back: by the zip and the XML, and by python-pptx, never by what wrote them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
NAMES = {"a": A[1:-1], "p": P[1:-1]}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def trees(data: bytes, folder: str = "ppt/slides/slide") -> list[Any]:
    found = {name: raw for name, raw in parts(data).items() if name.startswith(folder) and name.endswith(".xml")}
    ordered = sorted(found, key=lambda name: int("".join(char for char in name if char.isdigit())))
    return [etree.fromstring(found[name]) for name in ordered]


def find(tree: Any, path: str) -> list[Any]:
    return list(etree.XPath(path, namespaces=NAMES)(tree))


def shapes(slide: Any) -> Iterator[Any]:
    """All shapes of a python-pptx slide, those in groups, too."""
    waiting = list(slide.shapes)
    while waiting:
        shape = waiting.pop(0)
        yield shape
        if shape.shape_type == 6:
            waiting += list(shape.shapes)


def words(shape: Any) -> list[str]:
    return [paragraph.text for paragraph in shape.text_frame.paragraphs]


def named(slide: Any, name: str) -> Any:
    return next(shape for shape in shapes(slide) if shape.name == name)
