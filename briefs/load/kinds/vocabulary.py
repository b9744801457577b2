"""`vocabulary.yaml`: the values that a project's records choose from, in their order, and what it calls its columns."""

from briefs.load.schema.files import VocabularyFile
from briefs.load.shelf import Shelf
from briefs.load.source import Source
from briefs.load.tree import Node


def read_vocabulary(source: Source, root: Node, shelf: Shelf) -> None:
    """It is read before the registers, which are held against it."""
    shape = source.take(VocabularyFile, root)
    if shape:
        shelf.choices.update(shape.choices)
        shelf.labels.update(shape.labels)
