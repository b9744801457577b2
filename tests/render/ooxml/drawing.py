"""Draws native connectors by DrawingML's own rules, from the XML of a finished file: ECMA-376's presets, flips, then the turn."""

from __future__ import annotations

import math
from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU = 12700
Point = tuple[float, float]

PRESETS = {
    "straightConnector1": lambda w, h, a: [(0, 0), (w, h)],
    "bentConnector2": lambda w, h, a: [(0, 0), (w, 0), (w, h)],
    "bentConnector3": lambda w, h, a: [(0, 0), (w * a[0], 0), (w * a[0], h), (w, h)],
    "bentConnector4": lambda w, h, a: [(0, 0), (w * a[0], 0), (w * a[0], h * a[1]), (w, h * a[1]), (w, h)],
    "bentConnector5": lambda w, h, a: [
        (0, 0), (w * a[0], 0), (w * a[0], h * a[1]), (w * a[2], h * a[1]), (w * a[2], h), (w, h)
    ],
}  # fmt: skip
"""The presets' paths, as ECMA-376's presetShapeDefinitions has them."""
SITES = {
    "rect": ((0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5)),
    "roundRect": ((0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5)),
    "diamond": ((0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5)),
    "ellipse": ((0.5, 0), (0.146, 0.146), (0, 0.5), (0.146, 0.854), (0.5, 1), (0.854, 0.854), (1, 0.5), (0.854, 0.146)),
}
"""Connection sites as parts of width and height, in the order of their `idx`."""


def box_of(properties: Any) -> tuple[float, float, float, float]:
    """Place of a shape's `spPr` in points: x, y, width, height."""
    placed = properties.find(f"{A}xfrm")
    numbers = [placed.find(f"{A}{tag}").get(key) for tag, key in (("off", "x"), ("off", "y"), ("ext", "cx"), ("ext", "cy"))]
    x, y, width, height = (int(number) / EMU for number in numbers)
    return x, y, width, height


def line_of(properties: Any) -> list[Point]:
    """Start, bends and end of a connector's `spPr`, in points."""
    x, y, width, height = box_of(properties)
    placed, preset = properties.find(f"{A}xfrm"), properties.find(f"{A}prstGeom")
    adjusts = [int(guide.get("fmla").split()[1]) / 100000 for guide in preset.iter(f"{A}gd")]
    assert [guide.get("name") for guide in preset.iter(f"{A}gd")] == [f"adj{n + 1}" for n in range(len(adjusts))]
    angle = math.radians(int(placed.get("rot", "0")) / 60000)
    points = []
    for px, py in PRESETS[preset.get("prst")](width, height, adjusts):
        dx = (px - width / 2) * (-1 if placed.get("flipH") == "1" else 1)
        dy = (py - height / 2) * (-1 if placed.get("flipV") == "1" else 1)
        turned = dx * math.cos(angle) - dy * math.sin(angle), dx * math.sin(angle) + dy * math.cos(angle)
        points.append((x + width / 2 + turned[0], y + height / 2 + turned[1]))
    return points


def site_of(properties: Any, site: int) -> Point:
    """Where the connection site of a shape's `spPr` is, in points."""
    x, y, width, height = box_of(properties)
    across, down = SITES[properties.find(f"{A}prstGeom").get("prst")][site]
    return x + across * width, y + down * height
