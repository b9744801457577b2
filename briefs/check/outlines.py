"""Briefs: outlines name what exists, mandatory parts are there, paths are unique and stay inside, drafts are said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefs.check.references import marks
from briefs.diagnostics import Diagnostic, error, nearest, warning
from briefs.model.content import PARTS, Brief, Corpus, PartEntry, PartName, SectionEntry
from briefs.model.nodes import Mark
from briefs.model.paths import product_path


def entries(corpus: Corpus) -> Iterator[Diagnostic]:
    """B401 for an outline that names an unknown section or slide."""
    slides = marks("section", corpus)
    for brief in corpus.briefs.values():
        for entry in brief.outline:
            if isinstance(entry, SectionEntry):
                yield from _softened(brief, _section(entry, slides, corpus))


def _softened(brief: Brief, found: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    """A draft's errors become warnings: it is not built."""
    return (replace(item, severity="warning") if brief.draft else item for item in found)


def _section(entry: SectionEntry, slides: dict[str, Mark], corpus: Corpus) -> Iterator[Diagnostic]:
    if entry.section not in corpus.sections:
        if not corpus.left_out("section", entry.section):
            hint = nearest(entry.section, corpus.sections)
            yield error("B401", entry.mark.origin, f"unknown section '{entry.section}'", hint)
        return
    for name in entry.slides or ():
        if f"{entry.section}#{name}" not in slides and not corpus.sections[entry.section].draft:
            own = [key.partition("#")[2] for key in slides if key.startswith(f"{entry.section}#")]
            yield error("B401", entry.mark.origin, f"section '{entry.section}' has no slide '{name}'", nearest(name, own))


def mandatory(corpus: Corpus) -> Iterator[Diagnostic]:
    """B402 for a brief without one of its mandatory parts, or with one that some of its readers do not see."""
    for brief in corpus.briefs.values():
        for part in PARTS:
            if not (part == "asks" and brief.asks_because):
                yield from _softened(brief, _part(brief, part))


def _part(brief: Brief, part: PartName) -> Iterator[Diagnostic]:
    """At the outline that lacks the part, or at the tag that keeps it from somebody."""
    marks = [entry.mark for entry in brief.outline if isinstance(entry, PartEntry) and entry.part == part]
    without = brief.mark.readers - frozenset().union(*(mark.readers for mark in marks))
    if not marks:
        hint = f"add '- {part}: true' to the outline"
        if part == "asks":
            hint += ", or 'asks: none' with 'because:'"
        yield error("B402", brief.place("outline"), f"brief '{brief.id}' has no part '{part}'", hint)
    elif without:
        text = f"brief '{brief.id}' has no part '{part}' for {', '.join(sorted(without))}"
        tag = marks[-1].tag
        place = tag.origin if tag else marks[-1].origin
        yield error("B402", place, text, "every reader of a product gets its mandatory parts: widen the entry")


def paths(corpus: Corpus) -> Iterator[Diagnostic]:
    """B403 for two products of one path, also by case, and for a path that leaves the output folder or no disk can hold."""
    taken: dict[str, tuple[str, Brief]] = {}
    for row in corpus.audiences.rows:
        if (fault := _unfit(row.organisation)) or "/" in row.organisation:
            text = f"the organisation '{row.organisation}' cannot be a folder's name"
            yield error("B403", row.origin, text, f"{fault or 'it is one folder and takes no slash'}; write it otherwise")
    for brief in corpus.briefs.values():
        for audience in corpus.audiences.rows if not brief.draft else ():
            if audience.id in brief.mark.readers:
                try:
                    path = product_path(brief, audience)
                except ValueError as fault:
                    yield error("B403", brief.place("path"), f"path '{brief.path}': {fault}", "write {organisation}/{title}")
                    break
                yield from _place(path, f"{brief.id}@{audience.id}", brief)
                other = taken.setdefault(path.casefold(), (f"{brief.id}@{audience.id}", brief))
                yield from _shared(path, f"{brief.id}@{audience.id}", brief, other)


def _place(path: str, product: str, brief: Brief) -> Iterator[Diagnostic]:
    parts, place = path.split("/"), brief.place("path", "title")
    if path.startswith("/") or "\\" in path or ".." in parts or not path:
        yield error("B403", place, f"the path '{path}' of {product} leaves the output folder", "use a relative path")
    elif fault := next((fault for part in parts if (fault := _unfit(part))), ""):
        hint = f"{fault}; set 'path' or another title"
        yield error("B403", place, f"the path '{path}' of {product} is none that every disk can hold", hint)
    elif parts[-1].casefold() in TAKEN or parts[0].casefold() == MANIFEST:
        text = f"the path '{path}' of {product} is that of a page which the build writes itself"
        yield error("B403", place, text, "change the last part of 'path'")


def _shared(path: str, product: str, brief: Brief, other: tuple[str, Brief]) -> Iterator[Diagnostic]:
    """Two audiences of a brief are told apart by its path, two briefs by their paths or titles."""
    name, holder = other
    if name == product:
        return
    hint = "add {reader} or {audience} to 'path'"
    if holder.id != brief.id:
        hint = f"set another 'path' or title here, or at {holder.place('path', 'title')}"
    text = f"{product} and {name} would both be written to '{path}'"
    yield error("B403", brief.place("path", "title"), text, hint)


TAKEN = frozenset({"index"})
"""Names, without suffix, of pages beside the products."""
MANIFEST = "manifest.json"
_LONGEST = 200
"""Bytes of a name; disks take 255, and suffixes and marks of versions come to it."""
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))})
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def _unfit(part: str) -> str:
    """Why a name cannot be a file's or folder's on every system; empty when it can."""
    if found := _FORBIDDEN.search(part):
        return f"Windows allows no '{found.group()}' in a name"
    if not part or part != part.strip() or part.startswith(".") or part.endswith("."):
        return "a name neither is empty nor begins with a point, nor ends with a point or a space"
    if part.partition(".")[0].casefold() in _DEVICES:
        return f"Windows keeps the name '{part}' for a device"
    return f"a name has at most {_LONGEST} bytes" if len(part.encode()) > _LONGEST else ""


def drafts(corpus: Corpus) -> Iterator[Diagnostic]:
    """B404 for each outline entry that names a draft: built without it, refused by a release."""
    for brief in corpus.briefs.values():
        for entry in brief.outline:
            section = corpus.sections.get(entry.section) if isinstance(entry, SectionEntry) else None
            if section is not None and section.draft:
                text = f"section '{section.id}' is a draft; '{brief.id}' is built without it"
                yield warning("B404", entry.mark.origin, text, "finish it, or take it out of the outline")
