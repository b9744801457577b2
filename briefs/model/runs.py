"""Printed text, the same for documents and decks: what is left of inline markup when every reference has its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False

    def saying(self, text: str) -> "Run":
        """Other words in the same look; made by name, for nothing is made more often."""
        return Run(text, self.bold, self.italic, self.code, self.strike)

    def alike(self, other: "Run") -> bool:
        """Whether two runs have the same look."""
        mine = (self.bold, self.italic, self.code, self.strike)
        return mine == (other.bold, other.italic, other.code, other.strike)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A target inside the same product: `section-x`, `ask-y`, `slide-z`."""

    id: str


@dataclass(frozen=True, slots=True)
class Url:
    href: str


@dataclass(frozen=True, slots=True)
class Link:
    runs: tuple[Run, ...]
    target: Anchor | Url
    about: str = ""
    """Where it leads, when its words do not say so: those of a number in brackets that leads to a source."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The number of a footnote, from 1; its text is `Document.notes[number - 1]`."""

    number: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


Flow = tuple[Run | Link | NoteMark | LineBreak, ...]


def plain(flow: Flow) -> str:
    """The text of a flow without its looks; a line break is a space, a note mark nothing."""
    parts: list[str] = []
    for piece in flow:
        match piece:
            case Run():
                parts.append(piece.text)
            case Link():
                parts.extend(run.text for run in piece.runs)
            case LineBreak():
                parts.append(" ")
            case NoteMark():
                pass
    return "".join(parts)
