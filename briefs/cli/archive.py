"""`briefs archive`: one zip of published files for each audience, for those who hand them out."""

from pathlib import Path

import rich_click as click

from briefs.cli.build import shown
from briefs.cli.console import failures, say
from briefs.cli.options import FOLDER
from briefs.diagnostics import EnvironmentFault, error
from briefs.publish import archives


@click.command("archive")
@click.option("--out", type=FOLDER, default=Path("build"), show_default=True, help="The folder that a build published.")
@click.option("--to", type=FOLDER, required=True, help="Where the archives go.")
def command(out: Path, to: Path) -> None:
    """Write AUDIENCE.zip for each audience, with exactly the files that the manifest lists for it."""
    with failures():
        try:
            made = archives(out, to)
        except FileNotFoundError as fault:
            hint = "run 'briefs build' first"
            raise EnvironmentFault(error("B701", None, f"nothing is published in '{shown(out)}'", hint)) from fault
    for path in made:
        say(f"wrote {shown(path)}")
