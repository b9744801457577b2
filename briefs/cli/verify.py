"""`briefs verify`: every proof on finished files, as the build does it before it publishes anything."""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import rich_click as click

from briefs.cli.build import shown
from briefs.cli.console import PROOF, complain, failures, say
from briefs.cli.options import content_options, project_of
from briefs.diagnostics import Diagnostic, has_errors, warning
from briefs.pipeline import prove_files
from briefs.publish import Row, read_manifest
from briefs.verify import pictures

SUFFIXES = (".docx", ".pptx", ".md", ".html")


@dataclass(frozen=True, slots=True)
class Found:
    file: Path
    row: Row | None
    """The file's row in the manifest of its folder or of one above."""


@click.command("verify")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILE…|DIR")
@content_options
def command(paths: tuple[Path, ...], content: Path | None, templates: Path | None, as_of: date | None, quiet: bool) -> None:
    """Prove finished files against the content: nothing of another audience, no forbidden spelling, metadata ours, package whole.

    Whose file it is, the manifest beside it says. A file that no manifest lists is held against the rules that need no audience.
    """
    project = project_of(content, templates, None, as_of)
    found = list(_found(paths))
    if not found:
        raise click.UsageError("there is no finished file in what you named")
    with failures():
        complaints = prove_files(project, [(str(item.file), item.file.read_bytes(), _audience(item)) for item in found])
    complain([*_edited(found), *complaints])
    unowned = [item for item in found if item.row is None]
    for item in unowned:
        say(f"{shown(item.file)}: no manifest lists it, so whether it leaks is not proven; only what needs no audience is")
    if has_errors(complaints):
        sys.exit(PROOF)
    proven = len(found) - len(unowned)
    if not quiet:
        unread = sum(pictures(item.file.name, item.file.read_bytes()) for item in found)
        if unread:
            say(f"{unread} {'picture is' if unread == 1 else 'pictures are'} pixels, which no proof reads: a person has to look")
        say(f"{proven} {'file' if proven == 1 else 'files'} proven" + (f", {len(unowned)} in part" if unowned else ""))


def _audience(item: Found) -> str:
    return item.row.audience if item.row else ""


def _found(paths: tuple[Path, ...]) -> Iterator[Found]:
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix in SUFFIXES and file.name != "index.html" and file.is_file():
                yield Found(file, _row(file.resolve()))


def _row(file: Path) -> Row | None:
    for folder in file.parents:
        for row in read_manifest(folder):
            if folder / row.path == file:
                return row
    return None


def _edited(found: list[Found]) -> Iterator[Diagnostic]:
    for item in found:
        if item.row and hashlib.sha256(item.file.read_bytes()).hexdigest() != item.row.sha256:
            text = f"'{shown(item.file)}' is not the file that was published"
            yield warning("B702", None, text, "a person changed it, or it is of another edition")
