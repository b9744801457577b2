"""`briefs impact`: what a change of one fact, term, source or result touches."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import content_options, project_of
from briefs.diagnostics import nearest
from briefs.pipeline import compose_all
from briefs.reports.impact import as_json, as_text, impact, target_of


@click.command("impact")
@click.argument("fact")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the list is printed.")
@content_options
def command(fact: str, form: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool) -> None:
    """List what FACT reaches: sections, records, models, charts, and in each product the headings or slides.

    FACT is a fact's id; `term:ID`, `source:ID`, `result:MODEL.NAME`, `model:ID` or a record, `ask:ID`, are answered alike.
    """
    project = project_of(content, templates, None, as_of)
    with failures():
        composed = compose_all(project)
    target, known = target_of(fact, composed.resolved)
    if target is None:
        kind = fact.rpartition(":")[0] or "fact"
        raise click.UsageError(f"unknown {kind} '{fact.rpartition(':')[2]}'; {nearest(fact, known)}")
    found = impact(target, composed.resolved, composed.products)
    if form == "json":
        say(as_json(found))
        return
    if not quiet:
        say(f"{found.text}\n")
    say(as_text(found))
