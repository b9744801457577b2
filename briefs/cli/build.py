"""`briefs build`: make, prove and publish products; prints a table of what it wrote and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from briefs.cli.console import complain, failures, progress, say
from briefs.cli.options import content_options, out_option, project_of
from briefs.cli.table import table
from briefs.model.content import FORMATS, Format
from briefs.model.options import Options
from briefs.project import Project, processors, working_folder
from briefs.publish import Published, Row, is_current, read_manifest

if TYPE_CHECKING:
    from briefs.pipeline import Made

CHOICE = click.Choice(FORMATS)


@click.command("build")
@click.argument("products", nargs=-1, metavar="[PRODUCT…]")
@click.option("--audience", "audiences", multiple=True, help="Only this audience's products; may be repeated.")
@click.option("--format", "formats", multiple=True, type=CHOICE, help="Only this format; may be repeated. [default: the brief's]")
@click.option("--release", is_flag=True, help="Refuse overdue facts and drafts.")
@click.option("--paginate", is_flag=True, help="Page numbers in contents and lists of Word briefs, from a print by LibreOffice.")
@click.option("--jobs", type=click.IntRange(1), help="Processes. [default: one for each processor]")
@out_option
@content_options
def command(
    products: tuple[str, ...],
    audiences: tuple[str, ...],
    formats: tuple[Format, ...],
    release: bool,
    paginate: bool,
    jobs: int | None,
    out: Path | None,
    content: Path | None,
    templates: Path | None,
    as_of: date | None,
    quiet: bool,
) -> None:
    """Write products into the output folder: all of them, or each PRODUCT (`brief` or `brief@audience`).

    Everything is made and proven in memory first; a failure replaces nothing.
    """
    project = project_of(content, templates, out, as_of)
    options = Options(products, audiences, formats, release, paginate)
    with failures():
        if is_current(project.out, project.inputs(options)):
            if not quiet:
                say(written(project, read_manifest(project.out)))
                say("nothing changed since the last build")
            return
        published, made = run(project, options, jobs, quiet)
        if not quiet:
            say(written(project, published.rows))
            say(summary(published))
        complain(made.warnings)


def run(project: Project, options: Options, jobs: int | None, quiet: bool) -> tuple[Published, Made]:
    """Build with progress, on as many processes as asked."""
    from briefs.pipeline import build  # noqa: PLC0415 - the stages cost most of the start-up, and often nothing has changed

    with pool(jobs or processors()) as executor, progress(quiet) as report:
        return build(project, options, executor, report)


@contextmanager
def pool(jobs: int) -> Iterator[Executor | None]:
    """A process pool, or None for one process."""
    if jobs == 1:
        yield None
    else:
        with ProcessPoolExecutor(jobs) as executor:
            yield executor


def written(project: Project, rows: Sequence[Row]) -> str:
    """The table of all published files, and where they are."""
    lines = [(row.product, row.format, _extent(row), f"{row.words:,}", f"{row.bytes / 1000:,.0f} kB", row.path) for row in rows]
    header = ("product", "format", "pages or slides", "words", "size", "file")
    files = "1 file" if len(rows) == 1 else f"{len(rows)} files"
    return f"{table(header, lines, frozenset({2, 3, 4}))}\n{files} in {shown(project.out)}"


def summary(published: Published) -> str:
    """What a publication changed, file by file."""
    parts = [
        *(f"wrote {path}" for path in published.written),
        *(f"removed {path}, which no product makes any more" for path in published.removed),
        *(f"kept your edited copy as {path}" for path in published.kept),
    ]
    same = f"{len(published.unchanged)} unchanged" if published.unchanged else ""
    return "\n".join([*parts, *([same] if same else [])]) if parts else "nothing changed since the last build"


def shown(path: Path) -> str:
    """A path as a person would type it: relative when it is below the working folder."""
    here = working_folder()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _extent(row: Row) -> str:
    if row.slides is not None:
        return f"{row.slides} slides"
    return f"{row.pages} pages" if row.pages is not None else "-"
