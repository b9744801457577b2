"""`briefs check`: everything that is wrong with the content, at once, as text, JSON or GitHub annotations."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import CONTENT, complain, counted, failures, say, say_error
from briefs.cli.options import content_options, project_of
from briefs.cli.remembered import key, recall, remember
from briefs.diagnostics import ContentError, Diagnostic, as_github, as_json, has_errors
from briefs.project import Project


@click.command("check")
@click.option("--release", is_flag=True, help="Refuse overdue facts and drafts.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How complaints are printed."
)
@content_options
@click.pass_context
def command(
    ctx: click.Context, release: bool, form: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool
) -> None:
    """Find everything that is wrong with the content: references, audiences, names, evidence, budgets and fit; write nothing."""
    project = project_of(content, templates, None, as_of)
    with failures():
        digest = key(project, release)
        found = recall(project, release, digest)
        if found is None:
            found = _found(project, release)
            if key(project, release) == digest:
                remember(project, release, digest, found)
        _print(found, form, quiet, _below(project.content.parent))
    if has_errors(found):
        ctx.exit(CONTENT)


def _found(project: Project, release: bool) -> tuple[Diagnostic, ...]:
    """Read everything and compose all products."""
    from briefs.pipeline import compose_all, contract  # noqa: PLC0415 - costs most of what a check with nothing to do takes

    try:
        made = compose_all(project, release)
        return (*made.found, *contract(project, {form for brief, _ in made.products for form in brief.formats}))
    except ContentError as fault:
        return fault.diagnostics


def _below(folder: Path) -> str:
    """Where the project lies in its repository, whose root is what GitHub names files from; empty at the root or without one."""
    root = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    inside = folder.relative_to(root).as_posix()
    return "" if inside == "." else inside


def _print(found: tuple[Diagnostic, ...], form: str, quiet: bool, below: str) -> None:
    if form == "json":
        say(as_json(found))
    elif form == "github" and found:
        say(as_github(found, below))
    elif form == "text":
        complain(found)
    if form != "text" and found:
        say_error(counted(found))
    elif not found and form == "text" and not quiet:
        say("no complaints")
