"""Reads `templates/brand.yaml` into a Brand; a missing, unknown or malformed token is an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

import yaml

from briefs.diagnostics import ContentError, error
from briefs.model.brand import Brand, Colours, Fonts, MinimumSizes, SlideSizes, WordSizes

_Group = TypeVar("_Group", Colours, Fonts, WordSizes, SlideSizes, MinimumSizes)
_HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")


class BrandError(ValueError):
    """What is wrong with the tokens, worded for the person who edits them."""


def read_brand(data: bytes) -> Brand:
    """The tokens of the bytes of a `brand.yaml`; ContentError naming the token at fault."""
    try:
        return parse_brand(data.decode("utf-8"))
    except (BrandError, UnicodeDecodeError) as fault:
        message = f"the tokens in 'brand.yaml' cannot be read: {fault}"
        raise ContentError([error("B603", None, message, "the engine's own brand.yaml shows every token")]) from fault


def parse_brand(text: str) -> Brand:
    """Return the tokens of a `brand.yaml`; raises BrandError naming the token at fault."""
    try:
        data = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise BrandError(f"brand.yaml is not YAML: {error}") from error
    top = _keyed(data, "brand.yaml", [field.name for field in fields(Brand)])
    return Brand(
        wordmark=_text(top["wordmark"], "wordmark"),
        colours=_group(Colours, top["colours"], "colours", _colour),
        fonts=_group(Fonts, top["fonts"], "fonts", _text),
        word=_group(WordSizes, top["word"], "word", _points),
        slide=_group(SlideSizes, top["slide"], "slide", _points),
        minimum=_group(MinimumSizes, top["minimum"], "minimum", _points),
    )


def _group(kind: type[_Group], data: object, where: str, read: Any) -> _Group:
    values = _keyed(data, where, [field.name for field in fields(kind)])
    return kind(**{name: read(value, f"{where}.{name}") for name, value in values.items()})


def _keyed(data: object, where: str, names: list[str]) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise BrandError(f"'{where}' must be a mapping of tokens")
    values = {str(key).replace("-", "_"): value for key, value in data.items()}
    missing, unknown = sorted(set(names) - set(values)), sorted(set(values) - set(names))
    if missing or unknown:
        wrong = [f"missing '{name}'" for name in missing] + [f"unknown '{name}'" for name in unknown]
        raise BrandError(f"tokens of '{where}': {', '.join(wrong)}")
    return values


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BrandError(f"'{where}' must be a text, not {value!r}")
    return value


def _colour(value: object, where: str) -> str:
    text = _text(value, where)
    if not _HEX.match(text):
        raise BrandError(f"'{where}' must be a colour such as \"#0F5EA8\", not {text!r}")
    return text[1:].upper()


def _points(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= 200:
        raise BrandError(f"'{where}' must be a size in points from 1 to 200, not {value!r}")
    return float(value)
