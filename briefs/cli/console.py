"""What the terminal shows: complaints, progress, tables, and the exit code that each kind of failure has."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import rich_click as click

from briefs.diagnostics import ContentError, Diagnostic, EnvironmentFault, UnknownNameError, VerificationError, error

if TYPE_CHECKING:
    from rich.progress import Progress

    from briefs.pipeline import Report

DONE, CONTENT, USAGE, PROOF, ENVIRONMENT = range(5)
"""The exit codes."""


@contextmanager
def failures() -> Iterator[None]:
    """Turn an author's mistake, a failed proof or a lacking machine into its message and exit code; bugs keep their traceback."""
    try:
        yield
    except ContentError as fault:
        complain(fault.diagnostics)
        sys.exit(CONTENT)
    except VerificationError as fault:
        complain(fault.diagnostics)
        say_error("a finished file failed its proofs; nothing was replaced")
        sys.exit(PROOF)
    except UnknownNameError as fault:
        raise click.UsageError(str(fault)) from fault
    except EnvironmentFault as fault:
        complain([fault.diagnostic])
        sys.exit(ENVIRONMENT)
    except BrokenExecutor:
        complain([error("B701", None, "a worker of this build was stopped from outside", "nothing was replaced; run it again")])
        sys.exit(ENVIRONMENT)
    except OSError as fault:
        complain([error("B701", None, f"{fault.strerror or fault}: '{fault.filename or ''}'", "nothing was replaced")])
        sys.exit(ENVIRONMENT)


def complain(diagnostics: Iterable[Diagnostic]) -> None:
    """Print every complaint to standard error, then how many there are."""
    items = list(diagnostics)
    for item in items:
        say_error(str(item))
    if items:
        say_error(counted(items))


def counted(items: Sequence[Diagnostic]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(item.severity == "error" for item in items)
    return f"{_count(errors, 'error')}, {_count(len(items) - errors, 'warning')}"


def say(text: str) -> None:
    """Print a line to standard output, as it is."""
    sys.stdout.write(f"{text}\n")


def say_error(text: str) -> None:
    """Print a line to standard error, as it is."""
    sys.stderr.write(f"{text}\n")


@contextmanager
def progress(quiet: bool) -> Iterator[Report]:
    """A bar on a terminal, plain lines elsewhere, nothing when quiet."""
    if quiet:
        yield lambda what, done, total: None
    elif sys.stderr.isatty():
        with _bar() as bar:
            task = bar.add_task("reading")
            yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)
    else:
        yield lambda what, done, total: say_error(f"{what}: {done} of {total}")


def _bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415 - only a terminal has a bar
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    console = Console(stderr=True)
    return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
