"""`briefs select`: the deployment variant that a customer's needs and a region leave, and what rules the others out."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import content_options, project_of
from briefs.diagnostics import nearest
from briefs.pipeline import read
from briefs.reports.selection import as_json, as_text, choose, needs_of


@click.command("select")
@click.option("--region", required=True, help="The region that is asked for; known are those of the register.")
@click.option("--needs", required=True, metavar="NEED,…", help="Needs of the register, separated by commas.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the answer is printed.")
@content_options
def command(
    region: str, needs: str, form: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool
) -> None:
    """Choose a variant: strike what a need rules out, then take the one with the fewest doubts.

    What nobody has recorded about the region is printed as an open question, with the variants that its answer would rule out.
    """
    project = project_of(content, templates, None, as_of)
    with failures():
        corpus, _ = read(project)
    known = needs_of(corpus)
    wanted = tuple(name.strip() for name in needs.split(",") if name.strip())
    for name in wanted:
        if name not in known:
            raise click.UsageError(f"unknown need '{name}'; {nearest(name, known)}")
    if not wanted:
        raise click.UsageError(f"name at least one need; {nearest('', known)}")
    choice = choose(corpus, region, wanted)
    if form == "json":
        say(as_json(choice))
        return
    answer = as_text(choice)
    say(answer.splitlines()[0] if quiet else answer)
