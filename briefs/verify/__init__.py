"""Opens finished files itself and proves them: nothing leaks, nothing is broken; shares no code with what wrote them."""

import zipfile
from collections.abc import Iterator
from datetime import date

from briefs.diagnostics import Diagnostic, error, ordered
from briefs.model.artifact import Artifact
from briefs.verify.access import access
from briefs.verify.allowed import allowed, baseline
from briefs.verify.contrast import contrast
from briefs.verify.expectation import Expectation, expect
from briefs.verify.fit import fit
from briefs.verify.images import images
from briefs.verify.leaks import leaks
from briefs.verify.metadata import metadata
from briefs.verify.package import Package, opened
from briefs.verify.phrases import Pieces
from briefs.verify.structure import structure
from briefs.verify.texts import lines, texts
from briefs.verify.wording import of_view

__all__ = ["Expectation", "Pieces", "baseline", "expect", "of_view", "pictures", "prove", "verify", "whole"]

PIXELS = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf")


def verify(artifact: Artifact, expected: Expectation) -> tuple[Diagnostic, ...]:
    """Every complaint about a finished file; empty when it is proven."""
    return prove(artifact.path, artifact.data, expected)


def prove(path: str, data: bytes, expected: Expectation) -> tuple[Diagnostic, ...]:
    """The same for bytes from anywhere; the suffix of `path` says whether they are a package or text."""
    if not _is_package(path):
        return ordered(leaks(path, lines(data), expected))
    try:
        package = opened(data)
    except zipfile.BadZipFile as fault:
        return (_no_package(path, fault),)
    said = tuple(texts(package))
    told = (*leaks(path, said, expected), *allowed(path, said, expected))
    shown = images(path, package, expected.pictures, expected.audience)
    return ordered((*told, *shown, *_sound(path, package, expected.edition)))


def whole(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    """What can be proven of a file without knowing whose it is: metadata, structure, access; nothing of a text file."""
    if not _is_package(path):
        return ()
    try:
        return ordered(_sound(path, opened(data), None))
    except zipfile.BadZipFile as fault:
        return (_no_package(path, fault),)


def pictures(path: str, data: bytes) -> int:
    """How many parts of a file are pixels, whose words no proof has read; none of a file that is no package."""
    try:
        package = opened(data) if _is_package(path) else None
    except zipfile.BadZipFile:
        return 0
    return sum(part.name.casefold().endswith(PIXELS) for part in package.everything()) if package else 0


def _sound(path: str, package: Package, edition: date | None) -> Iterator[Diagnostic]:
    yield from metadata(path, package, edition)
    yield from structure(path, package)
    yield from access(path, package)
    yield from fit(path, package)
    yield from contrast(path, package)


def _is_package(path: str) -> bool:
    return path.casefold().endswith((".docx", ".pptx"))


def _no_package(path: str, fault: zipfile.BadZipFile) -> Diagnostic:
    return error("B904", None, f"'{path}': not a package: {fault}", "build again: the file is broken or of another program")
