"""Collects the complaints of one text, each once, and stops counting when nobody would read on."""

from briefs.diagnostics import Diagnostic, error
from briefs.model.origin import Origin

MOST = 200
"""Complaints kept for one text: a hostile file must not bury those of all others."""


class Complaints:
    """What is wrong with one text, in the order in which it was found."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def error(self, code: str, origin: Origin, message: str, hint: str) -> None:
        """Add an error at a place."""
        if not self.full:
            self._found[error(code, origin, message, hint)] = None

    @property
    def full(self) -> bool:
        """Whether no more are kept."""
        return len(self._found) >= MOST

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found so far."""
        return tuple(self._found)
