"""Opens finished files itself and proves them: nothing leaks, nothing is broken; shares no code with what wrote them."""

import zipfile

from briefs.diagnostics import Diagnostic, error, ordered
from briefs.model.artifact import Artifact
from briefs.verify.access import access
from briefs.verify.expectation import Expectation, expect
from briefs.verify.leaks import leaks
from briefs.verify.metadata import metadata
from briefs.verify.package import opened
from briefs.verify.structure import structure
from briefs.verify.texts import lines, texts

__all__ = ["Expectation", "expect", "prove", "verify"]


def verify(artifact: Artifact, expected: Expectation) -> tuple[Diagnostic, ...]:
    """Every complaint about a finished file; empty when it is proven."""
    return prove(artifact.path, artifact.data, expected)


def prove(path: str, data: bytes, expected: Expectation) -> tuple[Diagnostic, ...]:
    """The same for bytes from anywhere; the suffix of `path` says whether they are a package or text."""
    if not path.endswith((".docx", ".pptx")):
        return ordered(leaks(path, lines(data), expected))
    try:
        package = opened(data)
    except zipfile.BadZipFile as fault:
        return (error("B904", None, f"'{path}': not a package: {fault}"),)
    return ordered(
        (
            *leaks(path, texts(package), expected),
            *metadata(path, package, expected.edition),
            *structure(path, package),
            *access(path, package),
        )
    )
