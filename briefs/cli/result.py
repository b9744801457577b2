"""`briefs result record`: appends what a check has shown to the register of results, one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import rich_click as click

from briefs.cli.build import shown
from briefs.cli.console import CONTENT, complain, failures, say
from briefs.cli.options import DAY, content_options, project_of
from briefs.diagnostics import Diagnostic, has_errors
from briefs.load import load
from briefs.load.recording import STATUSES, Outcome, record
from briefs.load.start import Plan
from briefs.project import Project, held, today


@click.group("result")
def command() -> None:
    """Results of the checklist: recorded here, shown by the next build."""


@command.command("record")
@click.argument("item", metavar="ITEM")
@click.option("--status", required=True, type=click.Choice(STATUSES), help="What was seen.")
@click.option("--date", "day", required=True, type=DAY, help="The day of the run.")
@click.option("--evidence", default="", help="Where the raw output is; a result other than not-run needs it.")
@click.option("--by", required=True, metavar="ROLE", help="The role that answers for the result, never a person.")
@content_options
@click.pass_context
def record_command(
    ctx: click.Context,
    /,
    content: Path | None,
    templates: Path | None,
    as_of: date | None,
    quiet: bool,
    **seen: Any,
) -> None:
    """Append a result of ITEM to registers/results.yaml.

    Nothing that is in the register changes: a result is never edited, a later one counts. Of two commands at once one waits.
    """
    project = project_of(content, templates, None, as_of)
    outcome = Outcome(seen["item"], seen["status"], seen["day"], seen["evidence"], seen["by"])
    with failures(), held(project.content):
        made = record(project, outcome, today())
        found = _replaced(project, made)
    complain(found)
    if has_errors(found):
        ctx.exit(CONTENT)
    if not quiet:
        say(f"recorded {outcome.item}: {outcome.status} on {outcome.day.isoformat()} in {shown(made.path)}:{made.line}")


def _replaced(project: Project, made: Plan) -> tuple[Diagnostic, ...]:
    """The register in one step; as it was before when its new words are not valid content."""
    with _restored(made) as keep:
        made.path.parent.mkdir(parents=True, exist_ok=True)
        _swap(made.path, made.text.encode())
        found = tuple(item for item in load(project)[1] if item.origin and item.origin.path == project.shown(made.path))
        if not has_errors(found):
            keep.append(made)
    return found


@contextmanager
def _restored(made: Plan) -> Iterator[list[Plan]]:
    """Puts the old bytes back unless the plan is kept."""
    before = None if made.is_new else made.path.read_bytes()
    kept: list[Plan] = []
    try:
        yield kept
    finally:
        if not kept and before is None:
            made.path.unlink(missing_ok=True)
        elif not kept and before is not None:
            _swap(made.path, before)


def _swap(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)
