"""`briefs compare`: what one audience reads that another does not."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import content_options, project_of
from briefs.diagnostics import nearest
from briefs.pipeline import read, selections
from briefs.reports.compare import Difference, compare


@click.command("compare")
@click.argument("first")
@click.argument("second")
@content_options
def command(first: str, second: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool) -> None:
    """Show each line that FIRST and SECOND, two audiences, read differently: `+` only the first, `-` only the second."""
    project = project_of(content, templates, None, as_of)
    with failures():
        corpus, _ = read(project)
        known = corpus.audiences.everyone
        for name in (first, second):
            if name not in known:
                raise click.UsageError(f"unknown audience '{name}'; {nearest(name, known)}")
        found = compare(*selections(corpus, (first, second)))
    for item in found:
        say(_shown(item))
    if not quiet:
        say(f"{len(found)} differences between {first} and {second}")


def _shown(item: Difference) -> str:
    lines = [f"{item.origin}"]
    lines += [f"  + {item.first}"] if item.first else []
    lines += [f"  - {item.second}"] if item.second else []
    return "\n".join(lines)
