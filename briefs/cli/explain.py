"""`briefs explain`: each block of a section in or out for each audience, and the source line that decided."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import content_options, project_of
from briefs.cli.table import table
from briefs.diagnostics import nearest
from briefs.model.content import Corpus, Section
from briefs.model.visibility import with_readers
from briefs.pipeline import read
from briefs.reports.explain import explain


@click.command("explain")
@click.argument("section")
@click.option("--for", "audience", help="Only this audience. [default: a column for each]")
@content_options
def command(
    section: str, audience: str | None, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool
) -> None:
    """Show each block of SECTION in or out for an audience, and what decided: the tag nearest around it."""
    project = project_of(content, templates, None, as_of)
    with failures():
        corpus = with_readers(read(project)[0])
    if section not in corpus.sections:
        raise click.UsageError(f"unknown section '{section}'; {nearest(section, corpus.sections)}")
    if audience and audience not in corpus.audiences.everyone:
        raise click.UsageError(f"unknown audience '{audience}'; {nearest(audience, corpus.audiences.everyone)}")
    columns = (audience,) if audience else tuple(row.id for row in corpus.audiences.rows)
    say(_explained(corpus.sections[section], columns))
    if not quiet:
        say(_products(corpus, section, columns))


def _explained(section: Section, audiences: tuple[str, ...]) -> str:
    rows = [
        (str(item.origin.line), item.what, *("in" if name in item.readers else "out" for name in audiences), str(item.decided))
        for item in explain(section)
    ]
    return table(("line", "block", *audiences, "decided at"), rows, frozenset({0}))


def _products(corpus: Corpus, section: str, audiences: tuple[str, ...]) -> str:
    """Which products of the audiences have the section in their outline."""
    named = [
        f"{brief.id}@{audience}"
        for brief in corpus.briefs.values()
        for audience in audiences
        if audience in brief.mark.readers and any(getattr(entry, "section", "") == section for entry in brief.outline)
    ]
    return f"in the outline of {', '.join(named)}" if named else "in no outline"
