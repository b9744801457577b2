"""`briefs impact`: what a change of one fact touches."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import content_options, project_of
from briefs.diagnostics import nearest
from briefs.pipeline import compose_all
from briefs.reports.freshness import impact


@click.command("impact")
@click.argument("fact")
@content_options
def command(fact: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool) -> None:
    """List the sections, slides, records, charts and products that FACT reaches."""
    project = project_of(content, templates, None, as_of)
    with failures():
        composed = compose_all(project)
    if fact not in composed.resolved.facts:
        raise click.UsageError(f"unknown fact '{fact}'; {nearest(fact, composed.resolved.facts)}")
    found = impact(fact, composed.resolved, [(product.meta, product.uses) for _, product in composed.products])
    if not quiet:
        say(composed.resolved.facts[fact].text)
    for what in ("sections", "slides", "records", "charts", "products"):
        names = getattr(found, what)
        say(f"{what}: {', '.join(names) if names else 'none'}")
