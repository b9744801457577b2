"""Complaints as data: severity, code, place, message, hint; collected, then reported together."""

import difflib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from briefs.codes import CODES
from briefs.model.origin import Origin

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint: message in lower case without full stop, quotes round what the author typed; the hint says what to do."""

    severity: Severity
    code: str
    origin: Origin | None
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown diagnostic code {self.code}")

    def __str__(self) -> str:
        place = f"{self.origin}: " if self.origin else ""
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{place}{self.severity}[{self.code}]: {self.message}{hint}"


class ContentError(Exception):
    """The content cannot be used: carries every complaint found so far."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("\n".join(str(item) for item in diagnostics))
        self.diagnostics = tuple(diagnostics)


class EnvironmentFault(Exception):
    """Something that the machine lacks, not the content: exit code 4."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


def error(code: str, origin: Origin | None, message: str, hint: str = "") -> Diagnostic:
    """An error at a place."""
    return Diagnostic("error", code, origin, message, hint)


def warning(code: str, origin: Origin | None, message: str, hint: str = "") -> Diagnostic:
    """A warning at a place."""
    return Diagnostic("warning", code, origin, message, hint)


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the known word most like `name`, or lists the first few when none is near."""
    words = sorted(set(known))
    close = difflib.get_close_matches(name, words, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    if not words:
        return ""
    more = ", …" if len(words) > 8 else ""
    return f"known are {', '.join(words[:8])}{more}"


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By place, then code; each complaint once."""
    nowhere = Origin("", 0, 0)
    return tuple(sorted(set(diagnostics), key=lambda item: (item.origin or nowhere, item.code, item.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything here stops a build."""
    return any(item.severity == "error" for item in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON list of objects: severity, code, path, line, column, message, hint; the last four of a place may be null."""
    rows = [
        {
            "severity": item.severity,
            "code": item.code,
            "path": item.origin.path if item.origin else None,
            "line": item.origin.line if item.origin else None,
            "column": item.origin.column if item.origin else None,
            "message": item.message,
            "hint": item.hint,
        }
        for item in diagnostics
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """GitHub workflow commands, one a line: `::error file=…,line=…,col=…,title=B104::message`."""
    return "\n".join(_workflow_command(item) for item in diagnostics)


def _workflow_command(item: Diagnostic) -> str:
    place = f"file={item.origin.path},line={item.origin.line},col={item.origin.column}," if item.origin else ""
    text = f"{item.message}. {item.hint}" if item.hint else item.message
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{item.severity} {place}title={item.code}::{escaped}"
