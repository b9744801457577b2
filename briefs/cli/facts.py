"""`briefs facts`: which facts are due for review, who reviews them, and where they are used."""

from datetime import date
from pathlib import Path
from typing import Any

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import DAY, content_options, project_of
from briefs.cli.table import table
from briefs.pipeline import compose_all
from briefs.project import today
from briefs.reports.freshness import Due, as_json, reviews


class _Due(click.ParamType[date]):
    """A day; the option without one means today."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        return today() if value == "today" else DAY.convert(value, param, ctx)


@click.command("facts")
@click.option(
    "--due", "by", type=_Due(), is_flag=False, flag_value="today", help="Facts to be reviewed by this day. [default: today]"
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the list is printed.")
@content_options
def command(by: date | None, form: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool) -> None:
    """List facts that are due for review, soonest first: id, review-by day, owner, source, and the products that show each."""
    project = project_of(content, templates, None, as_of)
    with failures():
        composed = compose_all(project)
    day = by or as_of or today()
    found = reviews(composed.resolved, composed.products, day)
    if form == "json":
        say(as_json(found))
        return
    if found:
        say(_table(found))
    if not quiet:
        say(f"{len(found)} of {len(composed.resolved.facts)} facts are due by {day.isoformat()}")


def _table(found: tuple[Due, ...]) -> str:
    """One line a fact, and one more for each further product that shows it."""
    rows: list[tuple[str, ...]] = []
    for item in found:
        fact = item.fact
        rows.append((fact.id, fact.review_by.isoformat(), fact.owner, fact.source, item.used[0] if item.used else "no product"))
        rows.extend(("", "", "", "", path) for path in item.used[1:])
    return table(("fact", "review by", "owner", "source", "used in"), rows)
