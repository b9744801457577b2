"""Words, progress and exit codes; each command is a module that is imported when it is called."""

import gc
import importlib
from collections.abc import Mapping

import rich_click as click

COMMANDS: Mapping[str, tuple[str, str]] = {
    "build": ("briefs.cli.build", "Write the products into the output folder, all or nothing."),
    "check": ("briefs.cli.check", "Find everything that is wrong with the content; write nothing."),
    "explain": ("briefs.cli.explain", "Show each block of a section in or out for an audience, and what decided."),
    "compare": ("briefs.cli.compare", "Show what one audience reads that another does not."),
    "facts": ("briefs.cli.facts", "List the facts that are due for review."),
    "impact": ("briefs.cli.impact", "List what a change of one fact touches."),
    "coverage": ("briefs.cli.coverage", "List the backlog's items: delivered by what, partial, or missing."),
    "verify": ("briefs.cli.verify", "Prove finished files: nothing leaks, nothing is broken."),
    "new": ("briefs.cli.new", "Write a valid skeleton of a section, fact, term, record or brief."),
    "select": ("briefs.cli.select", "Choose a deployment variant by needs and region, with reasons."),
    "result": ("briefs.cli.result", "Record what a check has shown; a service's result follows from it."),
    "schema": ("briefs.cli.schema", "Write the JSON Schemas with which an editor completes and checks content."),
    "regenerate": ("briefs.cli.regenerate", "Check, build, verify, replace what changed, and say what."),
    "archive": ("briefs.cli.archive", "Write one archive of published files for each audience."),
}
"""Name -> module that holds its `command`, and the line that `--help` shows without importing it."""

CYCLES_AFTER = 200_000
"""Objects after which Python looks for cycles: content is trees, which have none, and the usual 700 take a fifth of a build."""


class LazyGroup(click.RichGroup):
    """A group that knows its commands' names and imports only the one that runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command by name and summary only: enough for `--help`, which asks for every one."""
        return click.RichCommand(name=cmd_name, help=COMMANDS[cmd_name][1]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and name in COMMANDS:
            command = importlib.import_module(COMMANDS[name][0]).command
        return name, command, rest


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="briefs")
def main() -> None:
    """Word briefs and PowerPoint decks for each audience, from one tagged content source.

    Exit codes: 0 done, 1 the content has errors, 2 the command line has, 3 a finished file failed its proofs (nothing is
    replaced), 4 the machine lacks something.
    """
    gc.set_threshold(CYCLES_AFTER)
