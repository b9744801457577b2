"""Pictures by their bytes: which of them an audience may not see, and whether a file holds one; what they show, nobody reads."""

from collections.abc import Iterator
from hashlib import sha256

from briefs.diagnostics import Diagnostic, error
from briefs.model.audience import NOBODY
from briefs.model.content import Resolved
from briefs.model.nodes import Picture
from briefs.model.walk import walk
from briefs.verify.package import Package

Digests = frozenset[bytes]
"""SHA-256 of whole pictures, as load has written them anew."""


def hidden_pictures(resolved: Resolved, audience: str) -> Digests:
    """Those that stand in the content, and nowhere that the audience reads."""
    if not resolved.media:
        return frozenset()
    found = [visit for visit in walk((resolved.sections, resolved.registers), NOBODY) if isinstance(visit.node, Picture)]
    seen = {visit.node.source for visit in found if isinstance(visit.node, Picture) and audience in visit.mark.readers}
    digests = {name: sha256(data).digest() for name, data in resolved.media.items()}
    own = {digest for name, digest in digests.items() if name in seen}
    return frozenset(digest for digest in digests.values() if digest not in own)


def images(path: str, package: Package, hidden: Digests, audience: str) -> Iterator[Diagnostic]:
    """B901 for each part that is a hidden picture, whatever its name."""
    for part in package.everything() if hidden else ():
        if sha256(part.data).digest() in hidden:
            hint = f"do not hand this file to {audience}; if a build refused it, report a fault of the engine"
            yield error("B901", None, f"'{path}', {part.name}: the picture is hidden from {audience}", hint)
