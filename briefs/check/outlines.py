"""Briefs: outlines name what exists, mandatory parts are there, paths are unique and stay inside, drafts are said."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from briefs.check.references import marks
from briefs.diagnostics import Diagnostic, error, nearest, warning
from briefs.model.content import PARTS, Brief, Corpus, PartEntry, SectionEntry
from briefs.model.nodes import Mark
from briefs.model.paths import product_path


def entries(corpus: Corpus) -> Iterator[Diagnostic]:
    """B401 for an outline that names an unknown section or slide."""
    slides = marks("section", corpus) or {}
    for brief in corpus.briefs.values():
        for entry in brief.outline:
            if isinstance(entry, SectionEntry):
                yield from _section(entry, slides, corpus)


def _section(entry: SectionEntry, slides: dict[str, Mark], corpus: Corpus) -> Iterator[Diagnostic]:
    if entry.section not in corpus.sections:
        if "section" not in corpus.unread:
            hint = nearest(entry.section, corpus.sections)
            yield error("B401", entry.mark.origin, f"unknown section '{entry.section}'", hint)
        return
    for name in entry.slides or ():
        if f"{entry.section}#{name}" not in slides and not corpus.sections[entry.section].draft:
            own = [key.partition("#")[2] for key in slides if key.startswith(f"{entry.section}#")]
            yield error("B401", entry.mark.origin, f"section '{entry.section}' has no slide '{name}'", nearest(name, own))


def mandatory(corpus: Corpus) -> Iterator[Diagnostic]:
    """B402 for a brief without one of its mandatory parts."""
    for brief in corpus.briefs.values():
        have = {entry.part for entry in brief.outline if isinstance(entry, PartEntry)}
        for part in PARTS:
            if part not in have and not (part == "asks" and brief.asks_because):
                hint = f"add '- {part}: true' to the outline"
                if part == "asks":
                    hint += ", or 'asks: none' with 'because:'"
                yield error("B402", brief.mark.origin, f"brief '{brief.id}' has no part '{part}'", hint)


def paths(corpus: Corpus) -> Iterator[Diagnostic]:
    """B403 for two products of one path, also by case, and for a path that leaves the output folder."""
    taken: dict[str, str] = {}
    for brief in corpus.briefs.values():
        for audience in corpus.audiences.rows:
            if audience.id in brief.mark.readers:
                try:
                    path = product_path(brief, audience)
                except ValueError as fault:
                    yield error("B403", brief.mark.origin, f"path '{brief.path}': {fault}", "write {organisation}/{title}")
                    break
                yield from _place(path, f"{brief.id}@{audience.id}", brief, taken)
                taken.setdefault(path.casefold(), f"{brief.id}@{audience.id}")


def _place(path: str, product: str, brief: Brief, taken: dict[str, str]) -> Iterator[Diagnostic]:
    parts = PurePosixPath(path).parts
    if path.startswith("/") or "\\" in path or ".." in parts or not parts:
        yield error("B403", brief.mark.origin, f"the path '{path}' of {product} leaves the output folder", "use a relative path")
    other = taken.get(path.casefold())
    if other is not None:
        hint = "add {reader} or {audience} to 'path'"
        yield error("B403", brief.mark.origin, f"{product} and {other} would both be written to '{path}'", hint)


def drafts(corpus: Corpus) -> Iterator[Diagnostic]:
    """B404 for each outline entry that names a draft: built without it, refused by a release."""
    for brief in corpus.briefs.values():
        for entry in brief.outline:
            section = corpus.sections.get(entry.section) if isinstance(entry, SectionEntry) else None
            if section is not None and section.draft:
                text = f"section '{section.id}' is a draft; '{brief.id}' is built without it"
                yield warning("B404", entry.mark.origin, text, "finish it, or take it out of the outline")
