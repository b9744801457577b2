"""`briefs compare`: what one audience reads that another does not."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import content_options, project_of
from briefs.diagnostics import nearest
from briefs.pipeline import compose_all, selections
from briefs.reports.compare import as_json, as_text, compare, shown_in


@click.command("compare")
@click.argument("first")
@click.argument("second")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the list is printed.")
@content_options
def command(
    first: str, second: str, form: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool
) -> None:
    """Show what FIRST and SECOND, two audiences, read differently: `+` the first, `-` the second, each difference once.

    Sections, records and their fields, names of terms, facts, charts, diagrams and products; each with the products that show it.
    """
    project = project_of(content, templates, None, as_of)
    with failures():
        composed = compose_all(project)
    known = composed.corpus.audiences.everyone
    for name in (first, second):
        if name not in known:
            raise click.UsageError(f"unknown audience '{name}'; {nearest(name, known)}")
    found = compare(*selections(composed.corpus, (first, second)))
    products = shown_in([(product.meta, product.uses) for _, product in composed.products], (first, second))
    if form == "json":
        say(as_json(found, (first, second), products))
    elif found or not quiet:
        say(as_text(found, (first, second), products))
