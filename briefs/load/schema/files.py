"""The shapes of whole files, one row a kind: what an editor is told of a file, where load takes it record by record."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import Field, create_model

from briefs.load.schema.base import Id, Names, Shape, Text
from briefs.load.schema.briefs import BriefShape
from briefs.load.schema.evidence import FactShape, ForbidShape, PatternShape, SourceShape, TermShape, UnitShape
from briefs.load.schema.exhibits import ChartShape, DiagramShape
from briefs.load.schema.models import ModelShape
from briefs.load.schema.registers import REGISTERS, ColumnSpec, RegisterSpec, written_shape
from briefs.load.schema.roots import AudienceShape, EditionShape, ItemShape, SectionShape
from briefs.model.tones import Tone


class AudiencesFile(Shape):
    audiences: tuple[AudienceShape, ...]


class BacklogFile(Shape):
    groups: dict[str, str]
    items: tuple[ItemShape, ...]


class FactsFile(Shape):
    audience: Names = ()
    facts: tuple[FactShape, ...]


class NumbersFile(Shape):
    patterns: tuple[PatternShape, ...]


class SourcesFile(Shape):
    audience: Names = ()
    sources: tuple[SourceShape, ...]


class TermsFile(Shape):
    audience: Names = ()
    terms: tuple[TermShape, ...] = ()
    forbidden: tuple[ForbidShape, ...] = ()


class UnitsFile(Shape):
    units: tuple[UnitShape, ...]


class ColumnHead(Shape):
    audience: Names


class VocabularyFile(Shape):
    choices: dict[Id, tuple[Text, ...]] = Field(default_factory=dict)
    labels: dict[Id, Text] = Field(default_factory=dict)
    tones: dict[Text, Tone] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One kind of file: `facts` is `facts.yaml` and all of `facts/`, `registers/asks` the files of one register."""

    name: str
    shape: type[Shape]
    about: str
    tagged: str = ""
    """The list whose records need an audience of their own where the file's head has none."""
    columns: tuple[ColumnSpec, ...] = ()
    """The fields of a register's records."""


_FILES = (
    FileSpec("audiences", AudiencesFile, "Who reads: one row for each audience, and the groups that tags may name."),
    FileSpec("backlog", BacklogFile, "What the doc set must deliver, and how one can tell that it does."),
    FileSpec("briefs", BriefShape, "A product: for whom, in which formats, which sections in which order, how long at most."),
    FileSpec("charts", ChartShape, "A chart, whose values are facts or results and never typed numbers."),
    FileSpec("diagrams", DiagramShape, "A diagram of nodes on a grid and the edges between them."),
    FileSpec("edition", EditionShape, "The date and version that every file shows."),
    FileSpec("facts", FactsFile, "Claims with source, owner, as-of and review-by.", "facts"),
    FileSpec("models", ModelShape, "A calculation: inputs with units, formulas, scenarios, and results to refer to like facts."),
    FileSpec("numbers", NumbersFile, "Names that contain digits and are not claims."),
    FileSpec("sections", SectionShape, "The front matter of a section."),
    FileSpec("sources", SourcesFile, "The pages that facts rest on."),
    FileSpec("terms", TermsFile, "Names, for each audience where they differ, and spellings that may not ship.", "terms"),
    FileSpec("units", UnitsFile, "What a fact or a model may be measured in."),
    FileSpec("vocabulary", VocabularyFile, "The values that records choose from, and the project's own headings of columns."),
)


def files() -> Iterator[FileSpec]:
    """Every kind of file, registers included, by name."""
    found = [*_FILES, *(_register(spec) for spec in REGISTERS)]
    yield from sorted(found, key=lambda spec: spec.name)


@cache
def _register(spec: RegisterSpec) -> FileSpec:
    columns = {column.field.name: (ColumnHead | None, Field(None, alias=column.field.name)) for column in spec.columns}
    named = {"x_" + name.replace("-", "_"): field for name, field in columns.items()}
    heads = create_model(f"{spec.name}-fields", __base__=Shape, **named)  # type: ignore[call-overload]
    rows: Any = tuple[written_shape(spec), ...]  # type: ignore[misc]
    shape = create_model(
        f"{spec.name}-file",
        __base__=Shape,
        register_=(str, Field(alias="register", json_schema_extra={"const": spec.name})),
        audience=(Names, ()),
        fields_=(heads, Field(default_factory=dict, alias="fields")),
        records=(rows, ...),
    )
    return FileSpec(f"registers/{spec.name}", shape, f"Records of the register '{spec.name}'.", "records", spec.columns)
