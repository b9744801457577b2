"""`briefs regenerate`: the scheduled command; says which files changed, and touches nothing when none did."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.build import run, shown, summary
from briefs.cli.console import complain, failures, say
from briefs.cli.options import content_options, out_option, project_of
from briefs.model.options import Options
from briefs.publish import is_current


@click.command("regenerate")
@click.option("--release", is_flag=True, help="Refuse overdue facts and drafts.")
@click.option("--jobs", type=click.IntRange(1), help="Processes. [default: one for each processor]")
@out_option
@content_options
def command(
    release: bool,
    jobs: int | None,
    out: Path | None,
    content: Path | None,
    templates: Path | None,
    as_of: date | None,
    quiet: bool,
) -> None:
    """Check, build, verify, replace what changed, and say what; a failure replaces nothing."""
    project = project_of(content, templates, out, as_of)
    options = Options(release=release)
    with failures():
        if is_current(project.out, project.inputs(options)):
            say(f"nothing changed; {shown(project.out)} is current")
            return
        published, made = run(project, options, jobs, quiet)
        say(summary(published) if published.changed else f"nothing changed; {shown(project.out)} is current")
        complain(made.warnings)
