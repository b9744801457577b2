"""JSON Schemas (draft 7, which YAML editors read best) of all files, with the project's own names to choose from."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefs.load.schema.files import FileSpec, files
from briefs.load.schema.registers import ColumnSpec
from briefs.load.schema.rules import RULES, tagged
from briefs.load.schema.words import about, about_column
from briefs.model.tones import TONES

Json = dict[str, Any]
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_NUMERAL = r"^-?\d+(\.\d+)?$"
_TEXT: Json = {"type": ["string", "number"], "minLength": 1}
_RECORD = "-record"
"""Ends the title of a record's shape."""


@dataclass(frozen=True, slots=True)
class Known:
    """Names of a project that an editor offers, each list in a fixed order; nothing is narrowed by an empty one."""

    audiences: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    backlog: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lists of vocabulary.yaml, by name."""
    tones: tuple[str, ...] = ()
    """Values of vocabulary.yaml that have a tone."""


def schemas(known: Known) -> Mapping[str, str]:
    """Path below `content/.schema/` -> text of the schema, for every kind of file; the same bytes for the same names."""
    return {f"{spec.name}.json": json.dumps(schema(spec, known), indent=2, ensure_ascii=False) + "\n" for spec in files()}


def schema(spec: FileSpec, known: Known) -> Json:
    """The schema of one kind of file."""
    root = spec.shape.model_json_schema(ref_template="#/definitions/{model}")
    inner = root.pop("$defs", {})
    shown = {name: _shape(name, part, spec, known) for name, part in inner.items()}
    names = {"Audience": _names(known.audiences), "Delivers": _names(known.backlog)}
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": spec.name, "description": spec.about}
    body = _shape(spec.shape.__name__, root, spec, known)
    rule = tagged(spec.tagged) if spec.tagged else {}
    return {**head, **{key: value for key, value in body.items() if key not in head}, **rule, "definitions": {**names, **shown}}


def _shape(name: str, written: Json, spec: FileSpec, known: Known) -> Json:
    """A mapping's schema: each field with its line of help, and the rules that its validators add."""
    fields = {key: _field(name, key, value, spec, known) for key, value in written.get("properties", {}).items()}
    kept = {key: value for key, value in written.items() if key not in ("properties", "title")}
    return {**kept, "properties": fields, **RULES.get(name, {})}


def _field(shape: str, name: str, written: Json, spec: FileSpec, known: Known) -> Json:
    column = next((item for item in spec.columns if shape.endswith(_RECORD) and item.field.name == name), None)
    value = (
        _chosen(column, known)
        or _offered(shape, name, known)
        or _plain({key: part for key, part in written.items() if key != "title"})
    )
    if shape == "SectionShape" and name == "delivers":
        value = {"allOf": [value], "maxItems": 3}
    if column:
        value = {"anyOf": [value, _tagged_text(value)]}
    words = about_column(column.field) if column else about(shape, name)
    return {"description": words, **_beside(value)}


def _beside(value: Json) -> Json:
    """A reference stands alone in draft 7, so what stands beside it needs a level of its own."""
    return {"allOf": [value]} if "$ref" in value else value


def _chosen(column: ColumnSpec | None, known: Known) -> Json | None:
    """The schema of a field that chooses from a list of the project's; None for every other field."""
    values = known.choices.get(column.vocabulary, ()) if column else ()
    return {"enum": list(_spelled(values))} if values else None


def _offered(shape: str, name: str, known: Known) -> Json | None:
    """The schema of a field whose values are names of the project; None for every other field."""
    match shape, name:
        case _, "audience":
            return {"$ref": "#/definitions/Audience"}
        case _, "delivers":
            return {"$ref": "#/definitions/Delivers"}
        case (("FactShape" | "ChartShape"), "unit") if known.units:
            return {"enum": list(_spelled(known.units))}
        case ("ViewShape" | "EntryShape", "columns") | ("EntryShape", "slides"):
            return _names(())
        case "ChartShape", "categories":
            return {"type": "array", "items": {"anyOf": [_TEXT, {"$ref": "#/definitions/CategoryShape"}]}}
        case "NodeShape", "tone":
            values = (spelling for value in known.tones for spelling in (value, value.lower()))
            return {"enum": list(dict.fromkeys((*values, *TONES)))}
        case "FactShape", "source" if known.sources:
            return {"enum": list(_spelled(known.sources))}
        case "TermShape", ("name" | "plural") if known.audiences:
            each = dict.fromkeys(known.audiences, _TEXT)
            return {"anyOf": [_TEXT, {"type": "object", "properties": each, "additionalProperties": False}]}
    return None


def _spelled(words: tuple[str, ...]) -> Iterator[str | int]:
    """A name of digits may stand without quotes, and is a number for the editor then."""
    for word in words:
        yield word
        if word.isdecimal():
            yield int(word)


def _names(words: tuple[str, ...]) -> Json:
    """One name, several with commas, or a list of names."""
    if not words:
        return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
    one = "(?:" + "|".join(word.replace(".", r"\.") for word in words) + ")"
    several = {"type": "string", "pattern": rf"^\s*{one}(?:\s*,\s*{one})*\s*$"}
    each = {"enum": list(_spelled(words))}
    return {"anyOf": [each, several, {"type": "array", "items": each}]}


def _tagged_text(value: Json) -> Json:
    """A record's field with an audience of its own."""
    return {
        "type": "object",
        "description": "The field's text, and who of the record's readers may see it.",
        "properties": {"text": value, "audience": {"$ref": "#/definitions/Audience"}},
        "required": ["text", "audience"],
        "additionalProperties": False,
    }


def _plain(written: Any) -> Any:
    """What pydantic says, as an editor sees YAML: no null, `true` without quotes, digits where text may hold them."""
    if isinstance(written, list):
        return [_plain(part) for part in written]
    if not isinstance(written, dict):
        return written
    choices = [part for part in written.get("anyOf", ()) if part != {"type": "null"}]
    if [part.get("type") for part in choices] == ["number", "string"]:
        choices = [{"type": "number"}, {"type": "string", "pattern": _NUMERAL}]
    rest = {key: _plain(part) for key, part in written.items() if key not in ("anyOf", "default", "title")}
    default = written.get("default")
    told = {"default": default} if default not in (None, "", [], {}, False) else {}
    if len(choices) == 1:
        return {**_plain(choices[0]), **rest, **told}
    return {**({"anyOf": [_plain(part) for part in choices]} if choices else {}), **_scalar(rest), **told}


def _scalar(written: Json) -> Json:
    """A text, a day, a choice or a numeral."""
    if written.get("const") == "true":
        return {"const": True}
    if "enum" in written:
        return {"enum": [True if choice == "true" else choice for choice in written["enum"]]}
    if written.get("format") == "date":
        return {**written, "pattern": _DAY}
    if written.get("type") == "string" and "const" not in written:
        return {**written, "type": ["string", "number"]}
    return written
