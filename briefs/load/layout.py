"""Which file of `content/` is read by whom: one table of its top level."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefs.load.kinds import briefs, evidence, exhibits, models, registers, roots, terms, vocabulary
from briefs.load.shelf import Shelf
from briefs.load.source import Source
from briefs.load.tree import Node
from briefs.model.records import KINDS

Reader = Callable[[Source, Node, Shelf], None]


@dataclass(frozen=True, slots=True)
class Place:
    """What the files below a name hold: `facts` is `facts.yaml` and all of `facts/`."""

    kinds: tuple[str, ...]
    """Kinds of reference that miss their targets when such a file cannot be read."""
    reader: Reader


PLACES: Mapping[str, Place] = {
    "audiences": Place(("audience",), roots.read_audiences),
    "backlog": Place(("backlog",), roots.read_backlog),
    "briefs": Place(("product",), briefs.read_brief),
    "charts": Place(("chart",), exhibits.read_chart),
    "diagrams": Place(("diagram",), exhibits.read_diagram),
    "edition": Place(("edition",), roots.read_edition),
    "facts": Place(("fact",), evidence.read_facts),
    "models": Place(("model", "result"), models.read_model),
    "numbers": Place(("number",), evidence.read_numbers),
    "registers": Place(tuple(KINDS), registers.read_register),
    "sources": Place(("source",), evidence.read_sources),
    "terms": Place(("term",), terms.read_terms),
    "vocabulary": Place(("tone",), vocabulary.read_vocabulary),
    "units": Place(("unit",), evidence.read_units),
}
SECTIONS, MEDIA = "sections", "media"
VOCABULARY = "vocabulary.yaml"
PAGES = ("README.md", "CODES.md")
"""Read by authors, not by the engine."""
REQUIRED = ("audiences.yaml", "edition.yaml")


def kinds_of(path: PurePosixPath, place: Place) -> tuple[str, ...]:
    """The kinds that a file holds; a register's file that bears its name holds that register's alone."""
    own = tuple(kind for kind in place.kinds if KINDS.get(kind) == path.stem)
    return own or place.kinds
