"""Where a value was written: every node and record remembers it, so that any complaint can name file, line and column."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """A place in an author's file."""

    path: str
    """Relative to the project folder, with forward slashes: `content/sections/x.md`."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
