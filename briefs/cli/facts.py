"""`briefs facts`: which facts are due for review, and who reviews them."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import DAY, content_options, project_of
from briefs.cli.table import table
from briefs.pipeline import read
from briefs.project import today
from briefs.reports.freshness import due


@click.command("facts")
@click.option("--due", "by", type=DAY, help="Facts to be reviewed by this day. [default: today]")
@content_options
def command(by: date | None, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool) -> None:
    """List facts that are due for review: id, review-by day, owner, source."""
    project = project_of(content, templates, None, as_of)
    with failures():
        corpus, _ = read(project)
    day = by or as_of or today()
    found = due(corpus.facts.values(), day)
    if found:
        rows = [(fact.id, fact.review_by.isoformat(), fact.owner, corpus.sources[fact.source].url) for fact in found]
        say(table(("fact", "review by", "owner", "source"), rows))
    if not quiet:
        say(f"{len(found)} of {len(corpus.facts)} facts are due by {day.isoformat()}")
