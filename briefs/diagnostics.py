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
    hint: str

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown diagnostic code {self.code}")

    @property
    def docs(self) -> str:
        """Page and anchor that explain the code."""
        return f"content/CODES.md#{self.code.lower()}"

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


class UnknownNameError(Exception):
    """The command line names a product or an audience that does not exist, or a choice that leaves none; exit code 2."""


class VerificationError(Exception):
    """A finished file failed its proofs: nothing is replaced; exit code 3."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("\n".join(str(item) for item in diagnostics))
        self.diagnostics = tuple(diagnostics)


def error(code: str, origin: Origin | None, message: str, hint: str) -> Diagnostic:
    """An error at a place."""
    return Diagnostic("error", code, origin, message, hint)


def warning(code: str, origin: Origin | None, message: str, hint: str) -> Diagnostic:
    """A warning at a place."""
    return Diagnostic("warning", code, origin, message, hint)


def nearest(name: str, known: Iterable[str], none: str = "there is none yet: write it first") -> str:
    """A hint that names the known word most like `name`, or lists the first few when none is near; `none` without any word."""
    words = sorted(set(known))
    close = difflib.get_close_matches(name, words, n=1, cutoff=0.6)
    if close:
        return f"did you mean '{close[0]}'?"
    if not words:
        return none
    more = ", …" if len(words) > 8 else ""
    return f"known are {', '.join(words[:8])}{more}"


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """By place, then code; each complaint once."""
    nowhere = Origin("", 0, 0)
    return tuple(sorted(set(diagnostics), key=lambda item: (item.origin or nowhere, item.code, item.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything here stops a build."""
    return any(item.severity == "error" for item in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Schema 1: how many errors and warnings, and each complaint with severity, code, file, line, column, message, hint and docs.

    File, line and column are null for what has no place; `docs` is the page and anchor that explains the code.
    """
    errors = sum(item.severity == "error" for item in diagnostics)
    rows = [
        {
            "severity": item.severity,
            "code": item.code,
            "file": _printable(item.origin.path) if item.origin else None,
            "line": item.origin.line if item.origin else None,
            "column": item.origin.column if item.origin else None,
            "message": _printable(item.message),
            "hint": _printable(item.hint),
            "docs": item.docs,
        }
        for item in diagnostics
    ]
    whole = {"schema": 1, "errors": errors, "warnings": len(rows) - errors, "diagnostics": rows}
    return json.dumps(whole, indent=2, ensure_ascii=False)


def as_github(diagnostics: Iterable[Diagnostic], below: str = "") -> str:
    """GitHub workflow commands, one a line: `::error file=…,line=…,col=…,title=B104::message`.

    `below` is the folder of the repository that origins are relative to, as `tests/projects/library`; empty for its root.
    """
    return "\n".join(_workflow_command(item, below) for item in diagnostics)


def _workflow_command(item: Diagnostic, below: str) -> str:
    place = ""
    if item.origin:
        path = f"{below}/{item.origin.path}" if below and not item.origin.path.startswith("/") else item.origin.path
        place = f"file={_property(path)},line={item.origin.line},col={item.origin.column},"
    text = f"{item.message}. {item.hint}" if item.hint else item.message
    return f"::{item.severity} {place}title={item.code}::{_data(text)}"


def _data(text: str) -> str:
    return _printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _printable(text: str) -> str:
    """A file's name may hold bytes that are no text: they are shown as escapes, for no output could carry them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
