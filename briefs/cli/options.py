"""Options that several commands share, and the project that they describe."""

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from briefs.project import Project, open_project

F = TypeVar("F", bound=Callable[..., Any])

FOLDER = click.Path(file_okay=False, path_type=Path)


def content_options(command: F) -> F:
    """`--content DIR`, `--templates DIR`, `--as-of DATE`, `--quiet`."""
    command = click.option("--quiet", "-q", is_flag=True, help="Say only what is wrong.")(command)
    command = click.option(
        "--as-of", type=DAY, help="The day that files show and facts are judged on, instead of the edition's."
    )(command)
    command = click.option("--templates", type=FOLDER, help="The templates folder, instead of the project's or the engine's.")(
        command
    )
    return click.option("--content", type=FOLDER, help="The content folder itself. [default: ./content]")(command)


def out_option(command: F) -> F:
    """`--out DIR`."""
    return click.option("--out", type=FOLDER, help="The output folder. [default: build beside the content folder]")(command)


class _Day(click.ParamType[date]):
    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"'{value}' is not a date; write it as 2026-11-23", param, ctx)


DAY = _Day()


def project_of(content: Path | None, templates: Path | None, out: Path | None, as_of: date | None) -> Project:
    """The project of a command line; a usage error (exit code 2) when there is no content folder."""
    project = open_project(content, templates, out, as_of)
    if not os.path.isdir(project.content):
        raise click.UsageError(f"there is no content folder at '{project.content}'; name it with --content")
    if not os.path.isdir(project.templates):
        raise click.UsageError(f"there is no templates folder at '{project.templates}'; name it with --templates")
    return project
