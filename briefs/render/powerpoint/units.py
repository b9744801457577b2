"""Turns points into English Metric Units, the integers that every position and size in a deck is written in."""

from __future__ import annotations

from briefs.model.geometry import Place

EMU = 12700
"""English Metric Units in a point."""


def emu(points: float) -> int:
    """Points as whole English Metric Units."""
    return round(points * EMU)


def transform(place: Place, tag: str = "a:xfrm", attributes: str = "") -> str:
    """A position and size as the element that shapes and frames carry."""
    offset = f'<a:off x="{emu(place.x)}" y="{emu(place.y)}"/>'
    return f'<{tag}{attributes}>{offset}<a:ext cx="{emu(place.width)}" cy="{emu(place.height)}"/></{tag}>'
