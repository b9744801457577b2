"""`briefs schema`: JSON Schemas of all content files, so that an editor completes and checks."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.build import shown
from briefs.cli.console import CONTENT, complain, failures, say
from briefs.cli.options import content_options, project_of
from briefs.diagnostics import ContentError
from briefs.load import load
from briefs.load.schemas import FOLDER, blind, present, stale, wanted
from briefs.project import Project


@click.command("schema")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; say which schemas are not current.")
@content_options
@click.pass_context
def command(
    ctx: click.Context, only_check: bool, content: Path | None, templates: Path | None, as_of: date | None, quiet: bool
) -> None:
    """Write the JSON Schemas of content/.schema/, with the project's audiences, units, sources and backlog to choose from."""
    project = project_of(content, templates, None, as_of)
    with failures():
        texts = _texts(project)
        faults = stale(project, texts)
        if only_check:
            complain(faults)
        else:
            write(project, texts)
    if only_check and faults:
        ctx.exit(CONTENT)
    if not quiet:
        folder = shown(project.content / FOLDER)
        say(f"wrote {len(faults)} of {len(texts)} schemas to {folder}" if faults and not only_check else f"{folder} is current")


def _texts(project: Project) -> Mapping[str, str]:
    """The schemas; raises ContentError when names that they offer could not be read."""
    corpus, found = load(project)
    if blind(project, found):
        raise ContentError(found)
    return wanted(corpus)


def write(project: Project, texts: Mapping[str, str]) -> None:
    """Bring the folder up to date: what is current stays as it is, what belongs to nothing goes."""
    there = present(project)
    for name in there.keys() - texts.keys():
        there[name].unlink()
    for name, text in texts.items():
        path = project.content / FOLDER / name
        if name not in there or path.read_bytes() != text.encode():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
