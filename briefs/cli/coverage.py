"""`briefs coverage`: the backlog's items, each delivered by what, partial, or missing and why."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli import COMMANDS
from briefs.cli.console import failures, say
from briefs.cli.options import content_options, project_of
from briefs.pipeline import compose_all
from briefs.reports.backlog import as_json, as_markdown, as_text
from briefs.reports.coverage import Shown, coverage


@click.command("coverage")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help="How the list is printed."
)
@content_options
def command(form: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool) -> None:
    """List the backlog's items: delivered by what and where, partial, or missing and why; from what products show.

    As Markdown it is the doc set's own list of what is to do. No build writes it: it names what some readers may not see.
    """
    project = project_of(content, templates, None, as_of)
    with failures():
        composed = compose_all(project)
    shown = [Shown(brief, product) for brief, product in composed.products]
    covered = coverage(composed.resolved, shown, COMMANDS)
    groups = composed.resolved.backlog.groups
    match form:
        case "json":
            say(as_json(covered))
        case "markdown":
            say(as_markdown(covered, groups, project.out.name))
        case _:
            say(as_text(covered, groups))
