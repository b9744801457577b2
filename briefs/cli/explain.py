"""`briefs explain`: each block of a section in or out for each audience, the source line that decided, and the products."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.console import failures, say
from briefs.cli.options import content_options, project_of
from briefs.cli.table import table
from briefs.diagnostics import nearest
from briefs.model.audience import Audiences
from briefs.model.content import Corpus
from briefs.model.visibility import with_readers
from briefs.pipeline import read
from briefs.reports.appears import Appearance, appears
from briefs.reports.explain import Explained, explain


@click.command("explain")
@click.argument("section")
@click.option("--for", "audience", help="Only this audience. [default: a column for each]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How the list is printed.")
@content_options
def command(
    section: str, audience: str | None, form: str, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool
) -> None:
    """Show each block of SECTION in or out for an audience, what decided, and which products show it or why they do not.

    A cell names the audience or group of the deciding tag by which one is in; `-` is out.
    """
    project = project_of(content, templates, None, as_of)
    with failures():
        corpus = with_readers(read(project)[0])
    if section not in corpus.sections:
        raise click.UsageError(f"unknown section '{section}'; {nearest(section, corpus.sections)}")
    if audience and audience not in corpus.audiences.everyone:
        raise click.UsageError(f"unknown audience '{audience}'; {nearest(audience, corpus.audiences.everyone)}")
    columns = (audience,) if audience else tuple(row.id for row in corpus.audiences.rows)
    found, shown = explain(corpus.sections[section]), appears(corpus.sections[section], corpus, columns)
    if form == "json":
        say(_json(section, found, shown, columns, corpus))
        return
    say(f"{corpus.sections[section].mark.origin.path}\n\n{_blocks(found, columns, corpus.audiences)}")
    if not quiet:
        say(f"\n{table(('product', '', 'why'), [(row.product, 'in' if row.shown else '-', row.why) for row in shown])}")


def _blocks(found: Sequence[Explained], columns: tuple[str, ...], audiences: Audiences) -> str:
    rows = [
        (
            str(item.origin.line),
            item.what,
            *(item.through(name, audiences) or "-" for name in columns),
            f"{item.by}, {item.decided.line}:{item.decided.column}",
        )
        for item in found
    ]
    return table(("line", "block", *columns, "decided by"), rows, frozenset({0}))


def _json(section: str, found: Sequence[Explained], shown: Sequence[Appearance], columns: tuple[str, ...], corpus: Corpus) -> str:
    """`{section, path, blocks: [{line, depth, kind, text, in, out, by, tag, decided}], products: [{product, shown, why}]}`."""
    blocks = [
        {
            "line": item.origin.line,
            "depth": item.depth,
            "kind": item.kind,
            "text": item.text,
            "in": {name: item.through(name, corpus.audiences) for name in columns if name in item.readers},
            "out": [name for name in columns if name not in item.readers],
            "by": item.by,
            "tag": list(item.tag.names) if item.tag else [],
            "decided": str(item.decided),
        }
        for item in found
    ]
    products = [{"product": row.product, "shown": row.shown, "why": row.why} for row in shown]
    path = corpus.sections[section].mark.origin.path
    rows = {"section": section, "path": path, "blocks": blocks, "products": products}
    return json.dumps(rows, indent=2, ensure_ascii=False)
