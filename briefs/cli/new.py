"""`briefs new`: a valid skeleton of a section, fact, term, record or brief, kept out of every product until its author acts."""

from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.build import shown
from briefs.cli.console import CONTENT, complain, failures, say
from briefs.cli.options import content_options, project_of
from briefs.diagnostics import has_errors
from briefs.load import load
from briefs.load.start import KINDS, Plan, Request, plan


@click.command("new")
@click.argument("kind", type=click.Choice(KINDS), metavar="section|fact|term|ask|brief|…")
@click.argument("identity", metavar="ID")
@click.option("--area", default="", help="The folder of a section. [default: the first]")
@click.option(
    "--file", default="", help="The file of a fact. [default: facts/PREFIX.yaml, by what stands before the id's first point]"
)
@click.option("--audience", default="", help="Who may read it, as 'a, b'. [default: the file's, else the first audience alone]")
@click.option("--owner", default="", help="The role that answers for it.")
@click.option("--title", default="", help="What a reader sees; a term's name.")
@click.option("--source", default="", help="The source of a fact, which it needs.")
@click.option("--value", default="", help="The number of a fact.")
@click.option("--unit", default="", help="The unit of the number.")
@content_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    kind: str,
    identity: str,
    audience: str,
    content: Path | None,
    templates: Path | None,
    as_of: date | None,
    quiet: bool,
    **words: str,
) -> None:
    """Write a valid skeleton, say where, and what to do next.

    KIND is section, fact, term, brief, or a register's: ask, risk, gate and so on. What has to be replaced says so. Sections,
    records and briefs begin as drafts; nothing prints a fact or a term until something refers to it. Nothing is overwritten.
    """
    project = project_of(content, templates, None, as_of)
    names = tuple(part.strip() for part in audience.split(",") if part.strip())
    with failures():
        made = plan(project, Request(kind, identity, audience=names, **words))
        _write(made)
        found = tuple(item for item in load(project)[1] if item.origin and item.origin.path == project.shown(made.path))
    complain(found)
    if has_errors(found):
        ctx.exit(CONTENT)
    if not quiet:
        say(f"wrote {shown(made.path)}:{made.line}")
        say(f"next: replace its words, run 'briefs check', then {made.needs} to have it printed")


def _write(made: Plan) -> None:
    """A new file is made only where there is none; an old one keeps all that it had."""
    made.path.parent.mkdir(parents=True, exist_ok=True)
    if made.is_new:
        with made.path.open("x", encoding="utf-8", newline="") as file:
            file.write(made.text)
        return
    beside = made.path.with_name(f".{made.path.name}.new")
    beside.write_bytes(made.text.encode())
    beside.replace(made.path)
