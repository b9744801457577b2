"""`vocabulary.yaml`: the values that a project's records choose from, in their order and tones, and what it calls its columns."""

from briefs.diagnostics import nearest
from briefs.load.schema.files import VocabularyFile
from briefs.load.shelf import Shelf
from briefs.load.source import Source
from briefs.load.tree import Mapping, Node


def read_vocabulary(source: Source, root: Node, shelf: Shelf) -> None:
    """It is read before the registers, which are held against it."""
    shape = source.take(VocabularyFile, root)
    if shape:
        shelf.choices.update(shape.choices)
        shelf.labels.update(shape.labels)
        shelf.tones.update(shape.tones)
        _check_tones(source, root, shelf)


def _check_tones(source: Source, root: Node, shelf: Shelf) -> None:
    """A tone of a value that no list has would never be seen."""
    values = tuple(value for values in shelf.choices.values() for value in values)
    place = root.get("tones") if isinstance(root, Mapping) else None
    for value in shelf.tones if place else ():
        if value not in values:
            source.complain("B201", source.key(place or root, value), f"no list has the value '{value}'", nearest(value, values))
